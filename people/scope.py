"""What a person's place in the office lets them see, worked out once a request."""

from dataclasses import dataclass, field
from datetime import date

from people.models import Charge, Department, User
from people.roles import Role


@dataclass(frozen=True)
class Scope:
    """The reach of a person: the whole office, some departments, own matters, or what is entrusted.

    `members` are the person and those for whom the person stands in today.
    """

    everything: bool = False
    departments: frozenset[int] = field(default_factory=frozenset)
    members: frozenset[int] = field(default_factory=frozenset)
    counsel: int | None = None

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            everything=self.everything or other.everything,
            departments=self.departments | other.departments,
            members=self.members | other.members,
            counsel=self.counsel or other.counsel,
        )


NOTHING = Scope()


def scope_of(user: User, on: date) -> Scope:
    """Return a person's scope on a day, with the scopes of those they stand in for.

    Administrator and auditor reach no business record at all.
    """
    if not user.is_active:
        return NOTHING
    scope = own_scope(user, on)
    for principal in user.principals_on(on):
        scope |= own_scope(principal, on)
    return scope


def own_scope(user: User, on: date) -> Scope:
    """Return the scope that a person's own roles give, without anybody they stand in for."""
    roles = user.role_codes
    if Role.COUNSEL in roles:
        return Scope(counsel=user.counsel_id)
    member = user.staff_member
    if not roles or roles & {Role.ADMINISTRATOR, Role.AUDITOR} or member is None:
        return NOTHING
    departments: set[int] = set()
    if roles & {Role.OFFICER, Role.DEPARTMENT_HEAD}:
        departments.add(member.department_id)
    if Role.DEPUTY_LEADER in roles:
        charges = Charge.objects.on(on).filter(leader=member)
        departments.update(charges.values_list("department", flat=True))
    return Scope(
        everything=bool(roles & {Role.LEGAL_OFFICE, Role.LEADER}),
        departments=Department.objects.with_branches(departments) if departments else frozenset(),
        members=frozenset({member.pk}),
    )
