"""Whole nights of the sample: a real Airflow and the real job service, which is killed and whose work is cleared."""

import time

import pytest
from conftest import FOLDER
from processes import BACKFILL, CONSUMER, NIGHTLY, Airflow, RealService, free_port, until

pytestmark = [pytest.mark.airflow, pytest.mark.whole_nights]

PLATFORMS = ["cms", "hifld", "nhs", "youtube"]


@pytest.fixture(scope="module")
def port():
    return free_port()


@pytest.fixture(scope="module")
def airflow(port):
    running = Airflow(FOLDER / "target" / "airflow-of-real-service", port, "the-token")
    yield running
    running.close()


@pytest.fixture(scope="module")
def service(airflow, port):
    running = RealService(FOLDER / "target" / "real-service", port, "the-token", airflow)
    yield running
    running.close()


def consumed(airflow, release):
    """The consumer's run for a release, once it has succeeded."""
    for run in airflow.call("GET", f"/dags/{CONSUMER}/dagRuns")["dag_runs"]:
        if run["state"] == "success" and airflow.returned(CONSUMER, run["dag_run_id"], "read_release") == [release]:
            return run


def test_release_that_airflow_did_not_ask_for_reaches_its_consumers(airflow, service):
    service.night("2022-03-31")
    until("the consumer read the release", lambda: consumed(airflow, "2022-03-31.1"))
    (event,) = airflow.events()
    assert event["extra"].items() >= {
        "business_date": "2022-03-31",
        "release": "2022-03-31.1",
        "new_data": True,
    }.items()
    assert event["source_dag_id"] is None


def test_night_whose_service_is_killed_completes_once(airflow, service):
    run, day = "carebench__2025-12-06__r1", "2025-12-06"
    assert airflow.trigger(NIGHTLY, run, business_date=day).status_code == 200
    until("the benchmark is at work", lambda: service.running("benchmark", day), 300)
    service.kill()
    time.sleep(2)
    service.start()
    assert airflow.ended(NIGHTLY, run, 480) == "success"

    assert [e["status"] for job in ("benchmark", "publish") for e in service.executions(job, day)] == ["SUCCEEDED"] * 2
    extracts = service.executions("extract", day)
    assert sorted(e["parameters"]["platform"] for e in extracts) == PLATFORMS
    assert {e["release"] for e in extracts} == {"2025-12-06.1"}
    # The task tells of the release, and the service, which a task asked, does not do so as well.
    until("the consumer read the release", lambda: consumed(airflow, "2025-12-06.1"))
    assert [e["extra"] for e in airflow.events() if e["source_dag_id"] == NIGHTLY] == [
        {"business_date": day, "release": "2025-12-06.1", "new_data": True}
    ]
    assert len(airflow.events()) == 2


def test_cleared_night_is_stopped_and_run_by_one_new_attempt(airflow, service):
    run, day = "cleared", "2025-12-07"
    assert airflow.trigger(BACKFILL, run, from_date=day, to_date=day).status_code == 200
    until("the benchmark is at work", lambda: service.running("benchmark", day), 300)
    (before,) = service.executions("nightly", day)
    airflow.clear(BACKFILL, run, "night")
    assert airflow.ended(BACKFILL, run, 480) == "success"

    (night,) = service.executions("nightly", day)
    assert (night["id"], night["attempt"], night["status"]) == (before["id"], 2, "SUCCEEDED")
    # The files in force are those of the day before.
    assert (night["release"], night["newData"]) == ("2025-12-07.1", False)
    assert "no new data" in night["message"]
    assert len(airflow.events()) == 2, "nothing new, so no event"


def test_backfill_command_hands_the_nights_to_airflow(airflow, service):
    days = ["2025-12-08", "2025-12-09"]
    told = service.command("backfill", "--from", days[0], "--to", days[1])
    assert f"Airflow makes up for 2025-12-08 to 2025-12-09 with DAG {NIGHTLY} as backfill" in told
    listing = f"/dags/{NIGHTLY}/dagRuns?run_type=backfill&order_by=logical_date"
    runs = until(
        "both runs are over",
        lambda: (
            len(known := airflow.call("GET", listing)["dag_runs"]) == 2
            and all(run["state"] in ("success", "failed") for run in known)
            and known
        ),
        480,
        1,
    )
    assert [(run["logical_date"][:10], run["state"]) for run in runs] == [(day, "success") for day in days]
    for day in days:
        (publish,) = service.executions("publish", day)
        assert (publish["status"], publish["newData"]) == ("SUCCEEDED", False)


def test_night_that_a_command_asks_airflow_for_runs_once(airflow, service):
    command = ["nightly", "--business-date", "2025-12-06", "--by-airflow"]
    run = "carebench__2025-12-06__ensure__1"
    assert f"Airflow runs 2025-12-06 with DAG {NIGHTLY} as run {run}." in service.command(*command)
    assert "Nothing to do" in service.command(*command)
    assert airflow.ended(NIGHTLY, run) == "success"
    assert airflow.returned(NIGHTLY, run, "publish")["release"] == "2025-12-06.1"
