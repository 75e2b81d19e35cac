"""The app's configuration."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TimelimitsConfig(AppConfig):
    """Finds the rules that the record apps keep in their calculations.py."""

    name = "timelimits"
    verbose_name = "法定时限"

    def ready(self) -> None:
        autodiscover_modules("calculations")
