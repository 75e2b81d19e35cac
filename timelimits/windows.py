"""Windows in which a clock stands still: they are a union, so that no day is taken off twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timelimits.days import shifted


@dataclass(frozen=True)
class Window:
    """Days on which a clock stands still, for one reason; without a last day it still does.

    One that ends before it begins holds no day: the letter was answered on the day it was sent.
    """

    first: date
    last: date | None
    reason: str


def in_order(windows: Sequence[Window]) -> list[Window]:
    """Return the windows that hold a day, by their first day, as the functions below want them."""
    held = [window for window in windows if window.last is None or window.first <= window.last]
    return sorted(held, key=lambda window: window.first)


def running_days(after: date, windows: Sequence[Window]) -> Iterator[date]:
    """Yield the days after one on which the clock runs; they end where it still stands."""
    day = shifted(after, 1)
    for window in windows:
        while day < window.first:
            yield day
            day = shifted(day, 1)
        if window.last is None:
            return
        day = max(day, shifted(window.last, 1))
    while True:
        yield day
        day = shifted(day, 1)


def pauses(windows: Sequence[Window], *, after: date, until: date | None) -> list[Window]:
    """Return the windows met between two days, those that overlap joined into one."""
    met: list[Window] = []
    for window in windows:
        if until and window.first > until:
            break
        if window.last and window.last <= after:
            continue
        pause = replace(window, first=max(window.first, shifted(after, 1)))
        if met and (met[-1].last is None or pause.first <= met[-1].last):
            met[-1] = _joined(met[-1], pause)
        else:
            met.append(pause)
    return met


def _joined(earlier: Window, later: Window) -> Window:
    last = max(earlier.last, later.last) if earlier.last and later.last else None
    reasons = dict.fromkeys(filter(None, (earlier.reason, later.reason)))
    return Window(earlier.first, last, "、".join(reasons))
