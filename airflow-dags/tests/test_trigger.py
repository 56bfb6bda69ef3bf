"""Waiting for an execution, over real HTTP."""

import asyncio
import socket
import time
from datetime import UTC, datetime, timedelta

import pytest
from airflow.serialization.serialized_objects import BaseSerialization
from conftest import connect

from carebench_airflow import api
from carebench_airflow import trigger as trigger_module
from carebench_airflow.trigger import ExecutionTrigger


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(trigger_module, "PACE", 0.05)
    monkeypatch.setattr(api, "FIRST_PAUSE", 0.05)


def begin(service, seconds=0.2, job="benchmark"):
    service.knobs.duration[job] = seconds
    _, told, _ = service.start(job, f"key-{time.time_ns()}", {"businessDate": "2026-11-21"})
    return told["id"]


def following(execution_id, deadline=30.0, max_unreachable=5.0, long_poll=1.0, attempt=1):
    until = datetime.now(UTC) + timedelta(seconds=deadline)
    return ExecutionTrigger("carebench_jobs", execution_id, attempt, until.isoformat(), max_unreachable, long_poll)


async def events(trigger):
    return [event.payload async for event in trigger.run()]


async def only_event(trigger):
    told = await events(trigger)
    assert len(told) == 1
    return told[0]


async def test_end_of_an_execution_is_one_small_event(service):
    execution = begin(service)
    told = await events(following(execution))
    assert told == [{"outcome": "ended", "execution_id": execution, "message": None}]


async def test_one_look_waits_for_the_end_instead_of_many(service):
    await only_event(following(begin(service, 0.8), long_poll=5))
    assert len(service.asked("GET", "/executions/1")) == 1


async def test_service_that_does_not_wait_is_asked_at_a_pace(service, monkeypatch):
    monkeypatch.setattr(trigger_module, "PACE", 0.3)
    service.knobs.long_poll = False
    await only_event(following(begin(service, 1.0)))
    assert 2 <= len(service.asked("GET", "/executions/1")) <= 6


@pytest.mark.parametrize(
    "disturbance",
    [
        {"status": 503, "retryAfter": 0},
        {"status": 429, "retryAfter": 0},
        {"status": 500},
        {"status": 502},
        {"drop": True},
    ],
)
async def test_disturbances_pass(service, disturbance):
    service.knobs.looks = [disturbance] * 2
    assert (await only_event(following(begin(service))))["outcome"] == "ended"
    assert service.knobs.looks == []


async def test_time_that_the_service_asks_for_is_kept(service):
    service.knobs.looks = [{"status": 503, "retryAfter": 1}]
    began = time.monotonic()
    await only_event(following(begin(service)))
    assert time.monotonic() - began >= 1


async def test_service_that_is_away_is_given_up_after_the_time_allowed(service):
    service.knobs.looks = [{"drop": True}] * 50
    began = time.monotonic()
    told = await only_event(following(begin(service), max_unreachable=1.5))
    assert told["outcome"] == "unreachable"
    assert told["message"]
    assert 1.5 <= time.monotonic() - began < 20


async def test_refused_connection_is_the_service_being_away(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        connect(monkeypatch, taken.getsockname()[1])
        told = await only_event(following("1", max_unreachable=0.5))
    assert told["outcome"] == "unreachable"


async def test_every_answer_begins_the_time_allowed_anew(service):
    service.knobs.looks = [{"drop": True, "after": 1}, {}] * 3
    told = await only_event(following(begin(service, 4), max_unreachable=2, long_poll=0.2))
    assert told["outcome"] == "ended"


async def test_deadline_is_kept_though_the_service_is_slow_to_answer(service):
    began = time.monotonic()
    told = await only_event(following(begin(service, 60), deadline=1.2, long_poll=20))
    assert told["outcome"] == "deadline"
    assert 1 <= time.monotonic() - began < 15


async def test_deadline_that_passed_while_no_triggerer_ran_is_told_at_once(service):
    assert (await only_event(following(begin(service, 60), deadline=-1)))["outcome"] == "deadline"


async def test_wrong_token_ends_the_waiting_at_once(service, monkeypatch):
    execution = begin(service, 60)
    connect(monkeypatch, service.port, password="wrong")
    told = await only_event(following(execution))
    assert told["outcome"] == "refused"
    assert "The token is not valid (401)" in told["message"]


async def test_execution_that_the_service_does_not_know_is_gone(service):
    assert (await only_event(following("77")))["outcome"] == "gone"


async def test_two_triggers_of_one_execution_only_look(service):
    execution = begin(service)
    told = await asyncio.gather(only_event(following(execution)), only_event(following(execution)))
    assert [t["outcome"] for t in told] == ["ended", "ended"]
    assert [r for r in service.requests if r[0] != "GET"] == []


async def test_cancelled_waiting_leaves_the_job_alone(service):
    execution = begin(service, 60)
    waiting = asyncio.create_task(events(following(execution)))
    await asyncio.sleep(0.2)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert service.run(execution).status == "RUNNING"


async def test_killed_task_stops_its_attempt(service):
    execution = begin(service, 60)
    await following(execution).on_kill()
    assert service.run(execution).status == "STOPPED"


async def test_late_stop_does_not_touch_the_next_attempt(service):
    execution = begin(service, 60)
    await following(execution).on_kill()
    service.start("benchmark", "another", {"businessDate": "2026-11-21"})
    await following(execution, attempt=1).on_kill()
    assert (service.run(execution).status, service.run(execution).attempt) == ("RUNNING", 2)


async def test_stop_that_cannot_be_sent_is_no_error(monkeypatch):
    connect(monkeypatch, 1)
    await following("1").on_kill()


def test_row_of_the_metadata_database_restores_the_trigger_and_has_no_secret(service):
    path, arguments = following("42", attempt=3).serialize()
    assert path == "carebench_airflow.trigger.ExecutionTrigger"
    assert ExecutionTrigger(**arguments).serialize() == (path, arguments)
    stored = str(BaseSerialization.serialize(arguments))
    assert "secret" not in stored and "127.0.0.1" not in stored
