"""主动公开: the clock of twenty working days, what is refused, and the register's list."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from disclosure.models import Publication, PublicationCategory
from people.roles import Role
from tests.factories.registers import (
    PublicationCategoryFactory,
    PublicationChannelFactory,
    PublicationFactory,
)
from timelimits.calendar import change_days, current_calendar
from timelimits.workdays import Day

pytestmark = pytest.mark.django_db

LIST = reverse("disclosure:publications")
YEAR_2025 = f"{LIST}?year=2025"


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def channel():
    return PublicationChannelFactory(name="南汇新语鹿城号")


def enter(client, **changes):
    typed = {
        "formed_on": "2025-03-03",
        "title": "年度工作总结",
        "category": PublicationCategory.objects.get_or_create(name="计划总结")[0].pk,
        "department": client.user.department.pk,
        **changes,
    }
    return client.post(YEAR_2025, typed)


def test_what_is_formed_is_due_in_twenty_working_days_and_waits(office):
    enter(office)

    publication = Publication.objects.get()
    assert (publication.due_on, publication.when) == (date(2025, 3, 31), "待公开")
    assert list(Publication.objects.overdue(date(2025, 3, 31))) == []
    assert list(Publication.objects.overdue(date(2025, 4, 1))) == [publication]


def test_what_was_published_before_it_was_kept_is_not_judged(office, channel):
    enter(office, formed_on="", on="2025-03-28", channels=[channel.pk])

    publication = Publication.objects.get()
    assert (publication.due_on, publication.deadline) == (None, "")


@pytest.mark.parametrize(
    ("on", "words", "in_time"),
    [("2025-03-31", "2025-03-31", 1), ("2025-04-01", "2025-03-31（超期公开）", 0)],
    ids=["on the last day", "a day late"],
)
def test_a_publication_is_in_time_until_its_last_day(office, channel, on, words, in_time):
    enter(office, on=on, channels=[channel.pk])

    assert Publication.objects.get().deadline == words
    assert Publication.objects.in_time().count() == in_time


BAD = {
    "published before it was formed": (
        {"on": "2025-03-02"},
        {"on": ["公开日期不能早于形成日期。"], "channels": ["已经公开的，请选择公开渠道。"]},
    ),
    "neither formed nor published": (
        {"formed_on": ""},
        {"on": ["请填写公开日期；尚未公开的，请填写形成日期。"]},
    ),
    "withdrawn without having been published": (
        {"withdrawn_on": "2025-04-01"},
        {"on": ["已经更正或撤回的，请填写公开日期。"]},
    ),
    "an address that is none": (
        {"address": "不是网址"},
        {"address": ["输入一个有效的 URL。"]},
    ),
}


@pytest.mark.parametrize(("changes", "errors"), BAD.values(), ids=BAD.keys())
def test_a_publication_that_contradicts_itself_is_refused(office, changes, errors):
    answer = enter(office, **changes)

    found = {name: list(words) for name, words in answer.context["entry"].errors.items()}
    assert {name: found.get(name) for name in errors} == errors
    assert Publication.objects.count() == 0


def test_a_day_off_announced_later_moves_what_is_still_to_be_published(office, channel):
    enter(office)
    enter(office, title="已公开", on="2025-03-28", channels=[channel.pk])

    moved = change_days({date(2025, 3, 31): Day(working=False, name="台风停课停工")})

    waiting, done = Publication.objects.order_by("pk")
    assert [str(one) for one in moved] == ["年度工作总结 主动公开期限：2025-03-31 → 2025-04-01"]
    assert (waiting.due_on, done.due_on) == (date(2025, 4, 1), date(2025, 3, 31))


def test_a_last_day_in_a_year_not_announced_is_provisional(office):
    on = date(2026, 12, 20)
    publication = PublicationFactory.build(
        on=None, formed_on=on, category=PublicationCategoryFactory(), department=None
    )

    publication.reckon(current_calendar())

    assert publication.deadline == f"{publication.due_on}（暂定）"


def test_the_tabs_hold_what_waits_and_what_is_overdue(office):
    PublicationFactory(on=None, formed_on=date(2025, 3, 3), due_on=date(2025, 3, 31))
    PublicationFactory(on=None, formed_on=date(2025, 3, 3), due_on=date(2099, 3, 31))
    PublicationFactory(on=date(2025, 3, 3))

    counts = {link["label"]: link["count"] for link in office.get(YEAR_2025).context["tab_links"]}

    assert counts == {"全部": 3, "待公开": 2, "逾期未公开": 1, "待确认": 0, "已作废": 0}


def test_the_list_of_this_year_opens_without_a_filter(office):
    assert office.get(LIST).context["year"] == timezone.localdate().year


def test_the_words_of_a_table_are_kept_by_whoever_keeps_the_tables(client_as):
    keeper = client_as(Role.ADMINISTRATOR)

    keeper.post(
        reverse("disclosure:new-channel"),
        {"name": "街道公开栏", "position": "9", "is_active": "on", "kind": "other"},
    )
    twice = keeper.post(
        reverse("disclosure:new-channel"), {"name": "街道公开栏", "position": "9", "kind": "other"}
    )
    page = keeper.get(reverse("disclosure:channels"))

    assert "街道公开栏" in page.text
    assert "name" in twice.context["form"].errors
