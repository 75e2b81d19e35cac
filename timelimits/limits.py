"""A time limit of the law: its length, the article it rests on, and from when to when it is law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timelimits.periods import Period


class LimitVersionError(ValueError):
    """None, or more than one, of a limit's versions is law on a day."""


@dataclass(frozen=True)
class Limit:
    """One version of a time limit; a changed law is another version beside it, not an edit.

    A limit that is no duty bounds a choice, as the days in which a correction may be asked for:
    nobody is late who lets it pass.
    """

    code: str
    label: str
    period: Period
    basis: str
    longest_extension: int = 0
    since: date | None = None
    until: date | None = None
    note: str = ""
    is_duty: bool = True

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise ValueError(f"期限“{self.code}”没有写明法律依据")
        if self.longest_extension and not self.period.counts_forward:
            raise ValueError(f"期限“{self.code}”不是可以延长的期间")
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"期限“{self.code}”的失效日早于施行日")

    @property
    def warn_from(self) -> int:
        """From how many units before its end the limit is near: a short one does not start near."""
        return 2 if 0 < self.period.length <= 5 else 5

    def is_in_force(self, on: date) -> bool:
        """Return whether the limit is law on a day; its first and last day belong to it."""
        return (self.since or date.min) <= on <= (self.until or date.max)


def in_force(versions: Sequence[Limit], on: date) -> Limit:
    """Return the version of a limit that is law on a day."""
    fitting = [limit for limit in versions if limit.is_in_force(on)]
    if len(fitting) == 1:
        return fitting[0]
    codes = "、".join(dict.fromkeys(limit.code for limit in versions))
    number = f"有{len(fitting)}个版本" if fitting else "没有版本"
    raise LimitVersionError(f"{on}，期限“{codes}”{number}在施行，应当恰有一个")
