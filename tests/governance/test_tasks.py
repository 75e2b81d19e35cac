"""Yearly tasks that are not done are carried into the next year, each once."""

import pytest
from django.urls import reverse

from governance import tasks
from governance.models import YearlyTask
from people.roles import Role
from tests.factories.people import user_with
from tests.factories.registers import YearlyTaskFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


def test_an_unfinished_task_is_carried_over_with_what_it_says():
    task = YearlyTaskFactory(measure="联席会议论证", progress="running")

    (carried,) = tasks.carry_over(2022, by=user_with(Role.LEGAL_OFFICE))

    assert (carried.year, carried.title, carried.measure, carried.department) == (
        2023,
        task.title,
        "联席会议论证",
        task.department,
    )
    assert (carried.carried_from, carried.progress, carried.origin) == (
        task,
        "running",
        "2022年结转",
    )


@pytest.mark.parametrize(
    "what",
    [
        {"progress": "done", "done_on": "2022-11-01"},
        {"progress": "dropped"},
        {"voided_at": "2022-11-01T00:00Z"},
        {"year": 2021},
    ],
    ids=["done", "dropped", "voided", "of another year"],
)
def test_what_is_done_dropped_voided_or_of_another_year_stays(what):
    YearlyTaskFactory(**what)

    assert tasks.carry_over(2022, by=user_with(Role.LEGAL_OFFICE)) == []


def test_carrying_over_twice_carries_once_and_again_when_the_first_was_voided(office):
    task = YearlyTaskFactory()
    by = user_with(Role.LEGAL_OFFICE)

    (first,) = tasks.carry_over(2022, by=by)
    second = tasks.carry_over(2022, by=by)
    YearlyTask.objects.filter(pk=first.pk).update(voided_at="2023-01-05T00:00Z")
    third = tasks.carry_over(2022, by=by)

    assert (second, [t.carried_from for t in third]) == ([], [task])


def test_a_task_not_yet_confirmed_stays_so_when_carried():
    YearlyTaskFactory(confirmed_at=None)

    (carried,) = tasks.carry_over(2022, by=user_with(Role.LEGAL_OFFICE))

    assert carried.state == "待确认"


def test_the_page_carries_over_and_leads_to_the_next_year(office):
    YearlyTaskFactory()

    page = office.get(reverse("governance:tasks"), {"year": "2022"})
    answer = office.post(reverse("governance:carry-tasks", args=[2022]))

    assert page.context["left"] == 1
    assert answer.url == "/governance/tasks/?year=2023"
    assert office.get(answer.url).context["object_list"][0].title == "重大行为先研判后实施"


def entered(office, **changes):
    typed = {
        "year": "2022",
        "title": "执法证考试",
        "department": office.user.department.pk,
        "progress": "planned",
        **changes,
    }
    return office.post(f"{reverse('governance:tasks')}?year=2022", typed)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"progress": "done"}, "done_on", "已完成的任务，请填写完成日期。"),
        ({"done_on": "2022-05-01"}, "progress", "填写了完成日期的任务，进展应为已完成。"),
        ({"year": "2023"}, "year", "填写的是2023年，正在填写的是2022年的台账。"),
    ],
    ids=["done without a day", "a day without being done", "another year than the list"],
)
def test_a_task_that_contradicts_itself_is_refused(office, changes, field, sentence):
    answer = entered(office, **changes)

    assert answer.context["entry"].errors[field] == [sentence]
    assert YearlyTask.objects.count() == 0
