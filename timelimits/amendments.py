"""What a change of the calendar did, days and deadlines: noted in the audit, and read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone

from portal.audit import note
from portal.models import Action, AuditEntry, AuditQuerySet
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.notices import Applied
from timelimits.workdays import Day

EDITED, IMPORTED = CalendarDay._meta.label_lower, CalendarVersion._meta.label_lower

# What stands in an audit entry beside the days, which stand there under their dates.
FILLED, LEFT, MOVED = "其余日期", "未改写", "变动的期限"


@dataclass(frozen=True)
class AmendedDay:
    """A day in words, before and after."""

    on: date
    old: str
    new: str


@dataclass(frozen=True)
class Amendment:
    """A change of the calendar as the audit has it."""

    entry: AuditEntry

    @property
    def title(self) -> str:
        """What was changed, in a few words."""
        if self.entry.kind == EDITED:
            return f"修改{self.entry.object_id}"
        days = self.days
        return f"导入{days[0].on}至{days[-1].on}的安排" if days else "导入节假日安排"

    @property
    def days(self) -> list[AmendedDay]:
        """The days that became others, in their order."""
        named = self.entry.changes.keys() - {FILLED, LEFT, MOVED}
        return [
            AmendedDay(date.fromisoformat(day), *self.entry.changes[day]) for day in sorted(named)
        ]

    @property
    def year(self) -> int:
        """The year to look at: that of the notice, which may begin in the December before."""
        return self.days[-1].on.year if self.days else timezone.localdate(self.entry.at).year

    @property
    def remarks(self) -> list[str]:
        """What is to be said beside the days: those filled up, those left as a person had them."""
        return [self.entry.changes[key] for key in (FILLED, LEFT) if key in self.entry.changes]

    @property
    def moved(self) -> list[str]:
        """The deadlines that moved, each with its old and new day."""
        return self.entry.changes.get(MOVED, "").splitlines()


def amendments() -> AuditQuerySet:
    """Return the audit's entries on the calendar, newest first."""
    return AuditEntry.objects.filter(action=Action.CHANGED, kind__in=(EDITED, IMPORTED))


def note_edit(
    row: CalendarDay, *, old: Day | None, moved: Iterable[object], by: AbstractBaseUser
) -> Amendment:
    """Note that a person edited a day."""
    changes = {row.date.isoformat(): difference(old, row.day), **_moved(moved)}
    entry = note(Action.CHANGED, by=by, about=row, changes=changes, reason=row.source)
    return Amendment(entry)


def note_import(applied: Applied, *, by: AbstractBaseUser) -> Amendment:
    """Note that a notice was taken into the calendar."""
    changes: dict[str, object] = {
        change.on.isoformat(): difference(change.old, change.new)
        for change in applied.written
        if change.named
    }
    filled = sum(not change.named for change in applied.written)
    if filled:
        changes[FILLED] = f"其余{filled}天按周一至周五上班补齐"
    if applied.left:
        days = "、".join(str(change.on) for change in applied.left)
        changes[LEFT] = f"{days}曾经人工修改，没有改写"
    version = CalendarVersion.lock()
    entry = note(Action.CHANGED, by=by, about=version, changes={**changes, **_moved(applied.moved)})
    return Amendment(entry)


def difference(old: Day | None, new: Day) -> list[str]:
    """Return a day in words before and after, with its source where only that has changed."""
    words = [said(old), said(new)]
    if words[0] != words[1] or old is None:
        return words
    return [f"{words[0]}，依据{old.source or '不详'}", f"{words[1]}，依据{new.source}"]


def said(day: Day | None) -> str:
    """Return a day in words, such as 休息日（国庆节）."""
    if day is None:
        return "尚未公布"
    name = f"（{day.name}）" if day.name else ""
    return f"{'工作日' if day.working else '休息日'}{name}"


def _moved(moved: Iterable[object]) -> dict[str, str]:
    lines: Sequence[str] = [str(deadline) for deadline in moved]
    return {MOVED: "\n".join(lines)} if lines else {}
