"""Who is told when the calendar has changed."""

import pytest

from timelimits.changes import CalendarChanged
from timelimits.workdays import WorkCalendar


def test_everyone_is_told_in_turn_and_all_that_moved_is_returned():
    changed = CalendarChanged()
    changed.register(lambda calendar: [f"甲案 第{calendar.version}版"])
    changed.register(lambda calendar: ["乙案", "丙案"])

    assert changed.announce(WorkCalendar(version=2)) == ["甲案 第2版", "乙案", "丙案"]


def test_a_function_is_registered_once_only():
    changed = CalendarChanged()

    @changed.register
    def refresh(calendar):
        return []

    with pytest.raises(ValueError, match="重复登记"):
        changed.register(refresh)
