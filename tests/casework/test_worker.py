"""A real worker takes the daily reminders from a real broker and writes them to the database."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from casework.models import Notice
from casework.tasks import remind
from nanhui.celery import app
from people.roles import Role
from tests.factories.disclosure import open_request
from tests.factories.people import UserFactory

pytestmark = [
    pytest.mark.worker,
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def queue():
    """A queue of this test alone, so that tests side by side do not take each other's work."""
    return f"test-{os.getpid()}"


@pytest.fixture
def worker(queue):
    """A worker on the test's own database."""
    name = connection.settings_dict["NAME"]
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [
            sys.executable,
            "-m",
            "celery",
            "--app",
            "nanhui",
            "worker",
            "--pool",
            "solo",
            "--queues",
            queue,
            "--loglevel",
            "ERROR",
            "--without-gossip",
            "--without-mingle",
        ],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address, "DEBUG": "1"},
    )
    yield process
    process.terminate()
    process.wait(timeout=30)


def wait_for(condition, seconds=60):
    """Wait until something has happened elsewhere, for so long at most."""
    for _ in range(seconds * 5):
        if condition():
            return True
        time.sleep(0.2)
    return False


def test_a_worker_gives_the_days_reminders(worker, queue):
    office = UserFactory(roles=[Role.LEGAL_OFFICE])
    open_request(received_on=timezone.localdate() - timedelta(days=60))

    with app.connection_for_write() as broker:
        remind.apply_async(queue=queue, connection=broker)

    assert wait_for(lambda: Notice.objects.filter(recipient=office, grave=True).exists())
