"""Works out cases of suits and reconsiderations told as events, on the limits that cases run by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from litigation import attendance, deadlines
from litigation.attendance import Attendance
from timelimits.limits import Limit, in_force
from timelimits.periods import Clock, Reckoning
from timelimits.rules import Event, Result, rules
from timelimits.workdays import WorkCalendar

ONE_DAY = timedelta(days=1)
Found = dict[str, object]
Reckoner = Callable[[Sequence[Event], WorkCalendar], Found]

# Rules that count one limit from one event; of several such events the last one counts.
ONE_LIMIT: dict[str, tuple[Limit, tuple[str, ...]]] = {
    "lit.defence_evidence_15d": (deadlines.ANSWER, ("complaint_copy_served",)),
    "lit.jurisdiction_objection_15d": (deadlines.OBJECTION, ("complaint_copy_served",)),
    "lit.appeal_judgment_15d": (deadlines.OUR_APPEAL, ("judgment_served",)),
    "lit.appeal_ruling_10d": (deadlines.OUR_APPEAL_RULING, ("ruling_served",)),
    "lit.appeal_defence_15d": (deadlines.APPEAL_ANSWER, ("appeal_copy_served",)),
    "lit.retrial_response_15d": (
        deadlines.RETRIAL_ANSWER,
        ("retrial_application_copy_served",),
    ),
    "lit.trial_limit_6m": (deadlines.TRIAL, ("case_filed",)),
    "lit.summary_trial_45d": (deadlines.SUMMARY_TRIAL, ("case_filed",)),
    "lit.second_instance_3m": (deadlines.SECOND_TRIAL, ("appeal_received_by_court",)),
    "lit.execution_2y": (deadlines.EXECUTION, ("performance_period_last_day",)),
    "lit.judicial_suggestion_reply_60d": (
        deadlines.SUGGESTION,
        ("judicial_suggestion_received",),
    ),
    "lit.nonlitigation_enforcement_3m": (
        deadlines.ENFORCEMENT_APPLICATION,
        ("suit_limit_expired",),
    ),
    "lit.suit_limit_6m": (deadlines.SUIT, ("act_served", "act_known")),
    "lit.suit_limit_not_informed_1y": (
        deadlines.SUIT_NOT_INFORMED,
        ("act_content_known", "act_known"),
    ),
    "lit.suit_after_reconsideration_15d": (
        deadlines.SUIT_AFTER_RECONSIDERATION,
        ("reconsideration_decision_served_to_applicant", "decision_received"),
    ),
    "rec.reply_10wd": (deadlines.RECONSIDERATION_REPLY, ("application_copy_received",)),
    "rec.reply_simple_5wd": (
        deadlines.RECONSIDERATION_REPLY_SUMMARY,
        ("application_copy_received",),
    ),
    "rec.reply_old_law_10cd": (
        deadlines.RECONSIDERATION_REPLY_OLD,
        ("application_copy_received",),
    ),
    "rec.decision_60d": (deadlines.DECISION, ("accepted",)),
    "rec.simple_decision_30d": (deadlines.DECISION_SUMMARY, ("accepted",)),
    "rec.applicant_correction_10wd": (
        deadlines.APPLICANT_CORRECTION,
        ("correction_notice_received",),
    ),
    "rec.forward_onspot_penalty_5wd": (
        deadlines.FORWARDING,
        ("application_received_by_penalty_organ", "application_received_by_organ"),
    ),
    "rec.normative_doc_reply_10wd": (
        deadlines.DOCUMENT_REPLY,
        ("normative_doc_query_received",),
    ),
    "rec.opinion_letter_60d": (
        deadlines.OPINION_LETTER,
        ("reconsideration_opinion_letter_received",),
    ),
    "rec.redo_60d_default": (
        deadlines.REDO,
        ("decision_received", "reconsideration_decision_served_to_applicant"),
    ),
    "rec.application_60d": (
        deadlines.APPLICATION,
        ("act_known", "act_content_known", "act_served"),
    ),
    "rec.application_1y_cap": (
        deadlines.APPLICATION_NOT_INFORMED,
        ("act_content_known", "act_known", "act_served"),
    ),
}
REPLY_VERSIONS = (deadlines.RECONSIDERATION_REPLY_OLD, deadlines.RECONSIDERATION_REPLY)
RULES_APPLIED = {Clock.DAYS: "old_10_calendar_days", Clock.WORKDAYS: "new_10_working_days"}
HANDED_IN = ("defence_posted", "evidence_submitted", "reply", "reply_posted", "court_received")


def registered(code: str, *events: str) -> Callable[[Reckoner], Reckoner]:
    """Return a decorator that enters a rule whose findings are given in ISO form."""

    def enter(reckon: Reckoner) -> Reckoner:
        def calculate(told: Sequence[Event], calendar: WorkCalendar) -> Result:
            return _in_iso_form(reckon(told, calendar))

        rules.register(code, events=events)(calculate)
        return reckon

    return enter


def _counted(limit: Limit) -> Reckoner:
    def reckon(events: Sequence[Event], calendar: WorkCalendar) -> Found:
        return _days(limit, limit.period.reckon(max(e.on for e in events), calendar))

    return reckon


for _code, (_limit, _events) in ONE_LIMIT.items():
    registered(_code, *_events)(_counted(_limit))


@registered("lit.defence_status", "complaint_copy_served", *HANDED_IN, "as_of")
def defence_status(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return whether the evidence was in time: the day it was posted decides, not its arrival."""
    return _handed_in(deadlines.ANSWER, _on(events, "complaint_copy_served"), events, calendar)


