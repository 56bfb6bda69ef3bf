"""Whole DAG runs in one process, triggers inline, against a service over real HTTP."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import DagRunState
from conftest import FOLDER


@pytest.fixture(scope="module", autouse=True)
def database():
    for arguments in (["db", "reset", "--yes"], ["pools", "import", str(FOLDER / "pools.json")]):
        subprocess.run([sys.executable, "-m", "airflow", *arguments], check=True, capture_output=True)


def run(dag_id, **conf):
    dag = DagBag(dag_folder=str(FOLDER / "dags")).dags[dag_id]
    return dag.test(run_conf=conf, logical_date=datetime.now(UTC))


def asked(service):
    return [(r.job, r.businessDate, r.platform) for r in service.runs]


def test_a_night_runs_from_end_to_end(service):
    finished = run("carebench_nightly", business_date="2026-11-21")
    assert finished.state == DagRunState.SUCCESS
    told = asked(service)
    assert set(told[:2]) == {("extract", "2026-11-21", "bluesky"), ("extract", "2026-11-21", "cms")}
    assert told[2:] == [("benchmark", "2026-11-21", None), ("publish", "2026-11-21", None)]


def test_span_runs_every_date(service):
    finished = run("carebench_backfill", from_date="2026-02-27", to_date="2026-03-01", mode="RERUN")
    assert finished.state == DagRunState.SUCCESS
    days = ("2026-02-27", "2026-02-28", "2026-03-01")
    assert sorted(asked(service)) == [("nightly", day, None) for day in days]
    assert {body["mode"] for _, _, body in service.asked("POST", "/executions")} == {"RERUN"}


def test_span_that_ends_before_it_begins_asks_for_nothing(service):
    finished = run("carebench_backfill", from_date="2026-03-02", to_date="2026-03-01")
    assert finished.state == DagRunState.FAILED
    assert service.runs == []


def test_late_data_looks_at_the_dates_before_the_business_date(service):
    finished = run("carebench_late_data", business_date="2026-11-21", days=2)
    assert finished.state == DagRunState.SUCCESS
    assert sorted(asked(service)) == [("nightly", "2026-11-19", None), ("nightly", "2026-11-20", None)]


def test_night_that_fails_for_good_fails_the_run(service):
    service.knobs.endings = [{}, {}, {"status": "FAILED", "retryable": False, "message": "A check failed."}]
    assert run("carebench_nightly", business_date="2026-11-21").state == DagRunState.FAILED
    assert [job for job, _, _ in asked(service)] == ["extract", "extract", "benchmark"]
    assert service.runs[-1].attempt == 1
