"""The button of a task instance that leads to the log of its execution."""

from __future__ import annotations

from airflow.sdk import BaseOperatorLink
from airflow.sdk.bases.xcom import BaseXCom


class ExecutionLogLink(BaseOperatorLink):
    """Leads to what the run said, at the job service. The operator pushes the address as soon as work is accepted."""

    name = "Execution log"
    xcom_key = "carebench_log"

    def get_link(self, operator, *, ti_key) -> str:
        return BaseXCom.get_value(ti_key=ti_key, key=self.xcom_key) or ""
