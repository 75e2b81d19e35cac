"""Figures of 合法性审查 over a year, each with its records."""

from datetime import date
from decimal import Decimal

import pytest

from casework import process
from casework.metrics import Span, in_words, metrics
from legalreview.conclusions import Adoption, Conclusion
from legalreview.metrics import BY_ANSWER, BY_KIND, BY_REVIEWER
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.legalreview import (
    GRAVE,
    ITEM,
    accepted_review,
    answer,
    counsel_in_term,
    issued_review,
    officer_of,
    open_review,
    service,
)
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

YEAR = Span.year(2026)
LAST_YEAR = date(2025, 12, 30)


def value(key, span=YEAR):
    return metrics[f"legalreview.{key}"].value(span)


def of(key, span=YEAR):
    return set(metrics[f"legalreview.{key}"].records(span))


def test_a_year_without_reviews_has_no_rates():
    assert [value(key) for key in ("opinions", "on_time_rate", "adoption_rate", "coverage")] == [
        0,
        None,
        None,
        None,
    ]


def test_submitted_and_issued_count_by_their_own_days():
    old = issued_review(submitted_on=LAST_YEAR, accepted_on=LAST_YEAR)
    new = open_review()

    assert (of("submitted"), of("opinions")) == ({new}, {old})
    assert of("submitted", Span.year(2025)) == {old}


def test_a_voided_review_counts_nowhere():
    review = issued_review(ITEM)
    process.void(review.matter, by=user_with(Role.LEGAL_OFFICE), reason="重复")

    assert [value(key) for key in ("submitted", "opinions", "items")] == [0, 0, 0]


def test_an_opinion_on_the_last_day_is_in_time_and_one_a_day_later_is_not():
    kept = issued_review(issued_on=date(2026, 3, 9))
    late = issued_review(issued_on=date(2026, 3, 10))

    assert (of("in_time"), of("limited")) == ({kept}, {kept, late})
    assert value("on_time_rate") == Decimal("0.5")


def test_working_days_are_counted_from_complete_materials_past_holidays():
    first = {"submitted_on": date(2026, 2, 9), "accepted_on": date(2026, 2, 13)}
    issued_review(**first, issued_on=date(2026, 2, 25))
    issued_review(issued_on=date(2026, 3, 4))

    # 14 and 24 and 25 February are worked beside the Spring Festival of 15 to 23 February.
    assert value("average_working_days") == Decimal("2.5")
    assert in_words(metrics["legalreview.average_working_days"], Decimal("2.5")) == "2.5个工作日"


def test_adoption_is_measured_by_the_items_that_were_answered():
    answered = issued_review(ITEM, GRAVE, ITEM)
    answer(answered, Adoption.ADOPTED, Adoption.PARTLY, Adoption.REFUSED)
    issued_review(ITEM)

    assert [value(key) for key in ("items", "items_answered", "items_adopted")] == [4, 3, 2]
    assert value("adoption_rate") == Decimal(2) / 3
    assert metrics["legalreview.items"].split(YEAR, BY_ANSWER) == {
        "未反馈": 1,
        "采纳": 1,
        "部分采纳": 1,
        "未采纳": 1,
    }


def test_an_answer_taken_back_is_no_answer():
    review = issued_review(ITEM)
    process.correct(answer(review, "refused"), by=user_with(Role.LEGAL_OFFICE), reason="填错")
    answer(review, "adopted")

    assert (value("items_answered"), value("items_adopted")) == (1, 1)


def test_what_came_back_counts_as_returned_however_it_did():
    missing = open_review()
    moved(missing.matter, "return", date(2026, 3, 3), missing="执照")
    supplement = issued_review(conclusion=Conclusion.SUPPLEMENT)
    issued_review()

    assert of("returned") == {missing, supplement}


def test_unlawful_is_told_by_the_opinion_and_not_by_how_the_matter_ended():
    review = issued_review(GRAVE, conclusion=Conclusion.UNLAWFUL)
    answer(review, "adopted")
    moved(review.matter, "abandon", date(2026, 3, 9), by=officer_of(review), reasons="不签")

    assert of("unlawful") == {review}


def test_coverage_is_what_was_reviewed_of_what_should_have_been():
    reviewed = issued_review()
    found = open_review(opening="discover", by=user_with(Role.LEGAL_OFFICE))
    accepted_review()

    assert (of("unreviewed"), of("due_for_review")) == ({found}, {reviewed, found})
    assert value("coverage") == Decimal("0.5")
    assert found not in of("submitted")


def test_signed_without_review_are_those_never_reviewed_and_those_signed_early():
    early = open_review()
    moved(early.matter, "override", date(2026, 3, 3), by=user_with(Role.LEADER), reasons="抢险")
    moved(early.matter, "sign_early", date(2026, 3, 3), by=officer_of(early))
    never = open_review(opening="discover", by=user_with(Role.LEGAL_OFFICE))
    open_review(opening="discover", by=user_with(Role.LEGAL_OFFICE), kind="信访答复")

    assert of("signed_without_review") == {early, never}


def test_figures_split_by_kind_and_by_lawyer():
    review = issued_review()
    issued_review(kind="信访答复")
    process.assign_counsel(
        review.matter,
        counsel_in_term(name="周律师"),
        by=user_with(Role.LEGAL_OFFICE),
        on=date(2026, 3, 2),
    )
    figure = metrics["legalreview.opinions"]

    assert figure.split(YEAR, BY_KIND) == {"合同": 1, "信访答复": 1}
    assert figure.split(YEAR, BY_REVIEWER) == {"周律师": 1, "未委托": 1}


def test_services_count_in_their_year():
    counsel = counsel_in_term()
    kept = service(counsel)
    service(counsel, on=LAST_YEAR)

    assert of("services") == {kept}


@pytest.mark.parametrize("key", ["opinions", "items", "services"])
def test_the_records_of_a_figure_open_on_its_page(client_as, key):
    issued_review(ITEM)
    service(counsel_in_term())

    page = client_as(Role.LEGAL_OFFICE).get(
        f"/figures/legalreview.{key}/", {"since": "2026-01-01", "until": "2026-12-31"}
    )

    assert (page.status_code, len(page.context["object_list"])) == (200, 1)


def test_a_person_sees_only_the_records_within_reach(client_as):
    issued_review(ITEM)
    counsel_service = service(counsel_in_term())
    stranger = client_as(Role.OFFICER).user

    for key in ("opinions", "items", "services"):
        figure = metrics[f"legalreview.{key}"]
        assert list(figure.records(YEAR).visible_to(stranger)) == []
    assert counsel_service.get_absolute_url().startswith("/legalreview/services/")
