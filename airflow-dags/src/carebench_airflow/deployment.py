"""Facts of an installation, from section [carebench] of Airflow's configuration (AIRFLOW__CAREBENCH__*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from airflow.sdk import Asset, conf
from airflow.sdk.exceptions import AirflowException

#: Published by whatever moved the readers of the mart to another release.
RELEASE = Asset("carebench://mart/release")

#: Every task that asks the job service for work runs in this pool; see pools.json.
POOL = "carebench"


@dataclass(frozen=True)
class Deployment:
    """How this Airflow runs Carebench; descriptions of the options stand in provider.py."""

    zone: ZoneInfo
    nightly_cron: str
    first_business_date: date
    retry_delay: timedelta
    deadline: timedelta
    max_unreachable: timedelta
    late_days: int

    @classmethod
    def configured(cls) -> Deployment:
        return cls(
            zone=_read("time_zone", ZoneInfo),
            nightly_cron=_read("nightly_cron", str),
            first_business_date=_read("first_business_date", date.fromisoformat),
            retry_delay=_read("retry_delay", _seconds),
            deadline=_read("deadline", _seconds),
            max_unreachable=_read("max_unreachable", _seconds),
            late_days=_read("late_days", int),
        )

    @property
    def start_date(self) -> datetime:
        day = self.first_business_date
        return datetime(day.year, day.month, day.day, tzinfo=self.zone)

    @property
    def task_defaults(self) -> dict:
        """For ``default_args``. No execution_timeout: a deferral that times out leaves the job running while the
        retry starts; the deadline of the operator stops the job first."""
        return {
            "pool": POOL,
            "retries": 3,
            "retry_delay": self.retry_delay,
            "retry_exponential_backoff": True,
            "max_retry_delay": timedelta(minutes=30),
        }


def _seconds(text: str) -> timedelta:
    return timedelta(seconds=float(text))


def _read(option: str, parse):
    text = conf.get("carebench", option)
    try:
        return parse(text)
    except (ValueError, ZoneInfoNotFoundError) as cause:
        raise AirflowException(
            f"Cannot read option {option} of section [carebench]: '{text}' is not valid ({cause}). "
            f"Set AIRFLOW__CAREBENCH__{option.upper()}."
        ) from cause
