"""The courses of suits and reconsiderations, on the calendar as announced."""

from datetime import date

import pytest

from casework.standing import Fact, IllegalMoveError, standing, standing_after
from litigation.outcomes import BY_CODE
from litigation.workflow import LAWSUITS, RECONSIDERATIONS, VERDICT_MOVES
from timelimits.packaged import packaged_days
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar(dict(packaged_days()))


def fact(move, day, **detail):
    return Fact(move, date.fromisoformat(day), detail)


RECEIVED = fact("receive", "2025-03-03", filed_on="2025-02-26")
JUDGED = (RECEIVED, fact("judgment", "2025-05-06", outcome="J07"))


def replay(*facts, workflow=LAWSUITS):
    return standing(workflow, facts, CALENDAR)


def dues(now):
    """Return the running deadlines: code, with the party where there is one, to the last day."""
    return {
        f"{due.limit.code}:{due.party}" if due.party else due.limit.code: str(due.due_on)
        for due in now.dues
        if due.is_running
    }


def refusal(new, *earlier, workflow=LAWSUITS):
    with pytest.raises(IllegalMoveError) as refused:
        standing_after(workflow, earlier, new, CALENDAR)
    return str(refused.value)


def test_receipt_starts_the_answer_and_what_may_be_asked_of_the_court():
    assert dues(replay(RECEIVED)) == {
        "answer": "2025-03-18",
        "objection": "2025-03-18",
        "evidence_request": "2025-03-18",
        "trial": "2025-08-26",
    }


def test_the_day_the_court_sets_replaces_the_one_that_was_counted():
    set_to = fact("set_evidence_day", "2025-03-05", evidence_by="2025-03-14")

    assert dues(replay(RECEIVED, set_to))["answer"] == "2025-03-14"


def test_in_summary_procedure_the_day_in_the_notice_counts_from_the_start():
    now = replay(
        fact("receive_summary", "2025-03-03", filed_on="2025-02-26", evidence_by="2025-03-12")
    )

    assert (now.due("answer"), now.due("trial")) == (date(2025, 3, 12), date(2025, 4, 12))


@pytest.mark.parametrize(
    ("opening", "limit"),
    [("receive_appeal", "appeal_answer"), ("receive_retrial", "retrial_answer")],
)
def test_an_answer_in_a_higher_instance_has_fifteen_days_of_its_own(opening, limit):
    now = replay(fact(opening, "2025-09-17"))

    assert dues(now) == {limit: "2025-10-09"}
    answered = replay(fact(opening, "2025-09-17"), fact("answer", "2025-10-09"))
    assert answered.find(limit).met_on == date(2025, 10, 9)


def test_evidence_delayed_with_leave_is_due_fifteen_days_after_the_reason_is_gone():
    now = replay(
        RECEIVED,
        fact("request_evidence_delay", "2025-03-18", reasons="鉴定"),
        fact("reason_removed", "2025-04-10", granted_on="2025-03-20"),
    )

    assert dues(now)["delayed_evidence"] == "2025-04-25"


def test_asking_for_a_delay_or_objecting_on_the_sixteenth_day_is_refused():
    assert [
        refusal(fact(move, "2025-03-19", reasons="x"), RECEIVED)
        for move in ("request_evidence_delay", "object")
    ] == [
        "书面申请延期举证已于2025-03-18届满，不能再办理“书面申请延期举证”"
        "（《行政诉讼法》第三十六条，法释〔2018〕1号第三十四条）。",
        "管辖异议已于2025-03-18届满，不能再办理“提出管辖异议”（法释〔2018〕1号第十条）。",
    ]


def test_a_judgment_runs_for_every_party_from_its_own_service():
    now = replay(
        *JUDGED,
        fact("judgment_served", "2025-05-06", party="张某"),
        fact("judgment_served", "2025-05-09", party="李某"),
    )

    running = dues(now)
    assert (running["our_appeal"], running["appeal:张某"], running["appeal:李某"]) == (
        "2025-05-21",
        "2025-05-21",
        "2025-05-26",
    )


def test_a_ruling_is_appealed_against_in_ten_calendar_days():
    now = replay(RECEIVED, fact("ruling", "2025-05-06", outcome="R02"))

    assert dues(now)["our_appeal_ruling"] == "2025-05-16"


def test_a_judgment_is_effective_only_after_the_last_partys_appeal_period():
    facts = (*JUDGED, fact("judgment_served", "2025-05-09", party="李某"))

    assert refusal(fact("effective", "2025-05-26"), *facts) == (
        "还有当事人的上诉期限尚未届满，最早可于 2025-05-27 登记。"
    )
    now = replay(*facts, fact("effective", "2025-05-27"))
    assert (now.stage, str(now.due("retrial"))) == ("performing", "2025-11-27")


def test_an_appeal_of_the_office_after_its_fifteen_days_is_refused():
    assert "本机关对判决上诉已于2025-05-21届满" in refusal(fact("appeal", "2025-05-22"), *JUDGED)
    assert replay(*JUDGED, fact("appeal", "2025-05-21")).stage == "appealed"


