"""Rules that work out dates from a list of events, for checks outside of any matter."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timelimits.workdays import WorkCalendar


class RuleError(ValueError):
    """A case cannot be worked out; the message names the case and says why."""


class UnknownRuleError(RuleError):
    """No app has registered a rule of this name."""


class UnknownEventError(RuleError):
    """The rule does not understand an event of this type."""


@dataclass(frozen=True)
class Event:
    """What happened on a day, as a file of cases tells it."""

    type: str
    on: date
    detail: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """Events, and the rule by which dates follow from them."""

    id: str
    rule: str
    events: tuple[Event, ...]


Result = dict[str, object]
Reckoner = Callable[[Sequence[Event], WorkCalendar], Result]


@dataclass(frozen=True)
class Rule:
    """A function that works out dates, and the types of event that it understands."""

    reckon: Reckoner
    events: frozenset[str]


class RuleBook:
    """The rules of all apps under their codes, such as ogi.reply_20wd."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def register(self, code: str, *, events: Collection[str]) -> Callable[[Reckoner], Reckoner]:
        """Return a decorator that enters a function under a code; it refuses with ValueError."""

        def enter(reckon: Reckoner) -> Reckoner:
            if code in self._rules:
                raise ValueError(f"规则“{code}”重复登记")
            self._rules[code] = Rule(reckon, frozenset(events))
            return reckon

        return enter

    def calculate(self, cases: Iterable[Case], calendar: WorkCalendar) -> dict[str, Result]:
        """Return what each case comes to, under its id; the first that fails ends it all."""
        return {case.id: self._calculate(case, calendar) for case in cases}

    def _calculate(self, case: Case, calendar: WorkCalendar) -> Result:
        rule = self._rules.get(case.rule)
        if rule is None:
            raise UnknownRuleError(f"案例“{case.id}”：没有规则“{case.rule}”")
        for event in case.events:
            if event.type not in rule.events:
                raise UnknownEventError(
                    f"案例“{case.id}”：规则“{case.rule}”不认识事件“{event.type}”"
                )
        try:
            return rule.reckon(case.events, calendar)
        except ValueError as refusal:
            raise RuleError(f"案例“{case.id}”：{refusal}") from refusal


rules = RuleBook()


def read_cases(document: object) -> list[Case]:
    """Return the cases of a file in JSON: {"cases": [{"id", "rule", "events"}]}."""
    entries = document.get("cases") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise RuleError("文件中没有名为 cases 的列表")
    cases = [_case(entry, position) for position, entry in enumerate(entries, start=1)]
    repeated = [id for id, number in Counter(case.id for case in cases).items() if number > 1]
    if repeated:
        raise RuleError(f"案例编号重复：{'、'.join(repeated)}")
    return cases


def _case(entry: object, position: int) -> Case:
    match entry:
        case {"id": str(id), "rule": str(rule), "events": [*events]}:
            return Case(id, rule, tuple(_event(event, of=id) for event in events))
    raise RuleError(f"第{position}个案例应有文字的 id 和 rule，以及列表 events")


def _event(entry: object, *, of: str) -> Event:
    match entry:
        case {"type": str(type_), "date": str(day), **detail}:
            return Event(type_, _day(day, of=of), {str(key): told for key, told in detail.items()})
    raise RuleError(f"案例“{of}”：每个事件应有文字的 type 和 date")


def _day(text: str, *, of: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RuleError(f"案例“{of}”：“{text}”不是 2026-01-31 这样的日期") from error
