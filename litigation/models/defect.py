"""败诉原因 and 纠错纠偏: defects behind a loss, or found by the office itself, and their cure."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from casework.models import Matter
from litigation.models.kept import KeptQuerySet
from litigation.models.terms import CauseOfLoss
from people.models import Department


class DefectQuerySet(KeptQuerySet):
    def with_desk(self) -> DefectQuerySet:
        """Records with everything a row of a list shows."""
        return self.select_related("matter", "department", "cause")

    def open(self) -> DefectQuerySet:
        """Defects whose cure is not done."""
        return self.valid().filter(done_on=None)

    def overdue(self, on: date) -> DefectQuerySet:
        return self.open().filter(due_on__lt=on)


class Defect(models.Model):
    """A defect of procedure or substance, the department that answers for it, and what changes."""

    matter = models.ForeignKey(
        Matter, models.CASCADE, null=True, blank=True, related_name="defects"
    )
    cause = models.ForeignKey(
        CauseOfLoss, models.PROTECT, related_name="defects", verbose_name="原因"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="责任科室"
    )
    found_on = models.DateField("发现日期")
    description = models.TextField("具体情况", blank=True)
    cure = models.TextField("整改措施", blank=True)
    due_on = models.DateField("整改期限", null=True, blank=True)
    done_on = models.DateField("整改完成日期", null=True, blank=True)

    objects = DefectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "败诉原因和整改"
        ordering = ["-found_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="defect_is_cured_after_it_is_found",
                condition=Q(done_on=None) | Q(done_on__gte=F("found_on")),
                violation_error_message="整改完成日期不能早于发现日期。",
            ),
            models.UniqueConstraint(
                name="cause_is_named_once_for_a_case",
                fields=["matter", "cause", "department"],
                violation_error_message="这一原因和责任科室已经登记过。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cause}（{self.department}）"
