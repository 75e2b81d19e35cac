"""Days of 合法性审查 worked out from events: the golden cases, and those beside them."""

import json
from datetime import date
from pathlib import Path

import pytest

from timelimits.packaged import packaged_days
from timelimits.rules import Case, Event, RuleError, UnknownEventError, read_cases, rules
from timelimits.workdays import WorkCalendar

GOLDEN = json.loads((Path(__file__).parents[1] / "data" / "deadlines.json").read_text("utf-8"))
GOLDEN_CASES = [case for case in GOLDEN["cases"] if case["rule"].startswith("rev.")]
CODES = [code for code in GOLDEN["vocabulary"]["rules"] if code.startswith("rev.")]
CALENDAR = WorkCalendar(dict(packaged_days()))


def worked_out(rule: str, type_: str, day: str) -> dict:
    event = Event(type_, date.fromisoformat(day))
    return rules.calculate([Case("甲", rule, (event,))], CALENDAR)["甲"]


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case["id"])
def test_golden_case_comes_out_as_worked_out_by_hand(case):
    result = rules.calculate(read_cases({"cases": [case]}), CALENDAR)[case["id"]]

    assert {key: result[key] for key in case["expected"]} == case["expected"]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_known_and_refuses_a_foreign_event(code):
    with pytest.raises(UnknownEventError, match=f"规则“{code}”不认识事件“hearing”"):
        worked_out(code, "hearing", "2025-03-03")


@pytest.mark.parametrize("code", CODES)
def test_a_case_without_an_event_is_refused(code):
    with pytest.raises(RuleError, match="没有起算的事件"):
        rules.calculate([Case("甲", code, ())], CALENDAR)


def test_a_major_decision_takes_seven_working_days_at_least():
    result = worked_out("rev.major_decision_min_7wd", "submitted_for_review", "2025-09-24")

    assert result == {
        "earliest_normal_completion": "2025-10-10",
        "provisional": False,
        "trace": [
            "重大行政决策合法性审查（一般不少于）（《重大行政决策程序暂行条例》第二十六条第二款）："
            "9月24日的次日起算7个工作日；9月28日（周日）调休上班，计入；"
            "10月1日至8日国庆节、中秋节放假，不计入；第7个工作日为10月10日"
        ],
    }


def test_comment_and_filing_end_on_a_holiday_without_rolling_off_it():
    comment = worked_out("rev.public_comment_min_30d", "public_comment_started", "2025-09-03")
    filing = worked_out("rev.normative_doc_filing_15d", "normative_doc_published", "2025-09-20")

    assert comment["earliest_end_date"] == "2025-10-03"
    assert (filing["due_date"], filing["raw_end"], filing["safe_date"]) == (
        "2025-10-05",
        "2025-10-05",
        "2025-09-30",
    )


def test_the_last_submission_counts():
    events = tuple(
        Event("submitted_for_review", date.fromisoformat(day))
        for day in ("2025-03-03", "2025-03-10")
    )

    result = rules.calculate([Case("甲", "rev.local_5wd_sla", events)], CALENDAR)["甲"]

    assert (result["due_date"], result["status"]) == ("2025-03-17", "configurable_sla")


def test_a_day_in_a_year_not_announced_is_provisional():
    result = worked_out("rev.normative_doc_5_15wd", "submitted_for_review", "2026-12-25")

    assert (result["provisional"], result["provisional_due_date"]) == (True, result["due_date"])
