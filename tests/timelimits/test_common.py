"""The limits that 期限试算 offers."""

from datetime import date

import pytest

from disclosure.deadlines import REPLY
from timelimits.common import catalogue
from timelimits.packaged import packaged_days
from timelimits.workdays import WorkCalendar

PACKAGED = WorkCalendar(dict(packaged_days()))


def test_a_code_is_used_once_in_a_group():
    with pytest.raises(ValueError, match="重复登记"):
        catalogue.offer("信访", catalogue.find("信访/petition_notice"))


def test_an_app_offers_the_limits_it_declares():
    assert catalogue.find("政府信息公开/reply") is REPLY


@pytest.mark.parametrize("choice", ["", "信访", "信访/none", "none/petition_notice"])
def test_a_text_that_is_no_choice_finds_nothing(choice):
    assert catalogue.find(choice) is None


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("政府信息公开/reply", date(2022, 9, 30), date(2022, 11, 2)),
        ("行政诉讼/answer", date(2026, 9, 11), date(2026, 9, 28)),
        ("行政诉讼/appeal_ruling", date(2026, 9, 10), date(2026, 9, 20)),
        ("行政诉讼/retrial", date(2025, 8, 31), date(2026, 2, 28)),
        ("行政复议/reconsideration_reply", date(2026, 9, 21), date(2026, 10, 12)),
        ("行政复议/reconsideration_hearing_notice", date(2026, 10, 12), date(2026, 9, 29)),
        ("信访/handling", date(2026, 8, 4), date(2026, 10, 3)),
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
    assert catalogue.find(code).period.reckon(start, PACKAGED).due_on == due
