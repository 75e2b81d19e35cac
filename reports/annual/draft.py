"""A first draft that writes itself: only what has records, with figures as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from casework.metrics import Ratio, Span, in_words, metrics
from casework.phrases import phrases
from reports.annual.chips import filled
from reports.annual.outline import Outline, Part, Sentence

NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")


@dataclass(frozen=True)
class Section:
    """A part of a draft: its heading, its level, its paragraphs with chips."""

    heading: str
    level: int
    paragraphs: tuple[str, ...]


class Readings:
    """What the chips of a report say over its span: each figure is read once."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self._words: dict[str, str] = {}

    def words(self, key: str) -> str:
        """Return the words of a chip; KeyError where nothing is declared under its key."""
        if key not in self._words:
            self._words[key] = self.read(key)
        return self._words[key]

    def read(self, key: str) -> str:
        phrase = phrases.get(key)
        if phrase:
            return phrase.words(self.span)
        figure = metrics[key]
        return in_words(figure, figure.value(self.span))

    def said(self, key: str, of_nothing: str) -> str:
        """Return the words of a chip, or what its text says where nothing stands behind it."""
        return of_nothing if of_nothing and not self.has_records(key) else self.words(key)

    def has_records(self, key: str) -> bool:
        """Say whether a chip is declared and something stands behind it."""
        if phrases.get(key):
            return bool(self.words(key))
        figure = metrics.get(key)
        if figure is None:
            return False
        value = figure.value(self.span)
        return value is not None if isinstance(figure, Ratio) else bool(value)


@dataclass(frozen=True)
class Draft:
    """A report as drafted: title, sections, and what its chips say."""

    outline: Outline
    office: str
    span: Span

    @cached_property
    def readings(self) -> Readings:
        return Readings(self.span)

    @property
    def year(self) -> int:
        return self.span.first.year

    @property
    def title(self) -> str:
        return self.named(self.outline.title)

    def named(self, text: str) -> str:
        return text.format(office=self.office, year=self.year)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the outline with the sentences that have their records, numbered.

        A chapter stands even when it is empty: the writer must see that it is.
        """
        kept = [
            (part, paragraphs)
            for part in self.outline.parts
            if (paragraphs := self.paragraphs(part)) or part.level == 1
        ]
        chapter = subsection = 0
        sections = []
        for part, paragraphs in kept:
            if part.heading and part.level == 1:
                chapter, subsection = chapter + 1, 0
            elif part.heading:
                subsection += 1
            heading = numbered(self.named(part.heading), part.level, chapter, subsection)
            sections.append(Section(heading, part.level, paragraphs))
        return tuple(sections)

    def paragraphs(self, part: Part) -> tuple[str, ...]:
        return tuple(filter(None, map(self.paragraph, part.paragraphs)))

    def paragraph(self, sentences: Iterable[Sentence]) -> str:
        """Return the sentences that have what they need, with their chips."""
        return "".join(
            self.named(sentence.text) if "{" in sentence.text else sentence.text
            for sentence in sentences
            if all(map(self.readings.has_records, sentence.wanted))
        )

    def said(self, paragraph: str) -> str:
        """Return a paragraph with its chips read."""
        return filled(paragraph, self.readings.said)


def numbered(heading: str, level: int, chapter: int, subsection: int) -> str:
    """Return a heading with its number: 一、 for a chapter, （一） below it."""
    if not heading:
        return ""
    if level == 1:
        return f"{NUMERALS[chapter]}、{heading}"
    return f"（{NUMERALS[subsection]}）{heading}"
