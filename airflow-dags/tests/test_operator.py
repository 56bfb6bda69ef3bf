"""One task instance at a time, without a database of Airflow, against a service over real HTTP."""

import asyncio
import signal
import threading
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from airflow.sdk import AssetAlias
from airflow.sdk.exceptions import AirflowException, AirflowFailException, TaskDeferred
from conftest import connect

from carebench_airflow import api
from carebench_airflow import operator as operator_module
from carebench_airflow import trigger as trigger_module
from carebench_airflow.deployment import RELEASE
from carebench_airflow.link import ExecutionLogLink
from carebench_airflow.operator import CarebenchOperator, CarebenchPlatformsOperator


class Store(dict):
    """The task state store: outlives a try."""

    def set(self, key, value):
        self[key] = value


class Events(dict):
    def __missing__(self, outlet):
        self[outlet] = SimpleNamespace(extra={}, added=[])
        self[outlet].add = lambda asset, extra: self[outlet].added.append((asset, extra))
        return self[outlet]


class Instance:
    """One task instance over its tries and clears."""

    def __init__(self, run_id="manual__1", map_index=-1, params=None):
        self.store = Store()
        self.xcom = {}
        self.clear_number = 0
        self.try_number = 0
        self.run_id, self.map_index = run_id, map_index
        self.params = {"business_date": "2026-11-21"} if params is None else params
        self.events = Events()

    def context(self):
        self.try_number += 1
        ti = SimpleNamespace(
            dag_id="carebench_nightly",
            run_id=self.run_id,
            task_id="benchmark",
            map_index=self.map_index,
            try_number=self.try_number,
            log_url="http://airflow.example/log",
            xcom_push=lambda key, value: self.xcom.__setitem__(key, value),
        )
        run = SimpleNamespace(
            run_id=self.run_id,
            conf={},
            partition_key=None,
            data_interval_start=None,
            data_interval_end=None,
            logical_date=None,
            clear_number=self.clear_number,
        )
        return {
            "ti": ti,
            "dag_run": run,
            "params": self.params,
            "task_state_store": self.store,
            "outlet_events": self.events,
        }


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(trigger_module, "PACE", 0.05)
    monkeypatch.setattr(api, "FIRST_PAUSE", 0.05)


def operator(**arguments):
    arguments = {"job": "benchmark", "long_poll": 1, "max_unreachable": 5, "deadline": 30} | arguments
    return CarebenchOperator(task_id="benchmark", **arguments)


def to_the_end(task, context):
    """What Airflow does: run the task, wait for the trigger in another process, go on in another process."""
    method, arguments = "execute", {}
    while True:
        try:
            return getattr(task, method)(context, **arguments)
        except TaskDeferred as deferred:

            async def first_event(trigger=deferred.trigger):
                return [event async for event in trigger.run()][0].payload

            arguments = {"event": asyncio.run(first_event())} | (deferred.kwargs or {})
            method = deferred.method_name


def begun(task, context):
    with pytest.raises(TaskDeferred) as deferred:
        task.execute(context)
    return deferred.value


def starts(service):
    return [body for _, _, body in service.asked("POST", "/executions")]


def test_job_is_started_followed_and_its_end_told(service):
    told = to_the_end(operator(), Instance().context())
    assert told == {
        "job": "benchmark",
        "business_date": "2026-11-21",
        "execution_id": "1",
        "status": "SUCCEEDED",
        "release": "2026-11-21.1",
        "new_data": True,
        "message": "Done.",
    }


def test_service_is_told_who_asks(service):
    to_the_end(operator(job="extract", parameters={"platform": "bluesky"}), Instance(map_index=2).context())
    (body,) = starts(service)
    assert body["parameters"] == {"platform": "bluesky"}
    assert body["caller"] == {
        "dagId": "carebench_nightly",
        "runId": "manual__1",
        "taskId": "benchmark",
        "mapIndex": 2,
        "tryNumber": 1,
        "url": "http://airflow.example/log",
    }