@pytest.mark.parametrize(
    ("opening", "move"),
    [
        ("receive_appeal", "judgment"),
        ("receive", "second_judgment"),
        ("receive_retrial", "second_judgment"),
        ("receive", "retrial_decided"),
        ("expire", "judgment"),
    ],
)
def test_a_verdict_that_cannot_follow_the_instance_is_refused(opening, move):
    sentence = refusal(fact(move, "2025-05-06", outcome="J01"), fact(opening, "2025-03-03"))

    assert "没有" in sentence or "不能办理" in sentence


def test_every_verdict_offers_outcomes_of_the_list_only():
    offered = {
        code
        for workflow in (LAWSUITS, RECONSIDERATIONS)
        for move in workflow.moves
        if move.code in VERDICT_MOVES
        for code, _ in move.ask("outcome").choices
    }

    assert offered == set(BY_CODE)


def test_a_duty_to_perform_must_be_done_before_the_file_is_closed():
    effective = (*JUDGED, fact("effective", "2025-05-22"))
    duty = fact("oblige", "2025-05-22", party="重新作出补偿决定", by="2025-07-21")
    archive = fact("archive", "2025-08-01", archive_number="2025-1")

    assert refusal(archive, *effective, duty) == (
        "履行期限（重新作出补偿决定）尚未完成，不能办理“归档”。"
    )
    done = fact("perform", "2025-07-20", party="重新作出补偿决定", proof="决定书")
    now = replay(*effective, duty, done, archive)
    assert (now.stage, now.outcome, now.find("performance", "重新作出补偿决定").met_on) == (
        "archived",
        "J07",
        date(2025, 7, 20),
    )


def test_a_judicial_suggestion_is_answered_in_sixty_days_under_its_number():
    now = replay(RECEIVED, fact("suggested", "2025-08-06", party="司建1号", content="x"))

    assert dues(now)["suggestion:司建1号"] == "2025-10-09"


def test_the_time_of_a_suspended_trial_does_not_count_while_the_office_must_still_answer():
    now = replay(
        RECEIVED,
        fact("suspend", "2025-03-05", reasons="等待另案"),
        fact("resume", "2025-03-15"),
    )

    assert (str(now.due("trial")), str(now.due("answer"))) == ("2025-09-05", "2025-03-18")


def test_enforcement_is_applied_for_ten_working_days_after_the_reminder_and_in_three_months():
    expired = fact("expire", "2025-06-30")
    urged = fact("urge", "2025-07-07")

    assert str(replay(expired).due("enforcement_application")) == "2025-09-30"
    assert refusal(fact("apply", "2025-07-01"), expired) == (
        "当前环节是“待催告”，不能办理“申请强制执行”。"
    )
    assert refusal(fact("apply", "2025-07-21"), expired, urged) == (
        "催告后的 10 个工作日尚未届满，最早可于 2025-07-22 申请。"
    )
    assert "已于2025-09-30届满" in refusal(fact("apply", "2025-10-09"), expired, urged)
    assert replay(expired, urged, fact("apply", "2025-07-22")).stage == "defending"


@pytest.mark.parametrize(
    ("opening", "received", "code", "due"),
    [
        ("receive", "2025-03-03", "reconsideration_reply", "2025-03-17"),
        ("receive_summary", "2025-09-26", "reconsideration_reply_summary", "2025-10-10"),
        ("receive", "2023-12-27", "reconsideration_reply", "2024-01-08"),
        ("receive", "2024-01-02", "reconsideration_reply", "2024-01-16"),
    ],
    ids=["ordinary", "summary", "the old law", "the new law"],
)
def test_the_reply_of_a_reconsideration_runs_by_the_law_of_its_day(opening, received, code, due):
    assert str(replay(fact(opening, received), workflow=RECONSIDERATIONS).due(code)) == due


def test_the_decision_is_due_sixty_days_after_acceptance_and_thirty_more():
    received = fact("receive", "2025-03-12", accepted_on="2025-03-05")
    extended = fact("extend", "2025-04-30", days=30)

    assert str(replay(received, workflow=RECONSIDERATIONS).due("decision")) == "2025-05-06"
    assert (
        str(replay(received, extended, workflow=RECONSIDERATIONS).due("decision")) == "2025-06-03"
    )


def test_after_a_decision_the_applicant_may_sue_and_a_letter_of_opinion_wants_sixty_days():
    now = replay(
        fact("receive", "2025-03-03"),
        fact("answer", "2025-03-17"),
        fact("decided", "2025-05-06", outcome="F02"),
        fact("decision_served", "2025-05-08", party="张某"),
        fact("opinion_letter", "2025-08-06", party="温鹿政复意〔2025〕1号", content="x"),
        workflow=RECONSIDERATIONS,
    )

    assert dues(now) == {
        "suit_after_reconsideration:张某": "2025-05-23",
        "opinion_letter:温鹿政复意〔2025〕1号": "2025-10-09",
    }


def test_a_file_taken_out_of_the_archive_keeps_its_outcome():
    now = replay(
        *JUDGED,
        fact("effective", "2025-05-22"),
        fact("archive", "2025-06-01"),
        fact("retrieve", "2025-06-02", reasons="补卷"),
    )

    assert (now.stage, now.outcome, now.closed_on) == ("performing", "J07", None)
