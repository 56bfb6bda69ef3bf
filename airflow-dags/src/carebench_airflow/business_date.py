"""The day that a run describes. Everything in a DAG that needs a date asks here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from airflow.sdk.exceptions import AirflowFailException


def business_date(context: Mapping[str, Any], zone: ZoneInfo) -> date:
    """The business date of a run, from the first of these that is there: the param ``business_date``, the partition
    key, the start of a data interval that is not empty, the day before the logical date; days are days of ``zone``.

    Runs without a logical date have no interval, and bare cron schedules have an empty one, so no template variable
    of Airflow is right for every run.
    """
    run = context["dag_run"]
    requested = (context.get("params") or {}).get("business_date") or (run.conf or {}).get("business_date")
    if requested:
        return parse_date(requested, "param business_date")
    if run.partition_key:
        return parse_date(run.partition_key, "partition key")
    start, end = run.data_interval_start, run.data_interval_end
    if start is not None and start != end:
        return _day(start, zone)
    if run.logical_date is not None:
        return _day(run.logical_date, zone) - timedelta(days=1)
    raise AirflowFailException(
        f"Cannot tell the business date of run {run.run_id}: it has no param business_date, no partition key, "
        'no data interval and no logical date. Trigger it with the configuration {"business_date": "YYYY-MM-DD"}.'
    )


def parse_date(text: str, what: str) -> date:
    """A calendar date written YYYY-MM-DD; anything else ends the task for good."""
    try:
        parsed = date.fromisoformat(text)
    except (TypeError, ValueError):
        parsed = None
    if parsed is None or parsed.isoformat() != text:
        raise AirflowFailException(f"Cannot read the {what}: '{text}' is not a date. Write it as YYYY-MM-DD.")
    return parsed


def dates_between(first: date, last: date) -> list[date]:
    """Every date from ``first`` to ``last``, both included, oldest first."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
