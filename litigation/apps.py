"""Litigation as an app."""

from django.apps import AppConfig


class LitigationConfig(AppConfig):
    name = "litigation"
    verbose_name = "诉讼复议"
