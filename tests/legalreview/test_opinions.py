"""Advice, its consolidation, its issue, and the answers: written with their entries."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from casework import process
from casework.standing import IllegalMoveError
from legalreview import opinions
from legalreview.conclusions import Adoption, Conclusion
from legalreview.models import ItemAdoption, OpinionItem, Review, ReviewKind
from people.roles import Role
from tests.factories.casework import DocumentFactory, moved
from tests.factories.legalreview import (
    GRAVE,
    ISSUED_ON,
    ITEM,
    accepted_review,
    answer,
    drafted_review,
    give,
    issued_review,
    made,
    move,
    officer_of,
    open_review,
)
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

MARCH_9 = date(2026, 3, 9)


def stage(review):
    review.matter.refresh_from_db()
    return review.matter.stage


def test_acceptance_takes_length_and_article_from_the_kind():
    review = accepted_review(kind="行政规范性文件")
    found = {d.code: (d.due_on, d.basis, d.is_duty) for d in review.matter.deadlines.all()}

    assert found == {
        "review": (date(2026, 3, 23), "国办发〔2018〕115号", True),
        "least": (date(2026, 3, 9), "国办发〔2018〕115号", False),
    }


def test_a_kind_that_is_changed_later_leaves_the_running_clock_alone():
    review = accepted_review()
    ReviewKind.objects.filter(name="合同").update(working_days=20)

    process.refresh(review.matter, process.current_calendar())

    assert review.matter.deadlines.get(code="review").due_on == date(2026, 3, 9)
    assert accepted_review().matter.deadlines.get(code="review").due_on == date(2026, 3, 30)


def test_advice_is_kept_item_by_item_under_its_entry():
    review = accepted_review()
    give(review, ITEM, GRAVE, on=ISSUED_ON)

    (opinion,) = review.opinions()
    assert [(i.position, i.problem, i.weight) for i in opinion.opinion_items.all()] == [
        (1, "违约责任条款不明确", "一般"),
        (2, "没有授权委托手续", "严重"),
    ]


def test_opinions_are_consolidated_only_when_everybody_was_heard():
    review = accepted_review(kind="行政规范性文件")
    give(review, on=ISSUED_ON)
    office = made(ISSUED_ON, user_with(Role.LEGAL_OFFICE))

    with pytest.raises(IllegalMoveError, match="本类事项还须司法所提出意见，才能汇总"):
        opinions.consolidate(review, office, [], detail={"conclusion": "lawful"})
    give(review, on=ISSUED_ON, sort="justice_office")
    opinions.consolidate(review, office, [], detail={"conclusion": "lawful"})

    assert stage(review) == "drafted"


def test_nothing_is_consolidated_before_there_is_an_opinion():
    review = accepted_review()

    with pytest.raises(IllegalMoveError, match="还没有审查人员提出意见，不能汇总。"):
        opinions.consolidate(review, made(ISSUED_ON, user_with(Role.LEGAL_OFFICE)), [], detail={})


def test_an_opinion_is_issued_under_the_next_number_and_names_the_drafts():
    review = accepted_review()
    draft = {"matter": review.matter, "for_counsel": True}
    DocumentFactory(name="合同.docx", checksum="ab12cd34" + "0" * 56, **draft)
    DocumentFactory(matter=review.matter, name="内部请示.docx")
    give(review, on=ISSUED_ON)
    opinions.consolidate(
        review, made(ISSUED_ON, user_with(Role.LEGAL_OFFICE)), [], detail={"conclusion": "lawful"}
    )

    entry = opinions.issue(review, made(ISSUED_ON, user_with(Role.LEGAL_OFFICE)), detail={})

    assert entry.detail == {
        "number": "南汇法审〔2026〕1号",
        "conclusion": "lawful",
        "drafts": "合同.docx（ab12cd34）",
        "leads_to": "signing",
    }


def test_an_opinion_that_is_refused_takes_no_number():
    review = drafted_review(by=None, drafter=(office := user_with(Role.LEGAL_OFFICE)))

    with pytest.raises(IllegalMoveError), transaction.atomic():
        opinions.issue(review, made(ISSUED_ON, office), detail={})

    assert issued_review().last("issue").detail["number"] == "南汇法审〔2026〕1号"


def test_a_file_replaced_after_the_opinion_is_a_new_version_and_the_opinion_names_the_old():
    review = accepted_review()
    draft = {"matter": review.matter, "for_counsel": True}
    old = DocumentFactory(name="合同.docx", checksum="a" * 64, **draft)
    give(review, on=ISSUED_ON)
    office = made(ISSUED_ON, user_with(Role.LEGAL_OFFICE))
    opinions.consolidate(review, office, [], detail={"conclusion": "lawful"})
    issuer = made(ISSUED_ON, user_with(Role.LEGAL_OFFICE))
    opinions.issue(review, issuer, detail={})

    new = DocumentFactory(checksum="c" * 64, replaces=old, **draft)

    assert review.drafts() == [new]
    assert review.last("issue").detail["drafts"] == "合同.docx（aaaaaaaa）"


def test_grave_advice_that_is_not_taken_goes_to_the_leader():
    review = issued_review(ITEM, GRAVE)

    answer(review, "adopted", "partly")

    assert stage(review) == "escalated"
    assert review.last("adopt").detail["result"] == "采纳1条，部分采纳1条"


def test_minor_advice_that_is_not_taken_goes_no_further_up():
    review = issued_review(ITEM)

    answer(review, "refused")

    assert stage(review) == "signing"


def test_a_leader_who_insists_has_the_advice_answered_anew():
    review = issued_review(GRAVE)
    answer(review, "refused")

    move(review, "decide", MARCH_9, by=user_with(Role.LEADER), decision="require", reasons="应采纳")
    assert stage(review) == "adopting"
    answer(review, "adopted", on=MARCH_9)

    (item,) = review.issued_items()
    assert (stage(review), item.adoption.choice) == ("signing", Adoption.ADOPTED)


def test_an_answer_that_was_taken_back_does_not_hold():
    review = issued_review(ITEM)
    entry = answer(review, "refused")

    process.correct(entry, by=user_with(Role.LEGAL_OFFICE), reason="填错")

    (item,) = review.issued_items()
    assert (stage(review), item.adoption) == ("adopting", None)


def test_what_is_unlawful_goes_back_to_be_amended_or_given_up():
    review = issued_review(GRAVE, conclusion=Conclusion.UNLAWFUL)
    answer(review, "adopted")

    assert stage(review) == "returned"
    with pytest.raises(IllegalMoveError, match="当前环节是“待补正”，不能办理“登记签订”。"):
        moved(review.matter, "sign", MARCH_9, by=officer_of(review))
    moved(review.matter, "abandon", MARCH_9, by=officer_of(review), reasons="不再签订")
    assert (stage(review), review.matter.outcome) == ("ended", "unlawful")


@pytest.mark.parametrize(
    ("kind", "last", "missing"),
    [
        ("行政规范性文件", "publish", "公开征求意见、集体讨论"),
        ("重大执法决定", "finish", "集体讨论"),
        ("重大行政行为", "implement", "风险评估、联席会议"),
    ],
)
def test_a_review_does_not_end_without_the_steps_of_its_kind(kind, last, missing):
    review = issued_review(kind=kind, conclusion=Conclusion.LAWFUL)

    with pytest.raises(IllegalMoveError, match=f"本类事项须经{missing}，还没有登记"):
        opinions.refuse_gaps(review, review.matter.workflow.move(last))


def test_a_document_is_published_and_then_awaits_its_filing():
    review = issued_review(kind="行政规范性文件", conclusion=Conclusion.LAWFUL)
    move(review, "publish", MARCH_9, by=officer_of(review))

    filing = review.matter.deadlines.get(code="filing")
    assert (stage(review), filing.due_on) == ("filing", date(2026, 3, 24))
    move(review, "file", MARCH_9, by=officer_of(review), organ="区政府")
    assert stage(review) == "done"


def test_a_kind_without_filing_ends_with_its_publication():
    review = issued_review(kind="村规民约/居民公约", conclusion=Conclusion.LAWFUL)

    move(review, "publish", MARCH_9, by=officer_of(review))

    assert stage(review) == "done"


def test_a_signed_contract_is_filed_without_being_opened_again():
    review = issued_review(conclusion=Conclusion.LAWFUL)
    moved(review.matter, "sign", MARCH_9, by=officer_of(review))

    move(review, "file", MARCH_9, by=officer_of(review), organ="区司法局")

    assert (stage(review), review.matter.closed_on) == ("signed", MARCH_9)


@pytest.mark.parametrize(
    ("conclusion", "items", "sentence"),
    [
        (Conclusion.LAWFUL, [GRAVE], "结论为“合法”的，不能有严重问题"),
        (Conclusion.LAWFUL_IF_AMENDED, [], "请至少写明一条意见"),
        (Conclusion.UNLAWFUL, [], "请至少写明一条意见"),
        (Conclusion.LAWFUL, [ITEM], ""),
        (Conclusion.SUPPLEMENT, [], ""),
    ],
)
def test_conclusion_and_advice_agree(conclusion, items, sentence):
    assert opinions.contradiction(conclusion, items).startswith(sentence)
    assert bool(opinions.contradiction(conclusion, items)) is bool(sentence)


def test_a_refusal_without_a_reason_cannot_be_kept():
    review = issued_review(ITEM)
    (item,) = review.issued_items()

    with pytest.raises(IntegrityError), transaction.atomic():
        ItemAdoption.objects.create(item=item, entry=review.last("issue"), choice="refused")


def test_what_was_done_without_review_is_on_record_as_that():
    office = user_with(Role.LEGAL_OFFICE)
    review = open_review(opening="discover", by=office, kind="重大行政行为")

    assert (review.matter.stage, review.standing_words()) == ("unreviewed", "未经合法性审查")
    assert review.matter.closed_on == review.matter.received_on


def test_the_words_on_a_matter_tell_whether_the_advice_was_followed():
    review = issued_review(ITEM, kind="重大行政行为")
    before = review.standing_words()
    answer(review, "partly")
    move(
        review,
        "meet",
        MARCH_9,
        by=officer_of(review),
        conclusion="no_go",
        street="办事处",
        summary="不可",
    )

    assert (open_review().standing_words(), before, review.standing_words(), stage(review)) == (
        "尚未出具审查意见",
        "已审查（修改后合法）",
        "已审查（修改后合法），意见未全部采纳，联席会议：不可以实施",
        "ended",
    )


def test_items_of_a_single_reviewer_are_not_those_that_were_issued():
    review = issued_review(ITEM)

    assert OpinionItem.objects.count() == 2
    assert list(OpinionItem.objects.issued()) == review.issued_items()
    assert Review.objects.get().missing_reviewers() == []
