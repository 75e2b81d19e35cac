"""The wiring as an app, so that its commands are found."""

from django.apps import AppConfig


class NanhuiConfig(AppConfig):
    name = "nanhui"
    verbose_name = "南汇 法治工作管理系统"
