"""Windows in which a clock stands still."""

from datetime import date, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from timelimits.windows import Window, in_order, pauses, running_days

START = date(2025, 7, 1)


def july(first: int, last: int | None, reason: str = "") -> Window:
    return Window(date(2025, 7, first), last and date(2025, 7, last), reason)


def test_windows_are_put_in_order_and_those_without_a_day_left_out():
    answered_at_once = july(5, 4)

    assert in_order([july(9, None), answered_at_once, july(3, 4)]) == [july(3, 4), july(9, None)]


def test_the_clock_runs_on_the_days_outside_of_every_window():
    windows = [july(3, 5), july(4, 8), july(9, 9)]

    days = list(islice(running_days(START, windows), 3))

    assert days == [date(2025, 7, 2), date(2025, 7, 10), date(2025, 7, 11)]


def test_the_clock_does_not_run_again_where_it_still_stands():
    assert list(running_days(START, [july(4, None)])) == [date(2025, 7, 2), date(2025, 7, 3)]


def test_a_window_over_before_the_start_stops_nothing():
    days = islice(running_days(date(2025, 7, 20), [july(3, 5)]), 2)

    assert list(days) == [date(2025, 7, 21), date(2025, 7, 22)]


def test_windows_that_overlap_are_one_pause_with_both_reasons():
    windows = [july(5, 18, "征求甲意见"), july(11, 25, "征求乙意见")]

    met = pauses(windows, after=START, until=date(2025, 8, 19))

    assert met == [july(5, 25, "征求甲意见、征求乙意见")]


def test_windows_that_only_touch_stay_two_pauses():
    windows = [july(5, 10, "征求甲意见"), july(11, 25, "征求乙意见")]

    assert pauses(windows, after=START, until=None) == windows


def test_a_pause_begins_after_the_start():
    assert pauses([july(1, 8)], after=date(2025, 7, 3), until=None) == [july(4, 8)]


def test_a_window_outside_of_the_period_is_no_pause():
    windows = [july(2, 3), july(20, None)]

    assert pauses(windows, after=date(2025, 7, 3), until=date(2025, 7, 19)) == []


def test_a_window_that_overlaps_an_open_one_is_open():
    windows = [july(5, 18, "征求甲意见"), july(11, None, "征求乙意见"), july(12, 14)]

    met = pauses(windows, after=START, until=None)

    assert met == [july(5, None, "征求甲意见、征求乙意见")]


@st.composite
def closed_windows(draw):
    first = START + timedelta(days=draw(st.integers(-10, 60)))
    return Window(first, first + timedelta(days=draw(st.integers(-1, 30))), "")


@given(windows=st.lists(closed_windows(), max_size=6))
def test_the_clock_runs_on_exactly_the_days_that_no_window_holds(windows):
    days = list(islice(running_days(START, in_order(windows)), 20))

    every_day = (START + timedelta(days=number) for number in range(1, 500))
    free = (
        day
        for day in every_day
        if not any(window.first <= day <= window.last for window in windows)
    )
    assert days == list(islice(free, 20))
