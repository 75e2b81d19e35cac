"""Figures: each has one definition, a queryset under it, and therefore its records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Aggregate, Count, QuerySet

from casework.registry import Registry

Figure = int | Decimal


@dataclass(frozen=True)
class Span:
    """A stretch of days, first and last included, over which a figure is taken."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("统计截止日期不能早于起始日期")

    @classmethod
    def year(cls, year: int) -> Span:
        """Return a whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def before(self) -> Span:
        """The same stretch one year earlier: 29 February becomes the 28th."""
        return Span(year_earlier(self.first), year_earlier(self.last))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}至{self.last}"


def year_earlier(day: date) -> date:
    """Return the corresponding day of the year before."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


@dataclass(frozen=True)
class Split:
    """A way to break a figure down: by the values of a field, in words.

    `words` turns a stored value into what the table prints; choices and rows of a table have them.
    """

    label: str
    field: str
    words: Callable[[object], str] = str


@dataclass(frozen=True)
class Metric:
    """A figure over a span, and the records it is made of.

    `definition` is the sentence printed under it (口径), `date_basis` the day that puts a record
    into a span, `measure` what is added up over the records: their number unless told otherwise.
    The queryset knows `visible_to(user)`, and `with_desk()`, which fetches what a row shows.
    """

    key: str
    label: str
    unit: str
    definition: str
    date_basis: str
    records: Callable[[Span], QuerySet]
    measure: Aggregate = field(default_factory=lambda: Count("pk", distinct=True))
    splits: tuple[Split, ...] = ()
    approximate: bool = False
    basis: str = ""

    def value(self, span: Span) -> Figure:
        """Return the figure over a span, 0 where there is no record."""
        return self.records(span).order_by().aggregate(figure=self.measure)["figure"] or 0

    def split(self, span: Span, by: Split) -> dict[str, Figure]:
        """Return the figure for every value of a field that occurs, in words."""
        rows = self.records(span).order_by().values(by.field).annotate(figure=self.measure)
        return {by.words(row[by.field]): row["figure"] for row in rows.order_by(by.field)}


@dataclass(frozen=True)
class Ratio:
    """A rate with two sides, both of which open to their records.

    Where nothing stands in the denominator there is no rate: neither 0 % nor 100 %.
    """

    key: str
    label: str
    part: Metric
    whole: Metric
    definition: str
    unit: str = "%"
    basis: str = ""
    splits: tuple[Split, ...] = ()
    approximate: bool = False

    def value(self, span: Span) -> Decimal | None:
        """Return the rate as a fraction of one, None where the denominator is nothing."""
        whole = Decimal(self.whole.value(span))
        return Decimal(self.part.value(span)) / whole if whole else None

    @property
    def date_basis(self) -> str:
        return self.whole.date_basis

    def records(self, span: Span) -> QuerySet:
        """Return the records of the denominator."""
        return self.whole.records(span)


metrics: Registry[Metric | Ratio] = Registry("metric")


def register(*figures: Metric | Ratio) -> None:
    """Make figures known under their keys; a key is never used again for something else."""
    for figure in figures:
        metrics.add(figure.key, figure)


def approximately(value: Figure, unit: str) -> str:
    """Return a number in the 余-form of reports: two leading digits, at least whole tens.

    63 is 60余, 1642 is 1600余; 60 stays 60, and 59 is never 60余. Below ten a number is exact.
    """
    whole = int(value)
    if whole < 10 or whole != value:
        return f"{value}{unit}"
    step = 10 ** max(len(str(whole)) - 2, 1)
    rounded = whole // step * step
    return f"{rounded}{'余' if rounded != whole else ''}{unit}"


def in_words(figure: Metric | Ratio, value: Figure | Decimal | None) -> str:
    """Return a figure as a report prints it: 28件, 60余次, 41.2%, 无."""
    if value is None:
        return "无"
    if isinstance(figure, Ratio):
        return f"{percent(Decimal(value))}%"
    return approximately(value, figure.unit) if figure.approximate else f"{value}{figure.unit}"


def percent(fraction: Decimal, places: int = 1) -> str:
    """Return a fraction of one in hundredths, rounded half up, without idle zeros."""
    step = Decimal(1).scaleb(-places)
    rounded = (fraction * 100).quantize(step, rounding=ROUND_HALF_UP)
    return f"{rounded.normalize():f}" if rounded == rounded.to_integral() else f"{rounded}"


def choice_words(choices: Mapping[str, str]) -> Callable[[object], str]:
    """Return a function from a stored code to its words."""
    return lambda code: choices.get(str(code), str(code or "未填"))
