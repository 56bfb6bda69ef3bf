"""The DAG files, as Airflow reads them."""

import ast
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from airflow.dag_processing.dagbag import DagBag
from conftest import FOLDER

from carebench_airflow.deployment import POOL, RELEASE

NAMES = {"carebench_nightly", "carebench_backfill", "carebench_late_data", "carebench_consumer_example"}


@pytest.fixture(scope="module")
def bag():
    return DagBag(dag_folder=str(FOLDER / "dags"))


def test_every_file_is_one_dag_without_errors(bag):
    assert bag.import_errors == {}
    assert set(bag.dags) == NAMES == {path.stem for path in (FOLDER / "dags").glob("*.py")}


def test_nights_follow_each_other_in_the_business_zone(monkeypatch):
    monkeypatch.setenv("AIRFLOW__CAREBENCH__TIME_ZONE", "America/Chicago")
    monkeypatch.setenv("AIRFLOW__CAREBENCH__FIRST_BUSINESS_DATE", "2026-03-01")
    dag = DagBag(dag_folder=str(FOLDER / "dags" / "carebench_nightly.py")).dags["carebench_nightly"]
    assert type(dag.timetable).__name__ == "CronDataIntervalTimetable"
    assert (dag.timetable.expression, str(dag.timetable.timezone)) == ("0 4 * * *", "America/Chicago")
    assert dag.start_date == datetime.fromisoformat("2026-03-01T00:00:00-06:00")
    assert (dag.catchup, dag.max_active_runs) == (True, 1)


def test_a_night_reads_each_platform_and_then_benchmarks_and_publishes(bag):
    dag = bag.dags["carebench_nightly"]
    order = {task.task_id: sorted(task.downstream_task_ids) for task in dag.tasks}
    assert order == {"platforms": ["extract"], "extract": ["benchmark"], "benchmark": ["publish"], "publish": []}
    assert dag.get_task("extract").is_mapped
    assert [asset.uri for asset in dag.get_task("publish").outlets] == ["carebench://mart/release"]


def test_params_say_what_may_change_from_run_to_run(bag):
    params = bag.dags["carebench_nightly"].params
    assert params.dump() == {"business_date": None, "mode": "ENSURE"}
    assert params.get_param("mode").schema["enum"] == ["ENSURE", "RERUN"]
    with pytest.raises(ValueError, match="WIPE"):
        params.get_param("mode").resolve("WIPE")


@pytest.mark.parametrize("name", sorted(NAMES - {"carebench_consumer_example"}))
def test_tasks_run_in_the_pool_with_retries_and_without_time_limits_of_airflow(bag, name):
    dag = bag.dags[name]
    assert dag.dagrun_timeout is None
    for task in dag.tasks:
        assert task.pool == POOL, task.task_id
        assert task.retries == 3, task.task_id
        assert task.execution_timeout is None, task.task_id
        assert task.retry_delay == timedelta(seconds=1), task.task_id


@pytest.mark.parametrize("name", ["carebench_backfill", "carebench_late_data"])
def test_dates_of_a_span_run_one_at_a_time(bag, name):
    night = bag.dags[name].get_task("night")
    assert night.is_mapped
    assert night.max_active_tis_per_dagrun == 1


def test_consumer_runs_on_the_release_and_on_no_clock(bag):
    dag = bag.dags["carebench_consumer_example"]
    assert [asset.uri for asset in dag.timetable.asset_condition.objects] == [RELEASE.uri]


def test_pool_of_the_tasks_counts_those_that_wait(bag):
    pool = json.loads((FOLDER / "pools.json").read_text())[POOL]
    assert pool["include_deferred"] is True and pool["slots"] > 0


@pytest.mark.parametrize("name", sorted(NAMES))
def test_reading_a_file_asks_nobody(name):
    """No connection, variable, file or network at the top level: every import runs again and again in the processor."""
    tree = ast.parse((FOLDER / "dags" / f"{name}.py").read_text())
    imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)} | {
        a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names
    }
    assert imported <= {
        "airflow.sdk",
        "airflow.sdk.exceptions",
        "datetime",
        "logging",
        "carebench_airflow.business_date",
        "carebench_airflow.deployment",
        "carebench_airflow.operator",
    }
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert not called & {"open", "Variable", "Connection", "print"}


def test_option_that_cannot_be_read_says_which():
    code = "from carebench_airflow.deployment import Deployment; Deployment.configured()"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "AIRFLOW__CAREBENCH__TIME_ZONE": "Mars/Base"},
        capture_output=True,
        text=True,
    )
    assert "Cannot read option time_zone of section [carebench]: 'Mars/Base' is not valid" in told.stderr
    assert "Set AIRFLOW__CAREBENCH__TIME_ZONE" in told.stderr
