"""The limits that 期限试算 offers."""

from datetime import date

import pytest

from timelimits.common import COMMON, COMMON_BY_CODE
from timelimits.packaged import packaged_days
from timelimits.workdays import WorkCalendar

PACKAGED = WorkCalendar(dict(packaged_days()))


def test_a_code_is_given_once():
    assert len(COMMON_BY_CODE) == sum(map(len, COMMON.values()))


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("ogi-reply", date(2022, 9, 30), date(2022, 11, 2)),
        ("lit-answer", date(2026, 9, 11), date(2026, 9, 28)),
        ("lit-appeal-ruling", date(2026, 9, 10), date(2026, 9, 20)),
        ("lit-retrial", date(2025, 8, 31), date(2026, 2, 28)),
        ("rec-reply", date(2026, 9, 21), date(2026, 10, 12)),
        ("rec-hearing-notice", date(2026, 10, 12), date(2026, 9, 29)),
        ("pet-handling", date(2026, 8, 4), date(2026, 10, 3)),
    ],
    ids=[
        "reply across the make-up days of 2022",
        "answer rolls past Mid-Autumn",
        "appeal ends on a make-up Sunday",
        "retrial ends on a month's last day, a make-up Saturday",
        "reply to a reconsideration across National Day",
        "notice of a hearing counts back over National Day",
        "petition does not roll",
    ],
)
def test_a_common_limit_is_counted_by_its_clock(code, start, due):
    assert COMMON_BY_CODE[code].period.reckon(start, PACKAGED).due_on == due
