"""A figure as a workbook: what it says and how it is counted, its splits, its records."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from casework.ledger import Ledger, ledgers
from casework.metrics import Metric, Ratio, Span, in_words
from people.models import User
from reports.export import SheetOut, workbook


def annex_of(figure: Metric | Ratio, span: Span, records: QuerySet, *, by: User) -> bytes:
    """Return a workbook of a figure; records are those the person may see, masked as in ledgers."""
    return workbook(
        [
            SheetOut("说明", (("项目", 18), ("内容", 60)), explanation(figure, span, records, by)),
            *[
                SheetOut(f"按{split.label}", ((split.label, 40), (figure.unit, 12)), rows.items())
                for split in figure.splits
                for rows in (figure.split(span, split),)
            ],
            records_sheet(records),
        ]
    )


def explanation(
    figure: Metric | Ratio, span: Span, records: QuerySet, by: User
) -> list[tuple[str, object]]:
    return [
        ("指标", figure.label),
        ("数值", in_words(figure, figure.value(span))),
        ("统计期", str(span)),
        ("口径", figure.definition),
        ("日期口径", figure.date_basis),
        ("依据", figure.basis or "—"),
        ("明细行数", records.count()),
        ("导出人", str(by)),
        ("导出时间", f"{timezone.localtime():%Y-%m-%d %H:%M}"),
    ]


def records_sheet(records: QuerySet) -> SheetOut:
    """Return the records in the columns of their ledger, or by name where they have none."""
    ledger = ledger_of(records.model)
    if ledger is None:
        return SheetOut("明细", (("记录", 60),), ((str(record),) for record in records))
    columns = [(column.heading, column.width) for column in ledger.columns]
    return SheetOut("明细", columns, ledger.rows(ledger.complete(records)))


def template_of(ledger: Ledger) -> bytes:
    """Return an empty ledger to be filled in: headings, an example, what each column wants."""
    columns = [(column.heading, column.width) for column in ledger.columns]
    wishes = [
        (
            column.heading,
            "必填" if column.required else "",
            "、".join(column.synonyms),
            column.example,
        )
        for column in ledger.columns
    ]
    return workbook(
        [
            SheetOut(ledger.label, columns, ()),
            SheetOut("填写说明", (("列", 20), ("要求", 10), ("也认作", 30), ("示例", 30)), wishes),
        ]
    )


def table_of(ledger: Ledger, records: QuerySet) -> bytes:
    """Return a register as its ledger, personal data masked."""
    columns = [(column.heading, column.width) for column in ledger.columns]
    return workbook([SheetOut(ledger.label, columns, ledger.rows(ledger.complete(records)))])


def ledger_of(model) -> Ledger | None:
    return next((ledger for ledger in ledgers if ledger.model is model), None)
