"""An example of a DAG that follows Carebench: runs when there is another release."""

import logging

from airflow.sdk import DAG, task

from carebench_airflow.deployment import RELEASE

with DAG(
    dag_id="carebench_consumer_example",
    description="Says which releases it was started for; put your own work in its place.",
    schedule=[RELEASE],
    catchup=False,
    tags=["carebench", "example"],
):

    @task
    def read_release(triggering_asset_events=None) -> list[str]:
        events = [event.extra for event in triggering_asset_events[RELEASE]]
        releases = [extra["release"] for extra in events if extra.get("new_data")]
        logging.getLogger(__name__).info("New releases: %s", ", ".join(releases) or "none")
        return releases

    read_release()
