"""Follows an execution in the triggerer, so that no worker waits for it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import httpx
from airflow.triggers.base import BaseTrigger, TriggerEvent

from carebench_airflow import api
from carebench_airflow.api import Execution, Problem, describe, pause_after
from carebench_airflow.hook import CarebenchHook

#: Seconds between two looks at a service that does not wait before it answers.
PACE = 5.0


class Outcome(StrEnum):
    """What a trigger tells the operator, once."""

    ENDED = "ended"
    DEADLINE = "deadline"
    UNREACHABLE = "unreachable"
    GONE = "gone"
    REFUSED = "refused"


class ExecutionTrigger(BaseTrigger):
    """Waits until an execution has ended, its deadline has passed, or the service has been away too long.

    The row in the metadata database holds the id of the connection and no secret. ``deadline`` is an instant, so that
    a restart of the triggerer does not prolong it. Runs any number of times at once without harm: it only looks.
    """

    def __init__(
        self,
        carebench_conn_id: str,
        execution_id: str,
        attempt: int,
        deadline: str,
        max_unreachable: float,
        long_poll: float = 20,
    ):
        super().__init__()
        self.carebench_conn_id = carebench_conn_id
        self.execution_id = execution_id
        self.attempt = attempt
        self.deadline = deadline
        self.max_unreachable = max_unreachable
        self.long_poll = long_poll

    def serialize(self) -> tuple[str, dict[str, Any]]:
        return (
            f"{type(self).__module__}.{type(self).__qualname__}",
            {
                "carebench_conn_id": self.carebench_conn_id,
                "execution_id": self.execution_id,
                "attempt": self.attempt,
                "deadline": self.deadline,
                "max_unreachable": self.max_unreachable,
                "long_poll": self.long_poll,
            },
        )

    async def run(self) -> AsyncIterator[TriggerEvent]:
        async with await CarebenchHook(self.carebench_conn_id).async_client() as client:
            outcome, message = await self._follow(client)
        yield TriggerEvent({"outcome": outcome.value, "execution_id": self.execution_id, "message": message})

    async def on_kill(self) -> None:
        """Somebody cleared the task or set its state: the work is not wanted any more. The attempt protects a later
        start of the same work from a stop that comes late."""
        try:
            async with await CarebenchHook(self.carebench_conn_id).async_client() as client:
                reason = "The Airflow task was cleared or its state was set."
                await api.stop(self.execution_id, self.attempt, reason).send_async(client)
            self.log.info("Asked the job service to stop execution %s.", self.execution_id)
        except (Problem, httpx.HTTPError) as problem:
            self.log.warning("Cannot stop execution %s: %s", self.execution_id, describe(problem))

    async def _follow(self, client: httpx.AsyncClient) -> tuple[Outcome, str | None]:
        clock = asyncio.get_running_loop().time
        last_answer = clock()
        failures = 0
        progress = None
        while (left := self._seconds_left()) > 0:
            began = clock()
            try:
                look = api.look(self.execution_id, min(self.long_poll, left))
                execution = Execution.read(await look.send_async(client))
            except (Problem, httpx.TransportError) as problem:
                if isinstance(problem, Problem) and (outcome := _final(problem)):
                    return outcome, str(problem)
                if clock() - last_answer >= self.max_unreachable:
                    return Outcome.UNREACHABLE, describe(problem)
                failures += 1
                pause = pause_after(problem, failures)
                self.log.warning("Cannot see execution %s (%s); looking again.", self.execution_id, describe(problem))
            else:
                if execution.terminal:
                    return Outcome.ENDED, None
                last_answer, failures = clock(), 0
                if execution.progress != progress:
                    progress = execution.progress
                    self.log.info("%s: %s", execution.status, progress)
                pause = max(0.0, min(PACE, self.long_poll) - (clock() - began))
            # Spread, so that triggers that began together do not ask together for ever.
            await asyncio.sleep(min(pause * random.uniform(1, 1.2), max(0.0, self._seconds_left())))
        return Outcome.DEADLINE, None

    def _seconds_left(self) -> float:
        return (datetime.fromisoformat(self.deadline) - datetime.now(UTC)).total_seconds()


def _final(problem: Problem) -> Outcome | None:
    if problem.unauthorized:
        return Outcome.REFUSED
    if problem.status == 404:
        return Outcome.GONE
    return None if problem.busy or problem.unavailable else Outcome.REFUSED
