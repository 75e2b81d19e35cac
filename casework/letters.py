"""Official letters of the record apps: declared once, written from a matter, numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.models import Matter, TimelineEntry
from casework.registry import Registry
from papers.blocks import Paper


@dataclass(frozen=True)
class Letter:
    """A letter that a matter may need: after which moves, under which number, and its text.

    `write` gets the matter, the entry that called for the letter, and the letter's number. A number
    that the entry has already is the letter's; else the next of `series` is, by default that of all
    letters of the kind.
    """

    code: str
    label: str
    kind: str
    after: frozenset[str]
    number: str
    write: Callable[[Matter, TimelineEntry, str], Paper]
    series: str = ""

    @property
    def numbered_in(self) -> str:
        """The series its numbers come from."""
        return self.series or f"{self.kind}.letter"


letters: Registry[Letter] = Registry("letter")


def register(*new: Letter) -> None:
    """Make letters known under their codes."""
    for letter in new:
        letters.add(letter.code, letter)


def letters_for(matter: Matter) -> list[tuple[Letter, TimelineEntry]]:
    """Return the letters that a matter's timeline calls for, each with the entry that does.

    Of several entries the latest calls, but one for each party that was written to.
    """
    calling: dict[tuple[str, str], tuple[Letter, TimelineEntry]] = {}
    for entry in matter.timeline.standing():
        for letter in letters:
            if letter.kind == matter.kind and entry.move in letter.after:
                calling[letter.code, entry.fact.party] = (letter, entry)
    return list(calling.values())
