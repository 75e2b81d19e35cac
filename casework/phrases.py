"""Phrases: what records say in words, for the sentences of a report; declared like figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.metrics import Span
from casework.registry import Registry


@dataclass(frozen=True)
class Phrase:
    """A list in words, such as the topics studied; empty where there is no record."""

    key: str
    label: str
    words: Callable[[Span], str]


phrases: Registry[Phrase] = Registry("phrase")


def register(*new: Phrase) -> None:
    """Make phrases known under their keys."""
    for phrase in new:
        phrases.add(phrase.key, phrase)


def listed(names: list[str], *, most: int = 8) -> str:
    """Return names as a Chinese list: 甲、乙和丙; of more than `most` the first, with 等N项."""
    if len(names) > most:
        return f"{'、'.join(names[:most])}等{len(names)}项"
    if len(names) < 2:
        return "".join(names)
    return f"{'、'.join(names[:-1])}和{names[-1]}"
