"""The Celery application: finds the tasks of every app."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nanhui.settings")

app = Celery("nanhui")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
