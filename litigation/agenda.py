"""庭前例会: the hearings ahead, what each still lacks, and who was asked to two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from litigation.models import Hearing, Seat
from litigation.workflow import PREPARING
from timelimits.workdays import WorkCalendar


@dataclass(frozen=True)
class Item:
    """A hearing on the agenda: what it lacks, with whom it clashes, whether that alarms."""

    hearing: Hearing
    missing: tuple[str, ...]
    clashes: tuple[str, ...]
    is_alarming: bool


def agenda(hearings: Iterable[Hearing], today: date, calendar: WorkCalendar) -> list[Item]:
    """Return the hearings of a list with what they lack."""
    listed = list(hearings)
    found = clashes(listed)
    return [
        Item(
            hearing,
            tuple(missing(hearing, today)),
            tuple(found[hearing.pk]),
            hearing.is_alarming(today, calendar),
        )
        for hearing in listed
    ]


def missing(hearing: Hearing, today: date) -> list[str]:
    """Return what a hearing lacks, in words."""
    if hearing.is_held:
        return [
            f"{seat.get_kind_display()}未到庭缺证明"
            for seat in hearing.in_order
            if seat.is_excused and not seat.proof_id
        ]
    if not hearing.is_fixed:
        return []
    lacking = [f"{label}席位空缺" for label in hearing.empty_seats]
    if hearing.proceeding.matter.stage in PREPARING:
        lacking.append(hearing.proceeding.matter.stage_label)
    if hearing.on < today:
        lacking.append("未登记开庭结果")
    return lacking


def clashes(hearings: Iterable[Hearing]) -> dict[int, list[str]]:
    """Return for each hearing which person is also asked to another one on the same day.

    Cases that are heard together do not clash.
    """
    listed = [hearing for hearing in hearings if hearing.is_fixed]
    days = {hearing.on for hearing in listed}
    others = (
        Seat.objects.filter(hearing__in=Hearing.objects.fixed().filter(on__in=days))
        .exclude(name="")
        .select_related("hearing__proceeding__matter")
    )
    by_place: dict[tuple[date, str], list[Hearing]] = defaultdict(list)
    for seat in others:
        by_place[seat.hearing.on, seat.name].append(seat.hearing)
    found: dict[int, list[str]] = defaultdict(list)
    for hearing in listed:
        for seat in hearing.in_order:
            for other in by_place[hearing.on, seat.name] if seat.name else ():
                if other.pk != hearing.pk and not is_together(hearing, other):
                    number = other.proceeding.matter.number
                    found[hearing.pk].append(f"{seat.name}同日另有开庭：{number}")
    return found


def is_together(one: Hearing, other: Hearing) -> bool:
    """Say whether two hearings belong to one case, or to cases heard together."""
    if one.proceeding_id == other.proceeding_id:
        return True
    group = one.proceeding.group_id
    return group is not None and group == other.proceeding.group_id


def week_of(day: date) -> tuple[date, date]:
    """Return the first and last day of a day's week, Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)
