"""The app's configuration."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "disclosure"
