"""Casework as an app: finds the workflows and letters of the record apps when the portal starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = "办案"

    def ready(self) -> None:
        autodiscover_modules(
            "workflow",
            "letters",
            "metrics",
            "phrases",
            "ledger",
            "registers",
            "process",
            "reminders",
        )
