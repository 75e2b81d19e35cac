"""Declarations under unique keys."""

import pytest

from casework.registry import Registry


@pytest.fixture
def letters():
    registry = Registry("letter")
    registry.add("receipt", "回执")
    registry.add("reply", "答复书")
    return registry


def test_a_declaration_is_found_under_its_key(letters):
    assert (letters["receipt"], letters.get("reply")) == ("回执", "答复书")
    assert "receipt" in letters


def test_declarations_come_in_the_order_in_which_they_were_made(letters):
    assert list(letters) == ["回执", "答复书"]
    assert letters.items() == [("receipt", "回执"), ("reply", "答复书")]


def test_a_key_declared_twice_is_an_error(letters):
    with pytest.raises(ValueError, match="letter 'reply' is declared twice"):
        letters.add("reply", "另一份")

    assert letters["reply"] == "答复书"


def test_a_key_that_was_not_declared_is_missing(letters):
    assert letters.get("notice") is None
    assert "notice" not in letters
    with pytest.raises(KeyError):
        letters["notice"]
