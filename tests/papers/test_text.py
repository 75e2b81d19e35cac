"""What of a user's text reaches a paper."""

import pytest

from papers.text import clean, lines, width


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('A&B <C> "D"', 'A&B <C> "D"'),
        ("{{ user }} {% if x %} &amp; ]]>", "{{ user }} {% if x %} &amp; ]]>"),
        ("镕堃喆𠮷😀〔2026〕", "镕堃喆𠮷😀〔2026〕"),
        ("甲\x00乙\x08丙\x0b丁\x0c戊\x1b己", "甲乙丙丁戊己"),
        ("甲\ud800乙\udfff丙\ufffe丁\uffff戊", "甲乙丙丁戊"),
        ("甲\t乙\r\n丙\r丁\n戊", "甲\t乙\n丙\n丁\n戊"),
    ],
    ids=[
        "markup",
        "template language",
        "rare characters",
        "controls",
        "no characters",
        "line ends",
    ],
)
def test_clean_takes_away_only_what_a_file_cannot_hold(typed, kept):
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", [""]), ("一行", ["一行"]), ("上\r\n下", ["上", "下"]), ("上\n\n下", ["上", "", "下"])],
    ids=["empty", "one", "two", "with an empty one between"],
)
def test_lines_are_divided_at_line_ends_only(text, expected):
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "characters"),
    [("南汇街道办事处", 7), ("2026年11月23日", 7), ("A座", 1.5), ("“附件”：", 5)],
    ids=["Chinese", "date", "Latin", "punctuation of both scripts"],
)
def test_width_counts_a_digit_or_letter_as_half_a_character(text, characters):
    assert width(text) == characters
