"""Legality review as an app."""

from django.apps import AppConfig


class LegalReviewConfig(AppConfig):
    name = "legalreview"
    verbose_name = "合法性审查"
