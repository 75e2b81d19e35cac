"""The reception days of a year, with what was recorded on them."""

from datetime import date

import pytest
from django.urls import reverse

from governance.models import ReceptionPlan
from governance.reception_days import days_of
from people.roles import Role
from tests.factories.registers import ReceptionFactory
from timelimits.calendar import current_calendar

pytestmark = pytest.mark.django_db

DAYS = reverse("governance:reception-days")


@pytest.fixture
def plan():
    return ReceptionPlan.objects.create(leaders="吴某1、朱某1", since=date(2022, 1, 1))


def states(today=date(2022, 12, 31)):
    return {day.planned.on: day.state_on(today) for day in days_of(2022, current_calendar())}


def test_a_visit_is_found_on_the_day_to_which_the_reception_was_moved(plan):
    ReceptionFactory(on=date(2022, 10, 8))

    found = states()

    assert found[date(2022, 10, 8)] == "已登记 1 批"
    assert found[date(2022, 10, 14)] == "未登记"


def test_a_day_to_come_is_not_called_missing(plan):
    assert states(today=date(2022, 10, 13))[date(2022, 10, 14)] == ""


def test_a_day_that_the_rule_drops_is_cancelled(plan):
    plan.shift = "none"
    plan.save()

    assert states()[None] == "取消"


def test_a_voided_visit_does_not_count(plan):
    ReceptionFactory(on=date(2022, 10, 14), voided_at="2022-10-15T00:00Z")

    assert states()[date(2022, 10, 14)] == "未登记"


def test_the_page_shows_the_moved_day_with_its_reason_in_few_queries(
    client_as, plan, django_assert_num_queries
):
    office = client_as(Role.LEGAL_OFFICE)
    office.get(DAYS)

    with django_assert_num_queries(11):
        page = office.get(DAYS, {"year": "2022"})

    assert len(page.context["days"]) == 52
    assert "10-07（国庆节放假）" in page.text


def test_the_legal_office_changes_the_rule(client_as, plan):
    office = client_as(Role.LEGAL_OFFICE)
    address = reverse("governance:edit-reception-plan", args=[plan.pk])
    page = office.get(address)

    office.post(
        address,
        {
            "seen": page.context["form"]["seen"].value(),
            "weekday": "4",
            "time": "上午",
            "shift": "before",
            "leaders": "",
            "since": "2022-01-01",
        },
    )

    plan.refresh_from_db()
    assert (plan.weekday, plan.shift) == (4, "before")
