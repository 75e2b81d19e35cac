"""The app's configuration."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
