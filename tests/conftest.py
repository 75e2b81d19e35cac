"""What every test may ask for, and which tests a missing server or browser leaves out."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from papers.fonts import MissingFontError, installed
from people.roles import Role
from tests.factories.people import user_with

DATA = Path(__file__).parent / "data"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)


def has_chinese_font() -> bool:
    """Say whether the server's fonts can show a paper as PDF."""
    try:
        installed()
    except MissingFontError:
        return False
    return True


# What a test's mark needs, and what is said when it is not there.
NEEDS = {
    "browser": (bool(CHROMIUM), "没有找到 Chromium，未运行浏览器测试"),
    "font": (has_chinese_font(), "没有安装中文字体，未运行 PDF 公文测试"),
    "worker": (bool(settings.REDIS_URL), "没有设置 REDIS_URL，未运行后台任务测试"),
    "postgresql": (connection.vendor == "postgresql", "没有使用 PostgreSQL，未运行其专项测试"),
}


def pytest_collection_modifyitems(items):
    for item in items:
        for mark, (is_there, reason) in NEEDS.items():
            if item.get_closest_marker(mark) and not is_there:
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter):
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{reason.removeprefix('Skipped: ')}：{count} 个", yellow=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Fail the run in CI when a test was left out."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("CI") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def client_as(db):
    """Give a function: role to a browser in which an account with that role has signed in.

    The account stands in the browser's `user`.
    """

    def sign_in(role: Role, **more) -> Client:
        client = Client()
        client.user = user_with(role, **more)
        client.force_login(client.user)
        return client

    return sign_in
