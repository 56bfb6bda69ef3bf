"""Airflow and a job service as processes of their own, each ended by its id."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx
from conftest import FOLDER
from cryptography.fernet import Fernet

NIGHTLY = "carebench_nightly"
BACKFILL = "carebench_backfill"
CONSUMER = "carebench_consumer_example"
DAGS = (NIGHTLY, BACKFILL, CONSUMER)
COMPONENTS = ("api-server", "scheduler", "dag-processor", "triggerer")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what: str, condition: Callable, seconds: float = 120, pace: float = 0.25):
    """The first value of ``condition`` that is not false."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if value := condition():
                return value
        except httpx.TransportError:
            pass
        time.sleep(pace)
    raise AssertionError(f"After {seconds} s still not: {what}")


class Process:
    """A program with its output in a file."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], logs: Path):
        self._output = (logs / f"{name}.log").open("ab")
        # A session of its own, so that its children end with it.
        self._process = subprocess.Popen(
            command, env=environment, stdout=self._output, stderr=subprocess.STDOUT, start_new_session=True, cwd=FOLDER
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ready(self, what: str, condition: Callable, seconds: float = 120) -> None:
        """Waits until the program serves; one that does not is ended, as no fixture will."""

        def answer():
            assert self.alive, f"The program ended by itself; see {self._output.name}"
            return condition()

        try:
            until(what, answer, seconds)
        except BaseException:
            self.end()
            raise

    def kill(self) -> None:
        """Ends the program at once; children that it leaves behind go on."""
        self._process.kill()
        self._process.wait()

    def end(self, how: int = signal.SIGTERM) -> None:
        """Ends the program and every child of it, at once with SIGKILL."""
        if self.alive:
            os.killpg(self._process.pid, how)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._output.close()


class Cable:
    """The network between Airflow and the job service; can be cut while both go on."""

    def __init__(self, target: int):
        self._target = target
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self._cut = True
            for end in self._open:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        with self._lock:
            self._cut = False

    def close(self) -> None:
        self.cut()
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            try:
                if self._cut:
                    raise ConnectionError
                far = socket.create_connection(("127.0.0.1", self._target), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._open |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        with self._lock:
            self._open -= {source, sink}
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class ServiceProcess:
    """The job service that tests tell what to do, as a process that can be killed."""

    def __init__(self, folder: Path, token: str):
        self.port = free_port()
        self.token = token
        self._folder = folder
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}", headers={"Authorization": f"Bearer {token}"}, timeout=10
        )
        self.start()

    def start(self) -> None:
        program = [sys.executable, str(FOLDER / "tests" / "fake_service.py")]
        given = ["--port", str(self.port), "--token", self.token, "--state", str(self._folder / "service.json")]
        self._process = Process("service", program + given, dict(os.environ), self._folder)
        self._process.ready("job service answers", lambda: self._client.get("/api/v1/jobs").is_success)

    def kill(self) -> None:
        self._process.end(signal.SIGKILL)

    def close(self) -> None:
        self._process.end()
        self._client.close()

    def tell(self, **knobs) -> None:
        self._client.put("/control", json=knobs).raise_for_status()

    def finish(self) -> None:
        """Ends what runs, well."""
        self.tell(finish=True)

    def runs(self, business_date: str) -> list[dict]:
        return [run for run in self._told()["runs"] if run["businessDate"] == business_date]

    def looks(self) -> int:
        """How often the state of an execution was asked for since the process began."""
        return self._told()["looks"]

    def _told(self) -> dict:
        return self._client.get("/control").raise_for_status().json()


class RealService:
    """``./carebench serve`` on the sample, and commands beside it, which know the Airflow."""

    def __init__(self, folder: Path, port: int, token: str, airflow: Airflow):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.port = port
        self._folder = folder
        self._environment = dict(os.environ) | {
            "CAREBENCH_SERVICE_TOKEN": token,
            "CAREBENCH_AIRFLOW_URL": airflow.url,
            "CAREBENCH_AIRFLOW_USERNAME": "carebench",
            "CAREBENCH_AIRFLOW_PASSWORD": "ci",
        }
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=30
        )
        self.start()

    def start(self) -> None:
        self._process = Process(
            "service", self._command("serve", "--port", str(self.port)), self._environment, self._folder
        )
        self._process.ready("job service answers", lambda: self._client.get("/jobs").is_success, 300)

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """It stops its jobs and its PostgreSQL before it ends."""
        self._client.close()
        self._process.end()

    def command(self, *arguments: str) -> str:
        """What a command that succeeds prints."""
        told = subprocess.run(self._command(*arguments), env=self._environment, capture_output=True, text=True)
        assert told.returncode == 0, told.stderr
        return told.stdout

    def night(self, business_date: str) -> None:
        """A whole night that nobody but this asks for."""
        asked = self._client.post(
            "/jobs/nightly/executions", json={"businessDate": business_date}, headers={"Idempotency-Key": business_date}
        )
        execution = asked.raise_for_status().json()["id"]
        until(f"the night of {business_date} is over", lambda: self._get(f"/executions/{execution}")["terminal"], 300)

    def executions(self, job: str, business_date: str) -> list[dict]:
        """Newest first."""
        return self._get(f"/jobs/{job}/executions", businessDate=business_date)

    def running(self, job: str, business_date: str) -> dict | None:
        """The newest execution once its step has begun to report how far it is."""
        told = self.executions(job, business_date)
        return told[0] if told and told[0]["status"] == "RUNNING" and (told[0]["progress"] or {}).get("done") else None

    def _command(self, *arguments: str) -> list[str]:
        root = FOLDER.parent
        profile = ["--config", str(root / "config" / "profiles" / "sample.yaml"), "--home", str(self._folder / "home")]
        return [str(root / "carebench"), *arguments, *profile]

    def _get(self, path: str, **params):
        return self._client.get(path, params=params).raise_for_status().json()


class Airflow:
    """The four processes, over one SQLite file, and a client of the REST interface."""

    def __init__(self, folder: Path, service_port: int, service_token: str):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self._folder = folder
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        (folder / "passwords.json").write_text(json.dumps({"admin": "ci", "carebench": "ci"}))
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW_")} | {
            "AIRFLOW_HOME": str(folder),
            "AIRFLOW__CORE__DAGS_FOLDER": str(FOLDER / "dags"),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__PARALLELISM": "4",
            "AIRFLOW__CORE__FERNET_KEY": Fernet.generate_key().decode(),
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin,carebench:op",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(folder / "passwords.json"),
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__PORT": str(port),
            "AIRFLOW__API__WORKERS": "1",
            "AIRFLOW__API__BASE_URL": self.url,
            "AIRFLOW__API__SECRET_KEY": secrets.token_urlsafe(64),
            "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_urlsafe(64),
            "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "300",
            "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "300",
            "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES": "1",
            "AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC": "1",
            "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "1",
            # How long a triggerer may be silent before another takes over what it waited for.
            "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "6",
            "AIRFLOW__TRIGGERER__JOB_HEARTBEAT_SEC": "2",
            # The scheduler starts nothing by itself; the tests do.
            "AIRFLOW__CAREBENCH__FIRST_BUSINESS_DATE": "2099-01-01",
            "AIRFLOW__CAREBENCH__RETRY_DELAY": "2",
            "AIRFLOW__CAREBENCH__MAX_UNREACHABLE": "120",
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
        }
        for arguments in (["db", "migrate"], ["pools", "import", str(FOLDER / "pools.json")]):
            subprocess.run(
                [sys.executable, "-m", "airflow", *arguments], env=self._environment, check=True, capture_output=True
            )
        self._processes = {name: self._begin(name) for name in COMPONENTS}
        self.rest = httpx.Client(base_url=f"{self.url}/api/v2", timeout=30)
        self._changing = threading.Lock()
        self._closing = threading.Event()
        try:
            self._prepare(service_port, service_token)
        except BaseException:
            self.close()
            raise
        threading.Thread(target=self._supervise, daemon=True).start()

    def _prepare(self, service_port: int, service_token: str) -> None:
        """Waits until everything is up, and makes what an installation makes by hand."""
        until("every component is healthy", self._healthy, 180)
        token = httpx.post(f"{self.url}/auth/token", json={"username": "carebench", "password": "ci"})
        assert token.status_code == 201, token.text
        self.rest.headers["Authorization"] = f"Bearer {token.json()['access_token']}"
        self.call(
            "POST",
            "/connections",
            expected=201,
            connection_id="carebench_jobs",
            conn_type="carebench",
            schema="http",
            host="127.0.0.1",
            port=service_port,
            password=service_token,
        )
        until("every DAG is known", lambda: all(self.rest.get(f"/dags/{name}").is_success for name in DAGS))
        assert self.call("GET", "/importErrors")["total_entries"] == 0
        for name in DAGS:
            self.call("PATCH", f"/dags/{name}?update_mask=is_paused", is_paused=False)

    def events(self) -> list[dict]:
        """What became known of releases, oldest first; while a run that an event created is queued, Airflow 3.3.2 answers
        500 (its issue 71360)."""
        told = until("the events are told", lambda: (t := self.rest.get("/assets/events")).is_success and t.json())
        return sorted(told["asset_events"], key=lambda event: event["id"])

    def restart(self, component: str, how: int) -> None:
        with self._changing:
            self._processes[component].end(how)
            self._processes[component] = self._begin(component)

    def _supervise(self) -> None:
        """Starts again what ended by itself, as an installation does: on SQLite, a scheduler that finds a run changed by
        another process gives up (StaleDataError)."""
        while not self._closing.wait(1):
            with self._changing:
                for name in [name for name, process in self._processes.items() if not process.alive]:
                    if not self._closing.is_set():
                        self._processes[name] = self._begin(name)

    def close(self) -> None:
        self._closing.set()
        with self._changing:
            self._end()

    def _end(self) -> None:
        self.rest.close()
        # Nothing of this Airflow is used again, so nobody waits for its farewell.
        for process in self._processes.values():
            process.end(signal.SIGKILL)

    def call(self, method: str, path: str, expected: int = 200, **body) -> dict:
        answer = self.rest.request(method, path, json=body or None)
        assert answer.status_code == expected, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else {}

    def trigger(self, dag: str, run: str, **conf) -> httpx.Response:
        body = {"dag_run_id": run, "logical_date": None, "conf": conf}
        return self.rest.post(f"/dags/{dag}/dagRuns", json=body)

    def clear(self, dag: str, run: str, task: str) -> None:
        body = {"dry_run": False, "only_failed": False, "dag_run_id": run, "task_ids": [task]}
        self.call("POST", f"/dags/{dag}/clearTaskInstances", **body)

    def instances(self, dag: str, run: str) -> dict[tuple, dict]:
        """Task instances by task id and map index."""
        told = self.call("GET", f"/dags/{dag}/dagRuns/{run}/taskInstances")["task_instances"]
        return {(ti["task_id"], ti["map_index"]): ti for ti in told}

    def ended(self, dag: str, run: str, seconds: float = 180) -> str:
        path = f"/dags/{dag}/dagRuns/{run}"
        return until(
            f"run {run} of {dag} has ended",
            lambda: (state := self.call("GET", path)["state"]) in ("success", "failed") and state,
            seconds,
        )

    def returned(self, dag: str, run: str, task: str):
        path = f"/dags/{dag}/dagRuns/{run}/taskInstances/{task}/xcomEntries/return_value"
        return self.call("GET", f"{path}?deserialize=false&stringify=false")["value"]

    def log(self, dag: str, run: str, task: str, attempt: int, map_index: int = -1) -> str:
        path = f"/dags/{dag}/dagRuns/{run}/taskInstances/{task}/logs/{attempt}"
        answer = self.rest.get(path, params={"map_index": map_index}, headers={"Accept": "application/json"})
        return answer.text

    def _begin(self, component: str) -> Process:
        # The servers of log files would listen on every address of the machine.
        quiet = ["--skip-serve-logs"] if component in ("scheduler", "triggerer") else []
        command = [sys.executable, "-m", "airflow", component, *quiet]
        return Process(component, command, self._environment, self._folder)

    def _healthy(self) -> bool:
        dead = [name for name, process in self._processes.items() if not process.alive]
        assert not dead, f"{dead} ended by itself; see the logs in {self._folder}"
        told = httpx.get(f"{self.url}/api/v2/monitor/health").json()
        names = ("metadatabase", "scheduler", "triggerer", "dag_processor")
        return all(told[name]["status"] == "healthy" for name in names)
