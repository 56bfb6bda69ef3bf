"""What Airflow asks an installed package: which connection types, links and options it brings."""

from carebench_airflow import __version__


def get_provider_info() -> dict:
    return {
        "package-name": "carebench-airflow",
        "name": "Carebench",
        "description": "Starts and follows the jobs of a Carebench job service.",
        "versions": [__version__],
        "connection-types": [
            {
                "connection-type": "carebench",
                "hook-class-name": "carebench_airflow.hook.CarebenchHook",
                "hook-name": "Carebench job service",
            }
        ],
        "extra-links": ["carebench_airflow.link.ExecutionLogLink"],
        "config": {
            "carebench": {
                "description": "Facts of this installation. What changes from run to run is a param of the DAG.",
                "options": {
                    "time_zone": _option(
                        "IANA zone in which a business date begins and ends.", "America/New_York", "UTC"
                    ),
                    "nightly_cron": _option(
                        "When a business date is complete, in time_zone. Not between midnight and 3 a.m.: "
                        "clocks change then, and such an hour comes twice or not at all.",
                        "0 4 * * *",
                        "0 4 * * *",
                    ),
                    "first_business_date": _option(
                        "The oldest date that the scheduler catches up.", "2026-11-01", "2026-11-01"
                    ),
                    "retry_delay": _option("Seconds before the first retry; doubles with each.", "120", "120"),
                    "deadline": _option("Seconds after which a job is stopped and its task fails.", "21600", "21600"),
                    "max_unreachable": _option(
                        "Seconds for which the job service may be away before a task gives up.", "600", "600"
                    ),
                    "late_days": _option("How many past dates carebench_late_data looks at.", "7", "7"),
                },
            }
        },
    }


def _option(description: str, example: str, default: str) -> dict:
    return {
        "description": description,
        "type": "string",
        "version_added": "0.1.0",
        "example": example,
        "default": default,
    }
