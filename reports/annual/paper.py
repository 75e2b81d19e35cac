"""A report as an official paper: headings, paragraphs, the office's signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from papers.blocks import Block, Heading, Paper, Paragraph, Signature, Title
from reports.annual.draft import Draft


def paper_of(draft: Draft, *, on: date) -> Paper:
    """Return a draft as a paper of blocks; an empty part stands with its heading alone."""
    return Paper(
        (Title(draft.title), *blocks_of(draft), Signature(draft.office, on)),
    )


def blocks_of(draft: Draft) -> Iterator[Block]:
    for section in draft.sections:
        if section.heading:
            yield Heading(section.heading, section.level)
        for paragraph in section.paragraphs:
            for line in draft.said(paragraph).splitlines():
                yield Paragraph(line)
