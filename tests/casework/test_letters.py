"""Which letters a matter's timeline calls for."""

from datetime import date

import pytest

from casework import process
from casework.letters import letters, letters_for
from people.roles import Role
from tests.factories.casework import moved
from tests.factories.disclosure import open_request
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db

MARCH_10 = date(2025, 3, 10)
MARCH_11 = date(2025, 3, 11)


@pytest.fixture
def matter():
    return open_request().matter


def called_for(matter):
    """Return the letters a matter calls for, each with the move and the party behind it."""
    return [(letter.label, entry.move, entry.fact.party) for letter, entry in letters_for(matter)]


def test_letters_stand_under_their_codes_and_belong_to_a_kind():
    assert {code: letter.code for code, letter in letters.items()} == {
        code: code for code, _ in letters.items()
    }
    assert [letter.code for letter in letters if not (letter.kind and letter.after)] == []


def test_receipt_calls_for_the_letter_that_confirms_it(matter):
    assert called_for(matter) == [("登记回执", "receive", "")]


def test_each_party_that_is_asked_gets_a_letter_of_its_own(matter):
    moved(matter, "consult", MARCH_10, party="甲", consulted="third_party")
    moved(matter, "consult", MARCH_11, party="乙", consulted="third_party")

    assert called_for(matter)[1:] == [
        ("征求第三方意见书", "consult", "甲"),
        ("征求第三方意见书", "consult", "乙"),
    ]


def test_of_several_entries_the_latest_calls_for_the_letter(matter):
    moved(matter, "draft", MARCH_10, result="1", content="第一稿")
    moved(matter, "send_back", MARCH_10, reasons="请补充理由")
    second = moved(matter, "draft", MARCH_11, result="1", content="第二稿")

    assert [entry for letter, entry in letters_for(matter) if letter.label == "答复书"] == [second]


def test_an_entry_that_was_corrected_calls_for_nothing(matter):
    mistake = moved(matter, "extend", MARCH_10, days=20)
    process.correct(mistake, by=user_with(Role.LEGAL_OFFICE), reason="误登")

    assert called_for(matter) == [("登记回执", "receive", "")]
