"""The course of a review replayed from its facts."""

from datetime import date

import pytest

from casework.standing import Fact, standing
from legalreview.kinds import KINDS
from legalreview.workflow import WORKFLOW
from timelimits.workdays import WorkCalendar

MONDAY_TO_FRIDAY = WorkCalendar()


def day(number, month=3):
    return date(2026, month, number)


def replay(*facts):
    return standing(WORKFLOW, facts, MONDAY_TO_FRIDAY)


def issue(on, **detail):
    return Fact("issue", on, {"conclusion": "lawful", **detail})


SUBMIT, ACCEPT = Fact("submit", day(2)), Fact("accept", day(3), {"days": 5})
OPINE = Fact("opine", day(5), {"sort": "counsel", "reviewer": "周律师"})
DRAFT = Fact("consolidate", day(6), {"conclusion": "lawful"})
UNTIL_DRAFT = (SUBMIT, ACCEPT, OPINE, DRAFT)


def test_the_clock_starts_when_the_materials_are_complete_and_stops_with_the_opinion():
    running = replay(SUBMIT, ACCEPT).find("review")
    met = replay(*UNTIL_DRAFT, issue(day(9))).find("review")

    assert replay(SUBMIT).dues == ()
    assert (running.due_on, running.met_on) == (day(10), None)
    assert (met.due_on, met.met_on) == (day(10), day(9))


def test_a_second_submission_starts_the_clock_anew():
    returned = Fact("return", day(3), {"missing": "营业执照"})
    again = Fact("resubmit", day(9), {"changes": "已补"})

    now = replay(SUBMIT, returned, again, Fact("accept", day(9), {"days": 5}))

    assert (now.stage, now.due("review")) == ("reviewing", day(16))


def test_a_list_of_what_is_missing_is_sent_once():
    returned = Fact("return", day(3), {"missing": "营业执照"})

    now = replay(SUBMIT, returned, Fact("resubmit", day(4)), Fact("return", day(5)))

    assert [breach.code for breach in now.breaches] == ["once"]


@pytest.mark.parametrize(("days", "due"), [(1, day(11)), (10, day(24))])
def test_a_hard_review_is_extended_within_its_bounds(days, due):
    now = replay(SUBMIT, ACCEPT, Fact("extend", day(10), {"days": days}))

    assert (now.breaches, now.due("review")) == ((), due)


@pytest.mark.parametrize(("on", "days", "code"), [(day(11), 5, "late"), (day(10), 11, "extension")])
def test_an_extension_too_late_or_too_long_is_a_breach(on, days, code):
    now = replay(SUBMIT, ACCEPT, Fact("extend", on, {"days": days}))

    assert [breach.code for breach in now.breaches] == [code]


def test_an_opinion_closes_the_review_or_asks_for_an_answer_as_it_tells():
    stages = [
        replay(*UNTIL_DRAFT, issue(day(9), leads_to=stage)).stage
        for stage in ("signing", "adopting", "returned", "ended", "")
    ]

    assert stages == ["signing", "adopting", "returned", "ended", "adopting"]


def test_a_contract_is_signed_after_its_opinion_only():
    before = replay(SUBMIT, ACCEPT, Fact("sign", day(5)))
    early = replay(SUBMIT, ACCEPT, Fact("sign_early", day(5)))
    late = replay(*UNTIL_DRAFT, issue(day(9), leads_to="signing"), Fact("sign", day(9)))

    assert [breach.code for breach in before.breaches] == ["stage"]
    assert [breach.code for breach in early.breaches] == ["missing"]
    assert (late.breaches, late.stage, late.closed_on) == ((), "signed", day(9))


def test_an_override_lets_a_contract_be_signed_and_the_review_goes_on():
    now = replay(SUBMIT, ACCEPT, Fact("override", day(4)), Fact("sign_early", day(5)))

    assert (now.breaches, now.stage, now.closed_on) == ((), "reviewing", None)


def test_an_override_after_the_signature_mends_nothing():
    now = replay(SUBMIT, ACCEPT, Fact("override", day(6)), Fact("sign_early", day(5)))

    assert [breach.code for breach in now.breaches] == ["missing"]


def test_what_is_published_is_filed_within_the_days_of_its_kind():
    published = Fact("publish", day(9), {"filing": 15, "leads_to": "filing"})
    course = (*UNTIL_DRAFT, issue(day(9), leads_to="publishing"), published)

    running = replay(*course)
    filed = replay(*course, Fact("file", day(24), {"organ": "区政府", "leads_to": "done"}))

    assert (running.stage, running.due("filing")) == ("filing", day(24))
    assert (filed.stage, filed.find("filing").met_on) == ("done", day(24))


def test_the_kinds_of_the_catalogue_have_a_rule_for_every_length():
    unfounded = [
        kind.name
        for kind in KINDS
        if not kind.days_basis
        or bool(kind.least_working_days) != bool(kind.least_basis)
        or bool(kind.filing_days) != bool(kind.filing_basis)
    ]

    assert unfounded == []
    assert [kind.name for kind in KINDS] == [
        "合同",
        "行政协议",
        "安置协议",
        "行政规范性文件",
        "重大行政决策",
        "重大执法决定",
        "政府信息公开答复",
        "信访答复",
        "村规民约/居民公约",
        "重大行政行为",
        "其他",
    ]
