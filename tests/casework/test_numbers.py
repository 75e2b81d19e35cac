"""Numbers of matters and letters: each given once, without a gap."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from casework.models import NumberSeries
from casework.numbers import next_number

PATTERN = "{office}依申〔{year}〕{serial}号"


@pytest.mark.django_db
def test_each_kind_and_each_year_is_numbered_by_itself():
    taken = [
        next_number("disclosure", PATTERN, 2025),
        next_number("disclosure", PATTERN, 2025),
        next_number("disclosure", PATTERN, 2026),
        next_number("disclosure.letter", "{office}公开〔{year}〕{serial}号", 2025),
        next_number("disclosure", PATTERN, 2025),
    ]

    assert taken == [
        "南汇依申〔2025〕1号",
        "南汇依申〔2025〕2号",
        "南汇依申〔2026〕1号",
        "南汇公开〔2025〕1号",
        "南汇依申〔2025〕3号",
    ]


@pytest.mark.django_db
def test_a_number_that_was_not_used_in_the_end_is_given_again():
    next_number("disclosure", PATTERN, 2025)
    with transaction.atomic():
        next_number("disclosure", PATTERN, 2025)
        transaction.set_rollback(True)

    assert next_number("disclosure", PATTERN, 2025) == "南汇依申〔2025〕2号"


def take_five(_hand: int) -> list[int]:
    try:
        return [int(next_number("disclosure", "{serial}", 2025)) for _ in range(5)]
    finally:
        connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_hands_at_once_get_forty_different_numbers_without_a_gap():
    with ThreadPoolExecutor(8) as hands:
        taken = [number for five in hands.map(take_five, range(8)) for number in five]

    assert sorted(taken) == list(range(1, 41))
    assert NumberSeries.objects.get(kind="disclosure", year=2025).last == 40
