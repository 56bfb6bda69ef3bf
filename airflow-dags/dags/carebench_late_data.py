"""Looks again at the last business dates: figures that arrived late give the date its next revision."""

from datetime import timedelta

from airflow.sdk import DAG, AssetAlias, CronDataIntervalTimetable, Param, task

from carebench_airflow.business_date import business_date, dates_between
from carebench_airflow.deployment import Deployment
from carebench_airflow.operator import CarebenchOperator

deployment = Deployment.configured()

with DAG(
    dag_id="carebench_late_data",
    description="Computes again those of the last business dates whose inputs have changed.",
    schedule=CronDataIntervalTimetable("0 12 * * *", timezone=str(deployment.zone)),
    start_date=deployment.start_date,
    # Looks at several dates each time, so a day on which it did not run is made up for by the next.
    catchup=False,
    max_active_runs=1,
    default_args=deployment.task_defaults,
    params={
        "business_date": Param(
            None,
            type=["null", "string"],
            format="date",
            description="Looks at the dates before this one; empty takes the start of the run's data interval.",
        ),
        "days": Param(deployment.late_days, type="integer", minimum=1, maximum=366, description="How many dates."),
    },
    tags=["carebench"],
):

    @task
    def dates(params=None, **context) -> list[str]:
        last = business_date({**context, "params": params}, deployment.zone) - timedelta(days=1)
        first = max(last - timedelta(days=params["days"] - 1), deployment.first_business_date)
        return [day.isoformat() for day in dates_between(first, last)]

    CarebenchOperator.partial(
        task_id="night",
        job="nightly",
        map_index_template="{{ task.business_date }}",
        max_active_tis_per_dagrun=1,
        outlets=[AssetAlias("carebench_late_release")],
    ).expand(business_date=dates())
