"""Figures of a span as data: value, wording, records, splits."""

from __future__ import annotations

from decimal import Decimal

from casework.metrics import Metric, Ratio, Span, in_words, metrics


def figure_of(figure: Metric | Ratio, span: Span) -> dict[str, object]:
    """Return one figure with its label, value, unit, wording, number of records and splits."""
    value = figure.value(span)
    found: dict[str, object] = {
        "label": figure.label,
        "value": plain(value),
        "unit": figure.unit,
        "published": in_words(figure, value),
        "definition": figure.definition,
        "records": figure.records(span).count(),
    }
    if figure.approximate and value is not None:
        found["approximate"] = in_words(figure, value)
    if isinstance(figure, Metric) and figure.splits:
        found["split"] = {
            by.label: {words: plain(cell) for words, cell in figure.split(span, by).items()}
            for by in figure.splits
        }
    return found


def plain(value: object) -> object:
    """Return a number as JSON has it: whole where it is whole, rates to four places."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else round(float(value), 4)
    return value


def all_figures(span: Span) -> dict[str, dict[str, object]]:
    """Return every declared figure of a span under its key."""
    return {key: figure_of(figure, span) for key, figure in sorted(metrics.items())}
