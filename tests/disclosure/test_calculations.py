"""Cases of disclosure told as lists of events: the golden ones, and those beside them."""

import json
from datetime import date
from pathlib import Path

import pytest

from timelimits.packaged import packaged_days
from timelimits.rules import Case, Event, RuleError, UnknownEventError, read_cases, rules
from timelimits.workdays import WorkCalendar

GOLDEN = json.loads((Path(__file__).parents[1] / "data" / "deadlines.json").read_text("utf-8"))
GOLDEN_CASES = [case for case in GOLDEN["cases"] if case["rule"].startswith("ogi.")]
CODES = [code for code in GOLDEN["vocabulary"]["rules"] if code.startswith("ogi.")]
CALENDAR = WorkCalendar(dict(packaged_days()))


def on(day: str, type_: str, **detail) -> Event:
    return Event(type_, date.fromisoformat(day), detail)


def submitted(day: str, channel: str = "in_person") -> Event:
    return on(day, "application_submitted", channel=channel)


def worked_out(rule: str, *events: Event) -> dict:
    return rules.calculate([Case("甲", rule, events)], CALENDAR)["甲"]


def picked(result: dict, *keys: str) -> dict:
    return {key: result[key] for key in keys if key in result}


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case["id"])
def test_golden_case_comes_out_as_worked_out_by_hand(case):
    results = rules.calculate(read_cases({"cases": [case]}), CALENDAR)

    assert picked(results[case["id"]], *case["expected"]) == case["expected"]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_of_disclosure_is_known_and_refuses_a_foreign_event(code):
    with pytest.raises(UnknownEventError, match=f"规则“{code}”不认识事件“hearing”"):
        worked_out(code, on("2025-03-03", "hearing"))


@pytest.mark.parametrize(
    ("events", "received", "due"),
    [
        ([submitted("2025-03-03", "oral")], "2025-03-03", "2025-03-31"),
        ([submitted("2025-03-03", "internet")], None, None),
        (
            [submitted("2025-03-03", "internet"), on("2025-03-04", "receipt_confirmed")],
            "2025-03-04",
            "2025-04-01",
        ),
        ([on("2025-03-03", "letter_arrived")], None, None),
        (
            [
                on("2025-03-03", "letter_arrived", channel="ordinary_mail"),
                on("2025-03-10", "contact_restored"),
                on("2025-03-11", "receipt_confirmed"),
            ],
            "2025-03-10",
            "2025-04-08",
        ),
        (
            [
                on("2025-03-03", "application_signed_for", channel="ems"),
                on("2025-03-05", "receipt_confirmed"),
            ],
            "2025-03-03",
            "2025-03-31",
        ),
        (
            [submitted("2025-03-01", "ems"), on("2025-03-03", "application_signed_for")],
            "2025-03-03",
            "2025-03-31",
        ),
        (
            [submitted("2025-03-03", "reception"), on("2025-03-05", "receipt_confirmed")],
            "2025-03-05",
            "2025-04-02",
        ),
        (
            [on("2025-03-01", "application_signed_for", channel="ems")],
            "2025-03-01",
            "2025-03-28",
        ),
    ],
    ids=[
        "said at the counter",
        "through the internet, unconfirmed",
        "through the internet, confirmed the day after",
        "a letter, unconfirmed",
        "a letter, the sender reached a week later",
        "signed for, then confirmed needlessly",
        "posted, then signed for",
        "by a way of its own, confirmed",
        "signed for on a Saturday",
    ],
)
def test_receipt_follows_from_the_way_in(events, received, due):
    result = worked_out("ogi.reply_20wd", *events)

    assert picked(result, "receipt_date", "due_date") == {
        "receipt_date": received,
        "due_date": due,
    }


def test_a_request_that_nobody_confirmed_says_so():
    assert worked_out("ogi.reply_20wd", submitted("2025-03-03", "internet")) == {
        "receipt_date": None,
        "due_date": None,
        "status": "unconfirmed",
        "provisional": False,
        "trace": ["当日确认收到：申请到达，以通知确定的3月3日为准"],
    }


def test_a_case_without_a_request_is_refused():
    with pytest.raises(RuleError, match="案例“甲”：没有申请到达的事件"):
        worked_out("ogi.reply_20wd", on("2025-03-31", "reply_posted"))


def test_a_reply_due_in_a_year_not_announced_is_provisional():
    result = worked_out("ogi.reply_20wd", submitted("2026-12-10"))

    assert picked(result, "due_date", "provisional_due_date", "provisional", "status") == {
        "due_date": "2027-01-07",
        "provisional_due_date": "2027-01-07",
        "provisional": True,
        "status": "provisional",
    }


