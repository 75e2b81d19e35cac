"""What of a user's text reaches a paper."""

import pytest

from papers.text import clean, drawable, lines, one_line, width


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


def test_text_to_be_drawn_loses_only_signs_without_a_shape():
    assert (
        drawable("甲\t乙\x85丙\x9f丁\ufeff戊\ufdd0己\U0001ffff庚\u3000𠮷😀")
        == "甲 乙丙丁戊己庚\u3000𠮷😀"
    )


def test_one_line_joins_lines_without_a_space():
    assert one_line("南汇街道办事处\r\n年度报告\x00") == "南汇街道办事处年度报告"
