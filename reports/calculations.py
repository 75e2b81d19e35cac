"""Works out cases of yearly reports and of statistics told as events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from casework.metrics import percent
from disclosure.results import BY_CODE
from reports.deadlines import (
    TO_PUBLIC,
    TO_SUPERIOR,
    constitution_week,
    report_published_by,
    report_to_superior_on,
)
from timelimits.limits import Limit
from timelimits.rules import Event, Result, rules
from timelimits.workdays import WorkCalendar

PARTLY = "2"
NOT_GIVEN = "不予公开"


def whole(event: Event, key: str) -> int:
    """Return a whole number that an event tells."""
    value = str(event.detail.get(key, ""))
    if not value.isdecimal():
        raise ValueError(f"事件“{event.type}”缺少整数“{key}”")
    return int(value)


def rate(part: int, of: int) -> float | None:
    """Return a rate in hundredths, rounded half up to one place; None where there is nothing."""
    return float(percent(Decimal(part) / Decimal(of))) if of else None


def fixed_day(limit: Limit, day_of: Callable[[int], date]) -> Callable[..., Result]:
    """Return a rule that gives the fixed day of a report year, and the safe day before it."""

    def reckon(events: Sequence[Event], calendar: WorkCalendar) -> Result:
        reckoning = limit.period.reckon(day_of(whole(events[-1], "year")), calendar)
        return {
            "due_date": str(reckoning.due_on),
            "raw_end": str(reckoning.raw_end),
            "safe_date": str(reckoning.safe_on),
            "provisional": reckoning.provisional,
            "trace": [f"{limit.label}（{limit.basis}）", *reckoning.trace],
        }

    return reckon


rules.register("ann.rol_report_to_superior", events={"report_year"})(
    fixed_day(TO_SUPERIOR, report_to_superior_on)
)
rules.register("ann.rol_report_publish", events={"report_year"})(
    fixed_day(TO_PUBLIC, report_published_by)
)


@rules.register("ann.constitution_week", events={"year"})
def week(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return the constitution's week of a year."""
    first, last = constitution_week(whole(events[-1], "year"))
    return {"start": str(first), "end": str(last)}


@rules.register("stat.loss_rate", events={"period_end"})
def loss_rate(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return lost ÷ closed at first instance, closed in every way (杭州中院2021年度报告)."""
    event = events[-1]
    lost, closed = whole(event, "judged_against_agency"), whole(event, "closed_first_instance")
    return {"loss_rate_percent": rate(lost, closed)}


@rules.register("stat.reconsideration_correction_rate", events={"period_end"})
def correction_rate(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return corrected ÷ concluded accepted cases (司法部2018年口径)."""
    event = events[-1]
    return {
        "rate_percent_approx": rate(whole(event, "corrected"), whole(event, "decided_accepted"))
    }


@rules.register("stat.ogi_table3_identity", events={"period_end"})
def table_three_balances(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Say whether 一 + 二 = 三（七）+ 四 in a column of table 三 (国办公开办函〔2021〕30号)."""
    event = events[-1]
    came = whole(event, "new") + whole(event, "carried_in")
    went = whole(event, "processed") + whole(event, "carried_out")
    return {"valid": came == went, "total": came}


@rules.register("stat.ogi_table3_partial", events={"reply"})
def partly_is_one_row(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return the row of a reply in parts: 部分公开 is counted once and nowhere else."""
    parts = events[-1].detail.get("parts")
    refused = [NOT_GIVEN in str(part) for part in parts] if isinstance(parts, list) else []
    if not refused:
        raise ValueError("事件“reply”缺少列表“parts”")
    if all(refused):
        raise ValueError("各部分都不予公开，请按不予公开的理由分别对应表三各行")
    return {"annual_table_row": BY_CODE[PARTLY if any(refused) else "1"].row, "count": 1}


@rules.register("stat.ogi_table4_total", events={"period_end"})
def table_four_total(events: Sequence[Event], calendar: WorkCalendar) -> Result:
    """Return the total of a group of table 四: upheld, corrected, other, pending."""
    event = events[-1]
    columns = ("upheld", "corrected", "other", "pending")
    return {"total": sum(whole(event, column) for column in columns)}
