"""The annual report's first draft writes itself from what the records carry, and nothing more."""

from datetime import date

import pytest
from django.core.management import call_command
from docx import Document

from casework.metrics import Span
from reports.annual.chips import chips_in, filled
from reports.annual.draft import Draft
from reports.annual.outline import OUTLINES, Outline, Part, Sentence, always
from tests.conftest import DATA
from tests.factories.disclosure import open_request

YEAR = Span.year(2025)


def drafted(*parts):
    return Draft(Outline("x", "x", "{office}{year}年报告", "x", parts), "某街道", YEAR)


def shown(draft):
    """Return headings and paragraphs as they are printed."""
    return [
        (section.heading, [draft.said(p) for p in section.paragraphs]) for section in draft.sections
    ]


def test_chips_are_found_once_and_filled():
    text = (
        "收到[[disclosure.requests]]，其中[[disclosure.requests]]、[[people.public_lawyers|暂无]]"
    )

    assert chips_in(text) == ["disclosure.requests", "people.public_lawyers"]
    assert filled(text, lambda key, nothing: nothing or key) == (
        "收到disclosure.requests，其中disclosure.requests、暂无"
    )


@pytest.mark.django_db
def test_a_sentence_appears_when_its_records_exist():
    part = Part(
        "公开",
        1,
        (
            (
                Sentence("收到[[disclosure.requests]]。"),
                Sentence("补正[[disclosure.corrections_asked]]。"),
            ),
        ),
    )
    before = shown(drafted(part))
    open_request()

    assert before == [("一、公开", [])]
    assert shown(drafted(part)) == [("一、公开", ["收到1件。"])]


@pytest.mark.django_db
def test_a_sentence_about_what_nobody_declares_stays_away():
    assert shown(drafted(Part("一", 1, ((Sentence("[[nobody.knows]]"),),)))) == [("一、一", [])]


@pytest.mark.django_db
def test_parts_are_numbered_as_they_stand_and_empty_ones_below_a_chapter_fall_away():
    draft = drafted(
        Part("甲", 1),
        Part("空", 2, ((Sentence("[[nobody.knows]]"),),)),
        Part("有", 2, ((always("{office}如此。"),),)),
        Part("乙", 1),
    )

    assert shown(draft) == [("一、甲", []), ("（一）有", ["某街道如此。"]), ("二、乙", [])]


@pytest.mark.django_db
def test_nothing_is_said_in_the_words_of_the_sentence():
    sentence = Sentence("收到申请[[disclosure.requests|0件（未收到）]]。", ())

    assert shown(drafted(Part("甲", 1, ((sentence,),)))) == [
        ("一、甲", ["收到申请0件（未收到）。"])
    ]


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES.keys())
def test_an_outline_has_the_contents_the_rule_wants(outline):
    chapters = "".join(part.heading for part in outline.parts if part.level == 1)

    assert all(word in chapters for word in ("主要举措", "不足", "第一责任人", "工作思路"))


@pytest.mark.django_db
def test_the_report_of_2022_says_what_the_ledgers_carry(tmp_path):
    call_command("import_ledgers", DATA / "nanhui-2022" / "disclosure_requests.xlsx")

    call_command("build_report", "2022", output=tmp_path / "report.docx")

    text = "".join(p.text for p in Document(tmp_path / "report.docx").paragraphs)
    assert "收到政府信息公开申请28件。按时答复率100%。" in text
    assert "南汇街道办事处2022年法治政府建设情况报告" in text


@pytest.mark.django_db
def test_a_report_may_be_cut_off_before_the_end_of_the_year(tmp_path):
    open_request(received_on=date(2025, 3, 3))
    open_request(received_on=date(2025, 12, 3))

    call_command("build_report", "2025", output=tmp_path / "r.docx", last=date(2025, 11, 30))

    text = "".join(p.text for p in Document(tmp_path / "r.docx").paragraphs)
    assert "收到政府信息公开申请1件" in text
