"""What each lawyer did in a year."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from casework import process
from legalreview import workload
from people.roles import Role
from tests.factories.legalreview import (
    accepted_review,
    counsel_in_term,
    evaluation,
    give,
    service,
)
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

MARCH_2 = date(2026, 3, 2)


def entrusted(counsel, *opined_on):
    """Entrust reviews to a lawyer on 2 March, who advises on these days."""
    for on in opined_on:
        review = accepted_review()
        process.assign_counsel(review.matter, counsel, by=user_with(Role.LEGAL_OFFICE), on=MARCH_2)
        if on:
            give(review, on=on, reviewer=counsel.name)


def test_the_year_of_a_lawyer_counts_trust_advice_time_and_services():
    zhou, weng = counsel_in_term(name="周律师"), counsel_in_term(name="翁律师")
    entrusted(zhou, date(2026, 3, 4), date(2026, 3, 5), None)
    service(zhou)
    service(zhou, on=date(2025, 12, 31))
    graded = evaluation(zhou)

    first, second = workload.of_year(2026, [zhou, weng])

    assert (first.entrusted, first.opinions, first.average, first.services) == (
        3,
        2,
        Decimal("2.5"),
        1,
    )
    assert first.evaluation == graded
    assert (second.entrusted, second.opinions, second.average, second.evaluation) == (
        0,
        0,
        None,
        None,
    )


def test_another_year_is_another_count():
    zhou = counsel_in_term(name="周律师")
    entrusted(zhou, date(2026, 3, 4))

    (found,) = workload.of_year(2025, [zhou])

    assert (found.entrusted, found.opinions) == (0, 0)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_needs_the_same_queries_for_one_lawyer_and_for_three(
    client_as, django_assert_num_queries, count
):
    office = client_as(Role.LEGAL_OFFICE)
    for n in range(count):
        entrusted(counsel_in_term(name=f"律师{n}"), date(2026, 3, 4))

    with django_assert_num_queries(14):
        answer = office.get(reverse("legalreview:workload"), {"year": 2026})

    assert [row.opinions for row in answer.context["object_list"]] == [1] * count


def test_a_lawyer_is_evaluated_once_a_year_and_not_for_years_to_come(client_as):
    office, counsel = client_as(Role.LEGAL_OFFICE), counsel_in_term()
    page = reverse("legalreview:new-evaluation")
    form = {"counsel": counsel.pk, "year": 2026, "grade": "good", "comment": "尽责"}

    office.post(page, form)
    again = office.post(page, form)
    early = office.post(page, form | {"year": 2099})

    assert counsel.evaluations.count() == 1
    assert again.context["form"].non_field_errors() == ["这名顾问该年度已经考评过。"]
    assert early.context["form"].errors["year"] == ["年度应在 2000 年至今年之间。"]
