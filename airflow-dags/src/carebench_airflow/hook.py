"""Clients of the job service, made from an Airflow connection of type ``carebench``."""

from __future__ import annotations

import ssl
from typing import Any

import httpx
from airflow.sdk import BaseHook, Connection
from airflow.sdk.exceptions import AirflowFailException

from carebench_airflow import __version__, api
from carebench_airflow.auth import BearerToken, ClientCredentials


class CarebenchHook(BaseHook):
    """The password of the connection is the bearer token, or the client secret where the extra has a ``token_url``.

    Extra: ``token_url``, ``client_id``, ``scope`` for OAuth2 client credentials; ``ca_file``, ``cert_file`` and
    ``key_file`` for TLS with own authorities and client certificates.
    """

    conn_name_attr = "carebench_conn_id"
    default_conn_name = "carebench_jobs"
    conn_type = "carebench"
    hook_name = "Carebench job service"

    def __init__(self, carebench_conn_id: str = default_conn_name):
        super().__init__()
        self.carebench_conn_id = carebench_conn_id

    def client(self) -> httpx.Client:
        """For workers. The caller closes it."""
        return httpx.Client(**self._settings(self.get_connection(self.carebench_conn_id)))

    async def async_client(self) -> httpx.AsyncClient:
        """For the triggerer. The caller closes it."""
        return httpx.AsyncClient(**self._settings(await self.aget_connection(self.carebench_conn_id)))

    def test_connection(self) -> tuple[bool, str]:
        try:
            with self.client() as client:
                jobs = api.read_json(api.list_jobs().send(client))
        except (api.Problem, httpx.HTTPError, AirflowFailException) as problem:
            return False, str(problem)
        return True, f"The job service offers {', '.join(sorted(job['name'] for job in jobs))}."

    @classmethod
    def get_ui_field_behaviour(cls) -> dict[str, Any]:
        return {
            "hidden_fields": ["login"],
            "relabeling": {"schema": "http or https", "password": "Bearer token or OAuth2 client secret"},
            "placeholders": {"extra": '{"token_url": "…", "client_id": "…", "scope": "jobs.run jobs.stop jobs.read"}'},
        }

    def _settings(self, connection: Connection) -> dict[str, Any]:
        if not connection.host or not connection.password:
            missing = "host" if not connection.host else "password (the token)"
            raise AirflowFailException(
                f"Cannot reach the job service: connection {self.carebench_conn_id} has no {missing}."
            )
        port = f":{connection.port}" if connection.port else ""
        extra = connection.extra_dejson
        return {
            "base_url": f"{connection.schema or 'https'}://{connection.host}{port}",
            "auth": _auth(connection.password, extra),
            "verify": _tls(extra),
            "headers": {"User-Agent": f"carebench-airflow/{__version__}"},
        }


def _auth(secret: str, extra: dict[str, Any]) -> httpx.Auth:
    if "token_url" not in extra:
        return BearerToken(secret)
    return ClientCredentials(extra["token_url"], extra.get("client_id", ""), secret, extra.get("scope"))


def _tls(extra: dict[str, Any]) -> ssl.SSLContext | bool:
    if not extra.get("ca_file") and not extra.get("cert_file"):
        return True
    context = ssl.create_default_context(cafile=extra.get("ca_file"))
    if extra.get("cert_file"):
        context.load_cert_chain(extra["cert_file"], extra.get("key_file"))
    return context
