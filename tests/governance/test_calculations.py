"""Cases of petitions and penalties told as lists of events: the golden ones, and those beside."""

import json
from datetime import date
from pathlib import Path

import pytest

from timelimits.packaged import packaged_days
from timelimits.rules import Case, Event, RuleError, UnknownEventError, read_cases, rules
from timelimits.workdays import WorkCalendar

GOLDEN = json.loads((Path(__file__).parents[1] / "data" / "deadlines.json").read_text("utf-8"))
DOMAINS = ("pet.", "pen.")
GOLDEN_CASES = [case for case in GOLDEN["cases"] if case["rule"].startswith(DOMAINS)]
CODES = [code for code in GOLDEN["vocabulary"]["rules"] if code.startswith(DOMAINS)]
CALENDAR = WorkCalendar(dict(packaged_days()))


def on(day: str, type_: str, **detail) -> Event:
    return Event(type_, date.fromisoformat(day), detail)


def worked_out(rule: str, *events: Event) -> dict:
    return rules.calculate([Case("甲", rule, events)], CALENDAR)["甲"]


def picked(result: dict, *keys: str) -> dict:
    return {key: result.get(key) for key in keys}


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case["id"])
def test_golden_case_comes_out_as_worked_out_by_hand(case):
    results = rules.calculate(read_cases({"cases": [case]}), CALENDAR)

    assert picked(results[case["id"]], *case["expected"]) == case["expected"]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_known_and_refuses_a_foreign_event(code):
    with pytest.raises(UnknownEventError, match=f"规则“{code}”不认识事件“hearing”"):
        worked_out(code, on("2025-03-03", "hearing"))


@pytest.mark.parametrize("code", CODES)
def test_a_case_without_the_event_it_starts_from_is_refused(code):
    with pytest.raises(RuleError, match="案例“甲”：没有起算事件"):
        worked_out(code, on("2025-03-03", "as_of"))


@pytest.mark.parametrize(
    ("rule", "event", "due", "safe"),
    [
        ("pet.accept_notice_15d", "petition_received", "2025-10-04", "2025-09-30"),
        ("pet.accept_notice_15d", "petition_transfer_received", "2025-10-04", "2025-09-30"),
        (
            "pet.review_request_30d",
            "written_reply_received_by_petitioner",
            "2025-10-19",
            "2025-10-17",
        ),
        ("pet.recheck_decide_30d", "recheck_request_received", "2025-10-19", "2025-10-17"),
        ("pet.handle_60d", "petition_accepted", "2025-11-18", "2025-11-18"),
        ("pet.objection_5wd", "petition_transfer_received", "2025-09-26", "2025-09-26"),
        ("pen.decide_90d", "penalty_case_filed", "2025-12-18", "2025-12-18"),
        ("pen.evidence_preservation_7wd", "evidence_registered_preserved", "2025-09-29", None),
        ("pen.hearing_request_5wd", "hearing_right_informed", "2025-09-26", None),
        ("pen.serve_7wd", "penalty_decided", "2025-09-29", None),
        ("pen.withdraw_published_3wd", "penalty_revoked", "2025-09-24", None),
    ],
)
def test_days_that_no_article_rolls_end_on_a_day_off_with_the_safe_day_before(
    rule, event, due, safe
):
    result = worked_out(rule, on("2025-09-19", event))

    assert picked(result, "due_date", "safe_date") == {"due_date": due, "safe_date": safe or due}


def test_the_notice_of_a_petition_explains_itself_in_a_sentence():
    assert worked_out("pet.accept_notice_15d", on("2025-03-10", "petition_received")) == {
        "due_date": "2025-03-25",
        "raw_end": "2025-03-25",
        "safe_date": "2025-03-25",
        "provisional": False,
        "trace": [
            "告知受理情况期限（《信访工作条例》第二十三条第二款、第三款）："
            "3月10日的次日起算15日；第15日为3月25日"
        ],
    }


@pytest.mark.parametrize(
    ("day", "days", "due", "error"),
    [
        ("2025-05-02", 30, "2025-06-01", None),
        ("2025-05-02", 10, "2025-05-12", None),
        ("2025-05-03", 30, "2025-05-02", "extension_after_due_date"),
        ("2025-04-30", 31, "2025-06-01", "extension_gt_30d"),
    ],
    ids=["on the last day", "ten days", "a day late", "a day too long"],
)
def test_an_extension_counts_from_the_unextended_end(day, days, due, error):
    result = worked_out(
        "pet.handle_60_plus_30d",
        on("2025-03-03", "petition_accepted"),
        on(day, "extension_approved", days=days),
    )

    assert picked(result, "due_date", "original_due_date", "max_allowed", "validation_error") == {
        "due_date": due,
        "original_due_date": "2025-05-02",
        "max_allowed": "2025-06-01",
        "validation_error": error,
    }


def test_a_second_extension_is_named_and_gives_nothing():
    result = worked_out(
        "pet.handle_60_plus_30d",
        on("2025-03-03", "petition_accepted"),
        on("2025-04-01", "extension_approved", days=10),
        on("2025-04-02", "extension_approved", days=10),
    )

    assert picked(result, "due_date", "validation_error") == {
        "due_date": "2025-05-12",
        "validation_error": "second_extension_not_allowed",
    }