def test_every_limit_explains_itself_in_a_sentence():
    assert worked_out("ogi.reply_20wd", submitted("2025-03-03"))["trace"] == [
        "答复期限：3月3日收到申请，次日起算20个工作日；第20个工作日为3月31日",
        "补正告知期限：3月3日收到申请，次日起算7个工作日；第7个工作日为3月12日",
    ]


def test_a_correction_asked_for_on_the_eighth_day_leaves_the_clock_as_it_was():
    result = worked_out(
        "ogi.correction_notice_late",
        submitted("2025-04-28"),
        on("2025-05-13", "correction_notice_sent", correction_deadline="2025-05-30"),
        on("2025-05-20", "corrected_application_received"),
    )

    assert picked(
        result,
        "correction_notice_due",
        "correction_notice_timely",
        "clock_restart_date",
        "due_date",
        "status_flag",
    ) == {
        "correction_notice_due": "2025-05-12",
        "correction_notice_timely": False,
        "due_date": "2025-05-29",
        "status_flag": "correction_notice_late",
    }


@pytest.mark.parametrize(
    ("noticed", "as_of", "status", "due"),
    [
        ("2025-05-12", "2025-05-30", "correction_asked", None),
        ("2025-05-12", "2025-05-31", "closed_abandoned", None),
        ("2025-05-13", "2025-06-03", "overdue", "2025-05-29"),
    ],
    ids=["the day itself", "the day after", "asked for too late"],
)
def test_a_request_is_abandoned_when_the_day_of_a_timely_correction_has_passed(
    noticed, as_of, status, due
):
    result = worked_out(
        "ogi.correction_abandoned",
        submitted("2025-04-28"),
        on(noticed, "correction_notice_sent", correction_deadline="2025-05-30"),
        on(as_of, "as_of"),
    )

    assert picked(result, "status", "due_date") == {"status": status, "due_date": due}


@pytest.mark.parametrize(
    ("extensions", "due", "error"),
    [
        ([("2025-05-28", 10)], "2025-06-18", None),
        ([("2025-05-28", 30)], "2025-07-02", "extension_gt_20wd"),
        ([("2025-06-05", 20)], "2025-06-04", "extension_after_due_date"),
        (
            [("2025-05-28", 10), ("2025-06-10", 10)],
            "2025-06-18",
            "second_extension_not_allowed",
        ),
    ],
    ids=["shorter than it may be", "cut to the longest", "a day late", "a second one"],
)
def test_an_extension_gives_what_the_law_allows(extensions, due, error):
    told = [
        on(day, "extension_approved_and_notified", working_days=days) for day, days in extensions
    ]

    result = worked_out("ogi.extension", submitted("2025-05-06"), *told)

    assert (result["original_due_date"], result["due_date"]) == ("2025-06-04", due)
    assert result.get("validation_error") == error


@pytest.mark.parametrize(
    ("extended_on", "latest"),
    [("2025-06-04", "2025-07-02"), ("2025-06-05", "2025-06-04")],
    ids=["told in time", "told too late"],
)
def test_an_extension_names_the_last_day_it_could_have_given(extended_on, latest):
    result = worked_out(
        "ogi.extension_cap",
        submitted("2025-05-06"),
        on(extended_on, "extension_approved_and_notified", working_days=5),
    )

    assert result["max_allowed"] == latest


def test_an_extension_of_which_the_applicant_was_not_told_gives_no_time():
    result = worked_out(
        "ogi.extension", submitted("2025-05-06"), on("2025-05-28", "extension_approved")
    )

    assert result["due_date"] == "2025-06-04"


def test_an_extension_told_too_late_leaves_the_request_overdue():
    result = worked_out(
        "ogi.extension_late",
        submitted("2025-05-06"),
        on("2025-06-06", "extension_approved_and_notified", working_days=20),
    )

    assert picked(result, "status", "working_days_overdue") == {
        "status": "overdue",
        "working_days_overdue": 2,
    }


LETTER = on("2025-06-09", "third_party_letter_sent")
ARRIVED = on("2025-06-11", "third_party_letter_received")


