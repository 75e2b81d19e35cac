"""Departments of the office as a tree, and which leader is in charge of which."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q


class DepartmentQuerySet(models.QuerySet):
    def active(self) -> "DepartmentQuerySet":
        return self.filter(is_active=True)

    def with_branches(self, ids: Iterable[int]) -> frozenset[int]:
        """Return the ids of these departments and of all below them."""
        children: dict[int | None, list[int]] = {}
        for pk, parent in self.order_by().values_list("pk", "parent_id"):
            children.setdefault(parent, []).append(pk)
        found: set[int] = set()
        waiting = list(ids)
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting.extend(children.get(pk, ()))
        return frozenset(found)


class Department(models.Model):
    """A department (科室、站所) of the office."""

    name = models.CharField("名称", max_length=60, unique=True)
    short_name = models.CharField("简称", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="branches", verbose_name="上级"
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    is_active = models.BooleanField("在用", default=True)

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "科室"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name


class PeriodQuerySet(models.QuerySet):
    """Records that hold from one day to another, both included."""

    def on(self, day: date) -> "PeriodQuerySet":
        """Records in force on a day."""
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gte=day))


class Charge(models.Model):
    """A leader's being in charge (分管) of a department for a time."""

    leader = models.ForeignKey(
        "people.StaffMember", models.PROTECT, related_name="charges", verbose_name="领导"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="charges", verbose_name="科室"
    )
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "分管"
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="charge_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="截止日期不能早于起始日期。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.leader}分管{self.department}"
