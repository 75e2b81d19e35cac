"""The forms in which a report goes out: Word to edit, PDF to keep, HTML for the web site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from papers import docx, html, pdf
from papers.blocks import Paper


@dataclass(frozen=True)
class Format:
    """A form of a paper: its words, its media type, and how it is made."""

    label: str
    content_type: str
    render: Callable[[Paper], bytes]


FORMATS = {
    "docx": Format(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.render,
    ),
    "pdf": Format("PDF", "application/pdf", pdf.render),
    "html": Format("网页", "text/html", lambda paper: html.render(paper).encode()),
}
