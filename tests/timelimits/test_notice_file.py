"""A year's notice of days off, read from CSV."""

from datetime import date

import pytest

from timelimits.notice_file import Line, LineError, Notice, read_notice
from timelimits.workdays import Day

NUMBER = "国办发明电〔2026〕9号"


def read(*lines: str) -> Notice:
    return read_notice("\n".join(lines).encode())


def errors_of(*lines: str) -> list[str]:
    return [str(error) for error in read(*lines).errors]


def test_a_notice_is_read_line_by_line():
    notice = read(
        "日期,休/班,名称,文号",
        f"2027-01-01,休,元旦,{NUMBER}",
        f"2027-01-03,班,元旦,{NUMBER}",
        f"2027-02-20,班,,{NUMBER}",
    )

    assert notice == Notice(
        lines=(
            Line(2, date(2027, 1, 1), Day(False, "元旦", NUMBER)),
            Line(3, date(2027, 1, 3), Day(True, "元旦调休上班", NUMBER)),
            Line(4, date(2027, 2, 20), Day(True, "调休上班", NUMBER)),
        ),
        errors=(),
    )


@pytest.mark.parametrize(
    "written",
    [
        "2027-01-01",
        "2027-1-1",
        "2027/1/1",
        "2027.1.1",
        "2027年1月1日",
        "20270101",
        "２０２７-１-１",
    ],
)
def test_a_date_may_be_written_in_several_ways(written):
    assert read(f"{written},休,元旦").lines[0].on == date(2027, 1, 1)


@pytest.mark.parametrize(
    "content",
    [
        "2027-01-01,休,元旦".encode(),
        "2027-01-01,休,元旦".encode("utf-8-sig"),
        "2027-01-01,休,元旦".encode("gb18030"),
        "2027-01-01,休,元旦\r\n\r\n,,,\r\n".encode(),
        '"2027-01-01", 休 ,"元旦",,,'.encode(),
        "date,kind\n2027-01-01,放假,元旦".encode(),
    ],
    ids=["UTF-8", "with a mark", "GB18030", "blank lines", "quoted, empty columns", "header"],
)
def test_a_file_is_read_however_it_was_saved(content):
    notice = read_notice(content)

    assert notice.errors == ()
    assert [(line.on, line.day) for line in notice.lines] == [
        (date(2027, 1, 1), Day(False, "元旦", "2027年节假日安排"))
    ]


def test_the_year_of_a_notice_is_that_of_most_days():
    notice = read("2026-12-31,休,元旦", "2027-01-01,休,元旦", "2027-01-02,休,元旦")

    assert (notice.year, notice.errors) == (2027, ())


def test_the_year_of_a_notice_is_the_later_one_of_two_with_as_many_days():
    assert read("2026-12-31,休,元旦", "2027-01-01,休,元旦").year == 2027


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2027-02-30,休,春节", "“2027-02-30”不是日期，应如2027-01-01"),
        ("2027101,休,国庆节", "“2027101”不是日期，应如2027-01-01"),
        ("0027-01-01,休,元旦", "“0027-01-01”不是日期，应如2027-01-01"),
        ("春节1,休,春节", "“春节1”不是日期，应如2027-01-01"),
        ("2027-01-01,假,元旦", "“假”应为“休”或“班”"),
        ("2027-01-01", "“”应为“休”或“班”"),
        ("2027-01-01,休,元旦,文号,备注", "应为四列：日期、休或班、名称、文号"),
        (f"2027-01-01,休,{'长' * 51}", "名称超过50字"),
        (f"2027-01-01,休,元旦,{'长' * 201}", "文号超过200字"),
        ("2027-01-01,休,元\0旦", "名称含有不可见的字符"),
        ("2027-01-02,休,元旦", "2027-01-02与第1行重复"),
        ("2072-01-01,休,元旦", "2072-01-01不属于2027年的安排"),
        ("2026-11-30,休,元旦", "2026-11-30不属于2027年的安排"),
        ("2028-01-01,休,元旦", "2028-01-01不属于2027年的安排"),
    ],
    ids=[
        "no such day",
        "seven figures",
        "a year of another age",
        "words for a date",
        "neither off nor worked",
        "nothing but a date",
        "too many columns",
        "name too long",
        "number too long",
        "invisible character",
        "a day twice",
        "figures exchanged",
        "before the December before",
        "the year after",
    ],
)
def test_a_wrong_line_is_named_with_its_number(line, message):
    right = ["2027-01-02,休,元旦", "2027-01-03,休,元旦"]

    assert errors_of(*right, line) == [f"第3行：{message}"]


def test_every_wrong_line_is_named_in_order():
    errors = read(
        "2072-01-01,休,元旦", "昨天1,休,元旦", "2027-01-01,休,元旦", "2027-01-02,班,"
    ).errors

    assert errors == (
        LineError("2072-01-01不属于2027年的安排", 1),
        LineError("“昨天1”不是日期，应如2027-01-01", 2),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "文件里没有任何日期"),
        ("日期,休/班,名称,文号\n".encode(), "文件里没有任何日期"),
        ("2027-01-01,休".encode("utf-16"), "文件不是UTF-8或GB18030编码的文本"),
        (b"2027-01-01" * 10_001, "文件超过100kB，不像一年的节假日安排"),
        (b"\n" * 801, "文件超过800行，不像一年的节假日安排"),
    ],
    ids=["empty", "header only", "UTF-16", "too large", "too many lines"],
)
def test_a_file_that_is_no_notice_is_refused_as_a_whole(content, message):
    assert [str(error) for error in read_notice(content).errors] == [message]


def test_a_quotation_mark_left_open_spoils_its_own_line_only():
    notice = read('2027-01-01,"休,元旦', "2027-01-02,休,元旦")

    assert [str(error) for error in notice.errors] == ["第1行：“休,元旦”应为“休”或“班”"]
    assert [line.on for line in notice.lines] == [date(2027, 1, 2)]
