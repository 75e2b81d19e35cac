"""What may be charged for excessive requests, 信息处理费: the two tables of 国办函〔2020〕109号."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile

MEASURES = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"


@dataclass(frozen=True)
class Step:
    """From which piece on each piece costs how many 元, and up to which if there is an end."""

    first: int
    last: int | None
    price: int


@dataclass(frozen=True)
class Part:
    """The pieces of a request that fall into one step."""

    first: int
    last: int
    price: int

    @property
    def number(self) -> int:
        return self.last - self.first + 1

    @property
    def yuan(self) -> int:
        return self.number * self.price

    def in_words(self, unit: str) -> str:
        """Return the part as a fee notice puts it."""
        pieces = f"第{self.first}至{self.last}{unit}"
        if not self.price:
            return f"{pieces}不收费"
        return f"{pieces}共{self.number}{unit}，每{unit}{self.price}元，计{self.yuan}元"


@dataclass(frozen=True)
class Fee:
    """What may be charged at most; the office may waive it (《政府信息公开条例》第四十二条)."""

    unit: str
    parts: tuple[Part, ...]
    basis: str

    @property
    def yuan(self) -> int:
        return sum(part.yuan for part in self.parts)

    @property
    def explanation(self) -> tuple[str, ...]:
        """The parts in words, then their sum and the article."""
        parts = (part.in_words(self.unit) for part in self.parts)
        return (*parts, f"合计{self.yuan}元（{self.basis}）")


VOLUME_STEPS = (Step(1, 30, 0), Step(31, 100, 10), Step(101, 200, 20), Step(201, None, 40))


def item_steps() -> Iterator[Step]:
    """Yield the steps by items: from the 31st on, every ten cost 100元 more apiece."""
    yield Step(1, 10, 0)
    yield Step(11, 30, 100)
    for grade in count(2):
        first = 31 + 10 * (grade - 2)
        yield Step(first, first + 9, 100 * grade)


def fee_by_item(requests: int) -> Fee:
    """Return the fee for the requests of one applicant in one calendar month (第四条).

    The same requests are charged by items or by volume, never both.
    """
    return Fee("件", _parts(requests, item_steps()), f"{MEASURES}第四条")


def fee_by_volume(pages: int) -> Fee:
    """Return the fee for the pages that a request is given, on paper or as data (第五条)."""
    return Fee("页", _parts(pages, VOLUME_STEPS), f"{MEASURES}第五条")


def _parts(number: int, steps: Iterable[Step]) -> tuple[Part, ...]:
    if number < 0:
        raise ValueError(f"计费的数量不能是{number}")
    reached = takewhile(lambda step: step.first <= number, steps)
    return tuple(Part(step.first, min(step.last or number, number), step.price) for step in reached)
