"""A register as it is declared: its words, its form, what its list shows, what it adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from casework.ledger import Column
from casework.models.register import DatedRecord, RegisterRecord
from casework.registers.forms import RegisterFilter, RegisterForm
from casework.registry import Registry
from portal.views import Tab


@dataclass(frozen=True)
class Shown:
    """A column of the list: its heading, the attribute it shows, the field it is ordered by."""

    heading: str
    attribute: str
    order: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class Register:
    """A register without a course.

    `one` and `many` are its words in addresses, `line` the fields of the line in which a record is
    entered, `sums` the fields added up under the list. `columns` are its columns as a ledger, keyed
    by the fields of its form; by them a row of a ledger, and a pasted one, is read. `identity` are
    those by which an imported row is known again; `fill` gives what a ledger leaves out.
    """

    app: str
    one: str
    many: str
    form: type[RegisterForm]
    line: tuple[str, ...]
    shown: tuple[Shown, ...]
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    filter: type[RegisterFilter] = RegisterFilter
    sums: tuple[str, ...] = ()
    tabs: tuple[Tab, ...] = ()
    section: str = "业务台账"
    explanation: str = ""
    fill: Callable[[Mapping[str, object]], dict[str, object]] = field(default=dict)

    @property
    def model(self) -> type[RegisterRecord]:
        return self.form._meta.model

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def is_dated(self) -> bool:
        return issubclass(self.model, DatedRecord)

    @property
    def code(self) -> str:
        return f"{self.app}-{self.many}"

    def url_name(self, page: str = "") -> str:
        """Return the name of the list's address, or of a page such as paste or confirm."""
        return f"{self.app}:{page}-{self.many}" if page else f"{self.app}:{self.many}"

    def url_name_of_one(self, page: str = "") -> str:
        """Return the name of a record's address, or of a page such as edit or void."""
        return f"{self.app}:{page}-{self.one}" if page else f"{self.app}:{self.one}"

    def address(self, page: str = "") -> str:
        return reverse(self.url_name(page))

    def address_of(self, record: RegisterRecord, page: str = "", *more: object) -> str:
        return reverse(self.url_name_of_one(page), args=[record.pk, *more])


registers: Registry[Register] = Registry("register")


def words_of(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the words of choices with their codes, as the cells of a ledger have them."""
    return {str(label): str(code) for code, label in choices}
