"""Cases of suits and reconsiderations told as events: the golden ones, and those beside them."""

import json
from datetime import date

import pytest

from tests.conftest import DATA
from timelimits.packaged import packaged_days
from timelimits.rules import Case, Event, RuleError, UnknownEventError, read_cases, rules
from timelimits.workdays import WorkCalendar

GOLDEN = json.loads((DATA / "deadlines.json").read_text("utf-8"))
OURS = ("lit.", "rec.")
GOLDEN_CASES = [case for case in GOLDEN["cases"] if case["rule"].startswith(OURS)]
CODES = [code for code in GOLDEN["vocabulary"]["rules"] if code.startswith(OURS)]
CALENDAR = WorkCalendar(dict(packaged_days()))


def on(day, type_, **detail):
    return Event(type_, date.fromisoformat(day), detail)


def worked_out(rule, *events):
    return rules.calculate([Case("甲", rule, events)], CALENDAR)["甲"]


def picked(result, *keys):
    return {key: result[key] for key in keys if key in result}


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case["id"])
def test_golden_case_comes_out_as_worked_out_by_hand(case):
    results = rules.calculate(read_cases({"cases": [case]}), CALENDAR)

    assert picked(results[case["id"]], *case["expected"]) == case["expected"]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_of_the_vocabulary_is_known_and_refuses_a_foreign_event(code):
    with pytest.raises(UnknownEventError, match=f"规则“{code}”不认识事件“pages_provided”"):
        worked_out(code, on("2025-03-03", "pages_provided"))


@pytest.mark.parametrize(
    ("posted", "arrived", "status"),
    [("2025-03-18", "2025-03-21", "on_time"), ("2025-03-19", "2025-03-19", "late")],
    ids=["posted on the last day, arrived later", "posted the day after"],
)
def test_the_day_of_posting_decides_and_not_the_arrival(posted, arrived, status):
    result = worked_out(
        "lit.defence_status",
        on("2025-03-03", "complaint_copy_served"),
        on(posted, "defence_posted"),
        on(arrived, "court_received"),
    )

    assert picked(result, "due_date", "status", "counts_as_replied_on") == {
        "due_date": "2025-03-18",
        "status": status,
        "counts_as_replied_on": posted,
    }


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        ("2025-03-17", {"status": "processing"}),
        ("2025-03-18", {"status": "overdue", "consequence": "deemed_no_evidence"}),
    ],
)
def test_no_reply_is_held_against_the_office_from_the_day_after_the_last(seen, found):
    result = worked_out(
        "rec.no_reply_consequence",
        on("2025-03-03", "application_copy_received"),
        on(seen, "as_of"),
    )

    assert picked(result, "status", "consequence") == found


def test_the_reply_of_a_summary_reconsideration_is_late_after_five_working_days():
    result = worked_out(
        "rec.no_reply_consequence",
        on("2025-03-03", "application_copy_received", procedure="简易"),
        on("2025-03-11", "reply"),
    )

    assert picked(result, "due_date", "status") == {"due_date": "2025-03-10", "status": "late"}


def test_without_leave_of_the_court_the_evidence_stays_due():
    result = worked_out(
        "lit.evidence_extension",
        on("2025-03-03", "complaint_copy_served"),
        on("2025-03-19", "evidence_extension_applied"),
    )

    assert picked(result, "due_date", "application_timely") == {
        "due_date": "2025-03-18",
        "application_timely": False,
    }


def test_while_the_reason_lasts_there_is_no_day_for_the_evidence():
    result = worked_out(
        "lit.evidence_extension",
        on("2025-03-03", "complaint_copy_served"),
        on("2025-03-10", "evidence_extension_applied"),
        on("2025-03-12", "extension_granted"),
    )

    assert result == {
        "extension_application_due": "2025-03-18",
        "application_timely": True,
        "due_date": None,
    }


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ([on("2025-03-05", "court_set_evidence_deadline", deadline="2025-03-14")], "2025-03-14"),
        ([on("2025-03-14", "court_set_evidence_deadline")], "2025-03-14"),
        ([], "2025-03-18"),
    ],
    ids=["told in the event", "told by its day", "not set"],
)
def test_in_summary_procedure_the_day_of_the_court_counts(events, due):
    served = on("2025-03-03", "complaint_copy_served")

    assert worked_out("lit.summary_procedure_defence", served, *events)["due_date"] == due


