"""A job service that speaks the same REST interface and does what a test tells it, over real HTTP.

In a test: ``with FakeService() as service``. As a program, with a state that survives its death:
``python fake_service.py --port 18090 --token secret --state state.json``; knobs are then set by ``PUT /control``, where
``finish`` ends what runs.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

JOBS = ("extract", "benchmark", "publish", "nightly")
TERMINAL = ("STOPPED", "SUCCEEDED", "FAILED", "LOST")


@dataclass
class Knobs:
    """What a test changes. Lists are used up from their beginning."""

    platforms: list = field(default_factory=lambda: ["bluesky", "cms"])
    #: Seconds that a job takes.
    duration: dict = field(default_factory=dict)
    #: Answers to starts before one is accepted: {"status", "type", "retryAfter", "drop", "after"}.
    starts: list = field(default_factory=list)
    #: The same for looks.
    looks: list = field(default_factory=list)
    #: How the next executions end: {"status", "retryable", "message"}.
    endings: list = field(default_factory=list)
    #: Seconds between a stop and its effect.
    stopping: float = 0.0
    #: Business dates whose inputs equal those of the release before.
    unchanged: list = field(default_factory=list)
    #: Whether a look waits as it is asked to.
    long_poll: bool = True
    #: Seconds for which a token of the token endpoint is valid.
    token_life: float = 300


@dataclass
class Run:
    """One execution; ``history`` has one (began, ended) per attempt, to prove that no two overlap."""

    id: str
    job: str
    businessDate: str
    platform: str | None
    revision: int
    attempt: int = 0
    status: str = "RUNNING"
    retryable: bool = False
    message: str | None = None
    began: float = 0.0
    due: float = 0.0
    stops: float | None = None
    history: list = field(default_factory=list)

    @property
    def work(self) -> tuple:
        return self.job, self.businessDate, self.platform

    @property
    def terminal(self) -> bool:
        return self.status in TERMINAL


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        """Callers that hang up are part of the tests."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, address)


