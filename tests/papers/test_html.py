"""What stands in the page for the web site, read back by a parser of HTML."""

from datetime import date

import pytest
from lxml import html

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
from papers.html import render

HOSTILE = 'A&B <script>alert("D")</script> {{ x }} \x00\x1b\ud800\ufffe]]> &amp; </style></title>'
HARMLESS = 'A&B <script>alert("D")</script> {{ x }} ]]> &amp; </style></title>'


def page_of(*blocks, **options):
    return html.document_fromstring(render(Paper(blocks, **options)))


def body_of(*blocks, **options):
    """Return tag and text of everything that stands directly in the body."""
    body = page_of(*blocks, **options).body
    return [(element.tag, " ".join(element.text_content().split())) for element in body]


def test_letter_is_written_block_by_block():
    assert body_of(
        Title("政府信息公开答复书"),
        DocumentNumber("南汇公开〔2026〕5号"),
        Addressee("张某："),
        Paragraph("本机关收到您的申请。\n　　现答复如下："),
        Signature("南汇街道办事处", date(2026, 11, 23)),
    ) == [
        ("h1", "政府信息公开答复书"),
        ("p", "南汇公开〔2026〕5号"),
        ("p", "张某："),
        ("p", "本机关收到您的申请。"),
        ("p", "现答复如下："),
        ("div", "南汇街道办事处 2026年11月23日"),
    ]


def test_page_says_its_language_title_and_coding():
    text = render(Paper([Title("南汇街道办事处\n年度报告")]))
    page = html.document_fromstring(text)

    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert page.findtext(".//title") == "南汇街道办事处年度报告"
    assert page.find(".//meta").get("charset") == "utf-8"


def test_page_needs_no_other_file():
    text = render(Paper([Title("年度报告")]))

    assert not [word for word in ("src=", "href=", "url(", "@import", "<script") if word in text]


def test_stylesheet_reaches_the_page_as_it_is():
    style = page_of(Title("年度报告")).findtext(".//style")

    assert "@page { size: A4; margin: 37mm 26mm 35mm 28mm; }" in style
    assert '@bottom-right { content: "— " counter(page) " —"; }' in style


def test_pages_need_not_be_numbered():
    page = page_of(Title("年度报告"), footer_page_numbers=False)

    assert "counter(page)" not in page.findtext(".//style")


def test_headings_follow_the_title_by_one_level():
    assert body_of(
        Title("报告"), Heading("一、总体"), Heading("（一）受理", 2), Heading("1.当面", 3)
    ) == [("h1", "报告"), ("h2", "一、总体"), ("h3", "（一）受理"), ("h4", "1.当面")]


def test_title_keeps_its_lines():
    title = page_of(Title("南汇街道办事处\n年度报告")).find(".//h1")

    assert (title.text, [(part.tag, part.tail) for part in title]) == (
        "南汇街道办事处",
        [("br", "年度报告")],
    )


def test_paragraph_may_be_flush_and_bold():
    paragraph = page_of(Paragraph("特此告知。", indent=False, bold=True)).body[0]

    assert (paragraph.get("class"), paragraph.findtext("strong")) == ("flush", "特此告知。")


def test_table_names_its_columns_for_readers_who_do_not_see_it():
    table = page_of(Table(["序号", "名称"], [["1", "合同"]])).find(".//table")

    assert [(head.get("scope"), head.text) for head in table.findall("thead/tr/th")] == [
        ("col", "序号"),
        ("col", "名称"),
    ]
    assert [(cell.get("class"), cell.text) for cell in table.findall("tbody/tr/td")] == [
        ("figure", "1"),
        (None, "合同"),
    ]


@pytest.mark.parametrize(
    ("widths", "shares"),
    [([39, 117], ["width: 25.00%", "width: 75.00%"]), (None, [])],
    ids=["given", "even"],
)
def test_widths_of_a_table_are_shares_of_the_page(widths, shares):
    table = page_of(Table(["序号", "名称"], [], widths)).find(".//table")

    assert [column.get("style") for column in table.findall("colgroup/col")] == shares


def test_form_names_each_value_by_its_label():
    pairs = [("申请人", "张某"), ("收到日期", "2026-11-02"), ("所需信息", "补偿方案")]

    table = page_of(FactTable(pairs)).find(".//table")

    assert [
        [(cell.tag, cell.get("scope"), cell.get("colspan"), cell.text) for cell in row]
        for row in table.findall("tbody/tr")
    ] == [
        [
            ("th", "row", None, "申请人"),
            ("td", None, None, "张某"),
            ("th", "row", None, "收到日期"),
            ("td", None, None, "2026-11-02"),
        ],
        [("th", "row", None, "所需信息"), ("td", None, "3", "补偿方案")],
    ]


def test_attachments_are_a_numbered_list():
    part = page_of(Attachments(["补偿方案", "汇总表"])).body[0]

    assert part.findtext("p") == "附件："
    assert [name.text for name in part.findall("ol/li")] == ["补偿方案", "汇总表"]


@pytest.mark.parametrize(
    ("names", "text"), [(["目录"], "附件：目录"), ([], "")], ids=["one", "none"]
)
def test_fewer_attachments_than_two_have_no_number(names, text):
    part = page_of(Paragraph(""), Attachments(names)).body

    assert part.text_content().strip() == text
    assert part.find(".//ol") is None


def test_date_of_the_signature_can_be_read_by_machines():
    day = page_of(Signature("南汇街道办事处", date(2026, 11, 3))).find(".//time")

    assert (day.text, day.get("datetime")) == ("2026年11月3日", "2026-11-03")


def test_print_mark_stands_before_the_title():
    assert body_of(Title("报告"), print_mark="张某打印") == [("p", "张某打印"), ("h1", "报告")]


def test_hostile_text_is_legible_wherever_it_stands():
    page = page_of(
        Title(HOSTILE),
        DocumentNumber(HOSTILE),
        Addressee(HOSTILE),
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Table([HOSTILE], [[HOSTILE]]),
        FactTable([(HOSTILE, HOSTILE)], columns=1),
        Attachments([HOSTILE, HOSTILE]),
        Signature(HOSTILE, date(2026, 11, 23)),
        print_mark=HOSTILE,
    )

    assert page.body.text_content().count(HARMLESS) == 13
    assert page.findtext(".//title") == HARMLESS
    assert page.findall(".//script") == []


def test_something_that_is_no_block_is_refused():
    with pytest.raises(TypeError, match="str is not a block"):
        render(Paper(["正文。"]))
