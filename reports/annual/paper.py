"""A report as an official paper: headings, paragraphs, the office's signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from papers.blocks import Block, Heading, Paper, Paragraph, Signature, Title
from reports.annual.draft import Draft
from reports.annual.process import Said
from reports.models import AnnualReport

SaidSection = tuple[str, int, list[str]]


def paper_of(title: str, sections: Iterable[SaidSection], *, office: str, on: date) -> Paper:
    """Return a report as a paper of blocks; an empty part stands with its heading alone."""
    return Paper((Title(title), *blocks_of(sections), Signature(office, on)))


def blocks_of(sections: Iterable[SaidSection]) -> Iterator[Block]:
    for heading, level, paragraphs in sections:
        if heading:
            yield Heading(heading, level)
        for paragraph in paragraphs:
            yield from (Paragraph(line) for line in paragraph.splitlines())


def said_in_draft(draft: Draft) -> list[SaidSection]:
    """Return the sections of a draft that nobody keeps, with their chips read."""
    return [
        (section.heading, section.level, [draft.said(text) for text in section.paragraphs])
        for section in draft.sections
    ]


def said_in_report(report: AnnualReport) -> list[SaidSection]:
    """Return the sections of a report: as frozen, or as the records have them today."""
    if not report.is_open:
        return [(s["heading"], s["level"], s["paragraphs"]) for s in report.frozen_text]
    said = Said(report)
    return [
        (section.heading, section.level, [said.paragraph(text) for text in section.paragraphs])
        for section in report.sections.all()
    ]
