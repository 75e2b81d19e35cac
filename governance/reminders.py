"""Reminds of certificates that run out, tasks and suggestions that are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from casework.reminders import Reminder, reminds
from governance.models import Suggestion, YearlyTask
from people.models import Certificate, StaffMember

# A certificate is renewed by training and examination, which takes its time.
CERTIFICATE_STEPS = (90, 30, 7, 0)
TASK_STEPS = (30, 7, 0)


@reminds
def certificates_running_out(today: date) -> Iterator[Reminder]:
    """Yield the certificates of serving members that run out in the next three months.

    One that is followed by another of the same kind is not told of: it has been renewed.
    """
    ahead = today + timedelta(days=CERTIFICATE_STEPS[0])
    serving = StaffMember.objects.serving_on(today)
    expiring = Certificate.objects.expiring(today, ahead).filter(holder__in=serving)
    for certificate in expiring.select_related("holder"):
        if certificate.is_followed:
            continue
        yield Reminder(
            key=f"certificate:{certificate.pk}:{certificate.until}",
            text=f"{certificate.holder}的{certificate.get_kind_display()}"
            f"（{certificate.until}）到期，",
            left=(certificate.until - today).days,
            department=certificate.holder.department_id,
            steps=CERTIFICATE_STEPS,
        )


@reminds
def tasks_due(today: date) -> Iterator[Reminder]:
    """Yield the tasks of the year that are due and not done."""
    ahead = today + timedelta(days=TASK_STEPS[0])
    for task in YearlyTask.objects.valid().unfinished().filter(due_on__lte=ahead):
        yield Reminder(
            key=f"yearly-task:{task.pk}:{task.due_on}",
            text=f"年度工作任务“{task}”（{task.due_on}）",
            left=(task.due_on - today).days,
            department=task.department_id,
            steps=TASK_STEPS,
        )


@reminds
def suggestions_due(today: date) -> Iterator[Reminder]:
    """Yield the suggestions to which no reply has gone out by the day that was set."""
    ahead = today + timedelta(days=7)
    waiting = Suggestion.objects.valid().unanswered().filter(due_on__lte=ahead)
    for suggestion in waiting:
        yield Reminder(
            key=f"suggestion:{suggestion.pk}:{suggestion.due_on}",
            text=f"{suggestion.get_kind_display()}“{suggestion}”要求答复（{suggestion.due_on}）",
            left=(suggestion.due_on - today).days,
            department=suggestion.department_id,
            insists=True,
        )
