"""Carebench jobs in Apache Airflow: connection type, operator, trigger and log link."""

__version__ = "0.1.0"
