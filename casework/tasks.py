"""What runs in the background."""

import logging

from celery import shared_task
from django.utils import timezone

from casework import reminders

logger = logging.getLogger(__name__)


@shared_task(name="casework.tasks.remind")
def remind() -> None:
    """Give today's reminders."""
    count = reminders.run_daily(timezone.localdate())
    logger.info("%s reminders given", count)
