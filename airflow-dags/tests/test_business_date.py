"""Which day a run describes."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pendulum
import pytest
from airflow.sdk.exceptions import AirflowFailException
from airflow.timetables.base import TimeRestriction
from airflow.timetables.interval import CronDataIntervalTimetable

from carebench_airflow.business_date import business_date, dates_between, parse_date

NEW_YORK = ZoneInfo("America/New_York")


def context(params=None, conf=None, partition_key=None, start=None, end=None, logical_date=None):
    run = SimpleNamespace(
        run_id="manual__1",
        conf=conf,
        partition_key=partition_key,
        data_interval_start=start,
        data_interval_end=end,
        logical_date=logical_date,
    )
    return {"dag_run": run, "params": params}


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_param_wins_over_everything():
    told = context(
        params={"business_date": "2026-01-05"},
        partition_key="2026-02-02",
        start=utc("2026-03-03"),
        end=utc("2026-03-04"),
        logical_date=utc("2026-03-03"),
    )
    assert business_date(told, UTC) == date(2026, 1, 5)


def test_configuration_counts_where_the_dag_has_no_such_param():
    assert business_date(context(conf={"business_date": "2026-01-05"}), UTC) == date(2026, 1, 5)


def test_empty_param_does_not_count():
    told = context(params={"business_date": None}, partition_key="2026-02-02")
    assert business_date(told, UTC) == date(2026, 2, 2)


def test_partition_key_wins_over_the_interval():
    told = context(partition_key="2026-02-02", start=utc("2026-03-03"), end=utc("2026-03-04"))
    assert business_date(told, UTC) == date(2026, 2, 2)


def test_start_of_interval_is_a_day_of_the_business_zone():
    told = context(start=utc("2026-07-02T03:00"), end=utc("2026-07-03T03:00"))
    assert business_date(told, NEW_YORK) == date(2026, 7, 1)
    assert business_date(told, UTC) == date(2026, 7, 2)


def test_empty_interval_falls_back_to_the_day_before_the_logical_date():
    told = context(start=utc("2026-07-02T08:00"), end=utc("2026-07-02T08:00"), logical_date=utc("2026-07-02T08:00"))
    assert business_date(told, NEW_YORK) == date(2026, 7, 1)


def test_day_before_the_logical_date_is_counted_in_the_business_zone():
    assert business_date(context(logical_date=utc("2026-07-02T03:00")), NEW_YORK) == date(2026, 6, 30)


def test_run_without_any_date_says_what_to_do():
    with pytest.raises(AirflowFailException, match="Cannot tell the business date of run manual__1.*Trigger it with"):
        business_date(context(), UTC)


@pytest.mark.parametrize("text", ["2026-02-30", "20260201", "2026-2-1", "2026-02-01T00:00:00", "yesterday", 20260201])
def test_what_is_not_a_date_is_refused_with_its_place(text):
    with pytest.raises(AirflowFailException, match="Cannot read the param business_date: .* Write it as YYYY-MM-DD"):
        parse_date(text, "param business_date")


def test_dates_of_a_span_include_both_ends_over_a_leap_day():
    assert dates_between(date(2028, 2, 28), date(2028, 3, 1)) == [
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("America/New_York", "2026-03-06"),  # 23 hours on 8 March
        ("America/New_York", "2026-10-30"),  # 25 hours on 1 November
        ("Europe/London", "2026-03-27"),
        ("Europe/London", "2026-10-23"),
        ("America/Santiago", "2026-09-04"),  # midnight of 6 September does not exist
        ("Asia/Kathmandu", "2026-01-01"),
        ("UTC", "2026-03-27"),
    ],
)
@pytest.mark.parametrize("cron", ["0 4 * * *", "0 1 * * *", "30 23 * * *"])
def test_intervals_of_the_timetable_name_each_day_once_when_clocks_change(zone, first, cron):
    timetable = CronDataIntervalTimetable(cron, timezone=zone)
    begin = datetime.fromisoformat(first).replace(tzinfo=ZoneInfo(zone))
    limits = TimeRestriction(earliest=pendulum.instance(begin), latest=None, catchup=True)
    days, last = [], None
    for _ in range(5):
        last = timetable.next_dagrun_info(last_automated_data_interval=last, restriction=limits).data_interval
        days.append(business_date(context(start=last.start, end=last.end), ZoneInfo(zone)))
    assert days == dates_between(begin.date(), begin.date() + timedelta(days=4))
