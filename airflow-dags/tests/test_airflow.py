"""What the DAGs do on a real Airflow: API server, scheduler, DAG processor and triggerer, over REST."""

import re
import signal
import time

import pytest
from conftest import FOLDER
from processes import BACKFILL, CONSUMER, NIGHTLY, Airflow, Cable, ServiceProcess, until

pytestmark = pytest.mark.airflow


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    running = ServiceProcess(tmp_path_factory.mktemp("service"), token="the-token")
    yield running
    running.close()


@pytest.fixture(scope="module")
def cable(service):
    between = Cable(service.port)
    yield between
    between.close()


@pytest.fixture(scope="module")
def airflow(cable):
    running = Airflow(FOLDER / "target" / "airflow", cable.port, "the-token")
    yield running
    running.close()


def begin_night(airflow, service, run, day):
    """One mapped task that waits for one whole night, which does not end by itself; the triggerer follows it when this
    returns."""
    service.tell(duration={"nightly": 3600})
    before = service.looks()
    assert airflow.trigger(BACKFILL, run, from_date=day, to_date=day).status_code == 200
    until("the triggerer looks at the execution", lambda: service.looks() > before)
    assert night(airflow, run)["state"] == "deferred"
    (execution,) = service.runs(day)
    assert execution["status"] == "RUNNING"


def night(airflow, run):
    return airflow.instances(BACKFILL, run).get(("night", 0)) or {"state": None}


def overlaps(execution):
    history = execution["history"]
    return [pair for pair in zip(history, history[1:], strict=False) if pair[0][1] > pair[1][0]]


def test_a_night_from_the_trigger_to_the_consumer(airflow, service):
    run = "carebench__2026-11-21__r1"
    assert airflow.trigger(NIGHTLY, run, business_date="2026-11-21").status_code == 200
    again = airflow.trigger(NIGHTLY, run, business_date="2026-11-21")
    assert again.status_code == 409
    assert airflow.call("GET", f"/dags/{NIGHTLY}/dagRuns/{run}")["dag_run_id"] == run

    assert airflow.ended(NIGHTLY, run) == "success"
    assert sorted((r["job"], r["platform"] or "", r["attempt"]) for r in service.runs("2026-11-21")) == [
        ("benchmark", "", 1),
        ("extract", "bluesky", 1),
        ("extract", "cms", 1),
        ("publish", "", 1),
    ]
    (event,) = airflow.events()
    assert event["source_run_id"] == run
    assert event["extra"] == {"business_date": "2026-11-21", "release": "2026-11-21.1", "new_data": True}

    listing = f"/dags/{CONSUMER}/dagRuns"
    (consumed,) = until("the consumer began", lambda: airflow.call("GET", listing)["dag_runs"])
    consumer_run = consumed["dag_run_id"]
    assert airflow.ended(CONSUMER, consumer_run) == "success"
    assert airflow.returned(CONSUMER, consumer_run, "read_release") == ["2026-11-21.1"]


