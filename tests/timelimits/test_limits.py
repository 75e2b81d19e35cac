"""Time limits of the law and their versions."""

from datetime import date

import pytest

from timelimits.limits import Limit, LimitVersionError, in_force
from timelimits.periods import days, set_by_authority, workdays

OLD_REPLY = Limit(
    code="reply",
    label="答复期限",
    period=days(10),
    basis="《行政复议法》（2017）第二十三条",
    until=date(2023, 12, 31),
)
NEW_REPLY = Limit(
    code="reply",
    label="答复期限",
    period=workdays(10),
    basis="《行政复议法》（2023）第四十八条",
    since=date(2024, 1, 1),
)


@pytest.mark.parametrize(
    ("on", "limit"),
    [
        (date(2017, 1, 1), OLD_REPLY),
        (date(2023, 12, 31), OLD_REPLY),
        (date(2024, 1, 1), NEW_REPLY),
        (date(2030, 1, 1), NEW_REPLY),
    ],
    ids=["long before", "last day of the old law", "first day of the new law", "long after"],
)
def test_the_version_in_force_is_the_law_of_the_day(on, limit):
    assert in_force([OLD_REPLY, NEW_REPLY], on) == limit


def test_a_day_without_law_is_refused():
    with pytest.raises(LimitVersionError, match="2023-12-31，期限“reply”没有版本在施行"):
        in_force([NEW_REPLY], date(2023, 12, 31))


def test_two_laws_for_one_day_are_refused():
    everlasting = Limit("reply", "答复期限", days(10), "《行政复议法》")

    with pytest.raises(LimitVersionError, match="2024-01-01，期限“reply”有2个版本在施行"):
        in_force([NEW_REPLY, everlasting], date(2024, 1, 1))


@pytest.mark.parametrize("basis", ["", "  "], ids=["empty", "blank"])
def test_a_limit_without_an_article_is_refused(basis):
    with pytest.raises(ValueError, match="期限“reply”没有写明法律依据"):
        Limit("reply", "答复期限", workdays(20), basis)


def test_a_date_set_by_a_court_has_no_extension():
    with pytest.raises(ValueError, match="期限“evidence”不是可以延长的期间"):
        Limit("evidence", "举证期限", set_by_authority(), "法院通知", longest_extension=5)


def test_a_limit_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="期限“reply”的失效日早于施行日"):
        Limit(
            "reply",
            "答复期限",
            workdays(20),
            "条例",
            since=date(2024, 1, 1),
            until=date(2023, 1, 1),
        )
