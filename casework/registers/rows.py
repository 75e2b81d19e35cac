"""Rows of a ledger or of a pasted block, read into the form of a register."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from casework.cells import CellError, name, plain
from casework.ledger import Column
from casework.models.register import RegisterRecord, Term
from casework.registers.declaration import Register
from casework.registers.forms import RegisterForm
from casework.roster import department_named
from people.models import Department, User

SEPARATORS = re.compile(r"[、，,;；/\s]+")
MOST_ROWS = 500
SERIAL = "序号"


@dataclass(frozen=True)
class PastedRow:
    """A row of a pasted block: its number, its cells, its form, and what is wrong with which."""

    number: int
    cells: tuple[str, ...]
    form: RegisterForm | None
    faults: Mapping[str, str] = field(default_factory=dict)

    def shown(self, columns: Sequence[Column]) -> list[tuple[str, str]]:
        """Return each cell with its fault, for the preview."""
        padded = (*self.cells, *[""] * len(columns))
        return [
            (cell, self.faults.get(column.key, ""))
            for cell, column in zip(padded, columns, strict=False)
        ]


@dataclass(frozen=True)
class Block:
    """A pasted block as read: the columns it fills, its rows, and every fault in a sentence."""

    columns: tuple[Column, ...]
    rows: tuple[PastedRow, ...]
    faults: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def read_block(register: Register, text: str, *, user: User, year: int | None) -> Block:
    """Return a pasted block read cell by cell; nothing is written.

    Where the first line holds the headings of the register the columns may stand in any order;
    otherwise they stand in the order of the register.
    """
    table = cells_of(text)
    try:
        columns, body, skipped = arranged(register, table)
    except CellError as error:
        return Block((), (), (str(error),))
    if len(body) > MOST_ROWS:
        return Block(columns, (), (f"一次最多粘贴{MOST_ROWS}行，这里有{len(body)}行。",))
    reader = RowReader(register.form, user=user, year=year)
    rows = tuple(
        read_row(register, reader, columns, number, cells)
        for number, cells in enumerate(body, start=skipped + 1)
    )
    headings = {column.key: column.heading for column in register.columns}
    faults = [
        f"第{row.number}行“{headings.get(key, '整行')}”：{words}"
        for row in rows
        for key, words in row.faults.items()
    ]
    doubts = [
        f"第{row.number}行：{words}"
        for row in rows
        if row.form
        for words in row.form.doubts.values()
    ]
    return Block(columns, rows, tuple(faults), tuple(doubts))


def cells_of(text: str) -> list[tuple[str, ...]]:
    """Return the cells of a block as spreadsheets copy them: tabs between, quotes around breaks."""
    reader = csv.reader(io.StringIO(text.strip("\n")), delimiter="\t")
    rows = [tuple(cell.strip() for cell in row) for row in reader]
    return [row for row in rows if any(row)]


def arranged(
    register: Register, table: list[tuple[str, ...]]
) -> tuple[tuple[Column, ...], list[tuple[str, ...]], int]:
    """Return the columns of a block, its rows, and how many lines of headings stand above them."""
    if not table:
        raise CellError("没有读到任何内容。")
    by_heading = {
        plain(heading): column for column in register.columns for heading in column.headings
    }
    first = [plain(cell) for cell in table[0]]
    known = [heading in by_heading or heading == SERIAL for heading in first]
    if sum(known) < 2:
        return register.columns, table, 0
    unknown = [heading for heading, is_known in zip(first, known, strict=True) if not is_known]
    if any(unknown):
        raise CellError(f"认不出表头“{'、'.join(filter(None, unknown))}”。")
    places = [(i, by_heading[h]) for i, h in enumerate(first) if h in by_heading]
    body = [tuple(row[i] if i < len(row) else "" for i, _ in places) for row in table[1:]]
    return tuple(column for _, column in places), body, 1


def read_row(
    register: Register,
    reader: RowReader,
    columns: Sequence[Column],
    number: int,
    cells: Sequence[str],
) -> PastedRow:
    """Return one row of a block read into a form."""
    row: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        try:
            row[column.key] = column.parse(cell)
        except CellError as error:
            faults[column.key] = f"读到“{plain(cell)[:50]}”，应为{error}"
    extra = [cell for cell in cells[len(columns) :] if cell]
    if extra:
        faults["__all__"] = f"多出的内容“{'、'.join(extra)[:50]}”没有对应的列。"
    form = reader.form(row | register.fill(row))
    faults = {
        key: words for key, words in reader.faults(form).items() if key not in faults
    } | faults
    return PastedRow(number, tuple(cells), None if faults else form, faults)


class RowReader:
    """Turns rows of cells into forms; what a choice offers is read from the database once.

    `opens` makes the department or word that a row names and nobody has entered yet.
    """

    def __init__(
        self,
        form_class: type[RegisterForm],
        *,
        user: User | None = None,
        year: int | None = None,
        opens: bool = False,
    ) -> None:
        self.form_class, self.user, self.year, self.opens = form_class, user, year, opens
        self.named: dict[str, dict[str, object]] = {}
        self.unknown: dict[str, str] = {}

    def form(self, row: Mapping[str, Any], instance: RegisterRecord | None = None) -> RegisterForm:
        """Return the bound form of a row; numbers beyond the usual are not asked about."""
        empty = self.form_class(user=self.user)
        self.unknown = {}
        data = {
            key: self.value(key, empty.fields[key], value)
            for key, value in row.items()
            if key in empty.fields
        }
        started = {key: field.initial for key, field in empty.fields.items()} | empty.initial
        if self.year:
            started["year"] = self.year
        for key, initial in started.items():
            if data.get(key) in (None, "") and initial is not None:
                data[key] = initial() if callable(initial) else initial
        form = self.form_class(data, instance=instance, user=self.user, year=self.year, asks=False)
        form.is_valid()
        return form

    def value(self, key: str, field: forms.Field, value: object) -> object:
        if isinstance(field, forms.ModelMultipleChoiceField):
            words = [word for word in SEPARATORS.split(plain(value)) if word]
            return [self.named_in(key, field.queryset, word) for word in words]
        if isinstance(field, forms.ModelChoiceField):
            word = name(value)
            return self.named_in(key, field.queryset, word) if word else ""
        return value.isoformat() if isinstance(value, date) else value

    def named_in(self, key: str, queryset: QuerySet, word: str) -> object:
        """Return the key of the record of this name; where there is none, say so or open it."""
        if key not in self.named:
            self.named[key] = {
                name(called): record.pk
                for record in queryset
                for called in (getattr(record, "short_name", ""), str(record))
                if called
            }
        known = self.named[key]
        if word not in known and self.opens:
            known[word] = opened(queryset.model, word).pk
        if word not in known:
            self.unknown[key] = f"没有“{word}”，请核对名称。"
        return known.get(word, "")

    def faults(self, form: RegisterForm) -> dict[str, str]:
        """Return what is wrong with a form, field to sentence."""
        return {key: "；".join(errors) for key, errors in form.errors.items()} | self.unknown


def opened(model: type[Model], word: str) -> Model:
    """Return a new department or word of a table."""
    if issubclass(model, Department):
        return department_named(word)
    if issubclass(model, Term):
        return model._default_manager.create(name=word)
    raise CellError(f"已有的名称，没有“{word}”")
