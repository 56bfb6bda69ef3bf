"""A span of business dates, one whole night after the other. Started by hand or over REST."""

from datetime import date

from airflow.sdk import DAG, AssetAlias, Param, task
from airflow.sdk.exceptions import AirflowFailException

from carebench_airflow.business_date import dates_between, parse_date
from carebench_airflow.deployment import Deployment
from carebench_airflow.operator import CarebenchOperator

deployment = Deployment.configured()

with DAG(
    dag_id="carebench_backfill",
    description="Every business date of a span, one at a time.",
    schedule=None,
    start_date=deployment.start_date,
    catchup=False,
    max_active_runs=1,
    default_args=deployment.task_defaults,
    params={
        "from_date": Param(type="string", format="date", description="First business date."),
        "to_date": Param(type="string", format="date", description="Last business date, included."),
        "mode": Param("ENSURE", enum=["ENSURE", "RERUN"], description="RERUN computes complete dates again."),
    },
    tags=["carebench"],
):

    @task
    def dates(params=None) -> list[str]:
        first: date = parse_date(params["from_date"], "param from_date")
        last: date = parse_date(params["to_date"], "param to_date")
        if last < first:
            raise AirflowFailException(f"Cannot fill back from {first} to {last}: the span ends before it begins.")
        return [day.isoformat() for day in dates_between(first, last)]

    CarebenchOperator.partial(
        task_id="night",
        job="nightly",
        mode="{{ params.mode }}",
        map_index_template="{{ task.business_date }}",
        max_active_tis_per_dagrun=1,
        # One event per release that is new, none for dates that were complete.
        outlets=[AssetAlias("carebench_backfilled_release")],
    ).expand(business_date=dates())
