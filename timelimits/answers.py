"""What a rule answers about the days of a limit: the keys of a file of cases, in ISO form."""

from collections.abc import Mapping
from datetime import date

from timelimits.limits import Limit
from timelimits.periods import NAMED_DAY_CLOCKS, Reckoning
from timelimits.rules import Result
from timelimits.workdays import WorkCalendar

Found = dict[str, object]


def answer_of_one(limit: Limit, start: date, calendar: WorkCalendar) -> Result:
    """Return when a limit ends that begins with this day, and why."""
    reckoning = limit.period.reckon(start, calendar)
    explained = f"{limit.label}（{limit.basis}）：{'；'.join(reckoning.trace)}"
    found = {"provisional": reckoning.provisional, "trace": [explained]}
    return in_iso_form(days_of(limit, reckoning) | found)


def days_of(limit: Limit, reckoning: Reckoning) -> Found:
    """Return the days of a limit; one that is named, not counted, is never provisional itself."""
    found: Found = {
        "due_date": reckoning.due_on,
        "raw_end": reckoning.raw_end,
        "safe_date": reckoning.safe_on,
    }
    if reckoning.provisional and limit.period.clock not in NAMED_DAY_CLOCKS:
        found["provisional_due_date"] = reckoning.due_on
    return found


def in_iso_form(found: Mapping[str, object]) -> Result:
    """Return an answer with its days as text."""
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in found.items()
    }
