"""The ledger of past years becomes requests with their course, and comes out as it went in."""

from datetime import date

import pytest

from casework.ledger import ledgers
from casework.models import Matter, NumberSeries
from disclosure.ledger import COLUMNS, RESULT_WORDS
from disclosure.models import DisclosureRequest
from disclosure.results import RESULTS
from people.accounts import importer

pytestmark = pytest.mark.django_db

LEDGER = ledgers["disclosure"]


def row(**changes):
    """Return a row of the ledger as read."""
    empty = {column.key: None for column in COLUMNS}
    return {
        **empty,
        "serial": "1",
        "number": "南汇依申〔2022〕6号",
        "received_on": date(2022, 3, 28),
        "channel": "in_person",
        "kind": "natural_person",
        "applicant": "周某",
        "phone": "13805772324",
        "content": "拆除现场执法记录",
        "department": "综合行政执法队",
        "result": "",
        "way": "",
        "reconsidered": False,
        "sued": False,
        "remark": "",
        **changes,
    }


def test_every_result_has_its_word_in_the_ledger():
    assert sorted(RESULT_WORDS.values()) == sorted(result.code for result in RESULTS)


def test_a_past_request_becomes_matter_timeline_and_deadlines():
    request = LEDGER.create(
        row(
            asked_on=date(2022, 4, 6),
            corrected_on=date(2022, 4, 14),
            extended_on=date(2022, 5, 10),
            replied_on=date(2022, 5, 18),
            result="2",
            way="electronic",
        ),
        importer(),
    )

    matter = Matter.objects.get()
    assert [entry.move for entry in matter.timeline.all()] == [
        "receive",
        "ask_correction",
        "corrected",
        "extend",
        "reply_on_record",
    ]
    reply = matter.deadlines.get(code="reply")
    assert (reply.due_on, reply.met_on) == (date(2022, 6, 13), date(2022, 5, 18))
    assert (matter.number, matter.outcome, request.result.label) == (
        "南汇依申〔2022〕6号",
        "2",
        "部分公开（区分处理）",
    )


def test_days_that_break_the_order_of_the_law_are_imported_and_flagged():
    LEDGER.create(
        row(
            asked_on=date(2022, 4, 20),
            corrected_on=date(2022, 4, 25),
            replied_on=date(2022, 5, 30),
            result="1",
        ),
        importer(),
    )

    matter = Matter.objects.get()
    asked = matter.timeline.get(move="ask_correction")
    assert asked.breaches == [
        "补正告知期限已于2022-04-07届满，不能再办理“告知补正”（《政府信息公开条例》第三十条）。"
    ]
    assert matter.deadlines.get(code="reply").due_on == date(2022, 4, 25)


def test_new_numbers_go_on_behind_imported_ones():
    LEDGER.create(row(number="南汇依申〔2022〕28号"), importer())

    assert NumberSeries.objects.get(kind="disclosure", year=2022).last == 28


def test_a_company_is_a_company_and_any_other_organisation_is_not_guessed():
    LEDGER.create(row(kind="organisation", applicant="温州某某有限公司"), importer())
    LEDGER.create(row(number="2", kind="organisation", applicant="某某业主委员会"), importer())

    kinds = DisclosureRequest.objects.order_by("pk").values_list("applicant_kind", flat=True)
    assert list(kinds) == ["business", "other"]


def test_a_corrected_row_corrects_its_request():
    request = LEDGER.create(row(replied_on=date(2022, 4, 20), result="1"), importer())

    LEDGER.update(
        request,
        row(replied_on=date(2022, 4, 21), result="3.5", department="党政办公室", sued=True),
        importer(),
    )

    matter = Matter.objects.get()
    assert (matter.closed_on, matter.outcome, matter.department.name) == (
        date(2022, 4, 21),
        "3.5",
        "党政办公室",
    )
    assert [link.relation for link in matter.links.all()] == ["lawsuit"]


def test_a_ledger_comes_out_as_it_went_in_but_for_the_phone():
    told = row(
        consulted_on=date(2022, 4, 6),
        heard_on=date(2022, 4, 20),
        replied_on=date(2022, 4, 22),
        result="5.2",
        way="direct",
        reconsidered=True,
    )
    LEDGER.create(told, importer())

    requests = DisclosureRequest.objects.with_desk().with_course()
    shown = dict(zip([c.key for c in COLUMNS], next(iter(LEDGER.rows(requests))), strict=True))

    assert shown == {
        **told,
        "serial": 1,
        "channel": "当面",
        "kind": "自然人",
        "phone": "138****2324",
        "result": "不予处理（重复申请）",
        "way": "当面送达",
        "reconsidered": "是",
        "sued": "否",
    }
