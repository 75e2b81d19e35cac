"""Two versions of a document compared as text: what was taken out and what was put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from casework.models import Document
from papers.reading import lines_of

CONTEXT = 2


@dataclass(frozen=True)
class Line:
    """A line of a comparison: same, gone, new, or a gap of lines that are the same."""

    sort: str
    text: str


def compare(old: Document, new: Document) -> list[Line]:
    """Return the lines in which two versions differ, with those around them."""
    with old.file.open("rb") as before, new.file.open("rb") as after:
        return list(differences(lines_of(old.name, before), lines_of(new.name, after)))


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Yield what was taken out and put in; nothing where two texts are the same."""
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT)
    for number, group in enumerate(groups):
        if number or group[0][1]:
            yield Line("gap", "……")
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                yield from (Line("same", text) for text in old[old_from:old_to])
                continue
            yield from (Line("gone", text) for text in old[old_from:old_to])
            yield from (Line("new", text) for text in new[new_from:new_to])


def versions(document: Document) -> list[Document]:
    """Return the versions of a document before it, the newest first."""
    found = []
    before = document.replaces
    while before:
        found.append(before)
        before = before.replaces
    return found