def test_a_judgment_nobody_appealed_against_takes_effect_after_the_last_appeal_period():
    result = worked_out(
        "lit.retrial_application_6m",
        on("2025-05-06", "first_instance_judgment_served_last_party"),
    )

    assert picked(result, "effective_date", "due_date", "safe_date") == {
        "effective_date": "2025-05-22",
        "due_date": "2025-11-24",
        "safe_date": "2025-11-21",
    }


@pytest.mark.parametrize(
    ("hearings", "status", "attended", "instances"),
    [
        (
            [{"instance": "一审", "head_attended": True}, {"instance": "二审"}],
            "violation_absent_without_reason",
            1,
            2,
        ),
        (
            [{"head_attended": False, "attendees": ["工作人员", "律师"], "reason": "不可抗力"}],
            "excused_absence",
            0,
            1,
        ),
        (
            [{"head_attended": False, "attendees": ["工作人员"], "reason": "工作忙"}],
            "violation_absent_without_reason",
            0,
            1,
        ),
    ],
    ids=["the first instance does not cover the second", "excused", "no reason that excuses"],
)
def test_attendance_is_counted_by_case_and_instance(hearings, status, attended, instances):
    events = [on("2025-06-10", "hearing", **hearing) for hearing in hearings]

    result = worked_out("lit.head_attendance_status", *events)

    assert picked(result, "status", "attended_count", "case_instance_count") == {
        "status": status,
        "attended_count": attended,
        "case_instance_count": instances,
    }


@pytest.mark.parametrize(
    ("received", "due", "safe", "rule"),
    [
        ("2023-12-31", "2024-01-10", "2024-01-10", "old_10_calendar_days"),
        ("2024-01-02", "2024-01-16", "2024-01-12", "new_10_working_days"),
    ],
    ids=["the last day of the old law", "after the new law came in force"],
)
def test_between_two_laws_the_earlier_day_is_safe(received, due, safe, rule):
    result = worked_out(
        "rec.transition",
        on("2023-12-21", "accepted"),
        on(received, "application_copy_received"),
    )

    assert picked(result, "due_date", "safe_date", "rule_applied") == {
        "due_date": due,
        "safe_date": safe,
        "rule_applied": rule,
    }


@pytest.mark.parametrize(
    ("days", "due"), [(30, "2025-06-03"), (45, "2025-06-03"), (10, "2025-05-14")]
)
def test_a_decision_is_put_off_by_thirty_days_at_most(days, due):
    result = worked_out(
        "rec.decision_60_plus_30d",
        on("2025-03-05", "accepted"),
        on("2025-04-30", "extension_approved", days=days),
    )

    assert picked(result, "due_date", "original_due_date", "max_allowed") == {
        "due_date": due,
        "original_due_date": "2025-05-06",
        "max_allowed": "2025-06-03",
    }


@pytest.mark.parametrize(
    ("reply", "valid"),
    [("三(三)5", False), ("三(一)", True)],
    ids=["a refusal goes to reconsideration first", "other replies take either route"],
)
def test_a_direct_suit_against_a_refusal_is_noticed(reply, valid):
    result = worked_out(
        "rec.prerequisite_check",
        on("2025-03-03", "ogi_reply", annual_table_row=reply),
        on("2025-04-03", "suit_filed_directly"),
    )

    assert result["valid"] is valid


def test_a_case_without_its_first_event_is_refused():
    with pytest.raises(RuleError, match="案例“甲”：没有事件“complaint_copy_served”"):
        worked_out("lit.defence_status", on("2025-03-19", "evidence_submitted"))
