"""What the checks find in a report before it is frozen."""

from datetime import date

import pytest

from people.roles import Role
from reports.annual import process
from reports.annual.checks import Finding, findings
from tests.factories.disclosure import open_request
from tests.factories.people import StaffMemberFactory, user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    open_request(received_on=date(2025, 3, 3))
    return process.draft_report("rule_of_law", 2025, by=user_with(Role.LEGAL_OFFICE))


def words(report):
    return [finding.words for finding in findings(report)]


def test_chapters_without_content_are_named(report):
    assert [found for found in words(report) if "下没有内容" in found] == [
        "“三、党政主要负责人履行推进法治建设第一责任人职责情况”下没有内容",
        "“四、下一年度工作思路”下没有内容",
    ]


def test_a_content_the_rule_wants_cannot_be_left_out(report):
    report.sections.filter(heading__contains="不足").delete()

    assert findings(report)[0] == Finding("缺少规定内容“存在的不足和原因”", bars=True)


def test_a_figure_without_records_and_one_said_by_hand_are_named(report):
    by = user_with(Role.LEGAL_OFFICE)
    section = report.sections.last()
    process.edit_section(
        section, heading=section.heading, text="延期[[disclosure.extensions]]。", by=by
    )
    process.override(report, "disclosure.requests", words="30余件", reason="含口头", by=by)

    assert words(report)[-2:] == [
        "“延长答复期限”没有记录支撑",
        "“disclosure.requests”为手工调整：30余件（含口头）",
    ]


def test_a_name_in_the_text_is_pointed_out(report):
    StaffMemberFactory(name="欧阳某某")
    section = report.sections.last()

    process.edit_section(
        section, heading=section.heading, text="由欧阳某某负责。", by=user_with(Role.LEGAL_OFFICE)
    )

    assert "正文出现人名“欧阳某某”" in words(report)
