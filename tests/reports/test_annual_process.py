"""An annual report is drafted, reviewed by another, frozen for ever, published, compared."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from people.roles import Role
from reports.annual import process
from reports.annual.process import Difference
from reports.models import State
from tests.factories.disclosure import open_request, replied_request
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

KIND = "rule_of_law"


@pytest.fixture
def author():
    return user_with(Role.LEGAL_OFFICE)


@pytest.fixture
def reviewer():
    return user_with(Role.LEADER)


@pytest.fixture
def report(author):
    """A draft for 2025 with two requests, one of them answered."""
    open_request(received_on=date(2025, 3, 3))
    replied_request(received_on=date(2025, 3, 3), replied_on=date(2025, 3, 12))
    return process.draft_report(KIND, 2025, by=author)


def frozen(report, reviewer):
    process.review(report, by=reviewer)
    return process.freeze(report, by=reviewer)


def test_a_draft_keeps_its_sections_with_live_chips(report):
    texts = [section.text for section in report.sections.all() if "disclosure" in section.text]

    assert texts == [
        "收到政府信息公开申请[[disclosure.requests]]。按时答复率[[disclosure.on_time_rate]]。"
    ]
    assert [s.heading for s in report.sections.all() if s.level == 1 and s.heading] == [
        "一、2025年推进法治政府建设的主要举措和成效",
        "二、存在的不足和原因",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "四、下一年度工作思路",
    ]


def test_a_second_draft_beside_an_open_one_is_refused(report, author):
    with pytest.raises(ValidationError, match="正在起草"):
        process.draft_report(KIND, 2025, by=author)


def test_the_author_cannot_review_alone(report, author):
    with pytest.raises(ValidationError, match="须由另一人审核"):
        process.review(report, by=author)


def test_a_draft_that_nobody_reviewed_is_not_frozen(report, reviewer):
    with pytest.raises(ValidationError, match="审核之后才能冻结"):
        process.freeze(report, by=reviewer)


def test_an_edit_after_the_review_asks_for_another(report, author, reviewer):
    process.review(report, by=reviewer)
    section = report.sections.last()

    process.edit_section(section, heading=section.heading, text="继续努力。", by=author)

    report.refresh_from_db()
    assert (report.state, report.reviewed_by) == (State.DRAFT, None)


def test_a_chip_of_no_figure_is_refused_at_the_text(report, author):
    section = report.sections.last()

    with pytest.raises(ValidationError) as refusal:
        process.edit_section(section, heading="", text="[[nobody.knows]]", by=author)

    assert refusal.value.message_dict == {"text": ["没有这个指标：nobody.knows。"]}


def test_freezing_keeps_text_values_definitions_and_records(report, reviewer):
    report = frozen(report, reviewer)

    paragraphs = [p for section in report.frozen_text for p in section["paragraphs"]]
    figure = report.figures.get(key="disclosure.requests")
    assert "收到政府信息公开申请2件。按时答复率100%。" in paragraphs
    assert (figure.words, figure.value, len(figure.records)) == ("2件", "2", 2)
    assert "收到日期" in figure.definition
    assert len(report.fingerprint) == 64


def test_what_changes_after_freezing_shows_as_a_difference_and_changes_nothing(report, reviewer):
    report = frozen(report, reviewer)
    text, mark = report.frozen_text, report.fingerprint

    open_request(received_on=date(2025, 6, 3), by=reviewer)

    report.refresh_from_db()
    assert Difference("disclosure.requests", "收到政府信息公开申请", "2件", "3件") in (
        process.differences(report)
    )
    assert (report.frozen_text, report.fingerprint) == (text, mark)


def test_a_frozen_report_is_not_edited_overridden_or_frozen_again(report, author, reviewer):
    report = frozen(report, reviewer)
    section = report.sections.last()

    for act in (
        lambda: process.edit_section(section, heading="", text="x", by=author),
        lambda: process.override(
            report, "disclosure.requests", words="30余件", reason="x", by=author
        ),
        lambda: process.freeze(report, by=reviewer),
        lambda: process.review(report, by=reviewer),
    ):
        with pytest.raises(ValidationError, match="已经冻结"):
            act()


def test_a_figure_is_overridden_for_a_reason_only_and_says_so(report, author, reviewer):
    with pytest.raises(ValidationError, match="必须说明理由"):
        process.override(report, "disclosure.requests", words="30余件", reason=" ", by=author)
    process.override(report, "disclosure.requests", words="30余件", reason="含口头申请", by=author)

    report = frozen(report, reviewer)

    assert report.figures.get(key="disclosure.requests").words == "30余件"
    assert report.overrides.get().reason == "含口头申请"


def test_a_report_is_published_after_freezing_only(report, author, reviewer):
    on, metadata = date(2026, 2, 13), {"索引号": "x/2026-1"}
    with pytest.raises(ValidationError, match="冻结之后才能公布"):
        process.publish(report, on=on, metadata=metadata, by=author)

    published = process.publish(frozen(report, reviewer), on=on, metadata=metadata, by=author)

    assert (published.state, published.published_on) == (State.PUBLISHED, on)


def test_a_correction_is_a_new_edition(report, author, reviewer):
    frozen(report, reviewer)

    second = process.draft_report(KIND, 2025, by=author)

    assert (second.edition, str(second)) == (2, f"{second.title}（第2版）")
