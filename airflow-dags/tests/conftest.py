"""Settings for all tests. Airflow reads its home when it is first imported, so that is set here."""

import json
import os
import signal
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
HOME = FOLDER / "target" / "home"
os.environ.update(
    AIRFLOW_HOME=str(HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(FOLDER / "dags"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
    AIRFLOW__CAREBENCH__RETRY_DELAY="1",
    NO_PROXY="127.0.0.1,localhost",
)
sys.path.insert(0, str(FOLDER / "tests"))
# Who is asked to end first ends the processes that the fixtures started.
signal.signal(signal.SIGTERM, signal.default_int_handler)

import pytest  # noqa: E402
from fake_service import FakeService  # noqa: E402


@pytest.fixture
def service(monkeypatch):
    """A job service of its own for one test, which connection carebench_jobs leads to."""
    with FakeService() as running:
        connect(monkeypatch, running.port)
        yield running


def connect(monkeypatch, port: int, password: str = "secret", **extra) -> None:
    connection = {"conn_type": "carebench", "schema": "http", "host": "127.0.0.1", "port": port, "password": password}
    monkeypatch.setenv("AIRFLOW_CONN_CAREBENCH_JOBS", json.dumps(connection | {"extra": extra}))
