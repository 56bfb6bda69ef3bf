"""Requests to the REST interface of the job service, and what its answers mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx

#: Seconds for an answer that the service need not wait for.
TIMEOUT = 15.0

#: Seconds after the first failure; doubles with each.
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0


class Problem(Exception):
    """An answer other than success (RFC 9457), or one that cannot be read."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str | None = None,
        kind: str = "about:blank",
        retry_after: float | None = None,
    ):
        super().__init__(f"{title} ({status})" + (f": {detail}" if detail else ""))
        self.status = status
        self.kind = kind
        self.retry_after = retry_after

    @property
    def unauthorized(self) -> bool:
        """The service does not accept who asks; asking again does not help."""
        return self.status in (401, 403)

    @property
    def busy(self) -> bool:
        """The service is there and asks to come back: no capacity, going down, or still stopping the run before."""
        return self.status in (429, 503) or (self.status == 409 and self.kind.endswith("still-stopping"))

    @property
    def unavailable(self) -> bool:
        """Something is out of order between here and the work; it may pass."""
        return self.status >= 500 and self.status != 503


def pause_after(problem: Exception, failures: int) -> float:
    """Seconds to leave the service alone: as long as it asks for, else longer with every failure in a row."""
    asked = getattr(problem, "retry_after", None)
    return min(LONGEST_PAUSE, asked if asked is not None else FIRST_PAUSE * 2.0 ** min(failures - 1, 10))


def describe(problem: Exception) -> str:
    """Some errors of the network have no text of their own."""
    return str(problem) or type(problem).__name__


@dataclass(frozen=True)
class Call:
    """One request. ``timeout`` in seconds."""

    method: str
    path: str
    params: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    timeout: float = TIMEOUT

    def send(self, client: httpx.Client) -> httpx.Response:
        return _checked(client.send(self._request(client)))

    async def send_async(self, client: httpx.AsyncClient) -> httpx.Response:
        return _checked(await client.send(self._request(client)))

    def _request(self, client: httpx.Client | httpx.AsyncClient) -> httpx.Request:
        return client.build_request(
            self.method,
            f"/api/v1{self.path}",
            params=self.params,
            headers=self.headers,
            json=self.body,
            timeout=self.timeout,
        )


def list_jobs() -> Call:
    return Call("GET", "/jobs")


def list_platforms(business_date: date) -> Call:
    return Call("GET", "/platforms", params={"businessDate": business_date.isoformat()})


def start(job: str, key: str, body: Mapping[str, Any]) -> Call:
    """Asks for work. Safe to repeat with the same key: the service attaches to it, or restarts what failed."""
    return Call("POST", f"/jobs/{job}/executions", headers={"Idempotency-Key": key}, body=body, timeout=30)


def look(execution_id: str, wait: float = 0) -> Call:
    """The state of an execution, as soon as it has ended or after ``wait`` seconds, at most 60."""
    seconds = max(0, min(60, int(wait)))
    return Call("GET", f"/executions/{execution_id}", params={"wait": seconds}, timeout=seconds + TIMEOUT)


def stop(execution_id: str, attempt: int, reason: str) -> Call:
    """Asks to stop one attempt. Safe to repeat; a later attempt is not touched."""
    return Call("POST", f"/executions/{execution_id}/stop", body={"attempt": attempt, "reason": reason})


def read_log(execution_id: str) -> Call:
    return Call("GET", f"/executions/{execution_id}/log")


def read_json(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        raise Problem(502, "The answer is not JSON", "Is there something else at this address?") from None


@dataclass(frozen=True)
class Execution:
    """One execution of a job as the service told it; members that this version does not know are left out.

    ``decision`` is None but in the answer to a start. ``new_data`` is None where it is not known yet.
    """

    id: str
    job: str
    business_date: str
    attempt: int
    status: str
    terminal: bool
    retryable: bool
    release: str | None = None
    new_data: bool | None = None
    message: str | None = None
    decision: str | None = None
    progress: str | None = None
    log: str | None = None

    @classmethod
    def read(cls, response: httpx.Response) -> Execution:
        told = read_json(response)
        try:
            return cls(
                id=str(told["id"]),
                job=told["job"],
                business_date=told["businessDate"],
                attempt=told["attempt"],
                status=told["status"],
                terminal=told["terminal"],
                retryable=told.get("retryable", False),
                release=told.get("release"),
                new_data=told.get("newData"),
                message=_short(told.get("message")),
                decision=told.get("decision"),
                progress=_progress(told.get("progress")),
                log=(told.get("links") or {}).get("log"),
            )
        except (KeyError, TypeError) as missing:
            raise Problem(502, "The answer is not an execution", f"It lacks {missing}.") from None

    @property
    def succeeded(self) -> bool:
        return self.status == "SUCCEEDED"

    def __str__(self) -> str:
        return f"execution {self.id} of {self.job} {self.business_date}, attempt {self.attempt}"


def _progress(told: Mapping[str, Any] | None) -> str | None:
    if not told:
        return None
    expected = told.get("expected")
    return f"{told.get('step')}: {told.get('done')}" + (f" of {expected}" if expected is not None else "")


def _short(message: str | None) -> str | None:
    """Keeps rows of the metadata database small; the whole is in the log of the execution."""
    return message if message is None or len(message) <= 500 else message[:499] + "…"


def _checked(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    try:
        told = response.json()
        told = told if isinstance(told, dict) else {}
    except ValueError:
        told = {}
    details = [told.get("detail")] + [f"{e.get('field')}: {e.get('message')}" for e in told.get("errors") or ()]
    raise Problem(
        response.status_code,
        told.get("title") or response.reason_phrase,
        "; ".join(d for d in details if d) or None,
        told.get("type", "about:blank"),
        _retry_after(response.headers.get("Retry-After")),
    )


def _retry_after(header: str | None) -> float | None:
    """Seconds. The service sends seconds; a date, which a proxy may send, counts as not said."""
    return float(header) if header and header.isdigit() else None
