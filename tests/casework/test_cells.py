"""Cells as offices really fill them in."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from casework import cells

MARCH_5 = date(2022, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2022, 3, 5),  # noqa: DTZ001 - as a workbook gives it
        MARCH_5,
        "2022-03-05",
        "2022.3.5",
        "2022/3/5",
        "2022年3月5日",
        "20220305",
        20220305,
        "２０２２．３．５",
        " 2022-3-5 ",
        "2022-03-05 00:00:00",
        44625,
        44625.0,
        "44625",
    ],
    ids=str,
)
def test_a_date_is_read_in_every_spelling(cell):
    assert cells.day(cell) == MARCH_5


@pytest.mark.parametrize("cell", [None, "", " ", "/", "—", "无"], ids=repr)
def test_an_empty_date_is_none(cell):
    assert cells.day(cell) is None


@pytest.mark.parametrize("cell", ["昨天", "2022-13-01", "2022-02-30", "3月5日", 7, "1022-03-05"])
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(cells.CellError):
        cells.day(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [(1642, 1642), (1642.0, 1642), ("1,642", 1642), ("１６４２人次", 1642), ("", None), (0, 0)],
)
def test_a_whole_number_is_read(cell, number):
    assert cells.whole(cell) == number


@pytest.mark.parametrize("cell", ["-1", "1.5", "许多", "12345678901"])
def test_what_is_no_whole_number_is_refused(cell):
    with pytest.raises(cells.CellError):
        cells.whole(cell)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (16.17, Decimal("16.17")),
        ("12.5万", Decimal("125000.0")),
        ("￥1,200.50元", Decimal("1200.50")),
        (None, None),
    ],
)
def test_an_amount_is_read(cell, found):
    assert cells.amount(cell) == found


@pytest.mark.parametrize("cell", ["-3", "NaN", "Infinity", "一百"])
def test_what_is_no_amount_is_refused(cell):
    with pytest.raises(cells.CellError):
        cells.amount(cell)


def test_yes_and_no_are_read_as_they_are_written():
    assert [cells.yes(c) for c in ("是", "√", 1, "有", "否", "×", 0, None)] == [True] * 4 + [
        False
    ] * 4
    with pytest.raises(cells.CellError, match="“是”或“否”"):
        cells.yes("也许")


def test_a_name_loses_the_spaces_typed_to_align_it():
    assert cells.name(" 张　某 ") == "张某"


def test_a_text_loses_what_nobody_can_see():
    assert cells.text(" 甲\u200b乙\x07 ") == "甲乙"
    assert cells.text(7.0) == "7"


def test_a_word_is_read_as_its_code():
    read = cells.one_of({"自然人": "person", "商业企业": "business"})

    assert [read("自 然人"), read(None)] == ["person", ""]
    with pytest.raises(cells.CellError, match="自然人、商业企业"):
        read("其它")
