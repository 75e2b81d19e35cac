"""Every page can be used by keyboard and screen reader: axe-core finds nothing on it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from disclosure.models import DisclosureRequest
from legalreview.models import Contract, Review
from nanhui import demonstration

PAGES = {
    "fazhi": (
        "/",
        "/casework/matters/",
        "/casework/tasks/",
        "/casework/notices/",
        "/casework/search/?q=征收",
        "/disclosure/",
        "/disclosure/?tab=all&q=安置",
        "/disclosure/new/",
        "/disclosure/{request}/",
        "/disclosure/{request}/edit/",
        "/disclosure/{request}/move/extend/",
        "/disclosure/{request}/reveal/phone/",
        "/casework/matters/{request}/tasks/new/",
        "/casework/matters/{request}/links/new/",
        "/casework/matters/{request}/documents/new/",
        "/casework/matters/{request}/log/",
        "/casework/matters/{request}/void/",
        "/legalreview/reviews/",
        "/legalreview/reviews/new/",
        "/legalreview/reviews/discover/",
        "/legalreview/reviews/{act}/",
        "/legalreview/reviews/{act}/steps/notice/",
        "/legalreview/reviews/{reviewing}/edit/",
        "/legalreview/reviews/{submitted}/move/accept/",
        "/legalreview/reviews/{reviewing}/counsel/",
        "/legalreview/reviews/{reviewing}/move/opine/",
        "/legalreview/contracts/",
        "/legalreview/contracts/{contract}/",
        "/legalreview/contracts/{contract}/move/owe/",
        "/legalreview/kinds/",
        "/legalreview/kinds/new/",
        "/legalreview/services/",
        "/legalreview/services/new/",
        "/legalreview/counsel/",
        "/people/staff/",
        "/calendar/years/",
        "/calendar/years/import/",
        "/calendar/trial/",
        "/password/",
    ),
    "zhengshou": ("/", "/legalreview/reviews/{answering}/move/adopt/"),
    "guwen": (
        "/",
        "/legalreview/reviews/",
        "/legalreview/reviews/{reviewing}/",
        "/legalreview/reviews/{reviewing}/move/opine/",
    ),
    "guanli": ("/", "/people/accounts/", "/people/accounts/new/", "/people/departments/"),
    "shenji": ("/", "/audit/"),
    "zhuren": ("/", "/disclosure/{request}/"),
}
SIZES = {"desktop": (1366, 768), "phone": (390, 844)}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("account", PAGES)
def test_pages_are_accessible_and_fit_the_screen(sign_in, account, size, today):
    page = sign_in(account, *size)
    demonstration.Requests(today).load()
    demonstration.Reviews(today).load()
    records = {
        "request": DisclosureRequest.objects.filter(matter__stage="processing").first().pk,
        "submitted": review_at("submitted"),
        "reviewing": review_at("reviewing"),
        "answering": review_at("adopting"),
        "act": review_at("ready"),
        "contract": Contract.objects.get().pk,
    }
    faults = {}
    for pattern in PAGES[account]:
        address = pattern.format(**records)
        answer = page.goto(address)
        assert answer.ok, (address, answer.status)
        page.wait_for_load_state("networkidle")
        found = [
            f"{violation['id']}: {violation['nodes'][0]['target']}"
            for violation in Axe().run(page).response["violations"]
        ]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size[0]:
            found.append(f"scrolls sideways to {width}")
        if found:
            faults[address] = found

    assert faults == {}


def review_at(stage):
    """Return the key of the demonstration's review at a stage."""
    return Review.objects.get(matter__stage=stage).pk
