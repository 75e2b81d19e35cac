"""One dispute as a tree: what a matter arose from, and what has arisen from it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from casework.models import Matter, MatterLink, Relation
from people.scope import scope_of

# A matter linked in one of these ways was brought about by the other; the rest are neighbours.
BRINGS_ABOUT = (Relation.LAWSUIT, Relation.RECONSIDERATION)


@dataclass(frozen=True)
class Node:
    """A matter of the dispute, or a case outside known by its number; how deep it stands."""

    depth: int
    matter: Matter | None = None
    outside: MatterLink | None = None
    is_here: bool = False


def chain(matter: Matter, user, today: date) -> list[Node]:
    """Return the dispute that a matter belongs to, each matter under the one it arose from.

    Empty where the matter stands alone. What the person may not see is left out, with what hangs
    on it alone.
    """
    visible = Matter.objects.within(scope_of(user, today), today).valid()
    root = origin(matter, visible)
    children = descent(root, visible)
    links = MatterLink.objects.filter(
        matter__in=[root.pk, *(child.pk for found in children.values() for child in found)],
        relation__in=BRINGS_ABOUT,
        other=None,
    )
    outside: dict[int, list[MatterLink]] = defaultdict(list)
    for link in links:
        outside[link.matter_id].append(link)
    nodes = list(branches(root, children, outside, here=matter))
    return nodes if len(nodes) > 1 else []


def origin(matter: Matter, visible: QuerySet[Matter]) -> Matter:
    """Return the first matter of a dispute, as far as it can be seen."""
    passed = {matter.pk}
    while True:
        brought_about = Q(links__other=matter, links__relation__in=BRINGS_ABOUT)
        parents = visible.filter(Q(pk=matter.arises_from_id) | brought_about)
        parent = parents.exclude(pk__in=passed).order_by("pk").first()
        if parent is None:
            return matter
        passed.add(parent.pk)
        matter = parent


def descent(root: Matter, visible: QuerySet[Matter]) -> dict[int, list[Matter]]:
    """Return what arose from each matter below a root, a query for each generation."""
    children: dict[int, list[Matter]] = defaultdict(list)
    passed, generation = {root.pk}, [root.pk]
    while generation:
        links = MatterLink.objects.filter(matter__in=generation, relation__in=BRINGS_ABOUT)
        linked = dict(links.exclude(other=None).values_list("other", "matter"))
        born = visible.filter(Q(arises_from__in=generation) | Q(pk__in=linked)).exclude(
            pk__in=passed
        )
        found = list(born.order_by("received_on", "pk"))
        for child in found:
            is_born = child.arises_from_id in generation
            children[child.arises_from_id if is_born else linked[child.pk]].append(child)
        generation = [child.pk for child in found]
        passed.update(generation)
    return children


def branches(
    matter: Matter,
    children: dict[int, list[Matter]],
    outside: dict[int, list[MatterLink]],
    *,
    here: Matter,
    depth: int = 0,
):
    """Yield a matter and what hangs on it, from the root to the leaves."""
    yield Node(depth, matter, is_here=matter.pk == here.pk)
    for link in outside[matter.pk]:
        yield Node(depth + 1, outside=link)
    for child in children[matter.pk]:
        yield from branches(child, children, outside, here=here, depth=depth + 1)
