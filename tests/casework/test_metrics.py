"""Figures: their spans, their wording, their two sides."""

from datetime import date
from decimal import Decimal

import pytest

from casework.metrics import Span, approximately, in_words, metrics, percent
from tests.factories.disclosure import open_request, replied_request

MARCH = Span(date(2025, 3, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("number", "wording"),
    [
        (63, "60余次"),
        (60, "60次"),
        (59, "50余次"),
        (1642, "1600余次"),
        (2536, "2500余次"),
        (74, "70余次"),
        (10, "10次"),
        (9, "9次"),
        (0, "0次"),
        (100, "100次"),
        (101, "100余次"),
        (12345, "12000余次"),
    ],
)
def test_a_number_in_the_form_of_reports_is_never_more_than_it_is(number, wording):
    assert approximately(number, "次") == wording


@pytest.mark.parametrize(
    ("fraction", "hundredths"),
    [("1", "100"), ("0.4118", "41.2"), ("0.9375", "93.8"), ("0.06156", "6.2"), ("0", "0")],
)
def test_a_rate_is_rounded_half_up_to_one_place(fraction, hundredths):
    assert percent(Decimal(fraction)) == hundredths


def test_a_span_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="截止日期不能早于起始日期"):
        Span(date(2025, 3, 2), date(2025, 3, 1))


def test_the_span_before_is_a_year_earlier():
    assert Span(date(2024, 2, 29), date(2024, 3, 31)).before == Span(
        date(2023, 2, 28), date(2023, 3, 31)
    )


def test_every_figure_tells_its_definition_and_the_day_it_goes_by():
    assert [m.key for m in metrics if not (m.definition and m.date_basis and m.unit)] == []


@pytest.mark.django_db
def test_a_rate_of_nothing_is_no_rate():
    rate = metrics["disclosure.on_time_rate"]

    assert rate.value(MARCH) is None
    assert in_words(rate, None) == "无"


@pytest.mark.django_db
def test_a_figure_is_the_number_of_its_records():
    open_request(received_on=date(2025, 3, 3))
    replied_request(received_on=date(2025, 3, 4), replied_on=date(2025, 3, 10))

    for figure in metrics:
        if figure.key.startswith("disclosure.") and figure.unit == "件":
            assert figure.value(MARCH) == figure.records(MARCH).count(), figure.key
