"""Tasks that ask the Carebench job service for work."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn

import httpx
from airflow.providers.standard.triggers.temporal import DateTimeTrigger
from airflow.sdk import Asset, AssetAlias, BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from carebench_airflow import api
from carebench_airflow.api import Execution, Problem, describe, pause_after
from carebench_airflow.business_date import business_date, parse_date
from carebench_airflow.deployment import RELEASE, Deployment
from carebench_airflow.hook import CarebenchHook
from carebench_airflow.link import ExecutionLogLink
from carebench_airflow.trigger import ExecutionTrigger, Outcome

#: Key of the task state store. Its value lives as long as the run, over retries and clears.
ACCEPTED = "carebench_accepted"

#: Seconds a worker waits by itself; a longer wait is left to the triggerer.
SHORT_PAUSE = 5.0

#: How long a job that was asked to stop may take to do so before its task fails anyway.
STOP_GRACE = timedelta(minutes=5)


class CarebenchOperator(BaseOperator):
    """Runs one job for one business date and waits for it in the triggerer.

    A retry sends the same idempotency key: the service attaches to what runs, or restarts what failed where it
    stopped. Clearing the task makes a new key and stops what the old one had started. Only what may pass (the service
    away, out of capacity, an execution that may be restarted) is retried; everything else fails at once.

    :param job: ``extract``, ``benchmark``, ``publish`` or ``nightly``
    :param business_date: YYYY-MM-DD; None takes that of the run
    :param mode: ENSURE does nothing when the work is done; RERUN computes it again, as the next revision
    :param parameters: what the job takes beside, ``{"platform": …}`` for ``extract``
    :param deadline: seconds after which the job is stopped and the task fails; None takes the installation's
    :param max_unreachable: seconds for which the service may be away; None takes the installation's
    :return: job, business date, status, release, whether there was new data, and the message of the service
    """

    template_fields: Sequence[str] = ("job", "business_date", "mode", "parameters")
    operator_extra_links = (ExecutionLogLink(),)
    ui_color = "#d7ecec"

    def __init__(
        self,
        *,
        job: str,
        business_date: str | None = None,
        mode: str = "ENSURE",
        parameters: Mapping[str, Any] | None = None,
        carebench_conn_id: str = CarebenchHook.default_conn_name,
        deadline: float | None = None,
        max_unreachable: float | None = None,
        long_poll: float = 20,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.job = job
        self.business_date = business_date
        self.mode = mode
        self.parameters = parameters
        self.carebench_conn_id = carebench_conn_id
        self.deadline = deadline
        self.max_unreachable = max_unreachable
        self.long_poll = long_poll
        self._accepted: Execution | None = None
        self._killed = False

    def execute(self, context) -> dict[str, Any]:
        deadline = self.deadline or Deployment.configured().deadline.total_seconds()
        return self._start(context, _Wait(deadline=_now() + timedelta(seconds=deadline)))

    def resume_start(self, context, event, wait: dict[str, Any]) -> dict[str, Any]:
        """After a pause that the service asked for, or that it was away for."""
        return self._start(context, _Wait.read(wait))

    def execute_complete(self, context, event: dict[str, Any]) -> dict[str, Any]:
        """After the trigger has told how the waiting ended."""
        outcome, execution_id, message = Outcome(event["outcome"]), event["execution_id"], event["message"]
        if outcome is Outcome.ENDED:
            return self._conclude(context, self._look(execution_id), fresh=True)
        if outcome is Outcome.DEADLINE:
            self._stop_late(execution_id)
        if outcome is Outcome.REFUSED:
            raise AirflowFailException(f"Cannot follow execution {execution_id}: {message}. {self._check_connection()}")
        raise AirflowException(
            f"Lost sight of execution {execution_id}: {message}. A retry finds it again or restarts it."
        )

    def execute_stopped(self, context, event: dict[str, Any], execution_id: str) -> NoReturn:
        """After a job that passed its deadline was asked to stop."""
        ended = event["outcome"] == Outcome.ENDED
        self._show_log(execution_id)
        raise AirflowFailException(
            f"Execution {execution_id} did not end before its deadline and "
            + ("was stopped. " if ended else "was asked to stop, but was not seen to. ")
            + "Clear the task to go on where it stopped."
        )

    def on_kill(self) -> None:
        """For the short time that a worker is at it; later the trigger stops the job."""
        self._killed = True
        if self._accepted is not None and not self._accepted.terminal:
            self._stop(self._accepted.id, self._accepted.attempt, "The Airflow task was killed.")

    # --- start

    def _start(self, context, wait: _Wait) -> dict[str, Any]:
        key = _key(context)
        while True:
            try:
                with CarebenchHook(self.carebench_conn_id).client() as client:
                    self._stop_before_clear(client, context, key)
                    execution = Execution.read(api.start(self.job, key, self._body(context)).send(client))
                return self._follow(context, execution, key, wait)
            except (Problem, httpx.TransportError) as problem:
                pause = wait.after(problem, self._patience(), self._cannot_start)
            if pause > SHORT_PAUSE:
                self.log.info("Asking again in %.0f s.", pause)
                self.defer(
                    trigger=DateTimeTrigger(moment=_now() + timedelta(seconds=pause)),
                    method_name="resume_start",
                    kwargs={"wait": wait.write()},
                )
            time.sleep(pause)

    def _stop_before_clear(self, client: httpx.Client, context, key: str) -> None:
        """The trigger of a cleared task may stop its execution after this try has begun. So this try stops it first:
        the service then lets it wait until that has ended, and what it starts is another attempt, which a late stop
        does not touch."""
        before = context["task_state_store"].get(ACCEPTED)
        if before is None or before["key"] == key:
            return
        try:
            answer = api.stop(before["id"], before["attempt"], "The Airflow task was cleared.").send(client)
            if not Execution.read(answer).terminal:
                self.log.info("Asked to stop execution %s, which a try before the clear had started.", before["id"])
        except Problem as problem:
            if problem.status not in (404, 409):
                raise

    def _follow(self, context, execution: Execution, key: str, wait: _Wait) -> dict[str, Any]:
        self._accepted = execution
        before = context["task_state_store"].get(ACCEPTED)
        context["task_state_store"].set(ACCEPTED, {"key": key, "id": execution.id, "attempt": execution.attempt})
        if execution.log:
            context["ti"].xcom_push(key=ExecutionLogLink.xcom_key, value=self._absolute(execution.log))
        self.log.info("%s: %s. %s", execution.decision, execution, execution.message or "")
        if self._killed:
            self._stop(execution.id, execution.attempt, "The Airflow task was killed.")
            raise AirflowException(f"The task was killed while it started {execution}; asked to stop it.")
        if execution.terminal:
            if before is not None and before["key"] == key:
                # A try before this one started the work and missed its end, so what it gave is still news.
                return self._conclude(context, self._look(execution.id), fresh=True)
            return self._conclude(context, execution, fresh=execution.decision != "ALREADY_COMPLETE")
        self.defer(
            trigger=self._trigger(execution.id, execution.attempt, wait.deadline),
            method_name="execute_complete",
        )

    def _body(self, context) -> dict[str, Any]:
        ti = context["ti"]
        body = {
            "businessDate": self._business_date(context),
            "mode": self.mode,
            "caller": {
                "dagId": ti.dag_id,
                "runId": ti.run_id,
                "taskId": ti.task_id,
                "mapIndex": ti.map_index,
                "tryNumber": ti.try_number,
                "url": ti.log_url,
            },
        }
        return body | ({"parameters": dict(self.parameters)} if self.parameters else {})

    def _business_date(self, context) -> str:
        if self.business_date:
            return parse_date(self.business_date, "business_date of the task").isoformat()
        return business_date(context, Deployment.configured().zone).isoformat()

    def _trigger(self, execution_id: str, attempt: int, deadline: datetime) -> ExecutionTrigger:
        return ExecutionTrigger(
            carebench_conn_id=self.carebench_conn_id,
            execution_id=execution_id,
            attempt=attempt,
            deadline=deadline.isoformat(),
            max_unreachable=self._patience(),
            long_poll=self.long_poll,
        )

    def _patience(self) -> float:
        return self.max_unreachable or Deployment.configured().max_unreachable.total_seconds()

    # --- end

    def _conclude(self, context, execution: Execution, *, fresh: bool) -> dict[str, Any]:
        if not execution.succeeded:
            self._show_log(execution.id)
            sentence = f"{execution} ended as {execution.status}: {execution.message or 'no message'}"
            raise (AirflowException if execution.retryable else AirflowFailException)(sentence)
        new_data = fresh and execution.new_data is not False
        if not new_data:
            self.log.info("No new data: %s", execution.message or "the work was complete already.")
        self._tell_assets(context, execution, new_data)
        return {
            "job": execution.job,
            "business_date": execution.business_date,
            "execution_id": execution.id,
            "status": execution.status,
            "release": execution.release,
            "new_data": new_data,
            "message": execution.message,
        }

    def _tell_assets(self, context, execution: Execution, new_data: bool) -> None:
        """An asset gets one event per success and carries what it is about; an alias only where there is a release
        that was not there before."""
        extra = {"business_date": execution.business_date, "release": execution.release, "new_data": new_data}
        for outlet in self.outlets:
            if isinstance(outlet, Asset):
                context["outlet_events"][outlet].extra = extra
            elif isinstance(outlet, AssetAlias) and new_data:
                context["outlet_events"][outlet].add(RELEASE, extra=extra)

    def _stop_late(self, execution_id: str) -> NoReturn:
        attempt = self._look(execution_id).attempt
        self._stop(execution_id, attempt, "The deadline of the Airflow task has passed.")
        self.defer(
            trigger=self._trigger(execution_id, attempt, _now() + STOP_GRACE),
            method_name="execute_stopped",
            kwargs={"execution_id": execution_id},
        )

    # --- the service

    def _look(self, execution_id: str) -> Execution:
        try:
            with CarebenchHook(self.carebench_conn_id).client() as client:
                return Execution.read(api.look(execution_id).send(client))
        except (Problem, httpx.TransportError) as problem:
            raise AirflowException(f"Cannot see execution {execution_id}: {describe(problem)}") from problem

    def _stop(self, execution_id: str, attempt: int, reason: str) -> None:
        try:
            with CarebenchHook(self.carebench_conn_id).client() as client:
                api.stop(execution_id, attempt, reason).send(client)
        except (Problem, httpx.TransportError) as problem:
            self.log.warning("Cannot stop execution %s: %s", execution_id, describe(problem))

    def _show_log(self, execution_id: str) -> None:
        """The end of what the run said belongs where people look for the cause of a failure."""
        try:
            with CarebenchHook(self.carebench_conn_id).client() as client:
                text = api.read_log(execution_id).send(client).text
                self.log.info("The end of the log of execution %s:\n%s", execution_id, text)
        except (Problem, httpx.TransportError) as problem:
            self.log.warning("Cannot read the log of execution %s: %s", execution_id, describe(problem))

    def _absolute(self, link: str) -> str:
        with CarebenchHook(self.carebench_conn_id).client() as client:
            return str(client.base_url.join(link))

    def _cannot_start(self, problem: Exception) -> str:
        sentence = f"Cannot start {self.job}: {describe(problem)}."
        refused = isinstance(problem, Problem) and problem.unauthorized
        return f"{sentence} {self._check_connection()}" if refused else sentence

    def _check_connection(self) -> str:
        return f"Check the password and the extra of connection {self.carebench_conn_id}."


class CarebenchPlatformsOperator(BaseOperator):
    """Asks which platforms the extraction of the run's business date would read.

    :return: one ``parameters`` per platform, to expand an ``extract`` task over
    """

    def __init__(self, *, carebench_conn_id: str = CarebenchHook.default_conn_name, **kwargs):
        super().__init__(**kwargs)
        self.carebench_conn_id = carebench_conn_id

    def execute(self, context) -> list[dict[str, str]]:
        day = business_date(context, Deployment.configured().zone)
        try:
            with CarebenchHook(self.carebench_conn_id).client() as client:
                platforms = api.read_json(api.list_platforms(day).send(client))
        except httpx.TransportError as problem:
            raise AirflowException(f"Cannot list the platforms of {day}: {describe(problem)}") from problem
        except Problem as problem:
            passing = problem.busy or problem.unavailable
            hint = f" Check the password and the extra of connection {self.carebench_conn_id}." * problem.unauthorized
            raise (AirflowException if passing else AirflowFailException)(
                f"Cannot list the platforms of {day}: {problem}.{hint}"
            ) from problem
        if not platforms:
            raise AirflowFailException(
                f"There is nothing to read on {day}: the profile of the service has no platform."
            )
        return [{"platform": platform} for platform in platforms]


@dataclass
class _Wait:
    """How long a start has been put off. Survives a deferral as plain values."""

    deadline: datetime
    unreachable_since: datetime | None = None
    failures: int = 0

    def after(self, problem: Exception, patience: float, sentence: Callable[[Exception], str]) -> float:
        """Seconds to wait after a failed start; raises where waiting does not help, or has lasted too long."""
        if isinstance(problem, Problem) and not problem.busy and not problem.unavailable:
            raise AirflowFailException(sentence(problem)) from problem
        now = _now()
        if isinstance(problem, Problem) and problem.busy:
            self.unreachable_since = None
        else:
            self.unreachable_since = self.unreachable_since or now
            if (now - self.unreachable_since).total_seconds() >= patience:
                raise AirflowException(sentence(problem)) from problem
        if now >= self.deadline:
            raise AirflowFailException(f"{sentence(problem)} The deadline has passed.") from problem
        self.failures += 1
        return pause_after(problem, self.failures)

    def write(self) -> dict[str, Any]:
        since = self.unreachable_since
        return {
            "deadline": self.deadline.isoformat(),
            "unreachable_since": since.isoformat() if since else None,
            "failures": self.failures,
        }

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> _Wait:
        since = told["unreachable_since"]
        return cls(
            datetime.fromisoformat(told["deadline"]),
            datetime.fromisoformat(since) if since else None,
            told["failures"],
        )


def _key(context) -> str:
    """Equal for every retry of a task instance, another one after it was cleared."""
    ti = context["ti"]
    cleared = context["dag_run"].clear_number or 0
    key = f"{ti.dag_id}/{ti.run_id}/{ti.task_id}/{ti.map_index}/{cleared}"
    if re.fullmatch(r"[A-Za-z0-9._:/+=@-]{1,200}", key):
        return key
    return "sha256:" + hashlib.sha256(key.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
