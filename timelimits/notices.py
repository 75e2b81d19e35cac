"""Takes a year's notice of days off into the calendar: first shown, then applied as a whole."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from timelimits.calendar import change_days
from timelimits.days import each_day
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.notice_file import LineError, Notice, read_notice
from timelimits.workdays import Day, ordinary_day

# Days off by law in every year, whatever else the notice arranges (全国年节及纪念日放假办法 2).
ALWAYS_OFF = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))


@dataclass(frozen=True)
class Change:
    """A day that becomes another.

    It is a conflict where a person had changed the day before; it is not named where the notice
    says nothing of the day, which becomes known as the week has it.
    """

    on: date
    old: Day | None
    new: Day
    conflict: bool = False
    named: bool = True


@dataclass(frozen=True)
class Preview:
    """What a file would change; nothing if there is an error."""

    changes: tuple[Change, ...] = ()
    errors: tuple[LineError, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Applied:
    """What was written, what was left as a person had it, and the deadlines that moved."""

    written: tuple[Change, ...]
    left: tuple[Change, ...]
    moved: tuple[object, ...]


def preview(content: bytes) -> Preview:
    """Return what a notice would change: the days it names, and those of the year yet unknown."""
    notice = read_notice(content)
    if notice.errors:
        return Preview(errors=notice.errors)
    first, last = date(notice.year - 1, 12, 1), date(notice.year, 12, 31)
    stored = {row.date: row for row in CalendarDay.objects.filter(date__range=(first, last))}
    changes = [*_named(notice, stored), *_filling(notice, stored)]
    return Preview(
        changes=tuple(sorted(changes, key=lambda change: change.on)),
        warnings=tuple(_warnings(notice, stored)),
    )


@transaction.atomic
def apply(changes: Sequence[Change], *, overwrite_edited: bool = False) -> Applied:
    """Write the changes, all or none; days edited by hand are left unless told otherwise.

    Which days those are is asked again: somebody may have edited one since the preview.
    """
    CalendarVersion.lock()
    edited = CalendarDay.objects.filter(edited_by_hand=True).values_list("date", flat=True)
    kept = frozenset() if overwrite_edited else frozenset(edited)
    written = tuple(change for change in changes if change.on not in kept)
    left = tuple(change for change in changes if change.on in kept)
    moved = change_days({change.on: change.new for change in written}) if written else []
    return Applied(written, left, tuple(moved))


def _named(notice: Notice, stored: Mapping[date, CalendarDay]) -> Iterator[Change]:
    for line in notice.lines:
        row = stored.get(line.on)
        if row is None:
            yield Change(line.on, None, line.day)
        elif row.day != line.day:
            yield Change(line.on, row.day, line.day, conflict=row.edited_by_hand)


def _filling(notice: Notice, stored: Mapping[date, CalendarDay]) -> Iterator[Change]:
    named = {line.on for line in notice.lines}
    source = Counter(line.day.source for line in notice.lines).most_common(1)[0][0]
    for day in each_day(date(notice.year, 1, 1), date(notice.year, 12, 31)):
        if day not in named and day not in stored:
            yield Change(day, None, ordinary_day(day, source=source), named=False)


def _warnings(notice: Notice, stored: Mapping[date, CalendarDay]) -> Iterator[str]:
    """Yield what suggests that the notice is incomplete although it makes a whole year known."""
    off = {line.on for line in notice.lines if not line.day.working}
    for month, day in ALWAYS_OFF:
        holiday = date(notice.year, month, day)
        if holiday not in off and holiday not in stored:
            yield f"{holiday}是法定节假日，文件没有列出，请核对是否完整"