class FakeService:
    def __init__(self, token: str = "secret", port: int = 0, state: Path | None = None):
        self.token = token
        self.knobs = Knobs()
        self.runs: list[Run] = []
        self.keys: dict[str, list] = {}
        #: (method, path, body) of every authorised request.
        self.requests: list[tuple] = []
        self.tokens: dict[str, float] = {}
        self._state = state
        self._lock = threading.RLock()
        if state is not None and state.exists():
            self._load(json.loads(state.read_text()))
        self._server = Server(("127.0.0.1", port), self._handler())
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> FakeService:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()

    def serve(self) -> None:
        self._server.serve_forever()

    def run(self, execution_id: str) -> Run:
        with self._lock:
            self._advance()
            return next(run for run in self.runs if run.id == execution_id)

    def asked(self, method: str, ending: str) -> list[tuple]:
        with self._lock:
            return [r for r in self.requests if r[0] == method and r[1].endswith(ending)]

    # --- what the service does

    def start(self, job: str, key: str | None, body: dict) -> tuple[int, dict, dict]:
        if job not in JOBS:
            return self._problem(404, "Unknown job")
        if not key:
            return self._problem(
                422, "Idempotency-Key is missing", errors=[{"field": "Idempotency-Key", "message": "required"}]
            )
        date, platform, mode = (
            body.get("businessDate"),
            (body.get("parameters") or {}).get("platform"),
            body.get("mode", "ENSURE"),
        )
        try:
            datetime.strptime(date or "", "%Y-%m-%d")
        except ValueError:
            return self._problem(422, "Bad parameters", errors=[{"field": "businessDate", "message": "not a date"}])
        payload = [job, date, platform, mode]
        if key in self.keys:
            if self.keys[key][0] != payload:
                return self._problem(409, "The key was used for other work", kind="urn:carebench:key-reused")
            return self._again(next(r for r in self.runs if r.id == self.keys[key][1]))
        before = [r for r in self.runs if r.work == (job, date, platform)]
        if before and before[-1].status == "STOPPING":
            return self._again(before[-1])
        if before and not (mode == "RERUN" and before[-1].status == "SUCCEEDED"):
            self.keys[key] = [payload, before[-1].id]
            return self._again(before[-1])
        run = Run(str(len(self.runs) + 1), job, date, platform, revision=len(before) + 1)
        self.runs.append(run)
        self.keys[key] = [payload, run.id]
        self._begin(run)
        return 201, self._tell(run, "STARTED"), {"Location": f"/api/v1/executions/{run.id}"}

    def stop(self, run: Run, attempt: int) -> tuple[int, dict, dict]:
        if attempt != run.attempt:
            return self._problem(409, "The attempt is over", kind="urn:carebench:stale-attempt")
        if not run.terminal and run.status != "STOPPING":
            run.status, run.stops = "STOPPING", time.time() + self.knobs.stopping
        self._advance()
        return 202, self._tell(run), {}

    def _again(self, run: Run) -> tuple[int, dict, dict]:
        if run.status == "STOPPING":
            return self._problem(409, "Still stopping", kind="urn:carebench:still-stopping", retry_after=1)
        if run.status == "SUCCEEDED":
            return 200, self._tell(run, "ALREADY_COMPLETE"), {}
        if not run.terminal:
            return 200, self._tell(run, "ATTACHED"), {}
        self._begin(run)
        return 201, self._tell(run, "RESTARTED"), {"Location": f"/api/v1/executions/{run.id}"}

    def _begin(self, run: Run) -> None:
        run.attempt += 1
        run.status, run.message, run.stops = "RUNNING", None, None
        run.began = time.time()
        run.due = run.began + self.knobs.duration.get(run.job, 0.2)

    def _advance(self) -> None:
        now = time.time()
        for run in self.runs:
            if run.status == "STOPPING" and now >= run.stops:
                self._end(run, "STOPPED", True, "Stopped as asked.")
            elif run.status == "RUNNING" and now >= run.due:
                ending = self.knobs.endings.pop(0) if self.knobs.endings else {}
                unchanged = run.businessDate in self.knobs.unchanged
                said = "No new data: the inputs equal those of the release before." if unchanged else "Done."
                self._end(
                    run, ending.get("status", "SUCCEEDED"), ending.get("retryable", False), ending.get("message", said)
                )

    def _end(self, run: Run, status: str, retryable: bool, message: str) -> None:
        run.status, run.retryable, run.message = status, retryable, message
        run.history.append([run.began, time.time()])

    def _tell(self, run: Run, decision: str | None = None) -> dict:
        succeeded = run.status == "SUCCEEDED"
        told = {
            "id": run.id,
            "job": run.job,
            "businessDate": run.businessDate,
            "release": f"{run.businessDate}.{run.revision}" if succeeded and run.job != "extract" else None,
            "attempt": run.attempt,
            "parameters": {"platform": run.platform} if run.platform else {},
            "status": run.status,
            "terminal": run.terminal,
            "retryable": run.retryable,
            "newData": run.businessDate not in self.knobs.unchanged if succeeded else None,
            "progress": None
            if run.terminal
            else {"step": "working", "done": int(time.time() - run.began), "expected": None},
            "counts": [],
            "message": run.message,
            "startedAt": datetime.fromtimestamp(run.began, UTC).isoformat(),
            "endedAt": datetime.fromtimestamp(run.history[-1][1], UTC).isoformat() if run.terminal else None,
            "links": {
                "self": f"/api/v1/executions/{run.id}",
                "stop": f"/api/v1/executions/{run.id}/stop",
                "log": f"/api/v1/executions/{run.id}/log",
                "dashboard": None,
            },
            "memberOfALaterVersion": {"ignored": True},
        }
        if decision == "ALREADY_COMPLETE":
            told |= {"newData": False, "message": "Nothing to do: the work is complete."}
        return told | ({"decision": decision} if decision else {})

    def _problem(self, status, title, kind="about:blank", retry_after=None, errors=None) -> tuple[int, dict, dict]:
        body = {"type": kind, "title": title, "status": status, "detail": None} | ({"errors": errors} if errors else {})
        return status, body, {"Retry-After": str(retry_after)} if retry_after is not None else {}

    # --- state on disk

    def _save(self) -> None:
        if self._state is not None:
            told = {"runs": [asdict(r) for r in self.runs], "keys": self.keys, "knobs": asdict(self.knobs)}
            fresh = self._state.with_suffix(".new")
            fresh.write_text(json.dumps(told))
            fresh.replace(self._state)

    def _load(self, told: dict) -> None:
        self.runs = [Run(**run) for run in told["runs"]]
        self.keys, self.knobs = told["keys"], Knobs(**told["knobs"])
        for run in self.runs:
            if not run.terminal:
                self._end(run, "LOST", True, "The process that ran it is gone.")

    # --- HTTP

    def _handler(service) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                self._answer("GET")

            def do_POST(self):
                self._answer("POST")

            def do_PUT(self):
                self._answer("PUT")

            def _answer(self, method: str):
                url = urlsplit(self.path)
                query = {name: values[-1] for name, values in parse_qs(url.query).items()}
                raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if url.path == "/oauth/token":
                    return self._send(*service._grant(self.headers, raw.decode()))
                if not service._authorised(self.headers.get("Authorization", "")):
                    return self._send(*service._problem(401, "The token is not valid"))
                body = json.loads(raw) if raw else None
                with service._lock:
                    service.requests.append((method, url.path, body))
                    service._advance()
                    scripted = service._scripted(method, url.path)
                if scripted is not None:
                    time.sleep(scripted.get("after", 0))
                    if scripted.get("drop"):
                        self.close_connection = True
                        return
                    if "status" in scripted:
                        return self._send(
                            *service._problem(
                                scripted["status"],
                                "As scripted",
                                scripted.get("type", "about:blank"),
                                scripted.get("retryAfter"),
                            )
                        )
                answer = service._route(method, url.path, query, body, self.headers)
                with service._lock:
                    service._save()
                self._send(*answer)

            def _send(self, status: int, body, headers: dict):
                text = body if isinstance(body, str) else json.dumps(body)
                self.send_response(status)
                problem = status >= 400
                kind = (
                    "text/plain"
                    if isinstance(body, str)
                    else "application/problem+json"
                    if problem
                    else "application/json"
                )
                self.send_header("Content-Type", kind)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

        return Handler

    def _authorised(self, header: str) -> bool:
        token = header.removeprefix("Bearer ")
        return token == self.token or self.tokens.get(token, 0) > time.time()

    def _grant(self, headers, form: str) -> tuple[int, dict, dict]:
        expected = "Basic " + base64.b64encode(b"airflow:client-secret").decode()
        if headers.get("Authorization") != expected or "grant_type=client_credentials" not in form:
            return 401, {"error": "invalid_client"}, {}
        token = f"token-{len(self.tokens) + 1}"
        self.tokens[token] = time.time() + self.knobs.token_life
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": 3600}, {}

    def _scripted(self, method: str, path: str) -> dict | None:
        if method == "POST" and path.endswith("/executions"):
            return self.knobs.starts.pop(0) if self.knobs.starts else None
        if method == "GET" and "/api/v1/executions/" in path and not path.endswith("/log"):
            return self.knobs.looks.pop(0) if self.knobs.looks else None
        return None

    def _route(self, method, path, query, body, headers) -> tuple[int, object, dict]:
        if path == "/control":
            with self._lock:
                if method == "PUT":
                    if body.pop("finish", False):
                        for run in self.runs:
                            run.due = min(run.due, time.time())
                    for name, value in body.items():
                        getattr(self.knobs, name)
                        setattr(self.knobs, name, value)
                looks = [r for r in self.requests if r[0] == "GET" and r[1].startswith("/api/v1/executions/")]
                return 200, {"runs": [asdict(r) for r in self.runs], "looks": len(looks)}, {}
        parts = path.removeprefix("/api/v1/").split("/")
        match method, parts:
            case "GET", ["jobs"]:
                return 200, [{"name": job, "parameters": []} for job in JOBS], {}
            case "GET", ["platforms"]:
                return 200, self.knobs.platforms, {}
            case "POST", ["jobs", job, "executions"]:
                with self._lock:
                    return self.start(job, headers.get("Idempotency-Key"), body)
            case "GET", ["jobs", job, "executions"]:
                with self._lock:
                    runs = [
                        r for r in self.runs if r.job == job and query.get("businessDate") in (None, r.businessDate)
                    ]
                    return 200, [self._tell(r) for r in reversed(runs)], {}
            case method, ["executions", execution_id, *rest] if execution_id in {r.id for r in self.runs}:
                run = self.run(execution_id)
                if method == "POST" and rest == ["stop"]:
                    with self._lock:
                        return self.stop(run, body["attempt"])
                if rest == ["log"]:
                    return 200, f"step one\nstep two of {run.job}\n", {}
                until = time.time() + float(query.get("wait", 0)) * self.knobs.long_poll
                while not self.run(execution_id).terminal and time.time() < until:
                    time.sleep(0.05)
                with self._lock:
                    return 200, self._tell(run), {}
        return self._problem(404, "Not found")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--state", type=Path, required=True)
    given = parser.parse_args()
    FakeService(given.token, given.port, given.state).serve()
