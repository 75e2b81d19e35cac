"""Tells people what concerns them: each notice has a key, so that nobody is told twice."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from casework.models import Matter, Notice, Task
from casework.workflow import Move
from people.models import LegalCounsel, User
from people.roles import Role


def tell(
    recipients: Iterable[User], *, key: str, text: str, matter: Matter, grave: bool = False
) -> None:
    """Give one notice to each of these people who may see the matter and has not had it."""
    Notice.objects.bulk_create(
        [
            Notice(recipient=user, key=key, text=text[:300], matter=matter, grave=grave)
            for user in set(recipients)
            if sees(user, matter)
        ],
        ignore_conflicts=True,
    )


def sees(user: User, matter: Matter) -> bool:
    return Matter.objects.visible_to(user).filter(pk=matter.pk).exists()


def matter_given(matter: Matter, *, by: User) -> None:
    """Tell the handler, or the heads of the department, that a matter is theirs."""
    tell(
        set(keepers(matter)) - {by},
        key=f"given:{matter.pk}:{matter.version}",
        text=f"{matter.kind_label}交由您办理：{matter}",
        matter=matter,
    )


def opened(matter: Matter, move: Move, *, by: User) -> None:
    """Tell who keeps a new matter, and who must act next in it."""
    matter_given(matter, by=by)
    if move.tells:
        tell(
            set(reached(matter, move.tells)) - {by},
            key=f"opened:{matter.pk}",
            text=f"{matter.stage_label}，请办理：{matter}",
            matter=matter,
        )


def entrusted(matter: Matter, counsel: LegalCounsel, *, by: User) -> None:
    """Tell a lawyer that a matter is entrusted to them."""
    tell(
        set(User.objects.filter(is_active=True, counsel=counsel)) - {by},
        key=f"entrusted:{matter.pk}",
        text=f"{matter.kind_label}委托您办理：{matter}",
        matter=matter,
    )


def moved(matter: Matter, move: Move, *, by: User) -> None:
    """Tell who must act next, who keeps the matter and who follows it, that it has moved."""
    key = f"moved:{matter.pk}:{matter.version}"
    next_ones = set(reached(matter, move.tells)) - {by} if move.tells else set()
    tell(next_ones, key=key, text=f"{matter.stage_label}，请办理：{matter}", matter=matter)
    others = {*keepers(matter), *matter.followers.filter(is_active=True)} - {by} - next_ones
    tell(others, key=key, text=f"{by} {move.label}：{matter}", matter=matter)


def task_given(task: Task, *, by: User) -> None:
    """Tell whoever a task is given to."""
    accounts = User.objects.filter(is_active=True)
    told: set[User] = set()
    if task.assignee_id:
        told |= set(accounts.filter(staff_member=task.assignee_id))
    elif task.department_id:
        told |= set(in_department(task.department_id))
    if task.counsel_id:
        told |= set(accounts.filter(counsel=task.counsel_id))
    tell(
        told - {by},
        key=f"task:{task.pk}",
        text=f"交办：{task}（{task.due_on}前），{task.matter}",
        matter=task.matter,
    )


def task_done(task: Task, *, by: User) -> None:
    """Tell whoever gave a task that it is done."""
    tell(
        {task.given_by} - {by},
        key=f"task-done:{task.pk}",
        text=f"{by} 已完成交办“{task}”：{task.matter}",
        matter=task.matter,
    )


def keepers(matter: Matter) -> list[User]:
    """Return the accounts that keep a matter: its handler's, else its department's heads'."""
    if matter.handler_id:
        found = list(User.objects.filter(is_active=True, staff_member=matter.handler_id))
        if found:
            return found
    return list(in_department(matter.department_id).filter(groups__name=Role.DEPARTMENT_HEAD))


def reached(matter: Matter, roles: frozenset[str]) -> list[User]:
    """Return the accounts of these roles that can see the matter."""
    candidates = User.objects.filter(is_active=True, groups__name__in=roles).distinct()
    return [user for user in candidates.select_related("staff_member") if sees(user, matter)]


def in_department(department_id: int) -> QuerySet[User]:
    """Return the active accounts of a department's staff."""
    return User.objects.filter(is_active=True, staff_member__department=department_id)
