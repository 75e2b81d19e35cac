"""合法性审查台账 of past years: read, read again, corrected, and given out."""

from datetime import date
from decimal import Decimal

import pytest

from casework.cells import CellError
from casework.ledger import ledgers
from casework.metrics import Span, metrics
from casework.models import CounselAssignment
from legalreview.ledger import in_wan, kind_named
from legalreview.models import Review, ReviewKind
from people.roles import Role
from tests.factories.legalreview import (
    GRAVE,
    ITEM,
    answer,
    counsel_in_term,
    issued_review,
    open_review,
)
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

LEDGER = ledgers["legalreview"]


def row(**changes):
    """Return a row as the columns read it: a contract, advised on, followed and signed."""
    return {
        "serial": "2",
        "submitted_on": date(2022, 1, 11),
        "department": "城市建设管理办公室",
        "handler": "杨某6",
        "title": "期房回购协议（48）",
        "kind": ReviewKind.objects.get(name="安置协议"),
        "counterparty": "周某8",
        "amount": Decimal("161700.00"),
        "reviewer": "周律师",
        "number": "南汇法审〔2022〕2号",
        "issued_on": date(2022, 1, 13),
        "conclusion": "amend",
        "advice": "付款条件与验收衔接不清",
        "adoption": "adopted",
        "signed_on": date(2022, 1, 14),
        **changes,
    }


def created(**changes):
    return LEDGER.create(row(**changes), user_with(Role.LEGAL_OFFICE))


def shown(review):
    """Return the row of a review as it is given out, by its headings."""
    (cells,) = LEDGER.rows(LEDGER.complete(Review.objects.filter(pk=review.pk)))
    return dict(zip([column.heading for column in LEDGER.columns], cells, strict=True))


@pytest.mark.parametrize(
    ("cell", "amount"),
    [(16.17, "161700.00"), ("16.17万元", "161700.00"), ("1,000", "10000000.00"), ("/", None)],
)
def test_a_column_in_wan_is_read_in_yuan(cell, amount):
    assert in_wan(cell) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize("cell", ["-3", "若干"])
def test_what_is_no_amount_is_refused(cell):
    with pytest.raises(CellError):
        in_wan(cell)


def test_a_kind_is_one_of_the_catalogue():
    assert kind_named(" 村规民约/居民公约 ").name == "村规民约/居民公约"
    with pytest.raises(CellError, match="审查事项类别目录中的类别：合同、"):
        kind_named("会议纪要")


def test_a_row_becomes_a_review_with_its_course_and_is_given_out_as_it_came():
    review = created()

    assert [entry.move for entry in review.matter.timeline.all()] == [
        "submit",
        "issue_on_record",
        "adopt",
        "sign",
    ]
    assert (review.matter.stage, review.matter.outcome) == ("signed", "amend")
    assert [e.breaches for e in review.matter.timeline.all()] == [[], [], [], []]
    assert shown(review) == {
        "序号": 1,
        "送审日期": date(2022, 1, 11),
        "送审科室": "城市建设管理办公室",
        "经办人": "杨某6",
        "审查事项名称": "期房回购协议（48）",
        "事项类别": "安置协议",
        "合同相对方": "周某8",
        "合同金额（万元）": Decimal("16.17"),
        "审查人": "周律师",
        "意见书编号": "南汇法审〔2022〕2号",
        "出具日期": date(2022, 1, 13),
        "审查结论": "修改后合法",
        "主要意见": "付款条件与验收衔接不清",
        "采纳情况": "采纳",
        "签订日期": date(2022, 1, 14),
    }


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({"issued_on": None, "conclusion": "", "adoption": "", "signed_on": None}, "submitted"),
        ({"adoption": "", "signed_on": None}, "signing"),
        ({"conclusion": "unlawful", "signed_on": None}, "ended"),
        ({"conclusion": "lawful", "advice": "", "adoption": ""}, "signed"),
    ],
    ids=["not yet reviewed", "not signed", "unlawful", "lawful and signed"],
)
def test_a_row_stands_where_it_says(changes, stage):
    assert created(**changes).matter.stage == stage


def test_a_reply_of_past_years_is_done_with_its_opinion():
    kind = ReviewKind.objects.get(name="信访答复")

    review = created(kind=kind, adoption="", signed_on=None)

    assert (review.matter.stage, review.matter.closed_on) == ("done", date(2022, 1, 13))


def test_a_contract_signed_before_its_opinion_is_kept_and_flagged():
    review = created(signed_on=date(2022, 1, 12), adoption="", advice="")

    flagged = [entry for entry in review.matter.timeline.all() if entry.breaches]
    assert [entry.move for entry in flagged] == ["sign_early"]
    assert (review.matter.stage, review.is_signed) == ("done", True)
    assert set(metrics["legalreview.signed_without_review"].records(Span.year(2022))) == {review}


def test_the_next_opinion_is_numbered_behind_those_of_the_ledger():
    created(
        submitted_on=date(2026, 1, 4),
        issued_on=date(2026, 1, 5),
        signed_on=None,
        number="南汇法审〔2026〕12号",
    )

    assert issued_review().last("issue").detail["number"] == "南汇法审〔2026〕13号"


def test_a_lawyer_of_the_roster_is_known_as_the_reviewer():
    counsel = counsel_in_term(name="周律师")

    review = created()

    assert CounselAssignment.objects.get(matter=review.matter).counsel == counsel


def test_a_corrected_row_corrects_its_review():
    review, office = created(), user_with(Role.LEGAL_OFFICE)

    LEDGER.update(
        review,
        row(department="财政管理所", adoption="partly", advice="缺少授权", amount=Decimal(1)),
        office,
    )

    found = shown(Review.objects.get())
    assert (found["送审科室"], found["采纳情况"], found["主要意见"]) == (
        "财政管理所",
        "部分采纳",
        "缺少授权",
    )


def test_a_review_of_the_portal_is_given_out_in_the_same_columns():
    review = issued_review(ITEM, GRAVE)
    answer(review, "adopted", "refused")

    found = shown(review)

    assert (found["审查人"], found["审查结论"], found["采纳情况"], found["签订日期"]) == (
        "周律师",
        "修改后合法",
        "部分采纳",
        None,
    )
    assert found["主要意见"] == "违约责任条款不明确；没有授权委托手续"


@pytest.mark.parametrize("count", [1, 3])
def test_rows_need_the_same_queries_for_one_and_for_three(django_assert_num_queries, count):
    for _ in range(count):
        answer(issued_review(ITEM), "adopted")

    with django_assert_num_queries(8):
        assert len(list(LEDGER.rows(LEDGER.complete(Review.objects.all())))) == count


def test_an_empty_cell_is_given_out_empty():
    found = shown(open_review(counterparty=""))

    assert (found["合同金额（万元）"], found["审查结论"], found["意见书编号"]) == (None, "", "")