def test_link_to_the_log_is_there_while_the_job_runs(service):
    instance = Instance()
    begun(operator(), instance.context())
    assert instance.xcom == {ExecutionLogLink.xcom_key: f"{service.url}/api/v1/executions/1/log"}


def test_deferral_has_no_time_limit_of_airflow_and_no_secret(service):
    deferred = begun(operator(), Instance().context())
    assert deferred.timeout is None
    assert "secret" not in str(deferred.trigger.serialize())


def test_retry_attaches_to_what_runs(service):
    service.knobs.duration["benchmark"] = 1
    instance = Instance()
    begun(operator(), instance.context())
    assert to_the_end(operator(), instance.context())["status"] == "SUCCEEDED"
    assert len(service.runs) == 1 and service.runs[0].attempt == 1
    assert [body["caller"]["tryNumber"] for body in starts(service)] == [1, 2]


def test_retry_restarts_what_failed(service):
    service.knobs.endings = [{"status": "FAILED", "retryable": True, "message": "A disk was full."}]
    instance = Instance()
    with pytest.raises(AirflowException, match="ended as FAILED: A disk was full") as caught:
        to_the_end(operator(), instance.context())
    assert not isinstance(caught.value, AirflowFailException)
    assert to_the_end(operator(), instance.context())["status"] == "SUCCEEDED"
    assert (len(service.runs), service.runs[0].attempt) == (1, 2)


def test_retry_after_the_end_was_missed_still_counts_as_new(service):
    instance = Instance()
    begun(operator(), instance.context())
    time.sleep(0.4)
    told = to_the_end(operator(outlets=[RELEASE]), instance.context())
    assert told["new_data"] is True
    assert instance.events[RELEASE].extra == {
        "business_date": "2026-11-21",
        "release": "2026-11-21.1",
        "new_data": True,
    }


def test_failure_of_the_data_is_not_retried(service):
    service.knobs.endings = [{"status": "FAILED", "retryable": False, "message": "A check failed."}]
    with pytest.raises(AirflowFailException, match="A check failed"):
        to_the_end(operator(), Instance().context())


@pytest.mark.parametrize("status", ["LOST", "STOPPED"])
def test_lost_and_stopped_executions_are_restarted_by_a_retry(service, status):
    service.knobs.endings = [{"status": status, "retryable": True, "message": "x"}]
    instance = Instance()
    with pytest.raises(AirflowException):
        to_the_end(operator(), instance.context())
    assert to_the_end(operator(), instance.context())["status"] == "SUCCEEDED"


def test_clear_is_new_work_that_stops_the_old_first(service):
    service.knobs.duration["benchmark"] = 60
    service.knobs.stopping = 0.5
    instance = Instance()
    before = begun(operator(), instance.context())
    instance.clear_number += 1
    after = begun(operator(), instance.context())
    asyncio.run(before.trigger.on_kill())  # comes late, as it may
    run = service.run("1")
    assert (run.status, run.attempt, len(run.history)) == ("RUNNING", 2, 1)
    assert after.trigger.attempt == 2
    assert run.history[0][1] <= run.began


def test_clear_of_complete_work_says_that_it_is_complete(service):
    instance = Instance()
    to_the_end(operator(), instance.context())
    instance.clear_number += 1
    told = to_the_end(operator(outlets=[RELEASE]), instance.context())
    assert (told["new_data"], len(service.runs)) == (False, 1)
    assert instance.events[RELEASE].extra["new_data"] is False


def test_clear_of_complete_work_computes_again_where_asked(service):
    instance = Instance()
    to_the_end(operator(mode="RERUN"), instance.context())
    instance.clear_number += 1
    assert to_the_end(operator(mode="RERUN"), instance.context())["release"] == "2026-11-21.2"


