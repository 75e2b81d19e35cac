"""Lamps: what a deadline looks like today, always with a shape, words and a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from casework.standing import Due
from timelimits.periods import Clock, left_unit, units_left
from timelimits.workdays import WorkCalendar


class Colour(StrEnum):
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"
    BLUE = "blue"


SHAPES = {
    Colour.RED: "▲",
    Colour.YELLOW: "■",
    Colour.GREEN: "●",
    Colour.GREY: "‖",
    Colour.BLUE: "◇",
}


@dataclass(frozen=True)
class Lamp:
    """A colour with its shape and its words: readable without the colour."""

    colour: Colour
    words: str

    @property
    def shape(self) -> str:
        return SHAPES[self.colour]


class Shown(Protocol):
    """What a lamp needs to know of a deadline."""

    clock: str
    warn_from: int
    due_on: date | None
    provisional: bool
    stopped_since: date | None
    stopped_until: date | None
    met_on: date | None
    lapsed: bool
    is_duty: bool


def units_until(deadline: Shown, today: date, calendar: WorkCalendar) -> tuple[int, str]:
    """Return how many units of its rule are left, negative when late, and their name."""
    if deadline.due_on is None:
        raise ValueError("A clock that stands still has no days left")
    clock = Clock(deadline.clock)
    return units_left(clock, deadline.due_on, today, calendar), left_unit(clock).value


def lamp_of(deadline: Shown, today: date, calendar: WorkCalendar) -> Lamp:
    """Return the lamp of a deadline on a day."""
    if deadline.met_on:
        late = deadline.due_on is not None and deadline.met_on > deadline.due_on
        words = f"逾期完成（{deadline.met_on}）" if late else f"已完成（{deadline.met_on}）"
        return Lamp(Colour.RED if late else Colour.GREEN, words)
    if deadline.lapsed:
        return Lamp(Colour.GREY, "不再适用")
    return running_lamp(deadline, today, calendar)


def running_lamp(deadline: Shown, today: date, calendar: WorkCalendar) -> Lamp:
    since, until = deadline.stopped_since, deadline.stopped_until
    if deadline.due_on is None or (since and (until is None or today <= until)):
        return Lamp(Colour.GREY, stopped_words(since, today))
    left, unit = units_until(deadline, today, calendar)
    if not deadline.is_duty:
        words = f"剩 {left} {unit}" if left >= 0 else "已过"
        return Lamp(Colour.GREY, words)
    if left < 0:
        return Lamp(Colour.RED, f"逾期 {-left} {unit}")
    if left == 0:
        return Lamp(Colour.RED, "今日到期")
    if deadline.provisional:
        return Lamp(Colour.BLUE, f"暂定 · 剩 {left} {unit}")
    colour = Colour.YELLOW if left <= deadline.warn_from else Colour.GREEN
    return Lamp(colour, f"剩 {left} {unit}")


def stopped_words(since: date | None, today: date) -> str:
    if since is None:
        return "中止"
    return f"中止（第 {max((today - since).days + 1, 1)} 天）"


def most_urgent(deadlines: Iterable[Shown]) -> Shown | None:
    """Return the running deadline that ends first; those that stand still come last."""
    running = [d for d in deadlines if d.met_on is None and not d.lapsed and d.is_duty]
    return min(running, key=lambda d: d.due_on or date.max, default=None)


class Projected:
    """A deadline as the replay worked it out, seen as a lamp sees those that are kept."""

    def __init__(self, due: Due) -> None:
        self.clock = due.limit.period.clock
        self.warn_from = due.limit.warn_from
        self.is_duty = due.limit.is_duty
        self.due_on = due.due_on
        self.provisional = due.reckoning.provisional
        self.stopped_since = due.stopped_since
        self.stopped_until = due.stopped_until
        self.met_on = due.met_on
        self.lapsed = due.lapsed
