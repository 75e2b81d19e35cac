"""Figures of 依申请公开: each with a record just inside the span and one just outside."""

from datetime import date

import pytest

from casework import process
from casework.metrics import Span, metrics
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.disclosure import open_request, replied_request
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

YEAR = Span.year(2025)
LAST_DAY, NEW_YEAR = date(2025, 12, 31), date(2026, 1, 1)


def records(key):
    return list(metrics[f"disclosure.{key}"].records(YEAR).order_by("pk"))


def test_a_request_belongs_to_the_year_of_its_receipt():
    first, last = open_request(received_on=date(2025, 1, 1)), open_request(received_on=LAST_DAY)
    open_request(received_on=date(2024, 12, 31))
    open_request(received_on=NEW_YEAR)

    assert records("requests") == [first, last]


def test_a_voided_request_counts_nowhere():
    request = open_request(received_on=date(2025, 3, 3))
    process.void(request.matter, by=user_with(Role.LEGAL_OFFICE), reason="重复登记")

    assert [
        key
        for key, figure in metrics.items()
        if key.startswith("disclosure.") and figure.records(YEAR).exists()
    ] == []


def test_a_request_open_at_new_year_is_carried_over():
    still_open = open_request(received_on=date(2024, 12, 20))
    replied_in_january = replied_request(
        received_on=date(2024, 12, 31), replied_on=date(2025, 1, 1)
    )
    replied_request(received_on=date(2024, 12, 20), replied_on=date(2024, 12, 31))
    open_request(received_on=date(2025, 1, 1))

    assert records("carried_over") == [still_open, replied_in_january]


def test_a_request_open_on_the_last_day_is_carried_on():
    still_open = open_request(received_on=LAST_DAY)
    replied_later = replied_request(received_on=LAST_DAY, replied_on=NEW_YEAR)
    replied_request(received_on=date(2025, 12, 1), replied_on=LAST_DAY)
    open_request(received_on=NEW_YEAR)

    assert records("carried_on") == [still_open, replied_later]


def test_what_came_in_and_over_is_what_ended_and_goes_on():
    for received_on, replied_on in [
        (date(2024, 12, 20), date(2025, 1, 5)),
        (date(2025, 3, 3), date(2025, 3, 20)),
        (date(2025, 12, 20), NEW_YEAR),
        (date(2024, 11, 1), date(2024, 12, 1)),
    ]:
        replied_request(received_on=received_on, replied_on=replied_on)
    open_request(received_on=date(2024, 12, 1))

    came = len(records("requests")) + len(records("carried_over"))

    assert came == len(records("closed")) + len(records("carried_on")) == 4


def test_a_reply_on_the_last_day_is_in_time_and_one_on_the_next_is_not():
    in_time = replied_request(received_on=date(2025, 3, 3), replied_on=date(2025, 3, 31))
    late = replied_request(received_on=date(2025, 3, 3), replied_on=date(2025, 4, 1))

    assert records("replied") == [in_time, late]
    assert records("replied_in_time") == [in_time]
    assert metrics["disclosure.on_time_rate"].value(YEAR) * 2 == 1


def test_a_correction_taken_back_does_not_count():
    request = open_request(received_on=date(2025, 3, 3))
    entry = moved(
        request.matter, "ask_correction", date(2025, 3, 5), items="x", correct_by="2025-03-20"
    )
    before = records("corrections_asked")

    process.correct(entry, by=user_with(Role.LEGAL_OFFICE), reason="误登")

    assert (before, records("corrections_asked")) == ([request], [])


def test_two_letters_in_one_request_are_one_consultation():
    request = open_request(received_on=date(2025, 3, 3))
    for party in ("甲", "乙"):
        moved(request.matter, "consult", date(2025, 3, 5), party=party, consulted="third_party")

    figure = metrics["disclosure.consultations"]

    assert (records("consultations"), figure.value(YEAR)) == ([request], 1)


def test_results_are_split_by_the_rows_of_the_annual_table():
    replied_request(received_on=date(2025, 3, 3), replied_on=date(2025, 3, 12))
    figure = metrics["disclosure.replied"]

    assert figure.split(YEAR, figure.splits[0]) == {"予以公开": 1}
