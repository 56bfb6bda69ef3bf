"""Each night: read every platform, benchmark, publish."""

from airflow.sdk import DAG, CronDataIntervalTimetable, Param

from carebench_airflow.deployment import RELEASE, Deployment
from carebench_airflow.operator import CarebenchOperator, CarebenchPlatformsOperator

deployment = Deployment.configured()

with DAG(
    dag_id="carebench_nightly",
    description="Extract, benchmark and publish one business date.",
    # The interval begins on the business date and ends when that is complete. A plain cron string would give an
    # interval of no length.
    schedule=CronDataIntervalTimetable(deployment.nightly_cron, timezone=str(deployment.zone)),
    start_date=deployment.start_date,
    # A night that comes due while the one before still runs waits; without catch-up it would be left out.
    catchup=True,
    max_active_runs=1,
    default_args=deployment.task_defaults,
    params={
        "business_date": Param(
            None,
            type=["null", "string"],
            format="date",
            description="The day to describe; empty takes the start of the run's data interval.",
        ),
        "mode": Param(
            "ENSURE",
            enum=["ENSURE", "RERUN"],
            description="RERUN computes a complete date again, as its next revision.",
        ),
    },
    tags=["carebench"],
):
    platforms = CarebenchPlatformsOperator(task_id="platforms")
    extract = CarebenchOperator.partial(
        task_id="extract",
        job="extract",
        mode="{{ params.mode }}",
        map_index_template="{{ task.parameters.platform }}",
    ).expand(parameters=platforms.output)
    benchmark = CarebenchOperator(task_id="benchmark", job="benchmark", mode="{{ params.mode }}")
    publish = CarebenchOperator(task_id="publish", job="publish", mode="{{ params.mode }}", outlets=[RELEASE])
    extract >> benchmark >> publish
