"""The studio in which a report is drafted, edited, reviewed, frozen and published."""

from datetime import date

import pytest
from django.urls import reverse

from people.roles import Role
from reports.models import AnnualReport, State
from tests.factories.disclosure import open_request

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"reports:{name}", args=args)


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def report(office):
    open_request(received_on=date(2025, 3, 3))
    office.post(url("new-report"), {"kind": "rule_of_law", "year": 2025})
    return AnnualReport.objects.get()


def section_of(report):
    return report.sections.get(text__contains="disclosure.requests")


def test_the_studio_shows_the_text_with_its_figures_and_where_they_come_from(office, report):
    page = office.get(url("report", report.pk))

    assert "收到政府信息公开申请1件" in page.text
    words = {chip["figure"].key: chip["words"] for chip in page.context["chips"]}
    assert words["disclosure.requests"] == "1件"
    assert "四、下一年度工作思路”下没有内容" in page.text


def test_a_report_goes_from_draft_to_published_by_two_people(client_as, office, report):
    leader = client_as(Role.LEADER)
    own = office.post(url("review", report.pk))
    leader.post(url("review", report.pk))
    office.post(url("freeze", report.pk))
    office.post(url("publish", report.pk), {"published_on": "2026-02-13", "index_number": "x/1"})

    report.refresh_from_db()
    assert own.context["form"].non_field_errors() == ["报告由您起草，须由另一人审核。"]
    assert (report.state, report.metadata["index_number"]) == (State.PUBLISHED, "x/1")


def test_a_wrong_chip_is_refused_at_the_text_and_nothing_typed_is_lost(office, report):
    page = url("edit-section", report.pk, section_of(report).pk)

    answer = office.post(page, {"heading": "公开", "text": "共[[nobody.knows]]件，情况属实。"})

    assert answer.context["form"].errors["text"] == ["没有这个指标：nobody.knows。"]
    assert "情况属实" in answer.text


def test_a_year_drafted_twice_is_refused(office, report):
    answer = office.post(url("new-report"), {"kind": "rule_of_law", "year": 2025})

    assert "正在起草" in answer.context["form"].non_field_errors()[0]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"year": "1999"}, "year"),
        ({"year": "2025", "last": "2024-12-31"}, "last"),
        ({"kind": "novel", "year": "2025"}, "kind"),
    ],
)
def test_a_draft_that_cannot_be_is_refused_at_its_field(office, form, field):
    answer = office.post(url("new-report"), {"kind": "rule_of_law", **form})

    assert field in answer.context["form"].errors


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("docx", b"PK"),
        pytest.param("pdf", b"%PDF-", marks=pytest.mark.font),
        ("html", b"<!DOCTYPE html>"),
    ],
)
def test_the_paper_is_downloaded(office, report, ending, begins):
    answer = office.get(url("report-paper", report.pk, ending))

    assert answer.content.startswith(begins)
    assert f".{ending}" in answer["Content-Disposition"]


def test_a_paper_of_no_known_form_is_not_there(office, report):
    assert office.get(url("report-paper", report.pk, "exe")).status_code == 404


def test_an_officer_sees_that_there_are_reports_but_no_draft(client_as, report):
    officer = client_as(Role.OFFICER)

    assert officer.get(url("reports")).status_code == 200
    assert officer.get(url("report", report.pk)).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_one_report_and_for_three(
    office, django_assert_num_queries, count
):
    for year in range(2022, 2022 + count):
        office.post(url("new-report"), {"kind": "rule_of_law", "year": year})

    with django_assert_num_queries(9):
        answer = office.get(url("reports"))

    assert len(answer.context["object_list"]) == count
