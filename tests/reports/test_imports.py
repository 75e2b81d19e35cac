"""Ledgers in: recognised by headings, wrong cells named, all or nothing, rows known again."""

import pytest
from django.core.management import CommandError, call_command

from casework.models import ImportedRow, Matter
from people.accounts import importer
from reports import imports
from reports.sheets import Sheet
from tests.conftest import DATA

pytestmark = pytest.mark.django_db

HEADINGS = (
    "登记编号",
    "收到日期",
    "申请方式",
    "申请人类型",
    "申 请 人",
    "申请内容",
    "承办科室",
    "答复日期",
    "答复结果",
)
ROW = (
    "南汇依申〔2022〕1号",
    "2022.1.5",
    "信函",
    "自然人",
    "张 某",
    "审批文件",
    "征收办",
    "2022年1月18日",
    "予以公开",
)


def tables(*rows, headings=HEADINGS):
    sheet = Sheet("依申请公开", tuple(enumerate([headings, *rows], start=1)))
    return imports.tables_of([sheet])


def changed(**cells):
    """Return the row with some cells changed, by the position of their heading."""
    return tuple(
        cells.get(heading.replace(" ", ""), cell)
        for heading, cell in zip(HEADINGS, ROW, strict=True)
    )


def write(*rows):
    found = tables(*rows)
    imports.write(found, by=importer())
    return found[0]


def test_a_sheet_is_recognised_under_a_title_with_headings_in_any_order_and_by_synonyms():
    order = tuple(reversed(HEADINGS))
    sheet = Sheet(
        "x",
        ((1, ("南汇街道依申请公开台账",)), (2, order), (3, tuple(reversed(ROW))), (9, ("合计", 1))),
    )

    found = imports.tables_of([sheet])

    assert [(t.ledger.code, [line.number for line in t.lines], t.faults) for t in found] == [
        ("disclosure", [3], [])
    ]


def test_a_sheet_of_something_else_is_left_alone():
    assert imports.tables_of([Sheet("x", ((1, ("甲", "乙")), (2, (1, 2))))]) == []


def test_every_wrong_cell_is_named_with_place_reading_and_wish():
    found = tables(changed(收到日期="昨天", 申请方式="飞鸽"), changed(登记编号="2", 申请人=""))[0]

    assert [str(fault) for fault in found.faults] == [
        "工作表“依申请公开”第 2 行“收到申请日期”：读到“昨天”，应为日期，如 2022-03-05",
        "工作表“依申请公开”第 2 行“申请方式”：读到“飞鸽”，应为下列之一："
        "当面、信函、邮寄、网络、电子邮件、传真",
        "工作表“依申请公开”第 3 行“申请人”：读到“”，应为必填",
    ]


def test_a_file_with_one_wrong_cell_is_not_written_at_all():
    with pytest.raises(imports.ImportRefusedError):
        write(ROW, changed(登记编号="2", 收到日期="昨天"))

    assert Matter.objects.count() == 0


def test_a_row_that_cannot_be_written_takes_back_those_before_it():
    with pytest.raises(imports.ImportRefusedError, match="日期不能晚于今天"):
        write(ROW, changed(登记编号="2", 收到日期="2099-01-01"))

    assert (Matter.objects.count(), ImportedRow.objects.count()) == (0, 0)


def test_a_number_that_stands_twice_is_named():
    assert [fault.wanted for fault in tables(ROW, ROW)[0].faults] == ["与第 2 行重复"]


def test_the_same_file_again_changes_nothing_and_a_corrected_row_updates_its_record():
    fates = [
        write(ROW).fates[2],
        write(ROW).fates[2],
        write(changed(答复日期="2022-01-19")).fates[2],
    ]

    assert fates == [imports.Fate.NEW, imports.Fate.SAME, imports.Fate.CHANGED]
    assert str(Matter.objects.get().closed_on) == "2022-01-19"


def test_a_preview_tells_what_would_happen_and_writes_nothing():
    write(ROW)
    found = tables(changed(答复日期="2022-01-19"), changed(登记编号="2"))

    imports.preview(found, by=importer())

    assert found[0].fates == {2: imports.Fate.CHANGED, 3: imports.Fate.NEW}
    assert str(Matter.objects.get().closed_on) == "2022-01-18"


def test_the_ledger_of_2022_is_imported_by_command_and_again_without_effect(capsys):
    path = DATA / "nanhui-2022" / "disclosure_requests.xlsx"

    call_command("import_ledgers", path)
    call_command("import_ledgers", path)

    assert capsys.readouterr().out.splitlines() == [
        "disclosure_requests.xlsx：依申请公开台账（工作表“依申请公开台账”）：新增28，更新0，未变0",
        "disclosure_requests.xlsx：依申请公开台账（工作表“依申请公开台账”）：新增0，更新0，未变28",
    ]


def test_a_dry_run_writes_nothing():
    call_command("import_ledgers", DATA / "nanhui-2022" / "disclosure_requests.xlsx", "--dry-run")

    assert Matter.objects.count() == 0


def test_a_file_that_is_not_there_or_no_ledger_is_named(tmp_path, capsys):
    with pytest.raises(CommandError, match="找不到"):
        call_command("import_ledgers", tmp_path / "nothing.xlsx")
    (tmp_path / "x.csv").write_text("甲,乙\n1,2\n")
    with pytest.raises(CommandError, match="1 个文件没有导入"):
        call_command("import_ledgers", tmp_path)
    assert "没有认出任何台账" in capsys.readouterr().err
