"""What stands in a paper, read back from the file that a person would open."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from papers.blocks import (
    Addressee,
    Attachments,
    DocumentNumber,
    FactTable,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
)
from papers.docx import render

HOSTILE = 'A&B <C> "D" {{ x }} \x00\x1b\ud800\ufffe]]> &amp; </w:t>'
HARMLESS = 'A&B <C> "D" {{ x }} ]]> &amp; </w:t>'

LETTER = Paper(
    [
        Title("南汇街道办事处\n政府信息公开答复书"),
        DocumentNumber("南汇公开〔2026〕5号"),
        Addressee("张某："),
        Paragraph("本机关于2026年11月2日收到您的申请。\n现答复如下："),
        Attachments(["补偿方案", "汇总表"]),
        Signature("南汇街道办事处", date(2026, 11, 23)),
    ]
)


def document_of(*blocks, **options):
    return docx.Document(BytesIO(render(Paper(blocks, **options))))


def paragraphs_of(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def characters(length):
    return round(length.pt / 15.75, 2)


def test_letter_is_written_block_by_block_in_its_styles():
    document = docx.Document(BytesIO(render(LETTER)))

    assert paragraphs_of(document) == [
        ("Title", "南汇街道办事处\n政府信息公开答复书"),
        ("发文字号", "南汇公开〔2026〕5号"),
        ("Normal", ""),
        ("主送机关", "张某："),
        ("Normal Indent", "本机关于2026年11月2日收到您的申请。"),
        ("Normal Indent", "现答复如下："),
        ("附件说明", "附件：1.\t补偿方案"),
        ("附件说明", "2.\t汇总表"),
        ("发文机关署名", "南汇街道办事处"),
        ("成文日期", "2026年11月23日"),
    ]


def test_same_paper_gives_the_same_bytes():
    assert render(LETTER) == render(LETTER)


def test_file_names_the_title_and_neither_author_nor_time():
    document = docx.Document(BytesIO(render(LETTER)))

    properties = document.core_properties

    assert [(element.tag.rpartition("}")[2], element.text) for element in properties._element] == [
        ("title", "南汇街道办事处政府信息公开答复书"),
        ("language", "zh-CN"),
    ]


def test_zip_notes_no_time_of_day():
    with ZipFile(BytesIO(render(LETTER))) as parts:
        times = {part.date_time for part in parts.infolist()}

    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_title_longer_than_a_property_is_whole_on_the_page():
    document = document_of(Title("长" * 300))

    assert document.paragraphs[0].text == "长" * 300
    assert document.core_properties.title == "长" * 255


def test_headings_are_written_in_the_heading_styles():
    document = document_of(
        Heading("一、总体情况"), Heading("（一）受理", 2), Heading("1.当面提交", 3)
    )

    assert paragraphs_of(document) == [
        ("Heading 1", "一、总体情况"),
        ("Heading 2", "（一）受理"),
        ("Heading 3", "1.当面提交"),
    ]


def test_paragraph_may_be_flush_and_bold():
    paragraph = document_of(Paragraph("特此告知。", indent=False, bold=True)).paragraphs[0]

    assert (paragraph.style.name, [run.bold for run in paragraph.runs]) == ("Normal", [True])


def test_spaces_typed_to_indent_a_paragraph_give_way_to_the_style():
    document = document_of(Paragraph("　　第一段。\n    第二段。"))

    assert [paragraph.text for paragraph in document.paragraphs] == ["第一段。", "第二段。"]


def test_text_takes_the_chinese_font_for_signs_of_both_scripts():
    run = document_of(Paragraph("“附图”—附表")).paragraphs[0].runs[0]

    assert run.element.rPr.rFonts.attrib == {qn("w:hint"): "eastAsia"}


def test_one_attachment_has_no_number():
    document = document_of(Attachments(["补正申请表"]))

    assert paragraphs_of(document) == [("附件说明", "附件：补正申请表")]


def test_names_of_attachments_stand_under_each_other():
    document = document_of(Attachments(["补偿方案", "汇总表"]))

    forms = [paragraph.paragraph_format for paragraph in document.paragraphs]

    assert [
        (characters(form.left_indent), characters(form.first_line_indent)) for form in forms
    ] == [(6.5, -4.5), (6.5, -1.5)]


@pytest.mark.parametrize(
    ("organ", "left"),
    [
        ("南汇街道办事处", 13),
        ("区政府", 13),
        ("温州市鹿城区人民政府南汇街道办事处", 11),
        ("长" * 40, 0),
    ],
    ids=["as wide as the date", "shorter", "too long for four characters", "longer than a line"],
)
def test_organ_and_date_are_centred_in_one_column_at_the_right(organ, left):
    document = document_of(Signature(organ, date(2026, 11, 23)))

    assert [
        (characters(paragraph.paragraph_format.left_indent), paragraph.style.name)
        for paragraph in document.paragraphs
    ] == [(left, "发文机关署名"), (left, "成文日期")]


@pytest.mark.parametrize(
    "block", [Paragraph("特此答复。"), Attachments(["目录"])], ids=["after text", "after 附件"]
)
def test_signature_takes_text_with_it_to_the_next_page(block):
    document = document_of(block, Signature("南汇街道办事处", date(2026, 11, 23)))

    assert document.paragraphs[0].paragraph_format.keep_with_next is True


def test_table_repeats_its_head_and_keeps_its_rows_whole():
    table = document_of(Table(["序号", "名称"], [["1", "合同"], ["2", "意见"]])).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "名称"],
        ["1", "合同"],
        ["2", "意见"],
    ]
    assert [flags_of(row) for row in table.rows] == [
        {"cantSplit", "tblHeader"},
        {"cantSplit"},
        {"cantSplit"},
    ]


def test_table_head_need_not_repeat():
    table = document_of(Table(["序号"], [["1"]], header_repeats=False)).tables[0]

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is None


@pytest.mark.parametrize(
    ("widths", "expected"),
    [([20, 100, 36], [20, 100, 36]), (None, [52, 52, 52])],
    ids=["given", "even"],
)
def test_table_widths_are_fixed_in_the_grid_and_in_every_cell(widths, expected):
    table = document_of(Table(["甲", "乙", "丙"], [["1", "2", "3"]], widths)).tables[0]

    grid = [round(column.width.mm) for column in table.columns]
    cells = [[round(cell.width.mm) for cell in row.cells] for row in table.rows]

    assert (table.autofit, grid, cells) == (False, expected, [expected, expected])


def test_cells_are_text_or_figures_by_what_stands_in_them():
    row = ["1,024.50", "2026-11-23", "12.5%", "", "南汇审〔2026〕1号", "上\n下"]

    table = document_of(Table(["列"] * 6, [row])).tables[0]

    assert [
        [(paragraph.style.name, paragraph.text) for paragraph in cell.paragraphs]
        for cell in table.rows[1].cells
    ] == [
        [("表格数字", "1,024.50")],
        [("表格数字", "2026-11-23")],
        [("表格数字", "12.5%")],
        [("表格数字", "")],
        [("表格文字", "南汇审〔2026〕1号")],
        [("表格文字", "上"), ("表格文字", "下")],
    ]


def test_form_gives_a_last_pair_alone_the_whole_row():
    pairs = [("申请人", "张某"), ("收到日期", "2026-11-02"), ("所需信息", "补偿方案")]

    table = document_of(FactTable(pairs)).tables[0]

    assert [
        [(cell.xpath("string(.//w:t)"), round(cell.width.mm)) for cell in row._tr.tc_lst]
        for row in table.rows
    ] == [
        [("申请人", 30), ("张某", 48), ("收到日期", 30), ("2026-11-02", 48)],
        [("所需信息", 30), ("补偿方案", 126)],
    ]


def test_form_of_one_column_has_a_pair_to_a_row():
    table = document_of(FactTable([("意见", "同意。"), ("备注", "")], columns=1)).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["意见", "同意。"],
        ["备注", ""],
    ]


def test_tables_beside_each_other_stay_two():
    document = document_of(Table(["甲"], [["1"]]), FactTable([("乙", "2")]))

    assert [element.tag.rpartition("}")[2] for element in document.element.body] == [
        "tbl",
        "p",
        "tbl",
        "p",
        "sectPr",
    ]


def test_pages_are_numbered_right_and_left_in_turn():
    document = document_of(Paragraph("正文。"))
    section = document.sections[0]

    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]

    assert document.settings.odd_and_even_pages_header_footer is True
    assert [(text_of(line), line.alignment) for line in (odd, even)] == [
        ("— {PAGE} —", WD_ALIGN_PARAGRAPH.RIGHT),
        ("— {PAGE} —", WD_ALIGN_PARAGRAPH.LEFT),
    ]
    assert (odd.paragraph_format.right_indent.pt, even.paragraph_format.left_indent.pt) == (14, 14)


def test_paper_may_have_neither_page_numbers_nor_print_mark():
    section = document_of(Paragraph("正文。"), footer_page_numbers=False).sections[0]

    assert (section.footer.is_linked_to_previous, section.header.is_linked_to_previous) == (
        True,
        True,
    )


def test_print_mark_stands_on_odd_and_even_pages_with_the_number_of_pages():
    section = document_of(Paragraph("正文。"), print_mark="张某\x00打印").sections[0]

    headers = [section.header.paragraphs[0], section.even_page_header.paragraphs[0]]

    assert [text_of(line) for line in headers] == [
        "张某打印　第 {PAGE} / {NUMPAGES} 页",
        "张某打印　第 {PAGE} / {NUMPAGES} 页",
    ]


def test_hostile_text_is_legible_wherever_it_stands():
    document = document_of(
        Title(HOSTILE),
        DocumentNumber(HOSTILE),
        Addressee(HOSTILE),
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Table([HOSTILE], [[HOSTILE]]),
        FactTable([(HOSTILE, HOSTILE)], columns=1),
        Attachments([HOSTILE]),
        Signature(HOSTILE, date(2026, 11, 23)),
        print_mark=HOSTILE,
    )

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        *[HARMLESS] * 5,
        f"附件：{HARMLESS}",
        HARMLESS,
        "2026年11月23日",
    ]
    assert cells == [HARMLESS] * 4
    assert document.core_properties.title == HARMLESS


def test_something_that_is_no_block_is_refused():
    with pytest.raises(TypeError, match="str is not a block"):
        render(Paper(["正文。"]))


def text_of(paragraph):
    """Return the text of a line with its fields as {NAME}."""
    return "".join(
        f"{{{child.get(qn('w:instr'))}}}" if child.tag == qn("w:fldSimple") else child.text
        for child in paragraph._p.iterchildren(qn("w:r"), qn("w:fldSimple"))
    )


def flags_of(row):
    """Return what a row is told besides its height."""
    return {child.tag.rpartition("}")[2] for child in row._tr.trPr} - {"trHeight"}