def test_link_leads_to_the_log_of_the_execution(airflow, service):
    run = "carebench__2026-11-21__r1"
    links = airflow.call("GET", f"/dags/{NIGHTLY}/dagRuns/{run}/taskInstances/publish/links")["extra_links"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/api/v1/executions/\d+/log", links["Execution log"])


def test_night_without_new_data_is_a_success_that_says_so(airflow, service):
    service.tell(platforms=["cms"], unchanged=["2026-11-22"])
    run = "carebench__2026-11-22__r1"
    airflow.trigger(NIGHTLY, run, business_date="2026-11-22")
    assert airflow.ended(NIGHTLY, run) == "success"
    told = airflow.returned(NIGHTLY, run, "publish")
    assert (told["status"], told["new_data"]) == ("SUCCEEDED", False)
    assert "No new data" in airflow.log(NIGHTLY, run, "publish", 1)


def test_backfill_of_three_days_runs_each_night_once(airflow, service):
    service.tell(platforms=["cms"])
    span = {"from_date": "2026-10-01T00:00:00Z", "to_date": "2026-10-03T23:59:59Z"}
    asked = {"dag_id": NIGHTLY, **span, "max_active_runs": 1, "reprocess_behavior": "failed"}
    until("the backfill is accepted", lambda: airflow.rest.post("/backfills", json=asked).is_success, 30)
    days = ["2026-10-01", "2026-10-02", "2026-10-03"]
    listing = f"/dags/{NIGHTLY}/dagRuns?run_type=backfill&order_by=logical_date"
    runs = until(
        "three runs have ended",
        lambda: (
            len(told := airflow.call("GET", listing)["dag_runs"]) == 3
            and all(r["state"] in ("success", "failed") for r in told)
            and told
        ),
        150,
        1,
    )
    assert [r["state"] for r in runs] == ["success"] * 3
    for day in days:
        told = [(r["job"], r["attempt"]) for r in service.runs(day)]
        assert told == [("extract", 1), ("benchmark", 1), ("publish", 1)]


def test_clear_of_a_waiting_task_stops_the_job_and_starts_it_once(airflow, service):
    run, day = "clear", "2026-09-01"
    service.tell(stopping=2)
    begin_night(airflow, service, run, day)
    airflow.clear(BACKFILL, run, "night")
    until("the next attempt runs", lambda: service.runs(day)[0]["attempt"] == 2)
    service.finish()
    assert airflow.ended(BACKFILL, run) == "success"
    (execution,) = service.runs(day)
    assert (execution["attempt"], execution["status"]) == (2, "SUCCEEDED")
    assert len(execution["history"]) == 2 and overlaps(execution) == []
    service.tell(stopping=0)


def test_task_marked_failed_while_it_waits_stops_the_job(airflow, service):
    run, day = "marked", "2026-09-02"
    begin_night(airflow, service, run, day)
    airflow.call("PATCH", f"/dags/{BACKFILL}/dagRuns/{run}/taskInstances/night/0", new_state="failed")
    until("the job was stopped", lambda: service.runs(day)[0]["status"] == "STOPPED")
    assert service.runs(day)[0]["attempt"] == 1


def test_killed_service_is_found_again_and_the_night_completes_once(airflow, service):
    run, day = "killed", "2026-09-03"
    begin_night(airflow, service, run, day)
    service.kill()
    time.sleep(3)
    service.start()
    until("a retry restarts the night", lambda: service.runs(day)[0]["attempt"] == 2)
    service.finish()
    assert airflow.ended(BACKFILL, run) == "success"
    (execution,) = service.runs(day)
    assert (execution["attempt"], execution["status"], len(execution["history"])) == (2, "SUCCEEDED", 2)
    assert overlaps(execution) == []
    assert night(airflow, run)["try_number"] == 2


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=["ended", "killed"])
def test_triggerer_that_restarts_goes_on_waiting_and_stops_nothing(airflow, service, how):
    run, day = f"triggerer-{how.name}", {signal.SIGTERM: "2026-08-01", signal.SIGKILL: "2026-08-02"}[how]
    begin_night(airflow, service, run, day)
    airflow.restart("triggerer", how)
    before = service.looks()
    until("the new triggerer looks at the execution", lambda: service.looks() > before)
    service.finish()
    assert airflow.ended(BACKFILL, run) == "success"
    (execution,) = service.runs(day)
    assert (execution["attempt"], execution["status"]) == (1, "SUCCEEDED")
    assert night(airflow, run)["try_number"] == 1


def test_service_that_is_away_for_more_than_a_minute_costs_no_retry(airflow, service, cable):
    run, day = "away", "2026-09-04"
    begin_night(airflow, service, run, day)
    cable.cut()
    time.sleep(64)
    assert night(airflow, run)["state"] == "deferred"
    service.finish()
    cable.mend()
    assert airflow.ended(BACKFILL, run) == "success"
    (execution,) = service.runs(day)
    assert (execution["attempt"], night(airflow, run)["try_number"]) == (1, 1)


def test_wrong_token_fails_at_once_and_says_what_to_check(airflow, service):
    change = {"connection_id": "carebench_jobs", "conn_type": "carebench", "password": "wrong"}
    airflow.call("PATCH", "/connections/carebench_jobs?update_mask=password", **change)
    run = "refused"
    airflow.trigger(BACKFILL, run, from_date="2026-09-05", to_date="2026-09-05")
    assert airflow.ended(BACKFILL, run) == "failed"
    assert night(airflow, run)["try_number"] == 1
    log = airflow.log(BACKFILL, run, "night", 1, 0)
    assert "The token is not valid (401)" in log
    assert "Check the password and the extra of connection carebench_jobs" in log
    assert service.runs("2026-09-05") == []