@pytest.mark.parametrize(
    ("events", "days", "due", "safe"),
    [
        (
            [
                on("2025-06-06", "third_party_letter_sent"),
                on("2025-06-08", "third_party_opinion_received"),
            ],
            0,
            "2025-07-01",
            "2025-07-01",
        ),
        ([LETTER, on("2025-06-13", "third_party_opinion_received")], 4, "2025-07-07", "2025-07-04"),
        (
            [LETTER, ARRIVED, on("2025-07-08", "third_party_opinion_received")],
            17,
            "2025-07-24",
            "2025-07-23",
        ),
        (
            [LETTER, ARRIVED, on("2025-07-02", "third_party_no_opinion")],
            17,
            "2025-07-24",
            "2025-07-23",
        ),
        (
            [LETTER, ARRIVED, on("2025-07-09", "third_party_no_opinion")],
            17,
            "2025-07-24",
            "2025-07-23",
        ),
        (
            [
                on("2025-06-09", "other_organ_letter_sent"),
                on("2025-07-08", "other_organ_opinion_received"),
            ],
            21,
            "2025-07-30",
            "2025-07-29",
        ),
        (
            [
                LETTER,
                on("2025-06-11", "other_organ_letter_sent"),
                on("2025-06-13", "third_party_opinion_received"),
                on("2025-06-17", "other_organ_opinion_received"),
            ],
            6,
            "2025-07-09",
            "2025-07-08",
        ),
    ],
    ids=[
        "over a weekend only",
        "answered in the same week",
        "answered after the fifteen working days",
        "silent until their last day",
        "silence told a week later",
        "another organ, for which there is no limit",
        "two at once, counted once",
    ],
)
def test_consultations_move_the_reply_by_the_working_days_they_take(events, days, due, safe):
    result = worked_out("ogi.consultation_suspension", submitted("2025-06-03"), *events)

    assert picked(
        result, "due_without_consultation", "suspended_working_days", "due_date", "safe_date"
    ) == {
        "due_without_consultation": "2025-07-01",
        "suspended_working_days": days,
        "due_date": due,
        "safe_date": safe,
    }


@pytest.mark.parametrize(
    ("who", "meaning"),
    [
        (
            "third_party",
            {"third_party_opinion_due": "2025-07-02", "consequence": "agency_decides"},
        ),
        (
            "co_maker",
            {"other_organ_opinion_due": "2025-07-02", "other_organ_deemed": "consent"},
        ),
    ],
)
def test_silence_means_consent_of_a_co_maker_only(who, meaning):
    result = worked_out(
        "ogi.consultation_suspension",
        submitted("2025-06-03"),
        on("2025-06-09", f"{who}_letter_sent"),
        on("2025-06-11", f"{who}_letter_received"),
        on("2025-07-03", f"{who}_no_opinion"),
    )

    assert picked(result, *meaning) == meaning


def test_a_second_letter_to_the_same_party_has_its_own_day_of_arrival():
    result = worked_out(
        "ogi.consultation_suspension",
        submitted("2025-06-03"),
        LETTER,
        ARRIVED,
        on("2025-06-13", "third_party_opinion_received"),
        on("2025-06-16", "third_party_letter_sent"),
        on("2025-06-18", "third_party_letter_received"),
    )

    assert result["third_party_opinion_due"] == "2025-07-09"


def test_payment_starts_the_reply_anew():
    result = worked_out(
        "ogi.fee_restart",
        submitted("2025-06-03"),
        on("2025-06-10", "fee_notice_received"),
        on("2025-06-20", "fee_paid"),
    )

    assert picked(
        result, "fee_notice_due", "payment_due", "clock_restart_date", "due_date", "status"
    ) == {
        "fee_notice_due": "2025-07-01",
        "payment_due": "2025-07-08",
        "clock_restart_date": "2025-06-20",
        "due_date": "2025-07-18",
        "status": "processing",
    }


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("2025-07-08", {"status": "fee_notified", "due_date": None}),
        (
            "2025-07-09",
            {"status": "closed_abandoned", "annual_table_row": "三(六)2", "due_date": None},
        ),
    ],
    ids=["on the last day", "after it"],
)
def test_a_request_is_abandoned_when_the_fee_was_not_paid_in_time(as_of, found):
    result = worked_out(
        "ogi.fee_restart",
        submitted("2025-06-03"),
        on("2025-06-10", "fee_notice_received"),
        on(as_of, "as_of"),
    )

    assert picked(result, "status", "annual_table_row", "due_date") == found


