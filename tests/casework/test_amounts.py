"""Amounts of money as people type them."""

from decimal import Decimal

import pytest

from casework.amounts import in_yuan, yuan
from casework.forms import AmountField


@pytest.mark.parametrize(
    "typed",
    ["12.5万", "12.5 万元", "125000", "125,000.00元", "１２．５万", "¥125 000.00", "125 000.00 元"],
)
def test_every_spelling_of_an_amount_is_understood(typed):
    assert yuan(typed) == Decimal("125000.00")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-1", "金额不能是负数"),
        ("十二万", "请填写金额，如 125000 或 12.5万"),
        ("nan", "请填写金额，如 125000 或 12.5万"),
        ("1.005", "金额最多精确到分"),
        ("999999999999.99万", "金额过大，请检查是否把元当成了万元"),
    ],
    ids=["negative", "in Chinese numerals", "no number", "a tenth of a cent", "too much"],
)
def test_what_is_no_amount_gets_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        yuan(typed)


def test_an_amount_of_nothing_and_the_largest_are_taken():
    assert (yuan("0"), yuan("999999999999.99")) == (Decimal(0), Decimal("999999999999.99"))


def test_an_amount_is_shown_in_yuan_with_its_thousands_apart():
    assert [in_yuan(Decimal(125000)), in_yuan("0.5")] == ["125 000.00 元", "0.50 元"]


@pytest.mark.parametrize(
    ("initial", "typed", "changed"),
    [
        (Decimal("125000.00"), "12.5万", False),
        (Decimal("125000.00"), "12.6万", True),
        (None, "", False),
        (None, "x", True),
    ],
)
def test_an_amount_has_changed_only_when_it_is_another_one(initial, typed, changed):
    assert AmountField(required=False).has_changed(initial, typed) is changed
