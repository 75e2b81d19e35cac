"""A workflow as data: the stages of a kind of matter, and the moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.amounts import in_yuan
from casework.registry import Registry
from timelimits.limits import Limit


class AskKind(StrEnum):
    """What sort of answer a move asks for."""

    DATE = "date"
    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    AMOUNT = "amount"
    CHOICE = "choice"
    SEVERAL = "several"
    STAFF = "staff"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Ask:
    """One thing a move asks for, kept in the detail of its entry under `key`.

    `when` names another ask and the answers to it that make this one wanted. A day is never before
    the move's own unless it `may_precede` it; one that `has_happened` is not after today either.
    What is `told` is not asked of the handler: the record tells it.
    """

    key: str
    label: str
    kind: AskKind = AskKind.TEXT
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    basis: str = ""
    help: str = ""
    initial: str | int | None = None
    when: tuple[str, frozenset[str]] | None = None
    has_happened: bool = False
    may_precede: bool = False
    longest: int = 200
    told: bool = False

    def in_words(self, value: object) -> str:
        """Return the answer as a person reads it."""
        if self.kind is AskKind.AMOUNT:
            return in_yuan(str(value))
        if isinstance(value, list):
            return "、".join(map(self.in_words, value))
        return dict(self.choices).get(str(value), str(value))


class Weight(StrEnum):
    """How a move stands in the bar of actions: one leads, grave ones stand apart."""

    PRIMARY = "primary"
    PLAIN = "plain"
    APART = "apart"


@dataclass(frozen=True)
class Length:
    """A limit that runs as long as the fact says: how many units under `key`, and no more than
    `longest`; where the fact says nothing it does not run.

    The article of that length stands in the fact as well, under `key` and "_basis".
    """

    limit: Limit
    key: str
    longest: int


@dataclass(frozen=True)
class Move:
    """A step a handler records: where it may be made, where it leads, what it does to the clocks.

    It may start, set, meet or extend limits, and stop or resume them for a named party: what a move
    that names a party starts or meets, runs for that party alone. Of the versions of a limit the
    one starts that is law on the move's day. A limit in `sets` takes its day from the ask of that
    name, or from the move's own day where the name is empty; one in `lengths` is started for as
    long as the fact tells.

    `opened_by` names the openings on whose course alone the move is found. `within` names the
    limits that must not have run out, `settled` those of which none may still run, `answers` the
    earlier move this one replies to: an answer to a move that had no effect has none either.
    `window` is the limit that ends the standstill by itself; it counts from the ask `window_from`,
    else from the move's day; a move that `is_silence` notes that it has run out.

    `requires` are earlier moves without which this one cannot be, each with the sentence that says
    so. Where several stages may follow, they are the `targets`, and the fact tells which of them
    under "leads_to"; else `target` holds. A move of the `own_department` is made by those who keep
    the matter, not by others who may see it, unless they hold a role in `or_by`.
    A move by no role is made by import alone. `settles` is the ask, or the fixed code behind "=",
    that says how the matter ended; one that `keeps_outcome` takes a closed matter up again without
    undoing that; a move that `assigns` gives the matter to the department and handler it asks for;
    `tells` names the roles who must act next.
    """

    code: str
    label: str
    sources: frozenset[str]
    target: str = ""
    targets: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    starts: tuple[Limit, ...] = ()
    sets: tuple[tuple[Limit, str], ...] = ()
    lengths: tuple[Length, ...] = ()
    meets: tuple[Limit, ...] = ()
    extends: tuple[Limit, ...] = ()
    stops: tuple[Limit, ...] = ()
    resumes: tuple[Limit, ...] = ()
    within: tuple[Limit, ...] = ()
    settled: tuple[Limit, ...] = ()
    opened_by: frozenset[str] = frozenset()
    answers: str = ""
    window: Limit | None = None
    window_from: str = ""
    is_silence: bool = False
    once: str = ""
    after: tuple[tuple[str, str], ...] = ()
    requires: tuple[tuple[str, str], ...] = ()
    not_by_maker_of: str = ""
    nor_by_makers_of: tuple[str, ...] = ()
    own_department: bool = False
    or_by: frozenset[str] = frozenset()
    receives: bool = False
    settles: str = ""
    keeps_outcome: bool = False
    assigns: bool = False
    tells: frozenset[str] = frozenset()
    asks: tuple[Ask, ...] = ()
    on_label: str = "日期"
    on_help: str = ""
    explanation: str = ""
    weight: Weight = Weight.PLAIN

    @property
    def names_a_party(self) -> bool:
        return any(ask.key == "party" for ask in self.asks)

    @property
    def answers_a_party(self) -> bool:
        """Whether the party is one of those that are awaited, and not a new one."""
        return self.names_a_party and bool(self.resumes or self.meets)

    @property
    def checked_moves(self) -> tuple[str, ...]:
        """The earlier moves of which the maker may not make this one."""
        return (*filter(None, (self.not_by_maker_of,)), *self.nor_by_makers_of)

    def is_open_after(self, opening: str) -> bool:
        """Say whether the move belongs to a course that began with this opening."""
        return not self.opened_by or opening in self.opened_by

    def ask(self, key: str) -> Ask | None:
        return next((ask for ask in self.asks if ask.key == key), None)

    def leads_to(self, detail: Mapping[str, object]) -> str:
        """Return the stage that follows, empty where the matter stays."""
        told = str(detail.get("leads_to") or "")
        return told if told in self.targets else self.target


@dataclass(frozen=True)
class Workflow:
    """The course of one kind of matter.

    `strip` are the stages shown as a line of dots, each with its word; a stage outside it belongs
    to the one before. At a stage in `stopped_at` the matter itself stands still.
    `number` is the pattern of the matter's number with {office}, {year} and {serial}; `page` is the
    name of the address at which a matter of this kind is shown.
    """

    kind: str
    label: str
    number: str
    initial: str
    stages: Mapping[str, str]
    moves: tuple[Move, ...]
    opens: tuple[str, ...]
    closed_at: frozenset[str]
    stopped_at: frozenset[str] = frozenset()
    strip: tuple[tuple[str, str], ...] = ()
    page: str = ""

    def __post_init__(self) -> None:
        for move in self.moves:
            unknown = (move.sources | move.targets | ({move.target} - {""})) - set(self.stages)
            if unknown:
                raise ValueError(f"{self.kind}.{move.code}: unknown stages {sorted(unknown)}")
        codes = [move.code for move in self.moves]
        if len(codes) != len(set(codes)):
            raise ValueError(f"{self.kind}: a move is declared twice")

    def move(self, code: str) -> Move:
        """Return the move of a code; KeyError where there is none."""
        for move in self.moves:
            if move.code == code:
                return move
        raise KeyError(code)

    def moves_at(self, stage: str) -> tuple[Move, ...]:
        """Return the moves that the stage lets through, in the order of their declaration."""
        return tuple(move for move in self.moves if stage in move.sources)

    @property
    def limits(self) -> dict[str, Limit]:
        """Every limit of the workflow under its code."""
        found: dict[str, Limit] = {}
        for move in self.moves:
            windows = (move.window,) if move.window else ()
            told = (length.limit for length in move.lengths)
            for limit in (*move.starts, *(limit for limit, _ in move.sets), *told, *windows):
                found.setdefault(limit.code, limit)
        return found


def at(*stages: str) -> frozenset[str]:
    """Return the stages as a set: reads well in a declaration."""
    return frozenset(stages)


workflows: Registry[Workflow] = Registry("workflow")


def register(workflow: Workflow) -> Workflow:
    """Make a workflow known under its kind."""
    workflows.add(workflow.kind, workflow)
    return workflow