def test_retry_of_a_rerun_is_the_same_rerun(service):
    instance = Instance()
    for _ in range(2):
        told = to_the_end(operator(mode="RERUN"), instance.context())
    assert (told["release"], len(service.runs)) == ("2026-11-21.1", 1)


def test_night_without_new_data_succeeds_and_says_so(service, caplog):
    service.knobs.unchanged = ["2026-11-21"]
    told = to_the_end(operator(), Instance().context())
    assert (told["status"], told["new_data"]) == ("SUCCEEDED", False)
    assert told["message"].startswith("No new data")


def test_alias_tells_of_new_releases_only(service):
    alias = AssetAlias("releases")
    instance = Instance()
    to_the_end(operator(outlets=[alias]), instance.context())
    assert instance.events[alias].added == [
        (RELEASE, {"business_date": "2026-11-21", "release": "2026-11-21.1", "new_data": True})
    ]
    other = Instance(run_id="manual__2")
    to_the_end(operator(outlets=[alias]), other.context())
    assert alias not in other.events


@pytest.mark.parametrize(
    "refusal",
    [
        {"status": 429, "retryAfter": 0},
        {"status": 503, "retryAfter": 0},
        {"status": 409, "type": "urn:carebench:still-stopping", "retryAfter": 0},
        {"status": 500},
        {"drop": True},
    ],
)
def test_start_is_repeated_with_the_same_key_when_it_may_pass(service, refusal):
    service.knobs.starts = [refusal, refusal]
    assert to_the_end(operator(), Instance().context())["status"] == "SUCCEEDED"
    assert len(starts(service)) == 3
    assert len(service.runs) == 1


def test_start_whose_answer_was_lost_is_found_again(service):
    instance = Instance()
    service.start("benchmark", operator_module._key(instance.context()), {"businessDate": "2026-11-21"})
    service.knobs.duration["benchmark"] = 60
    begun(operator(), instance.context())
    assert len(service.runs) == 1


def test_longer_wait_gives_the_worker_back(service, monkeypatch):
    monkeypatch.setattr(operator_module, "SHORT_PAUSE", 0.5)
    service.knobs.starts = [{"status": 429, "retryAfter": 1}]
    instance = Instance()
    deferred = begun(operator(), instance.context())
    assert deferred.method_name == "resume_start"
    assert deferred.kwargs["wait"]["failures"] == 1
    service.knobs.starts = [{"status": 429, "retryAfter": 1}]
    assert to_the_end(operator(), instance.context())["status"] == "SUCCEEDED"


def test_no_capacity_until_the_deadline_fails_for_good(service):
    service.knobs.starts = [{"status": 429, "retryAfter": 1}] * 9
    with pytest.raises(AirflowFailException, match="Cannot start benchmark: As scripted .429.*The deadline has passed"):
        to_the_end(operator(deadline=1.5), Instance().context())


def test_service_that_stays_away_is_an_error_that_a_retry_may_cure(monkeypatch):
    connect(monkeypatch, 1)
    with pytest.raises(AirflowException, match="Cannot start benchmark") as caught:
        to_the_end(operator(max_unreachable=1), Instance().context())
    assert not isinstance(caught.value, AirflowFailException)


def test_wrong_token_fails_at_once_and_says_what_to_check(service, monkeypatch):
    connect(monkeypatch, service.port, password="wrong")
    with pytest.raises(
        AirflowFailException, match=r"The token is not valid \(401\).*Check the password.*carebench_jobs"
    ) as caught:
        operator().execute(Instance().context())
    assert "wrong" not in str(caught.value)


def test_token_that_is_withdrawn_fails_the_waiting(service, monkeypatch):
    service.knobs.duration["benchmark"] = 60
    deferred = begun(operator(), Instance().context())
    told = {
        "outcome": "refused",
        "execution_id": deferred.trigger.execution_id,
        "message": "The token is not valid (401)",
    }
    with pytest.raises(AirflowFailException, match="Cannot follow execution 1.*Check the password"):
        operator().execute_complete(Instance().context(), told)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"job": "sweep"}, r"Cannot start sweep: Unknown job \(404\)"),
        ({"business_date": "soon"}, "'soon' is not a date"),
    ],
)
def test_what_can_never_work_is_not_retried(service, arguments, words):
    with pytest.raises(AirflowFailException, match=words):
        operator(**arguments).execute(Instance().context())