@registered("rec.no_reply_consequence", "application_copy_received", *HANDED_IN, "as_of")
def reply_status(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return what no reply, or a late one, means (《行政复议法》第七十条)."""
    received = _event(events, "application_copy_received")
    is_summary = "简易" in str(received.detail.get("procedure", ""))
    limit = (
        deadlines.RECONSIDERATION_REPLY_SUMMARY
        if is_summary
        else in_force(REPLY_VERSIONS, received.on)
    )
    return _handed_in(limit, received.on, events, calendar)


def _handed_in(limit: Limit, start: date, events: Sequence[Event], calendar: WorkCalendar) -> Found:
    reckoning = limit.period.reckon(start, calendar)
    found = _days(limit, reckoning)
    handed_in = [event.on for event in events if event.type in HANDED_IN]
    seen_on = min(handed_in, default=max(event.on for event in events))
    is_late = bool(reckoning.due_on and seen_on > reckoning.due_on)
    if handed_in:
        found["counts_as_replied_on"] = seen_on
        found["status"] = "late" if is_late else "on_time"
    else:
        found["status"] = "overdue" if is_late else "processing"
    if is_late:
        found["consequence"] = "deemed_no_evidence"
    return found


@registered(
    "lit.evidence_extension",
    "complaint_copy_served",
    "evidence_extension_applied",
    "extension_granted",
    "legit_reason_removed",
)
def evidence_extension(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return until when to ask for more time, and when evidence is due once the reason is gone."""
    asked = deadlines.EVIDENCE_REQUEST.period.reckon(_on(events, "complaint_copy_served"), calendar)
    applied = _maybe_on(events, "evidence_extension_applied")
    granted = _maybe_on(events, "extension_granted")
    removed = _maybe_on(events, "legit_reason_removed")
    found: Found = {"extension_application_due": asked.due_on}
    if applied:
        found["application_timely"] = bool(asked.due_on and applied <= asked.due_on)
    if not granted:
        return found | _days(deadlines.EVIDENCE_REQUEST, asked)
    if not removed:
        return found | {"due_date": None}
    later = deadlines.DELAYED_EVIDENCE.period.reckon(removed, calendar)
    return found | _days(deadlines.DELAYED_EVIDENCE, later)


@registered("lit.summary_procedure_defence", "complaint_copy_served", "court_set_evidence_deadline")
def summary_defence(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return the day the court set, at most 15 days after service; else the statutory one."""
    longest = deadlines.ANSWER.period.reckon(_on(events, "complaint_copy_served"), calendar)
    set_to = [event for event in events if event.type == "court_set_evidence_deadline"]
    if not set_to:
        return _days(deadlines.ANSWER, longest)
    day = date.fromisoformat(str(set_to[-1].detail.get("deadline", set_to[-1].on)))
    reckoning = deadlines.ANSWER_SET.period.reckon(day, calendar)
    return _days(deadlines.ANSWER_SET, reckoning) | {"max_allowed": longest.due_on}


@registered(
    "lit.retrial_application_6m",
    "second_instance_judgment_served",
    "first_instance_judgment_served_last_party",
    "appeal_period_expired",
)
def retrial_application(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return when a judgment became effective, and until when a retrial can be applied for.

    That of the second instance is effective when it is served; one that nobody appealed against on
    the day after the last appeal period. Whether that period's last day itself is the day of effect
    is read differently, so the earlier end is the safe one.
    """
    served = _maybe_on(events, "second_instance_judgment_served")
    if served:
        reckoning = deadlines.RETRIAL.period.reckon(served, calendar)
        return {"effective_date": served} | _days(deadlines.RETRIAL, reckoning)
    expired = _maybe_on(events, "appeal_period_expired")
    if expired is None:
        last = _on(events, "first_instance_judgment_served_last_party")
        expired = deadlines.APPEAL.period.reckon(last, calendar).due_on
    if expired is None:
        raise ValueError("没有上诉期限届满的日期")
    reckoning = deadlines.RETRIAL.period.reckon(expired + ONE_DAY, calendar)
    earlier = deadlines.RETRIAL.period.reckon(expired, calendar).due_on
    return {
        "effective_date": expired + ONE_DAY,
        **_days(deadlines.RETRIAL, reckoning),
        "safe_date": earlier,
    }


@registered("lit.hearing_notice_3d", "hearing")
def hearing_notice(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return the last day on which a summons can be served, and the one that leaves full days."""
    limit = deadlines.HEARING_NOTICE
    reckoning = limit.period.reckon(events[-1].on, calendar)
    # The safe day of a count in calendar days leaves as many full days free, off or not.
    safe = reckoning.due_on - ONE_DAY if reckoning.due_on else None
    return _days(limit, reckoning) | {
        "latest_service_date": reckoning.due_on,
        "safe_latest_service_date": safe,
    }


@registered("rec.hearing_notice_5wd", "hearing")
def reconsideration_hearing_notice(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return the last day on which a hearing in a reconsideration can be notified."""
    limit = deadlines.RECONSIDERATION_HEARING_NOTICE
    reckoning = limit.period.reckon(events[-1].on, calendar)
    return _days(limit, reckoning) | {"latest_notice_date": reckoning.due_on}


@registered("lit.head_attendance_status", "hearing")
def head_attendance(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return whether heads attended as they must, counted by case and instance."""
    states = attendance.standing_of([_attended(event) for event in events])
    fulfilled = [state == "obligation_fulfilled" for state in states.values()]
    failures = [state for state in states.values() if state != "obligation_fulfilled"]
    status = failures[0] if failures else "obligation_fulfilled"
    found: Found = {
        "status": status,
        "attended_count": sum(fulfilled),
        "case_instance_count": len(states),
    }
    if status.startswith("violation"):
        found["expected_court_action"] = "judicial_suggestion"
    return found


def _attended(event: Event) -> Attendance:
    told = event.detail.get("attendees")
    present = [str(name) for name in told] if isinstance(told, list) else []
    others = [name for name in present if "律师" not in name]
    has_staff = bool(others) or bool(event.detail.get("staff_attended"))
    words = str(event.detail.get("reason") or event.detail.get("absence_reason") or "")
    excused = any(r.excuses and (r.code == words or r.label in words) for r in attendance.REASONS)
    return Attendance(
        instance=str(event.detail.get("instance", "")),
        head=bool(event.detail.get("head_attended")),
        # Where a case does not say who came, nothing is held against the office.
        staff=has_staff or not isinstance(told, list),
        lawyer=any("律师" in name for name in present),
        is_excused=excused,
    )


@registered(
    "rec.decision_60_plus_30d",
    "accepted",
    "extension_approved",
    "extension_approved_and_notified",
    "extension_decided",
    "extension_granted",
)
def extended_decision(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return when the decision is due with its extension of at most 30 days."""
    limit, accepted = deadlines.DECISION, _on(events, "accepted")
    extended = [event for event in events if event.type.startswith("extension")]
    told = [int(str(event.detail.get("days", limit.longest_extension))) for event in extended]
    extra = min(sum(told), limit.longest_extension)
    original = limit.period.reckon(accepted, calendar)
    reckoning = limit.period.reckon(accepted, calendar, extra=extra)
    longest = limit.period.reckon(accepted, calendar, extra=limit.longest_extension)
    return _days(limit, reckoning) | {
        "original_due_date": original.due_on,
        "max_allowed": longest.due_on,
    }


@registered("rec.deemed_accepted_5wd", "application_received_by_organ")
def deemed_accepted(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return the day with which silence becomes acceptance: that on which the review ends."""
    limit = deadlines.ACCEPTANCE
    reckoning = limit.period.reckon(events[-1].on, calendar)
    return _days(limit, reckoning) | {
        "review_due": reckoning.due_on,
        "deemed_accepted_date": reckoning.due_on,
    }


@registered("rec.transition", "accepted", "application_copy_received")
def transition(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return the reply's day by the law of the day it was triggered; the earlier of both is safe.

    The new law has no transitional article, and no guidance was found (law.md 5).
    """
    received = _on(events, "application_copy_received")
    limit = in_force(REPLY_VERSIONS, received)
    readings = [version.period.reckon(received, calendar).due_on for version in REPLY_VERSIONS]
    return _days(limit, limit.period.reckon(received, calendar)) | {
        "rule_applied": RULES_APPLIED[limit.period.clock],
        "safe_date": min(day for day in readings if day),
    }


@registered("rec.prerequisite_check", "ogi_reply", "suit_filed_directly", "reply")
def prerequisite(events: Sequence[Event], calendar: WorkCalendar) -> Found:
    """Return whether a suit came before the reconsideration that the law wants first.

    That holds for refusals under Art. 14 to 16, row 三(三) (《行政复议法》第二十三条第一款第四项).
    """
    refused = any(_is_refusal(event) for event in events)
    sued = any(event.type == "suit_filed_directly" for event in events)
    if refused and sued:
        return {
            "status": "reconsideration_required_first",
            "status_flag": "reconsideration_required_first",
            "expected_court_action": "dismiss_suit",
            "valid": False,
        }
    return {"status": "reconsideration_first" if refused else "either_route", "valid": True}


def _is_refusal(event: Event) -> bool:
    said = " ".join(str(value) for value in event.detail.values())
    return any(word in said for word in ("不予公开", "三(三)", "三（三）", "(三)", "refused"))


def _event(events: Sequence[Event], type_: str) -> Event:
    found = [event for event in events if event.type == type_]
    if not found:
        raise ValueError(f"没有事件“{type_}”")
    return found[-1]


def _on(events: Sequence[Event], type_: str) -> date:
    return _event(events, type_).on


def _maybe_on(events: Sequence[Event], type_: str) -> date | None:
    return next((event.on for event in reversed(events) if event.type == type_), None)


def _days(limit: Limit, reckoning: Reckoning) -> Found:
    return {
        "due_date": reckoning.due_on,
        "raw_end": reckoning.raw_end,
        "safe_date": reckoning.safe_on,
        "provisional": reckoning.provisional,
        "trace": [f"{limit.label}（{limit.basis}）：{'；'.join(reckoning.trace)}"],
    }


def _in_iso_form(found: Mapping[str, object]) -> Result:
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in found.items()
    }
