"""台账: the columns of a register declared once, for template, import and export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from casework.cells import Parse, text
from casework.registry import Registry
from people.models import User

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: its key in a row, its heading and other words for it, how a cell is read.

    `example` stands in the template workbook.
    """

    key: str
    heading: str
    parse: Parse = text
    required: bool = False
    synonyms: tuple[str, ...] = ()
    example: str = ""
    width: int = 14

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.heading, *self.synonyms)


@dataclass(frozen=True)
class Ledger:
    """A register as a table.

    `identity` are the columns by which a row is known again: an import of the same row changes
    nothing, one that differs updates its record. `create` and `update` write a row (`update` gets
    the record that `create` made); `complete` fetches all that `rows` shows of records, in order
    of the columns, for export. `first` ledgers are imported before others that refer to them.
    """

    code: str
    label: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    create: Callable[[Row, User], Model]
    update: Callable[[Model, Row, User], None]
    complete: Callable[[QuerySet], QuerySet]
    rows: Callable[[QuerySet], Iterable[Sequence[object]]]
    model: type[Model] = field(kw_only=True)
    first: bool = False

    def __post_init__(self) -> None:
        keys = {column.key for column in self.columns}
        if not set(self.identity) <= keys:
            raise ValueError(f"{self.code}: identity names columns that are not there")

    def identify(self, row: Row) -> str:
        """Return the text by which a row is known again."""
        return " ".join(str(row[key] or "") for key in self.identity)


ledgers: Registry[Ledger] = Registry("ledger")


def register(*new: Ledger) -> None:
    """Make ledgers known under their codes."""
    for ledger in new:
        ledgers.add(ledger.code, ledger)
