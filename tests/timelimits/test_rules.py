"""Rules that work out dates from lists of events."""

from datetime import date

import pytest

from timelimits.periods import workdays
from timelimits.rules import (
    Case,
    Event,
    RuleBook,
    RuleError,
    UnknownEventError,
    UnknownRuleError,
    read_cases,
)
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar()


@pytest.fixture
def rules():
    """A book with one rule, which wants exactly one event."""
    book = RuleBook()

    @book.register("ogi.reply_20wd", events={"application_submitted"})
    def reply(events, calendar):
        (submitted,) = events
        return {"due_date": workdays(20).reckon(submitted.on, calendar).due_on}

    return book


def submitted(on: date) -> Event:
    return Event("application_submitted", on, {"channel": "in_person"})


def test_every_case_is_calculated_under_its_id(rules):
    cases = [
        Case("甲", "ogi.reply_20wd", (submitted(date(2025, 3, 3)),)),
        Case("乙", "ogi.reply_20wd", (submitted(date(2025, 3, 4)),)),
    ]

    assert rules.calculate(cases, CALENDAR) == {
        "甲": {"due_date": date(2025, 3, 31)},
        "乙": {"due_date": date(2025, 4, 1)},
    }


def test_an_unknown_rule_is_named_with_its_case(rules):
    case = Case("甲", "ogi.fee", (submitted(date(2025, 3, 3)),))

    with pytest.raises(UnknownRuleError, match=r"案例“甲”：没有规则“ogi.fee”"):
        rules.calculate([case], CALENDAR)


def test_an_unknown_event_is_named_with_its_rule_and_case(rules):
    case = Case("甲", "ogi.reply_20wd", (Event("hearing", date(2025, 3, 3)),))

    with pytest.raises(
        UnknownEventError, match=r"案例“甲”：规则“ogi.reply_20wd”不认识事件“hearing”"
    ):
        rules.calculate([case], CALENDAR)


def test_a_case_that_its_rule_refuses_is_named(rules):
    case = Case("甲", "ogi.reply_20wd", ())

    with pytest.raises(RuleError, match="案例“甲”：not enough values"):
        rules.calculate([case], CALENDAR)


def test_a_rule_is_registered_once_only(rules):
    with pytest.raises(ValueError, match=r"规则“ogi.reply_20wd”重复登记"):
        rules.register("ogi.reply_20wd", events=())(lambda events, calendar: {})


def test_cases_are_read_with_their_events_and_details():
    document = {
        "meta": {"title": "a file may say more"},
        "cases": [
            {
                "id": "OGI-018",
                "rule": "ogi.reply_20wd",
                "events": [
                    {"type": "letter_arrived", "date": "2025-04-02", "channel": "ordinary_mail"},
                    {"type": "receipt_confirmed", "date": "2025-04-02"},
                ],
                "expected": {"due_date": "2025-04-30"},
            }
        ],
    }

    assert read_cases(document) == [
        Case(
            "OGI-018",
            "ogi.reply_20wd",
            (
                Event("letter_arrived", date(2025, 4, 2), {"channel": "ordinary_mail"}),
                Event("receipt_confirmed", date(2025, 4, 2), {}),
            ),
        )
    ]


def one_case(**changes: object) -> dict[str, object]:
    event = {"type": "application_submitted", "date": "2025-03-03"}
    return {"cases": [{"id": "甲", "rule": "ogi.reply_20wd", "events": [event], **changes}]}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "没有名为 cases 的列表"),
        ({}, "没有名为 cases 的列表"),
        ({"cases": {}}, "没有名为 cases 的列表"),
        ({"cases": ["甲"]}, "第1个案例应有文字的 id 和 rule"),
        (one_case(id=7), "第1个案例应有文字的 id 和 rule"),
        (one_case(events="hearing"), "第1个案例应有文字的 id 和 rule"),
        (one_case(events=[{"type": "hearing"}]), "案例“甲”：每个事件应有文字的 type 和 date"),
        (one_case(events=[None]), "案例“甲”：每个事件应有文字的 type 和 date"),
        (
            one_case(events=[{"type": "hearing", "date": "2025-02-30"}]),
            "案例“甲”：“2025-02-30”不是 2026-01-31 这样的日期",
        ),
        ({"cases": one_case()["cases"] * 2}, "案例编号重复：甲"),
    ],
    ids=[
        "a list",
        "nothing",
        "cases are no list",
        "a case is no object",
        "an id is a number",
        "events are no list",
        "an event without a date",
        "an event is no object",
        "a day that does not exist",
        "an id twice",
    ],
)
def test_a_file_in_another_form_is_refused(document, message):
    with pytest.raises(RuleError, match=message):
        read_cases(document)
