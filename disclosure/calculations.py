"""Works out cases of disclosure told as lists of events, on the course that real requests take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from casework.standing import Breach, Due, Fact, Standing, standing
from disclosure import channels, fees, results
from disclosure.deadlines import (
    ANNUAL_REPORT,
    CORRECTION,
    CORRECTION_NOTICE,
    FEE_PAYMENT,
    LATER_REPLY,
    OPINION,
    PUBLICATION,
    REPLY,
)
from disclosure.workflow import WORKFLOW, Stage
from timelimits.answers import Found, answer_of_one, days_of, in_iso_form
from timelimits.rules import Event, Result, rules
from timelimits.workdays import WorkCalendar

# The ways in which a request arrives, the surest first; submission says its channel itself.
ARRIVALS = {
    "application_signed_for": "post_signed",
    "letter_arrived": "ordinary_mail",
    "application_submitted": "",
}
CONFIRMATIONS = frozenset({"receipt_confirmed", "contact_restored"})
CHANNELS = {
    "ems": "post_signed",
    "registered_mail": "post_signed",
    "oral": "in_person",
    "email": "internet",
    "online": "internet",
    "fax_of_ogi_office": "fax",
}

# Whom one may consult: the move, the answer to 对象类别, and the name where a case gives none.
CONSULTED = {
    "third_party": ("consult", "third_party", "第三方"),
    "co_maker": ("consult", "joint_maker", "共同制作机关"),
    "other_organ": ("consult_organ", "other_organ", "其他行政机关"),
}
# Silence told on the fifteenth working day itself is a day too early to be recorded: the clock
# goes on by itself when that day is over.
MOVES = {
    "correction_notice_sent": "ask_correction",
    "corrected_application_received": "corrected",
    "extension_approved_and_notified": "extend",
    "extension_requested": "extend",
    "agency_sets_deadline": "postpone",
    "fee_notice_received": "charge",
    "fee_paid": "paid",
    **{f"{who}_letter_sent": move for who, (move, _, _) in CONSULTED.items()},
    **{f"{who}_opinion_received": "opinion" for who in CONSULTED},
    **{f"{who}_no_opinion": "opinion_lapsed" for who in CONSULTED},
}
ASKS = {
    "party": "party",
    "working_days": "days",
    "correction_deadline": "correct_by",
    "deadline": "reply_by",
}
DELIVERIES = frozenset({"reply_posted", "reply_delivered_in_person", "reply_signed_for"})
POST_OFFICES = ("邮政", "挂号", "ems", "post")

# What happens without moving a clock: an extension that is approved must also be told to the
# applicant (第三十三条第二款), asking for reasons gives no time (第三十五条).
WITHOUT_EFFECT = frozenset(
    {
        "as_of",
        "extension_approved",
        "extension_decided",
        "reasons_requested",
        "reasons_received",
        "reply_decided",
        *(f"{who}_letter_received" for who in CONSULTED),
    }
)
COURSE_EVENTS = {*ARRIVALS, *CONFIRMATIONS, *MOVES, *DELIVERIES, *WITHOUT_EFFECT}

# What an applicant loses by letting a day pass (第三十条, 国办函〔2020〕109号).
LAPSES = {CORRECTION.code: "correction_lapsed", FEE_PAYMENT.code: "fee_lapsed"}
OPINION_DUE = {"third_party": "third_party_opinion_due", "joint_maker": "other_organ_opinion_due"}
SILENCE = {
    "third_party": {"consequence": "agency_decides"},
    "joint_maker": {"other_organ_deemed": "consent"},
}
BREACHES = {
    ("ask_correction", "late"): {"status_flag": "correction_notice_late"},
    ("ask_correction", "once"): {"status_flag": "second_correction_not_allowed"},
    ("extend", "late"): {"validation_error": "extension_after_due_date"},
    ("extend", "once"): {"validation_error": "second_extension_not_allowed"},
    ("extend", "extension"): {"validation_error": "extension_gt_20wd"},
}
STATUSES = {
    Stage.UNCONFIRMED: "unconfirmed",
    Stage.PROCESSING: "processing",
    Stage.CORRECTING: "correction_asked",
    Stage.CONSULTING: "consulting",
    Stage.FEE: "fee_notified",
    Stage.REPLIED: "on_time",
    Stage.ENDED: "closed_abandoned",
}


@dataclass(frozen=True)
class Course:
    """A request as a case tells it, seen from the last day that the case tells of."""

    told: tuple[Fact, ...]
    as_of: date
    calendar: WorkCalendar

    @cached_property
    def facts(self) -> list[Fact]:
        """What was told, with what follows by itself from a day that the applicant let pass."""
        facts = [_at_most_the_longest(fact) for fact in self.told]
        lapsed = [
            Fact(move, self.as_of)
            for code, move in LAPSES.items()
            if _is_over(self.replayed(facts).find(code), self.as_of)
        ]
        return [*facts, *lapsed]

    @cached_property
    def standing(self) -> Standing:
        return self.replayed(self.facts)

    @cached_property
    def reply(self) -> Due | None:
        return self.standing.find(REPLY.code)

    @cached_property
    def breaches(self) -> list[Breach]:
        """The rules of law that the events broke as they were told."""
        found = self.replayed(self.told).breaches
        return [breach for breach in found if (breach.fact.move, breach.code) in BREACHES]

    @cached_property
    def is_overdue(self) -> bool:
        return _is_over(self.reply, self.as_of)

    def replayed(self, facts: Iterable[Fact]) -> Standing:
        return standing(WORKFLOW, facts, self.calendar)

    def made(self, *moves: str) -> list[Fact]:
        """Return the facts of these moves."""
        return [fact for fact in self.facts if fact.move in moves]

    def due_without(self, facts: Iterable[Fact]) -> date | None:
        """Return when the reply would be due had some facts not happened."""
        missing = set(facts)
        return self.replayed(f for f in self.facts if f not in missing).due(REPLY.code)


def told_by(events: Sequence[Event], calendar: WorkCalendar) -> Course:
    """Return the course that the events of a case tell; ValueError where no request comes in."""
    facts = (*_receipt(events), *_handling(events), *_reply(events))
    return Course(facts, max(event.on for event in events), calendar)


def _receipt(events: Sequence[Event]) -> Iterator[Fact]:
    """Yield how the request came in; what must be confirmed is received only then (第三十一条)."""
    came = [event for type_ in ARRIVALS for event in events if event.type == type_]
    if not came:
        raise ValueError("没有申请到达的事件")
    confirmed = [event.on for event in events if event.type in CONFIRMATIONS]
    if not _needs_confirmation(came[0], otherwise=bool(confirmed)):
        yield Fact("receive", came[0].on)
        return
    yield Fact("arrive", came[0].on)
    if confirmed:
        yield Fact("confirm", min(confirmed))


def _needs_confirmation(arrival: Event, *, otherwise: bool) -> bool:
    name = ARRIVALS[arrival.type] or str(arrival.detail.get("channel", ""))
    channel = channels.BY_CODE.get(CHANNELS.get(name, name))
    return channel.needs_confirmation if channel else otherwise


def _handling(events: Sequence[Event]) -> Iterator[Fact]:
    for event in events:
        if event.type in MOVES:
            yield Fact(MOVES[event.type], event.on, _detail(event, events))


def _detail(event: Event, events: Sequence[Event]) -> Mapping[str, object]:
    answers = {ASKS[key]: answer for key, answer in event.detail.items() if key in ASKS}
    if MOVES[event.type] == "extend":
        answers.setdefault("days", REPLY.longest_extension)
    who = next((who for who in CONSULTED if event.type.startswith(who)), None)
    return answers | (_consultation(who, event, events) if who else {})


def _consultation(who: str, event: Event, events: Sequence[Event]) -> Found:
    """Return who is consulted, and when the letter got there if a case tells it by itself."""
    _, consulted, name = CONSULTED[who]
    party = event.detail.get("party", name)
    got = (
        other.on.isoformat()
        for other in events
        if other.type == f"{who}_letter_received"
        and other.detail.get("party", name) == party
        and other.on >= event.on
    )
    return {"party": party, "consulted": consulted, "letter_received_on": next(got, None)}


def _reply(events: Sequence[Event]) -> Iterator[Fact]:
    """Yield the reply with the desk work before it, of which no case tells."""
    delivered = min((event.on for event in events if _delivers(event)), default=None)
    if delivered:
        yield from (Fact(move, delivered) for move in ("draft", "approve", "reply"))


def _delivers(event: Event) -> bool:
    """Return whether the reply is out: posted by the post office, otherwise signed for.

    Neither the date on the paper nor a private courier counts (国办公开办函〔2016〕235号).
    """
    if event.type == "reply_posted":
        carrier = str(event.detail.get("carrier", "邮政")).lower()
        return any(word in carrier for word in POST_OFFICES)
    return event.type in DELIVERIES and event.detail.get("signed", True) is not False


def _at_most_the_longest(fact: Fact) -> Fact:
    """Return an extension cut to what the law allows; other facts as they are."""
    if fact.move != "extend":
        return fact
    days = min(int(str(fact.detail["days"])), REPLY.longest_extension)
    return replace(fact, detail={**fact.detail, "days": days})


def _is_over(due: Due | None, as_of: date) -> bool:
    return bool(due and due.is_running and due.due_on and due.due_on < as_of)


def receipt(course: Course) -> Found:
    """Return the day of receipt; None while the request awaits its confirmation."""
    return {"receipt_date": course.standing.received_on if course.reply else None}


def reply_due(course: Course) -> Found:
    """Return when the reply is due; None where nothing runs, or the clock stands still."""
    due = course.reply
    return days_of(due.limit, due.reckoning) if due else {"due_date": None}


def correction(course: Course) -> Found:
    """Return until when a correction could be asked for, and from when the clock runs anew."""
    notice, due = course.standing.find(CORRECTION_NOTICE.code), course.reply
    found: Found = {"correction_notice_due": notice.due_on} if notice else {}
    if notice and course.made("ask_correction"):
        found["correction_notice_timely"] = notice.met_on is not None
    if due and due.limit is REPLY and due.reckoning.start != course.standing.received_on:
        found["clock_restart_date"] = due.reckoning.start
    return found


def postponement(course: Course) -> Found:
    """Return the day before it was put off, and the last to which an extension could put it."""
    later = course.made("extend", "postpone")
    if not later:
        return {}
    found: Found = {"original_due_date": course.due_without(later)}
    if course.made("extend"):
        longest = {"days": REPLY.longest_extension}
        facts = [replace(f, detail=longest) if f.move == "extend" else f for f in course.facts]
        found["max_allowed"] = course.replayed(facts).due(REPLY.code)
    return found


def consultation(course: Course) -> Found:
    """Return how far consultations move the reply, and until when those asked may answer."""
    letters = course.made("consult", "consult_organ")
    if not letters:
        return {}
    found = _suspension(course)
    for letter in letters:
        asked = str(letter.detail["consulted"])
        if asked in OPINION_DUE:
            found[OPINION_DUE[asked]] = course.standing.due(OPINION.code, letter.party)
    for silent in course.made("opinion_lapsed"):
        found |= SILENCE.get(str(silent.detail["consulted"]), {})
    return found


def _suspension(course: Course) -> Found:
    due = course.reply
    if due is None or due.reckoning.start is None:
        return {}
    period, extra = due.limit.period, due.extended_by
    straight = period.reckon(due.reckoning.start, course.calendar, extra=extra).due_on
    found: Found = {"due_without_consultation": straight}
    if straight and due.due_on:
        moved_by = course.calendar.workdays_between(straight, due.due_on)
        found["suspended_working_days"] = moved_by
    return found


def fee(course: Course) -> Found:
    """Return until when a fee could be asked for, and until when it is to be paid."""
    payment = course.standing.find(FEE_PAYMENT.code)
    if payment is None:
        return {}
    asked = course.facts.index(course.made("charge")[0])
    return {
        "fee_notice_due": course.due_without(course.facts[asked:]),
        "payment_due": payment.due_on,
    }


def delivery(course: Course) -> Found:
    """Return the day that counts as that of the reply, and by how much it is late or missing."""
    due = course.reply
    if due is None:
        return {}
    found: Found = {"counts_as_replied_on": due.met_on} if due.met_on else {}
    late_on = due.met_on or course.as_of
    if due.due_on and (course.is_overdue or _is_late(due)):
        key = "working_days_late" if due.met_on else "working_days_overdue"
        found[key] = course.calendar.workdays_between(due.due_on, late_on)
    return found


def status(course: Course) -> Found:
    """Return in a word where the request stands, and its row of table 三 where it has ended."""
    due, result = course.reply, results.BY_CODE.get(course.standing.outcome)
    row = {"annual_table_row": result.row} if result else {}
    if due and due.met_on:
        return {"status": "late" if _is_late(due) else "on_time", **row}
    return {"status": _unanswered(course, due), **row}


def _unanswered(course: Course, due: Due | None) -> str:
    if course.is_overdue:
        return "overdue"
    if due and due.is_running and due.limit is LATER_REPLY:
        return "agency_set_deadline"
    if due and due.is_running and due.due_on and due.reckoning.provisional:
        return "provisional"
    return STATUSES[Stage(course.standing.stage)]


def _is_late(due: Due) -> bool:
    return bool(due.met_on and due.due_on and due.met_on > due.due_on)


def broken_rules(course: Course) -> Found:
    """Return which rules the events broke; they happened, but gave the office no more time."""
    found: Found = {}
    for breach in course.breaches:
        found |= BREACHES[breach.fact.move, breach.code]
    return found


def explanation(course: Course) -> Found:
    """Return why the days are these days, and whether one of them is provisional."""
    dues = course.standing.dues
    sentences = [f"{due.limit.label}：{'；'.join(due.reckoning.trace)}" for due in dues]
    return {
        "provisional": any(due.reckoning.provisional for due in dues),
        "trace": [*sentences, *(breach.message for breach in course.breaches)],
    }


COURSE_RULES = (
    "ogi.reply_20wd",
    "ogi.correction_notice_7wd",
    "ogi.correction_notice_late",
    "ogi.correction_restart",
    "ogi.correction_second_request",
    "ogi.correction_abandoned",
    "ogi.extension",
    "ogi.extension_cap",
    "ogi.extension_late",
    "ogi.consultation_suspension",
    "ogi.consultation_and_extension",
    "ogi.excessive_requests",
    "ogi.fee_restart",
    "ogi.reply_status",
    "ogi.overdue_status",
)
ASPECTS = (
    receipt,
    reply_due,
    correction,
    postponement,
    consultation,
    fee,
    delivery,
    status,
    broken_rules,
    explanation,
)


def _course(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return all that can be said of a request: the rules differ in what a case asks of it."""
    course = told_by(events, calendar)
    found = {key: value for aspect in ASPECTS for key, value in aspect(course).items()}
    return in_iso_form(found)