def test_key_that_was_used_for_other_work_is_not_retried(service):
    instance = Instance()
    to_the_end(operator(), instance.context())
    with pytest.raises(AirflowFailException, match="used for other work"):
        operator(business_date="2026-11-20").execute(instance.context())


@pytest.mark.parametrize("outcome", ["unreachable", "gone"])
def test_execution_out_of_sight_is_looked_for_by_a_retry(service, outcome):
    event = {"outcome": outcome, "execution_id": "1", "message": "away"}
    with pytest.raises(AirflowException, match="Lost sight of execution 1: away") as caught:
        operator().execute_complete(Instance().context(), event)
    assert not isinstance(caught.value, AirflowFailException)


def test_job_that_passes_its_deadline_is_stopped_before_the_task_fails(service):
    service.knobs.duration["benchmark"] = 60
    service.knobs.stopping = 0.5
    with pytest.raises(AirflowFailException, match="did not end before its deadline and was stopped"):
        to_the_end(operator(deadline=1.2), Instance().context())
    assert service.run("1").status == "STOPPED"


def test_job_that_ignores_its_stop_is_told(service, monkeypatch):
    monkeypatch.setattr(operator_module, "STOP_GRACE", timedelta(seconds=1.2))
    service.knobs.duration["benchmark"] = service.knobs.stopping = 60
    with pytest.raises(AirflowFailException, match="was asked to stop, but was not seen to"):
        to_the_end(operator(deadline=1.2), Instance().context())


def test_worker_that_is_killed_while_it_starts_stops_what_it_started(service):
    service.knobs.duration["benchmark"] = 60
    service.knobs.starts = [{"after": 1}]
    task = operator()
    before = signal.signal(signal.SIGTERM, lambda *_: task.on_kill())
    threading.Timer(0.3, signal.raise_signal, [signal.SIGTERM]).start()
    try:
        with pytest.raises(AirflowException, match="killed while it started"):
            task.execute(Instance().context())
    finally:
        signal.signal(signal.SIGTERM, before)
    assert service.run("1").status == "STOPPED"


def test_keys_are_equal_for_retries_and_differ_for_everything_else():
    def key(run_id="r", map_index=-1, clear_number=0):
        instance = Instance(run_id, map_index)
        instance.clear_number = clear_number
        return operator_module._key(instance.context())

    assert key() == key() == "carebench_nightly/r/benchmark/-1/0"
    odd = [key("a b"), key("a_b"), key("ä"), key("r" * 300), key("r" * 301), key(map_index=1), key(clear_number=1)]
    assert len(set(odd + [key()])) == 8
    assert all(len(k) <= 200 and k.isascii() and " " not in k for k in odd)


def test_platforms_become_the_parameters_of_mapped_tasks(service):
    task = CarebenchPlatformsOperator(task_id="platforms")
    assert task.execute(Instance().context()) == [{"platform": "bluesky"}, {"platform": "cms"}]


def test_no_platform_is_an_error_that_names_the_day(service):
    service.knobs.platforms = []
    with pytest.raises(AirflowFailException, match="nothing to read on 2026-11-21"):
        CarebenchPlatformsOperator(task_id="platforms").execute(Instance().context())


def test_platforms_with_a_wrong_token_fail_at_once(service, monkeypatch):
    connect(monkeypatch, service.port, password="wrong")
    with pytest.raises(AirflowFailException, match="Cannot list the platforms of 2026-11-21.*Check the password"):
        CarebenchPlatformsOperator(task_id="platforms").execute(Instance().context())
