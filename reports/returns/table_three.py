"""表三 收到和处理政府信息公开申请情况, in the form of 2021 and the trial form before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casework.metrics import Span, metrics
from disclosure.models import ApplicantKind
from disclosure.results import RESULTS, Family

COLUMNS = tuple(ApplicantKind.values)
HEADINGS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
FIRST_YEAR_OF_NEW_FORM = 2021
NEW_FORM = "国办公开办函〔2021〕30号"
TRIAL_FORM = "国办公开办函〔2019〕60号"

Cells = tuple[int, ...]


@dataclass(frozen=True)
class Line:
    """A row of the table: its words, how deep it stands, its six cells and their sum."""

    code: str
    label: str
    depth: int
    cells: Cells

    @property
    def total(self) -> int:
        return sum(self.cells)


@dataclass(frozen=True)
class Imbalance:
    """A column in which 一 + 二 is not 三（七）+ 四, with the four numbers."""

    column: str
    received: int
    carried_over: int
    handled: int
    carried_on: int

    def __str__(self) -> str:
        return (
            f"“{self.column}”列不平：新收{self.received}＋上年结转{self.carried_over}"
            f"≠办理结果{self.handled}＋结转下年{self.carried_on}"
        )


@dataclass(frozen=True)
class TableThree:
    """The whole table of a year."""

    year: int
    form: str
    lines: tuple[Line, ...]

    def line(self, code: str) -> Line:
        """Return the row of a code; KeyError where the form has none."""
        for line in self.lines:
            if line.code == code:
                return line
        raise KeyError(code)

    @property
    def imbalances(self) -> list[Imbalance]:
        """The columns that do not balance, the total among them; none when the table may go out."""
        four = [self.line(code) for code in ("new", "carried_over", "handled", "carried_on")]
        columns = [(HEADINGS[i], [line.cells[i] for line in four]) for i in range(len(COLUMNS))] + [
            (HEADINGS[-1], [line.total for line in four])
        ]
        return [
            Imbalance(heading, *numbers)
            for heading, numbers in columns
            if numbers[0] + numbers[1] != numbers[2] + numbers[3]
        ]


def table_three(span: Span) -> TableThree:
    """Return the table of the year in which a span begins, in the form of that year."""
    year = span.first.year
    is_new = year >= FIRST_YEAR_OF_NEW_FORM
    results = by_result(span)
    handled = result_lines(results, split_other=is_new)
    total = Line("handled", "（七）总计", 1, added(line.cells for line in handled))
    return TableThree(
        year,
        NEW_FORM if is_new else TRIAL_FORM,
        (
            Line("new", "一、本年新收政府信息公开申请数量", 0, cells_of("requests", span)),
            Line(
                "carried_over",
                "二、上年结转政府信息公开申请数量",
                0,
                cells_of("carried_over", span),
            ),
            *handled,
            total,
            Line("carried_on", "四、结转下年度继续办理", 0, cells_of("carried_on", span)),
        ),
    )


def cells_of(key: str, span: Span) -> Cells:
    """Return a figure of disclosure by kind of applicant."""
    figure = metrics[f"disclosure.{key}"]
    rows = figure.records(span).order_by().values_list("applicant_kind")
    return arranged(Counter(kind for (kind,) in rows))


def by_result(span: Span) -> Mapping[str, Cells]:
    """Return how many requests ended in a span, by result and kind of applicant."""
    figure = metrics["disclosure.closed"]
    pairs = Counter(
        figure.records(span).order_by().values_list("matter__outcome", "applicant_kind")
    )
    counted: dict[str, Counter[str]] = {}
    for (result, kind), number in pairs.items():
        counted.setdefault(result, Counter())[kind] += number
    return {result: arranged(counts) for result, counts in counted.items()}


def arranged(counts: Counter[str]) -> Cells:
    return tuple(counts[kind] for kind in COLUMNS)


def added(rows: Iterable[Cells]) -> Cells:
    """Return the sum of rows, column by column."""
    return tuple(map(sum, zip(*rows, strict=True)))


NOTHING: Cells = (0,) * len(COLUMNS)

LABELS = {
    Family.GRANTED: "三、本年度办理结果（一）予以公开",
    Family.PARTLY: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
}


def result_lines(results: Mapping[str, Cells], *, split_other: bool) -> list[Line]:
    """Return the rows of （一） to （六）; the trial form has one row for all of （六）."""
    lines = []
    for family in Family:
        members = [result for result in RESULTS if result.family is family]
        if family is Family.OTHER and not split_other:
            cells = added([NOTHING, *(results.get(result.code, NOTHING) for result in members)])
            lines.append(Line("6", str(family), 1, cells))
            continue
        for number, result in enumerate(members, start=1):
            alone = len(members) == 1
            label = LABELS[family] if alone else f"{family}{number}.{result.label}"
            lines.append(Line(result.code, label, 1, results.get(result.code, NOTHING)))
    return lines
