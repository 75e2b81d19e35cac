"""The clocks one may choose in 期限试算."""

from timelimits.clocks import CLOCKS, COUNTINGS
from timelimits.periods import (
    Clock,
    backward_days,
    backward_workdays,
    days,
    fixed,
    months,
    plain_days,
    plain_months,
    set_by_authority,
    workdays,
    years,
)


def test_every_clock_is_described_with_the_article_it_rests_on():
    assert list(CLOCKS) == list(Clock)
    assert all(text for described in CLOCKS.values() for text in vars(described).values())


def test_a_way_of_counting_makes_the_period_that_its_clock_and_unit_tell():
    made = {counting.code: counting.period(3) for counting in COUNTINGS}

    assert made == {
        "workdays": workdays(3),
        "days": days(3),
        "months": months(3),
        "years": years(3),
        "plain-days": plain_days(3),
        "plain-months": plain_months(3),
        "fixed": fixed(),
        "backward-days": backward_days(3),
        "backward-workdays": backward_workdays(3),
        "set": set_by_authority(),
    }
    assert [(c.clock, c.unit) for c in COUNTINGS] == [(p.clock, p.unit) for p in made.values()]


def test_every_clock_can_be_chosen():
    assert {counting.clock for counting in COUNTINGS} == set(Clock)
