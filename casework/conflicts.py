"""Conflicts of interest of outside lawyers: who stands on the other side, as the records tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from casework.models import Matter
from casework.registry import Registry
from people.models import LegalCounsel


@dataclass(frozen=True)
class Opponent:
    """Somebody on the other side of a matter, and the law firm that acts for them, if known."""

    name: str
    firm: str = ""


Opponents = Callable[[Matter], list[Opponent]]
opponents: Registry[Opponents] = Registry("opponents")


def conflict(matter: Matter, counsel: LegalCounsel) -> str:
    """Return why a lawyer must not act in a matter, empty where nothing speaks against it.

    A firm does not act for both sides, in the same matter or one that has to do with it
    (《律师法》第三十九条).
    """
    firm = without_spaces(counsel.firm)
    for near in (matter, *related(matter)):
        tell = opponents.get(near.kind)
        for opponent in tell(near) if tell else []:
            if firm in {without_spaces(opponent.name), without_spaces(opponent.firm)}:
                side = "是" if firm == without_spaces(opponent.name) else "代理"
                return (
                    f"{counsel}所在的{counsel.firm}在{near.number}中{side}相对方"
                    f"{'' if side == '是' else opponent.name}，有利益冲突，"
                    "不能委托（《律师法》第三十九条）。"
                )
    return ""


def related(matter: Matter) -> list[Matter]:
    """Return the matters that have to do with one: linked either way, its origin, what followed."""
    linked = Q(back_links__matter=matter) | Q(links__other=matter)
    born = Q(consequences=matter) | Q(arises_from=matter)
    return list(Matter.objects.filter(linked | born).exclude(pk=matter.pk).distinct())


def without_spaces(name: str) -> str:
    return "".join(name.split())
