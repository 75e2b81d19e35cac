"""What the papers of 合法性审查 say."""

from datetime import date

import pytest

from casework.letters import letters, letters_for
from legalreview.conclusions import Conclusion
from papers.blocks import DocumentNumber, FactTable, Heading, Paragraph, Signature, Table, Title
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.legalreview import (
    GRAVE,
    ITEM,
    answer,
    issued_review,
    move,
    officer_of,
    open_review,
)
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

MARCH_9 = date(2026, 3, 9)


def written(review, code, *moves):
    """Return the blocks of a letter by their sort, the head left out."""
    paper = letters[code].write(review.matter, review.last(*moves), "南汇法审〔2026〕9号")
    title, number, *body = paper.blocks
    assert isinstance(title, Title)
    assert number == DocumentNumber("南汇法审〔2026〕9号")
    return body


def text(blocks):
    return "\n".join(b.text for b in blocks if isinstance(b, Paragraph | Heading))


def called_for(review):
    return [letter.label for letter, _ in letters_for(review.matter)]


def test_a_list_of_what_is_missing_names_it_and_until_when():
    review = open_review()
    office = user_with(Role.LEGAL_OFFICE)
    moved(
        review.matter,
        "return",
        date(2026, 3, 3),
        by=office,
        missing="1. 营业执照\n2. 资金来源说明",
        complete_by="2026-03-10",
    )

    body = written(review, "review-completion", "return")

    assert called_for(review) == ["一次性补正清单"]
    assert "1. 营业执照\n2. 资金来源说明" in text(body)
    assert "请于2026年3月10日前补正后再送审。审查期限自材料齐全之日起计算。" in text(body)
    assert body[-1] == Signature("南汇街道办事处", date(2026, 3, 3))


def test_what_is_no_subject_of_review_is_sent_back_with_the_reason():
    review = open_review()
    moved(review.matter, "decline", date(2026, 3, 3), reasons="属于劳动合同")

    assert called_for(review) == ["退回通知"]
    assert "属于劳动合同" in text(written(review, "review-return", "decline"))


def test_an_opinion_gives_its_conclusion_and_its_advice_item_by_item():
    review = issued_review(ITEM, GRAVE)

    body = text(written(review, "review-opinion", "issue"))

    assert called_for(review) == ["审查意见书"]
    assert body.splitlines()[1:8] == [
        "一、审查结论",
        "修改后合法。",
        "二、审查意见",
        "1. 违约责任条款不明确",
        "依据：《民法典》第五百七十七条。建议：补充违约金的计算方法",
        "2. 没有授权委托手续（严重问题）",
        "依据：《行政处罚法》第二十条。建议：先办理委托",
    ]
    assert "三、有关要求" in body


def test_an_opinion_without_advice_numbers_its_headings_without_a_gap():
    body = text(written(issued_review(conclusion=Conclusion.LAWFUL), "review-opinion", "issue"))

    assert ("合法。" in body, "二、有关要求" in body, "审查意见\n" in body) == (True, True, False)


def test_minutes_name_who_took_part_and_how_the_advice_was_taken():
    review = issued_review(ITEM, kind="重大行政行为")
    answer(review, "adopted")
    move(
        review,
        "meet",
        MARCH_9,
        by=officer_of(review),
        street="办事处、执法队",
        conclusion="go",
        summary="依法实施",
    )

    body = written(review, "review-minutes", "meet")

    facts = next(dict(block.pairs) for block in body if isinstance(block, FactTable))
    table = next(block for block in body if isinstance(block, Table))
    assert called_for(review) == ["审查意见书", "联席会议纪要"]
    assert (facts["街道参加人员"], facts["区级部门参加人员"], facts["会议结论"]) == (
        "办事处、执法队",
        "无",
        "可以实施",
    )
    assert table.rows == [("1", "违约责任条款不明确", "采纳")]


def test_minutes_of_a_meeting_without_advice_have_no_table():
    review = issued_review(conclusion=Conclusion.LAWFUL, kind="重大行政行为")
    move(
        review,
        "meet",
        MARCH_9,
        by=officer_of(review),
        street="办事处",
        conclusion="no_go",
        summary="暂缓",
    )

    body = written(review, "review-minutes", "meet")

    assert [block for block in body if isinstance(block, Table)] == []
