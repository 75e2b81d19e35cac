"""Which papers cannot be written down."""

import pytest

from papers.blocks import FactTable, Heading, Paper, Paragraph, Table, Title


@pytest.mark.parametrize("level", [0, 4])
def test_heading_of_an_unknown_level_is_refused(level):
    with pytest.raises(ValueError, match=f"没有第 {level} 级"):
        Heading("一、总体情况", level)


@pytest.mark.parametrize(
    ("columns", "rows", "widths", "message"),
    [
        ([], [], None, "至少要有一列"),
        (["序号", "名称"], [["1", "合同", "多出的"]], None, "每一行都应当有 2 格"),
        (["序号", "名称"], [["1"]], None, "每一行都应当有 2 格"),
        (["序号", "名称"], [], [156], "列宽应当有 2 个"),
    ],
    ids=["no column", "a cell too many", "a cell missing", "a width missing"],
)
def test_table_that_would_lose_text_is_refused(columns, rows, widths, message):
    with pytest.raises(ValueError, match=message):
        Table(columns, rows, widths)


@pytest.mark.parametrize("columns", [0, 3])
def test_form_wider_than_two_pairs_is_refused(columns):
    with pytest.raises(ValueError, match="每行一项或者两项"):
        FactTable([("申请人", "张某")], columns)


@pytest.mark.parametrize(
    ("blocks", "title"),
    [([Paragraph("正文。"), Title("报告"), Title("附录")], "报告"), ([], "")],
    ids=["the first", "none"],
)
def test_paper_is_called_by_its_first_title(blocks, title):
    assert Paper(blocks).title == title
