"""Works out cases of petitions and penalties told as lists of events, by the limits they keep."""

from collections.abc import Collection, Sequence
from datetime import date

from casework.standing import Breach, Fact, Standing, standing
from governance.deadlines import (
    DECISION,
    HANDLING,
    HEARING_REQUEST,
    OBJECTION,
    PETITION_NOTICE,
    PRESERVATION,
    REVIEW,
    REVIEW_REQUEST,
    SERVICE,
    WITHDRAWAL,
)
from governance.workflow import PETITION
from timelimits.answers import Found, answer_of_one, days_of, in_iso_form
from timelimits.limits import Limit
from timelimits.rules import Event, Result, rules
from timelimits.workdays import WorkCalendar

# Rules with one limit, which begins with one of these events.
ONE_LIMIT: dict[str, tuple[Limit, tuple[str, ...]]] = {
    "pet.accept_notice_15d": (PETITION_NOTICE, ("petition_received", "petition_transfer_received")),
    "pet.objection_5wd": (OBJECTION, ("petition_transfer_received",)),
    "pet.review_request_30d": (REVIEW_REQUEST, ("written_reply_received_by_petitioner",)),
    "pet.recheck_decide_30d": (REVIEW, ("recheck_request_received",)),
    "pen.decide_90d": (DECISION, ("penalty_case_filed",)),
    "pen.evidence_preservation_7wd": (PRESERVATION, ("evidence_registered_preserved",)),
    "pen.hearing_request_5wd": (HEARING_REQUEST, ("hearing_right_informed",)),
    "pen.serve_7wd": (SERVICE, ("penalty_decided",)),
    "pen.withdraw_published_3wd": (WITHDRAWAL, ("penalty_revoked",)),
}

EXTENSIONS = ("extension_approved", "extension_approved_and_notified", "extension_requested")
BREACHES = {
    "late": "extension_after_due_date",
    "once": "second_extension_not_allowed",
    "extension": f"extension_gt_{HANDLING.longest_extension}d",
}


def _register_one(code: str, limit: Limit, starts: Collection[str]) -> None:
    @rules.register(code, events=(*starts, "as_of"))
    def reckon(events: Sequence[Event], calendar: WorkCalendar) -> Result:
        return answer_of_one(limit, _first(events, starts), calendar)


for _code, (_limit, _starts) in ONE_LIMIT.items():
    _register_one(_code, _limit, _starts)


@rules.register("pet.handle_60d", events=("petition_accepted", *EXTENSIONS, "as_of"))
def _handling(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return until when a petition is to be concluded, on the course that real ones take.

    An extension that is late, too long or the second one is named; it gives no more time than the
    law allows.
    """
    accepted = _first(events, ("petition_accepted",))
    asked = [_extension(event) for event in events if event.type in EXTENSIONS]
    allowed = [_at_most_the_longest(fact) for fact in asked]
    course = _replayed(accepted, allowed, calendar)
    (due,) = (due for due in course.dues if due.limit is HANDLING)
    found = days_of(due.limit, due.reckoning)
    if asked:
        found |= _extended(accepted, calendar, due.original_due_on)
    for breach in _breaches(_replayed(accepted, asked, calendar)):
        found["validation_error"] = BREACHES[breach.code]
    explained = f"{HANDLING.label}（{HANDLING.basis}）：{'；'.join(due.reckoning.trace)}"
    return in_iso_form(
        found | {"provisional": due.reckoning.provisional, "trace": [explained]},
    )


rules.register("pet.handle_60_plus_30d", events=("petition_accepted", *EXTENSIONS, "as_of"))(
    _handling
)


def _first(events: Sequence[Event], types: Collection[str]) -> date:
    days = [event.on for event in events if event.type in types]
    if not days:
        raise ValueError(f"没有起算事件（{'、'.join(types)}）")
    return min(days)


def _extension(event: Event) -> Fact:
    return Fact("extend", event.on, {"days": event.detail.get("days", HANDLING.longest_extension)})


def _at_most_the_longest(fact: Fact) -> Fact:
    days = min(fact.whole("days"), HANDLING.longest_extension)
    return Fact(fact.move, fact.on, {"days": days})


def _replayed(accepted: date, extensions: Sequence[Fact], calendar: WorkCalendar) -> Standing:
    course = [Fact("receive", accepted), Fact("accept", accepted), *extensions]
    return standing(PETITION, course, calendar)


def _breaches(course: Standing) -> list[Breach]:
    return [breach for breach in course.breaches if breach.code in BREACHES]


def _extended(accepted: date, calendar: WorkCalendar, original: date | None) -> Found:
    longest = HANDLING.period.reckon(accepted, calendar, extra=HANDLING.longest_extension)
    return {"original_due_date": original, "max_allowed": longest.due_on}
