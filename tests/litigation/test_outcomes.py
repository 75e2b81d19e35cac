"""The list of outcomes agrees with the law's own groups."""

from litigation.outcomes import LOSSES, OUTCOMES, UNDECIDED_ALONE, Column, Ending


def test_each_code_stands_once_and_names_its_article():
    codes = [outcome.code for outcome in OUTCOMES]

    assert len(codes) == len(set(codes))
    assert [outcome.code for outcome in OUTCOMES if "第" not in outcome.basis] == []


def test_every_judgment_but_the_dismissal_is_lost():
    judged = {o.code for o in OUTCOMES if o.ending is Ending.JUDGMENT}

    assert judged - LOSSES == {"J01"}


def test_corrected_in_reconsideration_are_articles_63_to_67_and_70_to_72():
    corrected = {o.code for o in OUTCOMES if o.ending is Ending.DECISION and o.is_loss}

    assert corrected == {"F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F11"}


def test_what_is_lost_is_corrected_in_table_four_and_the_other_way_round():
    assert {o.code for o in OUTCOMES if o.column is Column.CORRECTED} == LOSSES


def test_slight_faults_of_procedure_are_marked_and_count():
    assert [(o.code, o.is_loss) for o in OUTCOMES if o.is_slight] == [("J06", True)]


def test_whether_an_upheld_or_changed_judgment_is_lost_is_asked():
    assert {"A01", "A02", "B03", "B04"} == UNDECIDED_ALONE
