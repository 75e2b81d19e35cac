"""Who may make a move in a matter: in one's own right, or for somebody one stands in for."""

from __future__ import annotations

from datetime import date

from casework.models import Matter
from casework.workflow import Move
from people.models import User
from people.scope import own_scope


def actors(matter: Matter, user: User, on: date) -> list[User]:
    """Return in whose right a person may act in a matter: one's own, then that of principals."""
    return [actor for actor in (user, *user.principals_on(on)) if reaches(actor, matter, on)]


def in_whose_right(move: Move, among: list[User]) -> User | None:
    """Return the first of these actors whose own roles may make a move."""
    return next((actor for actor in among if move.by & actor.role_codes), None)


def reaches(actor: User, matter: Matter, on: date) -> bool:
    """Say whether a matter lies within a person's own reach."""
    scope = own_scope(actor, on)
    return Matter.objects.within(scope, on).filter(pk=matter.pk).exists()


def made_oneself(matter: Matter, move: Move, user: User, on: date) -> str:
    """Return the earlier move that this one checks and that the person or a principal made.

    Nobody approves what they drafted, nor what was drafted by somebody they stand in for.
    """
    people = {user.pk, *(principal.pk for principal in user.principals_on(on))}
    for code in move.checked_moves:
        entry = matter.timeline.standing().filter(move=code).order_by("pk").last()
        if entry and people & {entry.recorded_by_id, entry.on_behalf_of_id}:
            return code
    return ""


def of_own_department(move: Move, among: list[User], matter: Matter, on: date) -> list[User]:
    """Return the actors who may make a move that only those who keep the matter make."""
    if not move.own_department:
        return among
    return [actor for actor in among if actor.role_codes & move.or_by or keeps(actor, matter, on)]


def keeps(actor: User, matter: Matter, on: date) -> bool:
    """Say whether a person belongs to the matter's department, or handles it."""
    scope = own_scope(actor, on)
    return matter.department_id in scope.departments or matter.handler_id in scope.members
