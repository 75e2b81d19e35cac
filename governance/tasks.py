"""Carries the unfinished tasks of a year into the next: the only maker of carried tasks."""

from __future__ import annotations

from django.db import transaction

from governance.models import YearlyTask
from governance.models.plans import Progress
from people.models import User
from portal import audit
from portal.models import Action


@transaction.atomic
def carry_over(year: int, *, by: User) -> list[YearlyTask]:
    """Make a task of the next year of each one of this year that is neither done nor dropped.

    A task that has been carried already is not carried again.
    """
    open_tasks = YearlyTask.objects.valid().in_year(year).unfinished().not_yet_carried()
    return [
        carried(task, by=by) for task in open_tasks.select_for_update(of=("self",)).order_by("pk")
    ]


def carried(task: YearlyTask, *, by: User) -> YearlyTask:
    """Return the task of the next year that goes on with one of this year."""
    new = YearlyTask.objects.create(
        year=task.year + 1,
        area=task.area,
        title=task.title,
        measure=task.measure,
        department=task.department,
        progress=Progress.RUNNING if task.progress == Progress.RUNNING else Progress.PLANNED,
        carried_from=task,
        entered_by=by,
        confirmed_by=by,
        confirmed_at=task.confirmed_at,
    )
    audit.note(
        Action.CREATED, by=by, about=new, changes={"结转自": f"{task.year}年工作任务 {task}"}
    )
    return new
