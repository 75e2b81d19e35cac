"""A headless Chromium that signs in to the running portal as any role."""

import os

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect, sync_playwright

from nanhui import demonstration
from tests.conftest import CHROMIUM

# Playwright keeps an event loop in the test's thread; the tests' own queries are not made in it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine is no fault of the page.
expect.set_options(timeout=20_000)

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            # The live server needs committed rows; groups and calendar come back after the flush.
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def chromium():
    """A browser for the whole session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def faults():
    """What went wrong in the browser: errors on the console, requests to other hosts."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def today():
    """The day on which the test runs: pages read the clock, so the tests must."""
    return timezone.localdate()


@pytest.fixture
def sign_in(chromium: Browser, live_server, faults, today):
    """Give a function: account name to a page on which that account has signed in."""
    demonstration.load_people(today)
    contexts = []

    def as_account(username: str, width: int = 1366, height: int = 768) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            base_url=live_server.url,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if is_fault(m) else None)
        page.on(
            "request", lambda r: None if is_own(r.url, live_server.url) else faults.append(r.url)
        )
        page.goto("/sign-in/")
        page.get_by_label("账号").fill(username)
        page.get_by_label("密码").fill(demonstration.PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url("**/")
        return page

    yield as_account
    for context in contexts:
        context.close()


def is_fault(message) -> bool:
    # A refused form answers with its own status; the browser notes that on the console.
    return message.type == "error" and "Failed to load resource" not in message.text


def is_own(address: str, own: str) -> bool:
    return address.startswith((own, "data:", "blob:"))
