"""Reception of visitors by leaders, the rule by which its days recur, and backlogged cases."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from casework.models import DatedRecord
from casework.models.register import DatedQuerySet
from governance.recurrence import Recurrence, Shift


class ReceptionPlan(models.Model):
    """The rule by which reception days recur, from one day to another."""

    weekday = models.PositiveSmallIntegerField(
        "星期",
        default=5,
        choices=[(number, f"星期{word}") for number, word in enumerate("一二三四五六日", start=1)],
    )
    time = models.CharField("时段", max_length=20, default="下午")
    shift = models.CharField(
        "遇休息日", max_length=20, choices=Shift.choices(), default=Shift.AFTER
    )
    leaders = models.CharField(
        "接访领导",
        max_length=200,
        blank=True,
        help_text="轮流接访的，用顿号隔开，按周轮换。",
    )
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "接访安排"
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(
                name="reception_plan_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="截止日期不能早于起始日期。",
            )
        ]

    def __str__(self) -> str:
        return f"每周{self.get_weekday_display()}{self.time}"

    @property
    def recurrence(self) -> Recurrence:
        names = tuple(filter(None, (part.strip() for part in self.leaders.split("、"))))
        return Recurrence(self.weekday, Shift(self.shift), names, self.since, self.until)


class Handling(models.TextChoices):
    ASSIGNED = "assigned", "交办科室"
    ANSWERED = "answered", "现场答复"
    GUIDED = "guided", "引导诉讼或复议"
    TAKEN_ON = "taken_on", "包案化解"
    OTHER = "other", "其他"


class Resolution(models.TextChoices):
    OPEN = "open", "办理中"
    RESOLVED = "resolved", "已化解"
    CLOSED = "closed", "已办结"


class ReceptionQuerySet(DatedQuerySet):
    def resolved(self) -> ReceptionQuerySet:
        """Receptions whose matter has been resolved."""
        return self.exclude(resolution=Resolution.OPEN)

    def held(self) -> ReceptionQuerySet:
        """Receptions to which somebody came."""
        return self.filter(persons__gt=0)


class Reception(DatedRecord):
    """A visit received by a leader, 领导接访."""

    leader = models.CharField("接访领导", max_length=50)
    visitor = models.CharField("来访人", max_length=100, blank=True)
    persons = models.PositiveIntegerField("来访人次", default=1)
    matter = models.CharField("事项", max_length=300, blank=True)
    handling = models.CharField(
        "处理方式", max_length=20, choices=Handling, default=Handling.ASSIGNED
    )
    resolution = models.CharField(
        "办理状态", max_length=20, choices=Resolution, default=Resolution.OPEN
    )
    resolved_on = models.DateField("化解日期", null=True, blank=True)
    result = models.CharField("办理结果", max_length=500, blank=True)
    backlog = models.ForeignKey(
        "governance.Backlog",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receptions",
        verbose_name="关联积案",
    )

    on = models.DateField("接访日期")

    DESK = ("backlog",)

    objects = ReceptionQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "领导接访"

    def __str__(self) -> str:
        return f"{self.on} {self.leader}接访{self.visitor}"

    def get_absolute_url(self) -> str:
        return reverse("governance:reception", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        if self.on and self.resolved_on and self.resolved_on < self.on:
            raise ValidationError({"resolved_on": "化解日期不能早于接访日期。"})
        if self.resolved_on and self.resolution == Resolution.OPEN:
            raise ValidationError({"resolution": "已填化解日期的，请选择已化解或已办结。"})


class BacklogQuerySet(DatedQuerySet):
    def open_on(self, day: date) -> BacklogQuerySet:
        """Cases registered by a day and not resolved on it."""
        return self.filter(Q(resolved_on=None) | Q(resolved_on__gt=day), on__lte=day)

    def resolved_in(self, first: date, last: date) -> BacklogQuerySet:
        """Cases resolved between two days, whenever they were registered."""
        return self.filter(resolved_on__range=(first, last))


class Backlog(DatedRecord):
    """A case of long standing (积案) with the leader who has taken it on, until it is resolved."""

    title = models.CharField("积案事项", max_length=200)
    petitioner = models.CharField("信访人", max_length=100, blank=True)
    leader = models.CharField("包案领导", max_length=50)
    measures = models.TextField("化解措施", max_length=2000, blank=True)
    resolved_on = models.DateField("化解日期", null=True, blank=True)
    result = models.CharField("化解情况", max_length=500, blank=True)

    on = models.DateField("列为积案日期")

    objects = BacklogQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "信访积案"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:backlog", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        if self.on and self.resolved_on and self.resolved_on < self.on:
            raise ValidationError({"resolved_on": "化解日期不能早于列为积案的日期。"})
