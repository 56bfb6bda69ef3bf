"""How requests to the job service prove who sends them. The flows serve blocking and asynchronous clients alike."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Generator
from urllib.parse import quote_plus as quote

import httpx

from carebench_airflow.api import Problem

#: Seconds by which a token is taken for expired early, so that it does not expire on its way.
LEEWAY = 60


class BearerToken(httpx.Auth):
    """A token that an operator of the service handed out; for small installations."""

    def __init__(self, token: str):
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class ClientCredentials(httpx.Auth):
    """OAuth2 client credentials (RFC 6749, section 4.4): asks for a token, keeps it until it expires, and asks once
    more when the service refuses it."""

    requires_response_body = True

    def __init__(self, token_url: str, client_id: str, client_secret: str, scope: str | None):
        self._token_url = token_url
        self._form = {"grant_type": "client_credentials"} | ({"scope": scope} if scope else {})
        self._client = "Basic " + b64encode(f"{quote(client_id)}:{quote(client_secret)}".encode()).decode()
        self._client_id = client_id
        self._token: str | None = None
        self._expires = 0.0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        fresh = self._token is None or time.monotonic() >= self._expires
        if fresh:
            yield from self._renew()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and not fresh:
            yield from self._renew()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    def _renew(self) -> Generator[httpx.Request, httpx.Response, None]:
        request = httpx.Request("POST", self._token_url, data=self._form)
        request.headers["Authorization"] = self._client
        self._keep((yield request))

    def _keep(self, response: httpx.Response) -> None:
        if response.status_code >= 500:
            raise Problem(503, "The token endpoint is out of service", f"It answered {response.status_code}.")
        try:
            answer = response.json()
            self._token = answer["access_token"]
        except (ValueError, KeyError, TypeError):
            raise Problem(
                401,
                f"The token endpoint gave no token to client {self._client_id}",
                f"It answered {response.status_code}. Check token_url, client_id, scope and the password.",
            ) from None
        self._expires = time.monotonic() + float(answer.get("expires_in", 300)) - LEEWAY
