"""Works out from a matter's timeline where it stands: its stage, its deadlines and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from casework.workflow import AskKind, Length, Move, Workflow
from timelimits.limits import Limit
from timelimits.periods import Reckoning, Window
from timelimits.workdays import WorkCalendar

ONE_DAY = timedelta(days=1)


class IllegalMoveError(Exception):
    """A move which the stage, the order of days or the law forbids. The message is for the handler.

    `field` names the ask at which the page shows it ("on" for the move's day), or is empty.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, eq=False)
class Fact:
    """Something that happened on a day, as the timeline tells it.

    Two facts alike are still two facts: each is equal to itself only.
    """

    move: str
    on: date
    detail: Mapping[str, object] = field(default_factory=dict)

    @property
    def party(self) -> str:
        return str(self.detail.get("party", ""))

    def whole(self, key: str) -> int:
        """Return a whole number of the detail, 0 where there is none."""
        return int(str(self.detail.get(key) or 0))

    def day(self, key: str) -> date | None:
        """Return a day of the detail, kept there in ISO form."""
        value = self.detail.get(key)
        return date.fromisoformat(str(value)) if value else None


@dataclass(frozen=True)
class Breach:
    """A fact that broke a rule: kept as it happened, without its good effect on the clocks."""

    fact: Fact
    code: str
    message: str
    field: str = ""


@dataclass(frozen=True)
class Due:
    """One deadline of a matter: the limit, for whom, when it ends and why on that day."""

    limit: Limit
    party: str
    reckoning: Reckoning
    original_due_on: date | None
    extended_by: int = 0
    stopped_since: date | None = None
    stopped_until: date | None = None
    met_on: date | None = None
    lapsed: bool = False

    @property
    def due_on(self) -> date | None:
        return self.reckoning.due_on

    @property
    def is_running(self) -> bool:
        return self.met_on is None and not self.lapsed


@dataclass(frozen=True)
class Standing:
    """Where a matter stands after its timeline has been replayed."""

    stage: str
    received_on: date | None
    closed_on: date | None
    outcome: str
    settled_on: date | None
    dues: tuple[Due, ...]
    breaches: tuple[Breach, ...]
    waiting_for: tuple[str, ...]

    def find(self, code: str, party: str = "") -> Due | None:
        return next((d for d in self.dues if d.limit.code == code and d.party == party), None)

    def due(self, code: str, party: str = "") -> date | None:
        """Return the last day of a limit, None while its clock stands still or never ran."""
        found = self.find(code, party)
        return found.due_on if found else None

    def awaited(self, move: Move) -> tuple[str, ...]:
        """Return the parties of whom a move may tell: those whose answer or act is awaited."""
        if move.resumes:
            return self.waiting_for
        met = {limit.code for limit in move.meets}
        return tuple(d.party for d in self.dues if d.limit.code in met and d.party and d.is_running)


@dataclass(frozen=True)
class _Clock:
    limit: Limit
    party: str
    start: date
    occasion: str
    set_to: date | None = None
    extra: int = 0
    met_on: date | None = None
    lapsed: bool = False

    @property
    def is_running(self) -> bool:
        return self.met_on is None and not self.lapsed


@dataclass(frozen=True)
class _Stop:
    """A standstill that a move opened: for these limits, until answered or until `cap`.

    The cap is sure when the day is known on which the party got the letter; else it is reckoned
    from the day of sending, which is earlier and therefore safe while nothing has come back.
    """

    codes: frozenset[str]
    party: str
    first: date
    reason: str
    window: Limit | None = None
    cap: date | None = None
    cap_is_sure: bool = False
    last: date | None = None

    @property
    def days(self) -> Window:
        return Window(self.first, self.last or self.cap, self.reason)

    def answered(self, on: date) -> _Stop:
        """Return the standstill as ended by an answer.

        Whoever is asked and stays silent stops the clock no longer than the law lets them
        (《政府信息公开条例》第三十二条、第三十四条).
        """
        cap = self.cap if self.cap_is_sure else None
        return replace(self, last=min(on, cap) if cap else on)

    def ended_by_silence(self, on: date) -> _Stop:
        """Return the standstill as ended by a silence: noting it late buys no time."""
        return replace(self, last=min(on, self.cap) if self.cap else on)


def standing(workflow: Workflow, facts: Iterable[Fact], calendar: WorkCalendar) -> Standing:
    """Replay a timeline in the order of its days and return where the matter stands.

    Never refuses: a fact that broke a rule happened all the same. It is reported as a breach, and
    where the rule would have given the office more time, that time is not given.
    """
    replay = _Replay(workflow, calendar)
    for fact in sorted(facts, key=lambda fact: fact.on):
        replay.take(fact)
    return replay.result()


def standing_after(
    workflow: Workflow, facts: Iterable[Fact], fact: Fact, calendar: WorkCalendar
) -> Standing:
    """Return where the matter would stand with one more fact; raise if that fact breaks a rule."""
    before = list(facts)
    first = min((f.on for f in before), default=fact.on)
    if fact.on < first:
        raise IllegalMoveError(f"日期不能早于收到日期（{first}）。", "on")
    old = {(b.fact, b.code) for b in standing(workflow, before, calendar).breaches}
    after = standing(workflow, [*before, fact], calendar)
    for breach in after.breaches:
        if (breach.fact, breach.code) in old:
            continue
        if breach.fact is fact:
            raise IllegalMoveError(breach.message, breach.field)
        raise IllegalMoveError(
            f"按这个日期，后面已登记的“{workflow.move(breach.fact.move).label}”"
            f"（{breach.fact.on}）就不成立了：{breach.message}",
            "on",
        )
    return after


def as_told(length: Length, fact: Fact) -> Limit:
    """Return a limit with the length, and the article of that length, that a fact tells."""
    limit = length.limit
    return replace(
        limit,
        period=replace(limit.period, length=fact.whole(length.key)),
        basis=str(fact.detail.get(f"{length.key}_basis") or limit.basis),
    )


def last_cap(stops: list[_Stop]) -> date | None:
    """Return the day on which the last of these standstills ends by itself, if all of them do."""
    caps = [stop.cap for stop in stops if stop.cap]
    return max(caps) if caps and len(caps) == len(stops) else None


class _Replay:
    """The state of a replay: what is known after the facts taken so far."""

    def __init__(self, workflow: Workflow, calendar: WorkCalendar) -> None:
        self.workflow = workflow
        self.calendar = calendar
        self.stage = workflow.initial
        self.received_on: date | None = None
        self.closed_on: date | None = None
        self.outcome = ""
        self.settled_on: date | None = None
        self.clocks: dict[tuple[str, str], _Clock] = {}
        self.stops: list[_Stop] = []
        self.breaches: list[Breach] = []
        self.without_effect: set[str] = set()
        self.taken: list[Fact] = []

    def take(self, fact: Fact) -> None:
        move = self.workflow.move(fact.move)
        broken = self.broken_rule(move, fact)
        if self.begins_again(move, fact):
            self.begin_again()
        if broken:
            self.breaches.append(broken)
            self.without_effect.add(move.code)
        if broken is None and move.answers not in self.without_effect:
            self.without_effect.discard(move.code)
            self.run_clocks(move, fact)
        self.go(move, fact)
        self.taken.append(fact)

    def broken_rule(self, move: Move, fact: Fact) -> Breach | None:
        if self.stage not in move.sources:
            stage = self.workflow.stages[self.stage]
            return Breach(fact, "stage", f"当前环节是“{stage}”，不能办理“{move.label}”。", "on")
        if self.taken and not move.is_open_after(self.taken[0].move):
            opening = self.workflow.move(self.taken[0].move).label
            message = f"本件始于“{opening}”，没有“{move.label}”这一环节。"
            return Breach(fact, "course", message, "on")
        if move.once and any(earlier.move == move.code for earlier in self.taken):
            return Breach(fact, "once", move.once)
        return self.out_of_order(move, fact) or self.broken_limit(move, fact)

    def out_of_order(self, move: Move, fact: Fact) -> Breach | None:
        for earlier, message in move.requires:
            if not any(taken.move == earlier for taken in self.taken):
                return Breach(fact, "missing", message)
        for earlier, message in move.after:
            floor = self.floor(earlier, fact)
            if floor and fact.on < floor:
                return Breach(fact, "order", message.format(day=floor), "on")
        return None

    def broken_limit(self, move: Move, fact: Fact) -> Breach | None:
        return (
            self.unasked(move, fact)
            or self.day_too_early(move, fact)
            or self.length_out_of_bounds(move, fact)
            or self.late(move, fact)
            or self.still_running(move, fact)
            or self.too_long(move, fact)
        )

    def floor(self, earlier: str, fact: Fact) -> date | None:
        """Return the day before which this fact cannot have happened.

        `earlier` is a limit of the matter, whose end must be over, as "limit:code": for the party
        that the fact names, else for every party; or an earlier fact of the same party.
        """
        kind, _, code = earlier.partition(":")
        if kind == "limit":
            ends = [
                due.due_on
                for due in map(self.reckoned, self.clocks_of(code))
                if due.due_on and (not fact.party or due.party in {"", fact.party})
            ]
            return max(ends) + ONE_DAY if ends else None
        days = [f.on for f in self.taken if f.move == earlier and f.party in {"", fact.party}]
        return max(days, default=None)

    def unasked(self, move: Move, fact: Fact) -> Breach | None:
        """Report the answer of somebody who was not asked: the clock waits for who was."""
        if not move.answers_a_party:
            return None
        if move.resumes:
            waiting = [stop.party for stop in self.waiting if stop.window or not move.is_silence]
        else:
            met = [clock for limit in move.meets for clock in self.clocks_of(limit.code)]
            waiting = [clock.party for clock in met if clock.party and clock.is_running]
        if fact.party in waiting:
            return None
        asked = f"正在等待的是{'、'.join(waiting)}" if waiting else "现在没有等待任何一方"
        return Breach(fact, "party", f"没有等待“{fact.party}”的记录，{asked}。", "party")

    def length_out_of_bounds(self, move: Move, fact: Fact) -> Breach | None:
        for length in move.lengths:
            told = fact.whole(length.key)
            if not 0 <= told <= length.longest:
                unit = length.limit.period.unit_label
                message = f"{length.limit.label}应为1至{length.longest}{unit}，填写了{told}{unit}。"
                return Breach(fact, "length", message, length.key)
        return None

    def day_too_early(self, move: Move, fact: Fact) -> Breach | None:
        """Report a day of the detail before the move, as of a letter there before it was sent."""
        for ask in move.asks:
            is_bound = ask.kind is AskKind.DATE and not ask.may_precede
            day = fact.day(ask.key) if is_bound else None
            if day and day < fact.on:
                message = f"{ask.label}不能早于{move.on_label}（{fact.on}）。"
                return Breach(fact, "order", message, ask.key)
        return None

    def late(self, move: Move, fact: Fact) -> Breach | None:
        for limit in move.within:
            due = self.due_of(limit.code, "")
            if due and due.due_on and fact.on > due.due_on:
                message = f"{limit.label}已于{due.due_on}届满，不能再办理“{move.label}”"
                return Breach(fact, "late", f"{message}（{limit.basis}）。", "on")
        return None

    def still_running(self, move: Move, fact: Fact) -> Breach | None:
        """Report what must have been done before this move."""
        for limit in move.settled:
            for clock in self.clocks_of(limit.code):
                if clock.is_running:
                    what = f"{limit.label}（{clock.party}）" if clock.party else limit.label
                    message = f"{what}尚未完成，不能办理“{move.label}”。"
                    return Breach(fact, "unsettled", message)
        return None

    def too_long(self, move: Move, fact: Fact) -> Breach | None:
        for declared in move.extends:
            # What runs may be another version than the one declared: a day that was set for the
            # reply has no length that could be made longer.
            clock = self.clocks.get((declared.code, ""))
            limit = clock.limit if clock else declared
            if not limit.longest_extension:
                return Breach(fact, "extension", f"{limit.label}不能延长（{limit.basis}）。")
            days = fact.whole("days")
            if not 0 < days <= limit.longest_extension:
                unit = limit.period.unit_label
                message = (
                    f"{limit.label}最多延长{limit.longest_extension}{unit}，填写了{days}{unit}"
                )
                return Breach(fact, "extension", f"{message}（{limit.basis}）。", "days")
        return None

    def run_clocks(self, move: Move, fact: Fact) -> None:
        self.resume(move, fact)
        for limit in move.meets:
            self.meet(limit, fact)
        for limit, day in self.begun(move, fact):
            self.start(limit, fact, fact.on, move.label, set_to=day)
        for limit in move.extends:
            clock = self.clocks.get((limit.code, ""))
            if clock:
                days = fact.whole("days")
                self.clocks[limit.code, ""] = replace(clock, extra=clock.extra + days)
        if move.stops:
            self.stop(move, fact)

    def begun(self, move: Move, fact: Fact) -> list[tuple[Limit, date | None]]:
        """Return the limits that a fact begins, in the version that is law on its day."""
        named = [(limit, fact.day(key) if key else fact.on) for limit, key in move.sets]
        told = [as_told(length, fact) for length in move.lengths if fact.whole(length.key)]
        begun = [
            *((limit, None) for limit in (*move.starts, *told)),
            *(pair for pair in named if pair[1]),
        ]
        return [(limit, day) for limit, day in begun if limit.is_in_force(fact.on)]

    def start(
        self, limit: Limit, fact: Fact, on: date, occasion: str, set_to: date | None = None
    ) -> None:
        # A limit set for the whole matter, such as a later day for the reply, replaces the one
        # that was counted; one for a party runs beside it.
        key = (limit.code, fact.party if limit.code in self.per_party else "")
        self.clocks[key] = _Clock(limit, key[1], on, occasion, set_to)

    @cached_property
    def per_party(self) -> set[str]:
        """The limits that run beside each other for several parties."""
        windows = {move.window.code for move in self.workflow.moves if move.window}
        named = [move for move in self.workflow.moves if move.names_a_party]
        started = {limit.code for move in named for limit in move.starts}
        return windows | started | {limit.code for move in named for limit, _ in move.sets}

    def clocks_of(self, code: str) -> list[_Clock]:
        """Return the clocks of a limit, one for each party it runs for."""
        return [clock for (of, _), clock in self.clocks.items() if of == code]

    def stop(self, move: Move, fact: Fact) -> None:
        cap, received = None, fact.day(move.window_from) if move.window_from else None
        if move.window:
            cap = move.window.period.reckon(received or fact.on, self.calendar).due_on
            self.start(move.window, fact, received or fact.on, move.label)
        codes = frozenset(limit.code for limit in move.stops)
        reason = f"{move.label}（{fact.party}）" if fact.party else move.label
        first = fact.on + ONE_DAY
        self.stops.append(
            _Stop(codes, fact.party, first, reason, move.window, cap, received is not None)
        )

    def resume(self, move: Move, fact: Fact) -> None:
        codes = {limit.code for limit in (*move.resumes, *move.starts)}
        for i, stop in enumerate(self.stops):
            if stop.last is None and codes & stop.codes and fact.party == stop.party:
                self.stops[i] = (
                    stop.ended_by_silence(fact.on) if move.is_silence else stop.answered(fact.on)
                )
                if stop.window and move.is_silence:
                    self.lapse(stop.window.code, fact.party)
                elif stop.window:
                    self.meet(stop.window, fact)

    def meet(self, limit: Limit, fact: Fact) -> None:
        for party in {"", fact.party}:
            clock = self.clocks.get((limit.code, party))
            if clock and clock.is_running:
                self.clocks[limit.code, party] = replace(clock, met_on=fact.on)

    def lapse(self, code: str, party: str) -> None:
        clock = self.clocks[code, party]
        if clock.is_running:
            self.clocks[code, party] = replace(clock, lapsed=True)

    def begins_again(self, move: Move, fact: Fact) -> bool:
        target = move.leads_to(fact.detail)
        opens = target and target not in self.workflow.closed_at
        return bool(self.closed_on and opens and not move.keeps_outcome)

    def begin_again(self) -> None:
        """Leave behind what still ran when the matter was closed, and how it had ended."""
        for code, party in self.clocks:
            self.lapse(code, party)
        self.stops = [stop for stop in self.stops if stop.last]
        self.outcome = ""
        self.settled_on = None

    def go(self, move: Move, fact: Fact) -> None:
        if move.receives or self.received_on is None:
            self.received_on = fact.on
        target = move.leads_to(fact.detail)
        if target and not (move.resumes and self.waiting):
            self.stage = target
        closed = self.stage in self.workflow.closed_at
        self.closed_on = (self.closed_on or fact.on) if closed else None
        if not move.settles:
            return
        code = move.settles
        self.outcome = code[1:] if code.startswith("=") else str(fact.detail.get(code, ""))
        self.settled_on = fact.on

    def due_of(self, code: str, party: str) -> Due | None:
        clock = self.clocks.get((code, party))
        return self.reckoned(clock) if clock else None

    def reckoned(self, clock: _Clock) -> Due:
        limit, period = clock.limit, clock.limit.period
        stops = [stop for stop in self.stops if limit.code in stop.codes]
        windows = [stop.days for stop in stops]
        start = clock.set_to or clock.start
        reckoning = period.reckon(
            start, self.calendar, excluded=windows, extra=clock.extra, occasion=clock.occasion
        )
        if limit.note:
            reckoning = replace(reckoning, trace=(*reckoning.trace, limit.note))
        original = period.reckon(start, self.calendar, excluded=windows).due_on
        pending = [s for s in stops if s.last is None] if clock.is_running else []
        return Due(
            limit=limit,
            party=clock.party,
            reckoning=reckoning,
            original_due_on=original,
            extended_by=clock.extra,
            stopped_since=min((s.first for s in pending), default=None),
            stopped_until=last_cap(pending),
            met_on=clock.met_on,
            lapsed=clock.lapsed or (clock.is_running and self.closed_on is not None),
        )

    @property
    def waiting(self) -> list[_Stop]:
        """The standstills that nothing has ended yet."""
        return [stop for stop in self.stops if stop.last is None]

    def result(self) -> Standing:
        return Standing(
            stage=self.stage,
            received_on=self.received_on,
            closed_on=self.closed_on,
            outcome=self.outcome,
            settled_on=self.settled_on,
            dues=tuple(self.reckoned(clock) for clock in self.clocks.values()),
            breaches=tuple(self.breaches),
            waiting_for=tuple(stop.party for stop in self.waiting if stop.party),
        )
