"""Tasks (交办): what is asked of a department, a person or a lawyer, by a day of its own."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from casework.models.matter import Matter
from people.models import Department, LegalCounsel, StaffMember
from people.scope import Scope


class TaskQuerySet(models.QuerySet):
    def open(self) -> TaskQuerySet:
        """Tasks neither done nor withdrawn."""
        return self.filter(done_at=None, withdrawn_at=None, matter__voided_at=None)

    def given_to(self, scope: Scope) -> TaskQuerySet:
        """Tasks asked of a person, of a department of theirs, or of the lawyer they are."""
        to = Q(department__in=scope.departments) | Q(assignee__in=scope.members)
        if scope.counsel:
            to |= Q(counsel=scope.counsel)
        return self.filter(to)


class Task(models.Model):
    """One thing to be done in a matter, and what came of it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="tasks")
    title = models.CharField("交办事项", max_length=200)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="交办科室",
    )
    assignee = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="交办给",
    )
    counsel = models.ForeignKey(
        LegalCounsel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="法律顾问",
    )
    due_on = models.DateField("要求完成日期")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="交办人"
    )
    given_at = models.DateTimeField("交办时间", auto_now_add=True)
    done_at = models.DateTimeField("完成时间", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.TextField("办理情况", blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "交办"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="task_is_given_to_somebody",
                condition=Q(department__isnull=False)
                | Q(assignee__isnull=False)
                | Q(counsel__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def given_to_label(self) -> str:
        return "、".join(str(x) for x in (self.department, self.assignee, self.counsel) if x)

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.withdrawn_at is None