for _code in COURSE_RULES:
    rules.register(_code, events=COURSE_EVENTS)(_course)


@rules.register("ogi.proactive_20wd", events=("information_formed", "information_changed"))
def _proactive(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return until when information is to be published, counted from its last change."""
    return answer_of_one(PUBLICATION, max(event.on for event in events), calendar)


@rules.register("ogi.annual_report", events=("report_year",))
def _annual_report(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return 31 January after the year, which does not roll, and the working day before it."""
    (event,) = events
    year = int(str(event.detail.get("year", event.on.year)))
    return answer_of_one(ANNUAL_REPORT, date(year + 1, 1, 31), calendar)


@rules.register("ogi.fee_by_item", events=("application_count_in_month",))
def _fee_by_item(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return what the requests of a calendar month may cost."""
    return _charged([fees.fee_by_item(_number(event, "count")) for event in events])


@rules.register("ogi.fee_by_volume", events=("pages_provided",))
def _fee_by_volume(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return what the pages given may cost."""
    return _charged([fees.fee_by_volume(_number(event, "pages")) for event in events])


def _charged(charges: Sequence[fees.Fee]) -> Result:
    yuan = sum(charge.yuan for charge in charges)
    return {
        "fee_yuan": yuan,
        "status": "fee_may_be_charged" if yuan else "free_of_charge",
        "provisional": False,
        "trace": [sentence for charge in charges for sentence in charge.explanation],
    }


def _number(event: Event, key: str) -> int:
    if key not in event.detail:
        raise ValueError(f"事件“{event.type}”没有写明{key}")
    return int(str(event.detail[key]))
