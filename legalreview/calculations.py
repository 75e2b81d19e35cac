"""Works out the days of 合法性审查 from events, for checks outside of any matter."""

from collections.abc import Sequence
from datetime import date

from legalreview.deadlines import (
    COMMENTS,
    DECISION_LEAST,
    DOCUMENT_LEAST,
    DOCUMENT_REVIEW,
    FILING,
    REVIEW,
)
from timelimits.limits import Limit
from timelimits.periods import Reckoning
from timelimits.rules import Event, Result, rules
from timelimits.workdays import WorkCalendar

SUBMITTED = ("submitted_for_review",)


@rules.register("rev.major_decision_min_7wd", events=SUBMITTED)
def _major_decision(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return before which day the review of a decision is not normally over."""
    return _least(DECISION_LEAST, _last(events), calendar)


@rules.register("rev.normative_doc_5_15wd", events=SUBMITTED)
def _normative_document(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return between which days the review of a normative document is over."""
    start = _last(events)
    least, most = _least(DOCUMENT_LEAST, start, calendar), _due(DOCUMENT_REVIEW, start, calendar)
    return least | most | {"trace": [*_trace(least), *_trace(most)]}


@rules.register("rev.local_5wd_sla", events=SUBMITTED)
def _by_own_rule(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return the day by which the office's own rule wants an opinion: a number it may change."""
    return _due(REVIEW, _last(events), calendar) | {"status": "configurable_sla"}


@rules.register("rev.public_comment_min_30d", events=("public_comment_started",))
def _public_comment(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return the first day on which public comment may end, that of publication not counted."""
    reckoning = COMMENTS.period.reckon(_last(events), calendar)
    return {"earliest_end_date": _iso(reckoning.raw_end)} | _why(COMMENTS, reckoning)


@rules.register("rev.normative_doc_filing_15d", events=("normative_doc_published",))
def _filing(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return until when a normative document is filed; no text says that the day rolls."""
    return _due(FILING, _last(events), calendar)


def _last(events: Sequence[Event]) -> date:
    """Return the day from which is counted: that of the last, complete, submission."""
    if not events:
        raise ValueError("没有起算的事件")
    return max(event.on for event in events)


def _least(limit: Limit, start: date, calendar: WorkCalendar) -> Result:
    reckoning = limit.period.reckon(start, calendar)
    return {"earliest_normal_completion": _iso(reckoning.raw_end)} | _why(limit, reckoning)


def _due(limit: Limit, start: date, calendar: WorkCalendar) -> Result:
    reckoning = limit.period.reckon(start, calendar)
    found: Result = {
        "due_date": _iso(reckoning.due_on),
        "raw_end": _iso(reckoning.raw_end),
        "safe_date": _iso(reckoning.safe_on),
    }
    if reckoning.provisional:
        found["provisional_due_date"] = _iso(reckoning.due_on)
    return found | _why(limit, reckoning)


def _why(limit: Limit, reckoning: Reckoning) -> Result:
    explained = f"{limit.label}（{limit.basis}）：{'；'.join(reckoning.trace)}"
    return {"provisional": reckoning.provisional, "trace": [explained]}


def _trace(result: Result) -> list[object]:
    trace = result["trace"]
    return list(trace) if isinstance(trace, list) else []


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
