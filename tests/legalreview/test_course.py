"""Which stage follows in a review."""

import pytest

from legalreview import course
from legalreview.conclusions import Conclusion
from legalreview.kinds import Way

ENDS = {
    Way.SIGN: "signing",
    Way.PUBLISH: "publishing",
    Way.FINISH: "finishing",
    Way.ACT: "meeting",
}


@pytest.mark.parametrize(("way", "stage"), ENDS.items())
def test_what_is_lawful_goes_on_in_the_way_of_its_kind(way, stage):
    assert course.after_opinion(Conclusion.LAWFUL, way, has_items=False, is_signed=False) == stage


@pytest.mark.parametrize(
    ("conclusion", "has_items", "stage"),
    [
        (Conclusion.LAWFUL, True, "adopting"),
        (Conclusion.LAWFUL_IF_AMENDED, True, "adopting"),
        (Conclusion.UNLAWFUL, True, "adopting"),
        (Conclusion.SUPPLEMENT, True, "returned"),
        (Conclusion.OUT_OF_SCOPE, False, "ended"),
    ],
)
def test_advice_is_answered_before_anything_else(conclusion, has_items, stage):
    found = course.after_opinion(conclusion, Way.SIGN, has_items=has_items, is_signed=False)

    assert found == stage


def test_what_was_signed_early_only_ends():
    assert (
        course.after_opinion(Conclusion.LAWFUL, Way.SIGN, has_items=False, is_signed=True)
        == "finishing"
    )


@pytest.mark.parametrize(
    ("conclusion", "is_unresolved", "stage"),
    [
        (Conclusion.LAWFUL_IF_AMENDED, False, "signing"),
        (Conclusion.LAWFUL_IF_AMENDED, True, "escalated"),
        (Conclusion.UNLAWFUL, False, "returned"),
        (Conclusion.UNLAWFUL, True, "escalated"),
    ],
)
def test_after_an_answer_grave_advice_goes_to_the_leader_and_what_is_unlawful_back(
    conclusion, is_unresolved, stage
):
    found = course.after_answer(conclusion, Way.SIGN, is_unresolved=is_unresolved, is_signed=False)

    assert found == stage


@pytest.mark.parametrize(
    ("decision", "conclusion", "stage"),
    [
        ("accept", Conclusion.LAWFUL_IF_AMENDED, "signing"),
        ("accept", Conclusion.UNLAWFUL, "returned"),
        ("require", Conclusion.LAWFUL_IF_AMENDED, "adopting"),
    ],
)
def test_a_leader_lets_the_answer_stand_or_has_it_given_anew(decision, conclusion, stage):
    assert course.after_decision(decision, conclusion, Way.SIGN, is_signed=False) == stage


@pytest.mark.parametrize(
    ("result", "stage", "after"),
    [
        ("go", "meeting", "ready"),
        ("no_go", "meeting", "ended"),
        ("go", "signing", ""),
        ("no_go", "signing", "ended"),
    ],
)
def test_a_joint_meeting_opens_the_way_or_ends_it(result, stage, after):
    assert course.after_meeting(result, stage) == after
