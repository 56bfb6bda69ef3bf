"""Whole nights of the sample: a real Airflow and the real job service, which is killed and whose work is cleared."""

import time

import pytest
from conftest import FOLDER
from processes import BACKFILL, CONSUMER, NIGHTLY, Airflow, RealService, until

pytestmark = [pytest.mark.airflow, pytest.mark.whole_nights]

PLATFORMS = ["cms", "hifld", "nhs", "youtube"]


@pytest.fixture(scope="module")
def service():
    running = RealService(FOLDER / "target" / "real-service", token="the-token")
    yield running
    running.close()


@pytest.fixture(scope="module")
def airflow(service):
    running = Airflow(FOLDER / "target" / "airflow-of-real-service", service.port, "the-token")
    yield running
    running.close()


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
    told = until(
        "the event is told",
        lambda: (t := airflow.rest.get(f"/assets/events?source_dag_id={NIGHTLY}")).is_success and t.json(),
    )
    assert [e["extra"] for e in told["asset_events"]] == [
        {"business_date": day, "release": "2025-12-06.1", "new_data": True}
    ]
    (consumed,) = until("the consumer began", lambda: airflow.call("GET", f"/dags/{CONSUMER}/dagRuns")["dag_runs"])
    assert airflow.ended(CONSUMER, consumed["dag_run_id"]) == "success"


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
    assert airflow.call("GET", f"/dags/{CONSUMER}/dagRuns")["total_entries"] == 1, "nothing new, so no event"
