"""Ledgers in: recognised by their headings, read cell by cell, written all or nothing per file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from casework.cells import CellError, plain
from casework.ledger import Column, Ledger, Row, ledgers
from casework.models import ImportedRow
from casework.standing import IllegalMoveError
from people.models import User
from reports.sheets import Cells, Sheet

TITLE_ROWS = 6
TOTALS = ("合计", "总计", "小计", "共计")


class Fate(StrEnum):
    """What an import does with a row."""

    NEW = "新增"
    CHANGED = "更新"
    SAME = "未变"


@dataclass(frozen=True)
class CellFault:
    """A cell that cannot be read: where it stands, what was read, what is wanted."""

    sheet: str
    row: int
    column: str
    read: str
    wanted: str

    def __str__(self) -> str:
        where = f"工作表“{self.sheet}”第 {self.row} 行"
        if not self.column:
            return f"{where}：{self.wanted}"
        return f"{where}“{self.column}”：读到“{self.read}”，应为{self.wanted}"


@dataclass(frozen=True)
class Line:
    """A row of a ledger as read: where it stands and what it says."""

    number: int
    row: Row


@dataclass
class Table:
    """A sheet recognised as a ledger, its rows, and what is wrong with it."""

    sheet: str
    ledger: Ledger
    lines: list[Line] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    fates: dict[int, Fate] = field(default_factory=dict)

    def count(self, fate: Fate) -> int:
        return sum(found is fate for found in self.fates.values())


class ImportRefusedError(ValueError):
    """A file of which nothing was written, with everything that is wrong."""

    def __init__(self, faults: list[CellFault]) -> None:
        super().__init__("；".join(map(str, faults[:20])))
        self.faults = faults


def tables_of(sheets: Iterable[Sheet]) -> list[Table]:
    """Return the sheets that are ledgers, read."""
    return [table for table in map(table_of, sheets) if table]


def table_of(sheet: Sheet) -> Table | None:
    """Return a sheet as the ledger whose headings it bears, None when it bears none's."""
    for position, (_, cells) in enumerate(sheet.rows[:TITLE_ROWS]):
        headings = [plain(cell).replace(" ", "") for cell in cells]
        found = recognised(headings)
        if found:
            ledger, places = found
            table = Table(sheet.name, ledger)
            for number, row in sheet.rows[position + 1 :]:
                read_line(table, number, row, places)
            refuse_twice(table)
            return table
    return None


def recognised(headings: list[str]) -> tuple[Ledger, dict[str, int]] | None:
    """Return the ledger that most of these headings belong to, and where its columns stand."""
    best: tuple[Ledger, dict[str, int]] | None = None
    for ledger in ledgers:
        places = {
            c.key: place for c in ledger.columns if (place := place_of(c, headings)) is not None
        }
        complete = all(c.key in places for c in ledger.columns if c.required)
        if complete and len(places) >= 2 and (best is None or len(places) > len(best[1])):
            best = ledger, places
    return best


def place_of(column: Column, headings: list[str]) -> int | None:
    wanted = {plain(heading).replace(" ", "") for heading in column.headings}
    return next((i for i, heading in enumerate(headings) if heading in wanted), None)


def read_line(table: Table, number: int, cells: Cells, places: dict[str, int]) -> None:
    """Read one row into the table: as a line, or as its faults; a total line is left out."""
    if any(plain(cell).replace(" ", "") in TOTALS for cell in cells[:3]):
        return
    row, faults = {}, []
    for column in table.ledger.columns:
        place = places.get(column.key)
        cell = cells[place] if place is not None and place < len(cells) else None
        try:
            row[column.key] = read_cell(column, cell)
        except CellError as error:
            faults.append(
                CellFault(table.sheet, number, column.heading, plain(cell)[:50], str(error))
            )
    table.faults.extend(faults)
    if not faults:
        table.lines.append(Line(number, row))


def read_cell(column: Column, cell: object) -> object:
    """Return what a cell says; a required one must say something."""
    value = column.parse(cell)
    if column.required and value in (None, ""):
        raise CellError("必填")
    return value


def refuse_twice(table: Table) -> None:
    """Report rows that are the same by their identity: one would overwrite the other."""
    seen: dict[str, int] = {}
    for line in table.lines:
        identity = table.ledger.identify(line.row)
        if identity in seen:
            table.faults.append(
                CellFault(table.sheet, line.number, "", "", f"与第 {seen[identity]} 行重复")
            )
        seen[identity] = line.number


def in_order(tables: Iterable[Table]) -> list[Table]:
    """Return tables so that those come first to which others refer."""
    return sorted(tables, key=lambda table: not table.ledger.first)


def write(tables: list[Table], *, by: User) -> None:
    """Write what the tables say, all of it or, with an ImportRefusedError, nothing."""
    faults = [fault for table in tables for fault in table.faults]
    if faults:
        raise ImportRefusedError(faults)
    with transaction.atomic():
        for table in in_order(tables):
            for line in table.lines:
                table.fates[line.number] = write_line(table, line, by)


def preview(tables: list[Table], *, by: User) -> None:
    """Find out what writing would do with each row, and write nothing."""
    with transaction.atomic():
        write(tables, by=by)
        transaction.set_rollback(True)


def write_line(table: Table, line: Line, by: User) -> Fate:
    """Write one row: a new record, a corrected one, or nothing when it says the same."""
    ledger = table.ledger
    known = ImportedRow.objects.filter(
        ledger=ledger.code, identity=ledger.identify(line.row)[:400]
    ).first()
    mark = fingerprint(line.row)
    if known and known.fingerprint == mark:
        return Fate.SAME
    try:
        with transaction.atomic():
            if known:
                ledger.update(ledger.model._default_manager.get(pk=known.record_id), line.row, by)
                ImportedRow.objects.filter(pk=known.pk).update(fingerprint=mark)
                return Fate.CHANGED
            record = ledger.create(line.row, by)
            ImportedRow.objects.create(
                ledger=ledger.code,
                identity=ledger.identify(line.row)[:400],
                fingerprint=mark,
                record_id=str(record.pk),
            )
            return Fate.NEW
    except (ValidationError, IllegalMoveError, DatabaseError) as refusal:
        wanted = (
            "；".join(refusal.messages) if isinstance(refusal, ValidationError) else words(refusal)
        )
        raise ImportRefusedError([CellFault(table.sheet, line.number, "", "", wanted)]) from refusal


def words(refusal: Exception) -> str:
    if isinstance(refusal, DatabaseError):
        return "与已有记录冲突（编号可能已被使用），无法写入"
    return str(refusal)


def fingerprint(row: Row) -> str:
    """Return what tells whether a row says the same as before."""
    said = json.dumps(dict(row), default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def lines_of(tables: Iterable[Table]) -> Iterator[str]:
    """Yield what an import did, a line for each ledger."""
    for table in tables:
        counts = "，".join(f"{fate}{table.count(fate)}" for fate in Fate)
        yield f"{table.ledger.label}（工作表“{table.sheet}”）：{counts}"
