"""Files of real offices are read; hostile ones are refused in bounded time and memory."""

import io
import zipfile

import openpyxl
import pytest

from reports.sheets import MOST_ROWS, FileRefusedError, Sheet, read


def workbook(*rows):
    """Return an .xlsx of one sheet with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content, **parts):
    """Return a container with further parts."""
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def test_a_workbook_is_read_without_its_empty_rows_and_with_its_row_numbers():
    content = workbook(["编号", "日期"], [None, None], ["1", "2022.3.5"])

    assert read("台账.xlsx", content) == [
        Sheet("Sheet", ((1, ("编号", "日期")), (3, ("1", "2022.3.5"))))
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_comma_separated_text_is_read_in_every_usual_encoding(encoding):
    content = "编号,日期\n\n1,2022-03-05\n".encode(encoding)

    assert read("台账.csv", content) == [
        Sheet("台账", ((1, ("编号", "日期")), (3, ("1", "2022-03-05"))))
    ]


REFUSED = {
    "a letter": ("信.docx.txt", b"hello", "只能导入"),
    "text of no encoding": ("a.csv", b"\xff\xfe\x00\x01", "不是 UTF-8 或 GB18030"),
    "a broken container": ("a.xlsx", b"PK\x03\x04broken", "文件已损坏"),
    "a broken old workbook": (
        "a.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        "无法读取",
    ),
    "macros": ("a.xlsx", repacked(workbook(["a"]), xl__vbaProject="x"), "含有宏"),
    "links to other files": (
        "a.xlsx",
        repacked(workbook(["a"]), xl__externalLinks__externalLink1="x"),
        "外部链接",
    ),
    "a zip bomb": ("a.xlsx", repacked(workbook(["a"]), xl__media__x=b"0" * 50_000_000), "过大"),
}


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_no_ledger_is_refused_with_a_sentence(name, content, sentence):
    with pytest.raises(FileRefusedError, match=sentence):
        read(name, content)


def test_far_too_many_rows_are_refused():
    content = ("编号\n" + "1\n" * (MOST_ROWS + 1)).encode()

    with pytest.raises(FileRefusedError, match="超过"):
        read("a.csv", content)


def test_a_formula_is_read_as_the_value_it_last_had_and_never_worked_out():
    assert read("a.xlsx", workbook(["编号"], ["=1+1"])) == [Sheet("Sheet", ((1, ("编号",)),))]
