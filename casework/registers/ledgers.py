"""A register as a ledger: what is imported goes through its form, what is exported comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from casework import ledger
from casework.ledger import Column, Ledger, Row
from casework.models.register import RegisterRecord, in_words
from casework.registers.declaration import Register, registers
from casework.registers.forms import RegisterForm
from casework.registers.rows import SERIAL, RowReader
from casework.registers.writing import enter
from casework.roster import home_department
from people.models import User


def register(*new: Register) -> None:
    """Make registers known under their codes, each with its ledger."""
    for one in new:
        registers.add(one.code, one)
        ledger.register(ledger_of(one))


def ledger_of(register: Register) -> Ledger:
    """Return a register as a ledger: the same columns in and out, written through its form."""

    def create(row: Row, by: User) -> RegisterRecord:
        return enter(checked(register, row), by=by, is_checked=True)

    def update(record: RegisterRecord, row: Row, by: User) -> None:
        form = checked(register, row, instance=record)
        record.version += 1
        form.save()

    def rows(records: Iterable[RegisterRecord]) -> Iterable[Sequence[object]]:
        for serial, record in enumerate(records, start=1):
            yield (serial, *(in_words(record, column.key) for column in register.columns))

    def complete(records: QuerySet) -> QuerySet:
        fields = {field.name: field for field in register.model._meta.get_fields()}
        related = [fields[c.key] for c in register.columns if c.key in fields]
        one = [field.name for field in related if field.many_to_one]
        many = [field.name for field in related if field.many_to_many]
        return records.valid().select_related(*one).prefetch_related(*many).order_by("pk")

    return Ledger(
        code=register.code,
        label=f"{register.label}台账",
        columns=(Column("serial", SERIAL, width=6), *register.columns),
        identity=register.identity,
        create=create,
        update=update,
        complete=complete,
        rows=rows,
        model=register.model,
    )


def checked(register: Register, row: Row, instance: RegisterRecord | None = None) -> RegisterForm:
    """Return the form of a ledger's row; ValidationError says what is wrong with it."""
    reader = RowReader(register.form, opens=True)
    filled = {**row, **register.fill(row)}
    if not filled.get("department"):
        filled["department"] = home_department().name
    form = reader.form(filled, instance)
    faults = reader.faults(form)
    if faults:
        raise ValidationError(
            [
                f"“{form.fields[key].label}”{words}" if key in form.fields else words
                for key, words in faults.items()
            ]
        )
    return form
