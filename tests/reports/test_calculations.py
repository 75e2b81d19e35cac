"""Golden cases of yearly reports and statistics."""

import json

import pytest

from tests.conftest import DATA
from timelimits.packaged import packaged_days
from timelimits.rules import RuleError, read_cases, rules
from timelimits.workdays import WorkCalendar

GOLDEN = json.loads((DATA / "deadlines.json").read_text())["cases"]
OURS = [case for case in GOLDEN if case["rule"].startswith(("ann.", "stat."))]
CALENDAR = WorkCalendar(dict(packaged_days()))

# What a ministry printed is told by no event: the case names it beside the exact rate.
TOLD_BY_NOBODY = {"reported_percent"}


def calculate(rule, *events):
    case = {"id": "x", "rule": rule, "events": list(events)}
    return rules.calculate(read_cases({"cases": [case]}), CALENDAR)["x"]


@pytest.mark.parametrize("case", OURS, ids=[case["id"] for case in OURS])
def test_a_golden_case_comes_out_as_expected(case):
    found = rules.calculate(read_cases({"cases": [case]}), CALENDAR)[case["id"]]

    expected = {k: v for k, v in case["expected"].items() if k not in TOLD_BY_NOBODY}
    assert {key: found.get(key) for key in expected} == expected


def test_a_rate_is_rounded_half_up_from_the_exact_numbers():
    period = {"type": "period_end", "date": "2023-12-31"}

    found = calculate(
        "stat.loss_rate", period | {"closed_first_instance": 536, "judged_against_agency": 33}
    )

    assert found == {"loss_rate_percent": 6.2}


def test_a_rate_of_nothing_is_no_rate():
    period = {"type": "period_end", "date": "2023-12-31"}

    found = calculate(
        "stat.loss_rate", period | {"closed_first_instance": 0, "judged_against_agency": 0}
    )

    assert found == {"loss_rate_percent": None}


def test_a_column_that_does_not_balance_is_invalid():
    column = {
        "type": "period_end",
        "date": "2025-12-31",
        "new": 1,
        "carried_in": 0,
        "processed": 0,
        "carried_out": 0,
    }

    assert calculate("stat.ogi_table3_identity", column) == {"valid": False, "total": 1}


def test_a_case_without_its_number_names_it():
    with pytest.raises(RuleError, match="缺少整数“year”"):
        calculate("ann.constitution_week", {"type": "year", "date": "2025-01-01"})
