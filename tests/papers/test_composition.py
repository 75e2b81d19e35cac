"""Where the blocks of a paper are put, whatever file they are written into."""

from datetime import date

import pytest

from papers.blocks import (
    Addressee,
    Attachments,
    DocumentNumber,
    FactTable,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.composition import Cell, Grid, Line, Row, compose, is_figure

SIGNATURE = Signature("街道", date(2026, 11, 23))


def test_empty_line_stands_once_between_head_and_text():
    parts = compose([Title("答复书"), DocumentNumber("〔2026〕5号"), Addressee("张某：")])

    assert [part.text for part in parts] == ["答复书", "〔2026〕5号", "", "张某："]


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        ([Paragraph("一。\n二。")], ["二。"]),
        ([Attachments(["甲", "乙"])], ["2.\t乙"]),
        ([Addressee("张某：")], []),
        ([Table(["甲"], [["1"]]), Attachments([])], [""]),
        ([Attachments([])], []),
    ],
    ids=["text", "attachments", "no text", "table and no attachment", "nothing"],
)
def test_only_the_last_line_of_a_text_goes_with_the_signature(blocks, kept):
    parts = compose([*blocks, SIGNATURE])

    lines = [part for part in parts if isinstance(part, Line)]

    assert [line.text for line in lines if line.keeps_next] == kept


def test_form_with_an_odd_number_of_pairs_ends_with_a_wide_cell():
    grid, _ = compose([FactTable([("甲", "1"), ("乙", "2"), ("丙", "3")])])

    assert grid == Grid(
        [30, 48, 30, 48],
        [
            Row(
                [
                    Cell("甲", "表格标题行"),
                    Cell("1", "表格文字"),
                    Cell("乙", "表格标题行"),
                    Cell("2", "表格文字"),
                ]
            ),
            Row([Cell("丙", "表格标题行"), Cell("3", "表格文字", span=3)]),
        ],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,024.5", True), ("2026-11-23", True), ("", True), ("3件", False), ("A1", False)],
)
def test_numbers_and_days_are_figures(text, expected):
    assert is_figure(text) is expected