@pytest.mark.parametrize(
    ("events", "found"),
    [
        (
            [
                on("2025-03-31", "reply_posted", carrier="顺丰速运"),
                on("2025-04-02", "reply_signed_for"),
            ],
            {"counts_as_replied_on": "2025-04-02", "status": "late", "working_days_late": 2},
        ),
        (
            [on("2025-03-31", "reply_posted", carrier="顺丰速运")],
            {"status": "processing"},
        ),
        (
            [
                on("2025-03-28", "reply_delivered_in_person", signed=False),
                on("2025-03-31", "reply_posted", carrier="EMS"),
            ],
            {"counts_as_replied_on": "2025-03-31", "status": "on_time"},
        ),
        (
            [on("2025-03-31", "reply_decided"), on("2025-04-01", "as_of")],
            {"status": "overdue", "working_days_overdue": 1},
        ),
    ],
    ids=[
        "by a courier, signed for later",
        "by a courier, not signed for",
        "refused at the door, then posted",
        "dated, not sent",
    ],
)
def test_a_reply_counts_when_it_is_posted_or_signed_for(events, found):
    result = worked_out("ogi.reply_status", submitted("2025-03-03"), *events)

    keys = ("counts_as_replied_on", "status", "working_days_late", "working_days_overdue")
    assert picked(result, *keys) == found


def test_a_reply_to_a_consultation_nobody_answered_ends_the_request():
    result = worked_out(
        "ogi.reply_status",
        submitted("2025-06-03"),
        LETTER,
        ARRIVED,
        on("2025-07-24", "reply_posted"),
    )

    assert picked(result, "due_date", "status") == {"due_date": "2025-07-24", "status": "on_time"}


def test_a_reply_to_an_unconfirmed_request_is_not_late():
    result = worked_out(
        "ogi.reply_status",
        submitted("2025-03-03", "internet"),
        on("2025-04-30", "reply_posted"),
    )

    assert picked(result, "due_date", "status") == {"due_date": None, "status": "on_time"}


def test_a_request_is_not_overdue_on_its_last_day():
    result = worked_out("ogi.overdue_status", submitted("2025-03-03"), on("2025-03-31", "as_of"))

    assert picked(result, "status", "working_days_overdue") == {"status": "processing"}


@pytest.mark.parametrize(
    ("events", "found"),
    [
        (
            [on("2025-06-12", "reasons_requested"), on("2025-07-08", "as_of")],
            {"due_date": "2025-07-07", "status": "overdue"},
        ),
        (
            [
                on("2025-06-20", "agency_sets_deadline", deadline="2025-08-29"),
                on("2025-09-01", "as_of"),
            ],
            {"due_date": "2025-08-29", "status": "overdue"},
        ),
    ],
    ids=["only asked for reasons", "past the day that was set"],
)
def test_excessive_requests_have_the_day_that_was_set_and_no_other(events, found):
    result = worked_out("ogi.excessive_requests", submitted("2025-06-09"), *events)

    assert picked(result, "due_date", "status") == found


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ([on("2025-03-03", "information_formed")], "2025-03-31"),
        (
            [on("2025-03-03", "information_formed"), on("2025-04-02", "information_changed")],
            "2025-04-30",
        ),
    ],
    ids=["as formed", "as changed since"],
)
def test_information_is_published_within_twenty_working_days_of_its_last_change(events, due):
    assert worked_out("ogi.proactive_20wd", *events)["due_date"] == due


def test_a_publication_due_in_a_year_not_announced_is_provisional():
    result = worked_out("ogi.proactive_20wd", on("2026-12-10", "information_formed"))

    assert picked(result, "due_date", "provisional_due_date", "provisional") == {
        "due_date": "2027-01-07",
        "provisional_due_date": "2027-01-07",
        "provisional": True,
    }


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2025, {"due_date": "2026-01-31", "safe_date": "2026-01-30", "provisional": False}),
        (2026, {"due_date": "2027-01-31", "safe_date": "2027-01-29", "provisional": True}),
    ],
)
def test_the_annual_report_is_due_on_31_january_whatever_the_day(year, found):
    result = worked_out("ogi.annual_report", on(f"{year}-12-31", "report_year", year=year))

    assert picked(result, *found, "provisional_due_date") == found


def test_a_month_of_few_requests_is_free_of_charge():
    result = worked_out("ogi.fee_by_item", on("2025-06-30", "application_count_in_month", count=10))

    assert picked(result, "fee_yuan", "status") == {"fee_yuan": 0, "status": "free_of_charge"}


def test_a_fee_case_without_its_number_is_refused():
    with pytest.raises(RuleError, match="事件“pages_provided”没有写明pages"):
        worked_out("ogi.fee_by_volume", on("2025-06-30", "pages_provided"))
