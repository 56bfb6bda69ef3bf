"""Clients made from a connection, and how they prove who asks."""

import json
import time

import httpx
import pytest
from airflow.sdk.exceptions import AirflowFailException
from conftest import connect

from carebench_airflow import api
from carebench_airflow.api import Problem
from carebench_airflow.hook import CarebenchHook


def jobs():
    with CarebenchHook().client() as client:
        return [job["name"] for job in api.read_json(api.list_jobs().send(client))]


async def test_token_goes_along_with_blocking_and_asynchronous_requests(service):
    assert jobs() == ["extract", "benchmark", "publish", "nightly"]
    async with await CarebenchHook().async_client() as client:
        assert (await api.list_jobs().send_async(client)).status_code == 200


def test_wrong_token_is_a_problem_that_never_passes(service, monkeypatch):
    connect(monkeypatch, service.port, password="wrong")
    with pytest.raises(Problem, match=r"The token is not valid \(401\)") as caught:
        jobs()
    assert caught.value.unauthorized and not caught.value.busy and not caught.value.unavailable


def test_client_credentials_give_one_token_for_many_requests(service, monkeypatch):
    connect(
        monkeypatch, service.port, password="client-secret", token_url=f"{service.url}/oauth/token", client_id="airflow"
    )
    with CarebenchHook().client() as client:
        for _ in range(3):
            assert api.list_jobs().send(client).status_code == 200
    assert list(service.tokens) == ["token-1"]


async def test_refused_token_is_renewed_once(service, monkeypatch):
    connect(
        monkeypatch, service.port, password="client-secret", token_url=f"{service.url}/oauth/token", client_id="airflow"
    )
    service.knobs.token_life = 0.2
    async with await CarebenchHook().async_client() as client:
        assert (await api.list_jobs().send_async(client)).status_code == 200
        time.sleep(0.3)
        assert (await api.list_jobs().send_async(client)).status_code == 200
    assert list(service.tokens) == ["token-1", "token-2"]


def test_fresh_token_that_is_refused_is_not_renewed_for_ever(service, monkeypatch):
    connect(
        monkeypatch, service.port, password="client-secret", token_url=f"{service.url}/oauth/token", client_id="airflow"
    )
    service.knobs.token_life = -1
    with pytest.raises(Problem, match="401"):
        jobs()
    assert len(service.tokens) == 1


def test_refused_client_says_what_to_check_and_not_the_secret(service, monkeypatch):
    connect(
        monkeypatch, service.port, password="stale-secret", token_url=f"{service.url}/oauth/token", client_id="airflow"
    )
    with pytest.raises(Problem, match="gave no token to client airflow.*Check token_url") as caught:
        jobs()
    assert caught.value.unauthorized
    assert "stale-secret" not in str(caught.value)


@pytest.mark.parametrize(("missing", "words"), [("host", "no host"), ("password", "no password")])
def test_connection_that_lacks_something_says_what(monkeypatch, missing, words):
    connection = {"conn_type": "carebench", "host": "127.0.0.1", "password": "x"} | {missing: None}
    monkeypatch.setenv("AIRFLOW_CONN_CAREBENCH_JOBS", json.dumps(connection))
    with pytest.raises(AirflowFailException, match=f"connection carebench_jobs has {words}"):
        CarebenchHook().client()


def test_connection_without_schema_is_encrypted(monkeypatch):
    monkeypatch.setenv(
        "AIRFLOW_CONN_CAREBENCH_JOBS", '{"conn_type": "carebench", "host": "jobs.example", "password": "x"}'
    )
    with CarebenchHook().client() as client:
        assert str(client.base_url) == "https://jobs.example"


def test_button_of_the_connection_page_tells_the_jobs_or_the_cause(service, monkeypatch):
    assert CarebenchHook().test_connection() == (True, "The job service offers benchmark, extract, nightly, publish.")
    connect(monkeypatch, service.port, password="wrong")
    assert CarebenchHook().test_connection() == (False, "The token is not valid (401)")


def test_answer_of_something_else_at_the_address_is_told(service):
    with pytest.raises(Problem, match="The answer is not JSON"):
        api.read_json(httpx.Response(200, text="<html>"))
    with pytest.raises(Problem, match="not an execution.*'businessDate'"):
        api.Execution.read(httpx.Response(200, json={"id": "1", "job": "extract"}))


def test_parameters_that_are_wrong_are_told_field_by_field(service):
    with CarebenchHook().client() as client, pytest.raises(Problem, match="businessDate: not a date") as caught:
        api.start("extract", "k", {"businessDate": "tomorrow"}).send(client)
    assert caught.value.status == 422
    assert not caught.value.busy and not caught.value.unavailable
