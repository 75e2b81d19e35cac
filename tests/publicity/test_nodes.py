"""The calendar of publicity days: which come, and for which nothing is planned."""

from datetime import date

import pytest
from django.urls import reverse

from people.roles import Role
from publicity.models import NodeDates, PublicityNode
from publicity.nodes import unplanned_ahead, year_of
from tests.factories.registers import ActivityFactory, PlanItemFactory, PublicityNodeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def constitution_day():
    PublicityNode.objects.exclude(name="国家宪法日").update(is_active=False)
    return PublicityNode.objects.get(name="国家宪法日")


def test_the_days_that_statutes_name_are_there_from_the_beginning():
    days = {entry.node.name: entry.first for entry in year_of(2026)}

    assert {
        name: days[name]
        for name in ("全民国家安全教育日", "国际禁毒日", "国家宪法日", "全民国防教育日")
    } == {
        "全民国家安全教育日": date(2026, 4, 15),
        "国际禁毒日": date(2026, 6, 26),
        "国家宪法日": date(2026, 12, 4),
        "全民国防教育日": date(2026, 9, 19),
    }


def test_a_day_set_by_a_years_notice_holds_for_that_year_alone():
    week = PublicityNode.objects.get(name="宪法宣传周")

    assert week.days_in(2025) == (date(2025, 12, 1), date(2025, 12, 7))
    assert week.days_in(2026) is None


@pytest.mark.parametrize(
    ("make", "on", "words"),
    [
        (None, date(2026, 12, 4), "未安排"),
        (None, date(2026, 12, 5), "未开展"),
        (PlanItemFactory, date(2026, 12, 4), "已列计划 1 项"),
        (ActivityFactory, date(2026, 12, 4), "已开展 1 场"),
    ],
    ids=["nothing, on the day", "nothing, a day later", "planned", "held"],
)
def test_a_day_says_how_it_stands(constitution_day, make, on, words):
    if make is PlanItemFactory:
        make(node=constitution_day, year=2026)
    elif make:
        make(node=constitution_day, on=date(2026, 11, 30))

    (entry,) = year_of(2026)

    assert entry.state_on(on) == words


@pytest.mark.parametrize(
    ("today", "reminded"),
    [
        (date(2026, 11, 3), 0),
        (date(2026, 11, 4), 1),
        (date(2026, 12, 4), 1),
        (date(2026, 12, 5), 0),
    ],
    ids=["31 days before", "30 days before", "on the day", "a day after"],
)
def test_what_is_not_planned_is_told_from_thirty_days_before(constitution_day, today, reminded):
    assert len(list(unplanned_ahead(today))) == reminded


def test_a_day_of_next_january_is_told_in_december(constitution_day):
    PublicityNodeFactory(name="元旦普法", month=1, day=3)
    PlanItemFactory(node=constitution_day, year=2026)

    assert [entry.node.name for entry in unplanned_ahead(date(2026, 12, 20))] == ["元旦普法"]


def test_the_page_marks_what_is_missing_and_needs_few_queries(client_as, django_assert_num_queries):
    office = client_as(Role.LEGAL_OFFICE)

    with django_assert_num_queries(11):
        page = office.get(reverse("publicity:nodes"), {"year": "2026"})

    assert page.context["missing"] == 21
    assert "全民国防教育日" in page.text


def test_the_legal_office_sets_the_days_of_a_year(client_as):
    week = PublicityNode.objects.get(name="宪法宣传周")
    office = client_as(Role.LEGAL_OFFICE)

    office.post(
        reverse("publicity:node-dates", args=[week.pk]),
        {"first": "2026-12-01", "last": "2026-12-07", "source": "2026 年通知"},
    )

    assert NodeDates.objects.get(node=week, first="2026-12-01").source == "2026 年通知"


def test_a_node_without_a_day_is_refused_at_its_rule(client_as):
    answer = client_as(Role.LEGAL_OFFICE).post(
        reverse("publicity:new-node"), {"name": "新节点", "rule": "day", "remind_days": "30"}
    )

    assert answer.context["form"].errors["rule"] == ["“固定日期”还缺少月、日或星期。"]
