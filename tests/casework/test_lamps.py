"""Lamps: which colour, which words, which number on which day."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from casework.lamps import Projected, lamp_of, most_urgent, units_until
from casework.standing import Fact, standing
from disclosure.deadlines import REPLY
from disclosure.workflow import WORKFLOW
from timelimits.limits import Limit
from timelimits.periods import days, workdays
from timelimits.workdays import WorkCalendar

CALENDAR = WorkCalendar()


@dataclass(frozen=True)
class Row:
    """A deadline as a page has it: twenty working days, due on Monday 31 March 2025."""

    clock: str = "W"
    warn_from: int = 5
    due_on: date | None = date(2025, 3, 31)
    provisional: bool = False
    stopped_since: date | None = None
    stopped_until: date | None = None
    met_on: date | None = None
    lapsed: bool = False
    is_duty: bool = True


STOPPED = Row(due_on=None, stopped_since=date(2025, 3, 11))
STOPPED_UNTIL = Row(stopped_since=date(2025, 3, 11), stopped_until=date(2025, 3, 20))

LAMPS = {
    "six working days left": (Row(), date(2025, 3, 21), "green ● 剩 6 个工作日"),
    "five left: near": (Row(), date(2025, 3, 24), "yellow ■ 剩 5 个工作日"),
    "one left": (Row(), date(2025, 3, 28), "yellow ■ 剩 1 个工作日"),
    "on its day": (Row(), date(2025, 3, 31), "red ▲ 今日到期"),
    "one late": (Row(), date(2025, 4, 1), "red ▲ 逾期 1 个工作日"),
    "five late": (Row(), date(2025, 4, 7), "red ▲ 逾期 5 个工作日"),
    "days, not working days": (Row(clock="N"), date(2025, 3, 21), "green ● 剩 10 日"),
    "a short limit, three left": (Row(warn_from=2), date(2025, 3, 26), "green ● 剩 3 个工作日"),
    "a short limit, two left": (Row(warn_from=2), date(2025, 3, 27), "yellow ■ 剩 2 个工作日"),
    "provisional": (Row(provisional=True), date(2025, 3, 24), "blue ◇ 暂定 · 剩 5 个工作日"),
    "provisional, on its day": (Row(provisional=True), date(2025, 3, 31), "red ▲ 今日到期"),
    "provisional, late": (Row(provisional=True), date(2025, 4, 1), "red ▲ 逾期 1 个工作日"),
    "standing still from tomorrow": (STOPPED, date(2025, 3, 10), "grey ‖ 中止（第 1 天）"),
    "standing still": (STOPPED, date(2025, 3, 20), "grey ‖ 中止（第 10 天）"),
    "standing still to its cap": (
        STOPPED_UNTIL,
        date(2025, 3, 20),
        "grey ‖ 中止（第 10 天）",
    ),
    "running again after its cap": (STOPPED_UNTIL, date(2025, 3, 21), "green ● 剩 6 个工作日"),
    "without a day": (Row(due_on=None), date(2025, 3, 20), "grey ‖ 中止"),
    "met": (Row(met_on=date(2025, 3, 31)), date(2025, 5, 6), "green ● 已完成（2025-03-31）"),
    "met late": (Row(met_on=date(2025, 4, 1)), date(2025, 5, 6), "red ▲ 逾期完成（2025-04-01）"),
    "met while standing still": (
        replace(STOPPED, met_on=date(2025, 3, 20)),
        date(2025, 5, 6),
        "green ● 已完成（2025-03-20）",
    ),
    "lapsed": (Row(lapsed=True), date(2025, 5, 6), "grey ‖ 不再适用"),
    "no duty": (Row(is_duty=False), date(2025, 3, 28), "grey ‖ 剩 1 个工作日"),
    "no duty, over": (Row(is_duty=False), date(2025, 4, 1), "grey ‖ 已过"),
}


@pytest.mark.parametrize(("row", "today", "shown"), LAMPS.values(), ids=LAMPS.keys())
def test_a_lamp_has_colour_shape_words_and_number(row, today, shown):
    lamp = lamp_of(row, today, CALENDAR)

    assert f"{lamp.colour} {lamp.shape} {lamp.words}" == shown


@pytest.mark.parametrize(
    ("limit", "warn_from"),
    [
        (REPLY, 5),
        (Limit("long", "长", days(6), basis="条文"), 5),
        (Limit("short", "短", workdays(5), basis="条文"), 2),
    ],
    ids=["twenty days", "six days", "five days"],
)
def test_a_short_limit_is_near_later_than_a_long_one(limit, warn_from):
    assert limit.warn_from == warn_from


def test_a_clock_that_stands_still_has_no_days_left():
    with pytest.raises(ValueError, match="stands still"):
        units_until(STOPPED, date(2025, 3, 20), CALENDAR)


def test_the_most_urgent_deadline_is_the_first_one_that_must_still_be_kept():
    early = Row(due_on=date(2025, 3, 10), met_on=date(2025, 3, 10))
    choice, gone = (
        replace(early, met_on=None, is_duty=False),
        replace(early, met_on=None, lapsed=True),
    )
    later = Row(due_on=date(2025, 4, 30))

    assert most_urgent([early, choice, gone, STOPPED, later, Row()]) == Row()
    assert most_urgent([early, STOPPED]) is STOPPED
    assert most_urgent([early, choice, gone]) is None


def test_a_deadline_that_was_only_worked_out_has_the_lamp_of_one_that_is_kept():
    facts = [Fact("receive", date(2025, 3, 3)), Fact("consult", date(2025, 3, 10), {"party": "甲"})]
    due = standing(WORKFLOW, facts, CALENDAR).find("reply")

    assert lamp_of(Projected(due), date(2025, 3, 20), CALENDAR).words == "中止（第 10 天）"
