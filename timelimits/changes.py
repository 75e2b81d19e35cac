"""Who is told when the calendar has changed, to work out the dates that rest on it."""

from collections.abc import Callable, Iterable

from timelimits.workdays import WorkCalendar

Listener = Callable[[WorkCalendar], Iterable[object]]


class CalendarChanged:
    """Functions that take the new calendar and return the deadlines that it moved."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def register(self, listener: Listener) -> Listener:
        """Enter a function; usable as a decorator."""
        if listener in self._listeners:
            raise ValueError(f"{listener!r} 重复登记")
        self._listeners.append(listener)
        return listener

    def announce(self, calendar: WorkCalendar) -> list[object]:
        """Tell everyone, and return all that moved; each can be printed."""
        return [moved for listener in self._listeners for moved in listener(calendar)]


calendar_changed = CalendarChanged()
