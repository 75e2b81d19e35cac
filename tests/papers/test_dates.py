"""How a paper writes days and numbers."""

from datetime import date

import pytest

from papers.dates import chinese_date, document_number


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2026, 11, 23), "2026年11月23日"), (date(2026, 1, 3), "2026年1月3日")],
    ids=["two digits", "no leading zeros"],
)
def test_chinese_date_is_written_in_arabic_numerals(day, written):
    assert chinese_date(day) == written


def test_document_number_has_the_year_in_hexagonal_brackets():
    assert document_number("南汇公开", 2026, 5) == "南汇公开〔2026〕5号"
