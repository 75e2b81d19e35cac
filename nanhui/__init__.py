"""The project: wiring only, imported by no app."""

from nanhui.celery import app as celery_app

__all__ = ["celery_app"]
