"""Departments of the office as a tree, and which leader is in charge of which."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Prefetch, Q

ENDS_BEFORE_IT_STARTS = "截止日期不能早于起始日期。"


class DepartmentQuerySet(models.QuerySet):
    def active(self) -> "DepartmentQuerySet":
        return self.filter(is_active=True)

    def to_choose(self, *, chosen: int | None) -> "DepartmentQuerySet":
        """Departments a form may offer: those in use, and the one that is already entered."""
        return self.filter(Q(is_active=True) | Q(pk=chosen))

    def counted(self, *, on: date) -> "DepartmentQuerySet":
        """Departments with `serving`, the number of their staff on a day, branches not included."""
        serving = Q(staff__joined_on=None) | Q(staff__joined_on__lte=on)
        serving &= Q(staff__left_on=None) | Q(staff__left_on__gte=on)
        counted = self.annotate(serving=Count("staff", filter=Q(staff__isnull=False) & serving))
        # A query that groups forgets the model's own order.
        return counted.order_by("position", "pk")

    def with_leaders(self, *, on: date) -> "DepartmentQuerySet":
        """Departments with `in_charge`, the charges of their leaders on a day."""
        charges = Charge.objects.on(on).select_related("leader")
        return self.prefetch_related(Prefetch("charges", charges, to_attr="in_charge"))

    def as_tree(self) -> list["Department"]:
        """Return the departments with every branch under its parent, each knowing its depth."""
        children: dict[int | None, list[Department]] = {}
        for department in self:
            children.setdefault(department.parent_id, []).append(department)
        waiting = [(department, 0) for department in reversed(children.get(None, []))]
        tree = []
        while waiting:
            department, department.depth = waiting.pop()
            tree.append(department)
            below = reversed(children.get(department.pk, []))
            waiting += [(branch, department.depth + 1) for branch in below]
        return tree

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

    depth = 0

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "科室"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        if self.pk and self.parent_id in Department.objects.with_branches([self.pk]):
            raise ValidationError({"parent": "上级不能是本科室，也不能是本科室的下级。"})


class PeriodQuerySet(models.QuerySet):
    """Records that hold from one day to another, both included."""

    def on(self, day: date) -> "PeriodQuerySet":
        """Records in force on a day."""
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gte=day))

    def overlapping(self, since: date, until: date | None) -> "PeriodQuerySet":
        """Records in force on some day of a stretch; a stretch without an end goes on."""
        begun = self if until is None else self.filter(since__lte=until)
        return begun.filter(Q(until=None) | Q(until__gte=since))


class Period(models.Model):
    """Something that holds from one day to another, both included.

    A subclass gives `since` and `until`, and `twins()`: the records beside which it may not hold
    on the same day.
    """

    twin_message = ""

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True

    def twins(self) -> PeriodQuerySet:
        raise NotImplementedError

    def clean(self) -> None:
        if not self.since:
            return
        if self.until and self.until < self.since:
            raise ValidationError({"until": ENDS_BEFORE_IT_STARTS})
        if self.twins().exclude(pk=self.pk).overlapping(self.since, self.until).exists():
            raise ValidationError({"since": self.twin_message})

    def state_on(self, day: date) -> str:
        """Return whether it is yet to come, in force or over on a day, in words."""
        if day < self.since:
            return "未开始"
        return "已结束" if self.until and self.until < day else "现行"


class Charge(Period):
    """A leader's being in charge (分管) of a department for a time."""

    leader = models.ForeignKey(
        "people.StaffMember", models.PROTECT, related_name="charges", verbose_name="领导"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="charges", verbose_name="科室"
    )
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    twin_message = "这段时间内该领导已经分管这个科室。"

    class Meta:
        verbose_name = verbose_name_plural = "分管"
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="charge_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=ENDS_BEFORE_IT_STARTS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.leader}分管{self.department}"

    def twins(self) -> PeriodQuerySet:
        return Charge.objects.filter(leader=self.leader_id, department=self.department_id)
