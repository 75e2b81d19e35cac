"""The tasks of a year, carried into the next report, and indicators that no register carries."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from casework.models import YearlyRecord
from casework.models.register import YearlyQuerySet


class Progress(models.TextChoices):
    PLANNED = "planned", "未启动"
    RUNNING = "running", "推进中"
    DONE = "done", "已完成"
    DROPPED = "dropped", "不再实施"


class YearlyTaskQuerySet(YearlyQuerySet):
    def unfinished(self) -> YearlyTaskQuerySet:
        """Tasks neither done nor dropped."""
        return self.filter(progress__in=(Progress.PLANNED, Progress.RUNNING))

    def done(self) -> YearlyTaskQuerySet:
        """Tasks that are done."""
        return self.filter(progress=Progress.DONE)

    def overdue(self, on: date) -> YearlyTaskQuerySet:
        """Unfinished tasks whose day has passed."""
        return self.valid().unfinished().filter(due_on__lt=on)

    def not_yet_carried(self) -> YearlyTaskQuerySet:
        """Tasks that no valid task of a later year continues."""
        return self.exclude(
            pk__in=YearlyTask.objects.valid()
            .filter(carried_from__isnull=False)
            .values("carried_from")
        )


class YearlyTask(YearlyRecord):
    """A task (年度工作任务) that a report announces for a year, and its progress."""

    area = models.CharField("方面", max_length=100, blank=True)
    title = models.CharField("工作任务", max_length=300)
    measure = models.CharField("措施", max_length=500, blank=True)
    due_on = models.DateField("完成期限", null=True, blank=True)
    progress = models.CharField("进展", max_length=20, choices=Progress, default=Progress.PLANNED)
    situation = models.TextField("进展情况", max_length=2000, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    carried_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        editable=False,
        verbose_name="结转自",
    )

    DESK = ("carried_from",)

    objects = YearlyTaskQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "年度工作任务"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:task", args=[self.pk])

    def clean(self) -> None:
        if self.progress == Progress.DONE and not self.done_on:
            raise ValidationError({"done_on": "已完成的任务，请填写完成日期。"})
        if self.done_on and self.progress != Progress.DONE:
            raise ValidationError({"progress": "填写了完成日期的任务，进展应为已完成。"})

    @property
    def origin(self) -> str:
        """From which year the task was carried over, in words; empty for a new one."""
        return f"{self.carried_from.year}年结转" if self.carried_from else ""


class IndicatorQuerySet(YearlyQuerySet):
    def named(self, *names: str) -> IndicatorQuerySet:
        """Indicators of these names."""
        wanted = Q()
        for name in names:
            wanted |= Q(name=name)
        return self.filter(wanted)


class Indicator(YearlyRecord):
    """A figure that no register carries: name, value, unit, last year's value, source."""

    group = models.CharField("类别", max_length=60, blank=True)
    name = models.CharField("指标名称", max_length=150)
    value = models.DecimalField("数值", max_digits=18, decimal_places=4)
    unit = models.CharField("单位", max_length=20, blank=True)
    is_approximate = models.BooleanField("约数", default=False)
    last_value = models.DecimalField(
        "上年数值", max_digits=18, decimal_places=4, null=True, blank=True
    )
    source = models.CharField("来源", max_length=150, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "其他指标"
        ordering = ["-year", "group", "pk"]

    def __str__(self) -> str:
        return f"{self.name} {self.words}"

    def get_absolute_url(self) -> str:
        return reverse("governance:indicator", args=[self.pk])

    def clean(self) -> None:
        twins = Indicator.objects.valid().filter(year=self.year, name=self.name)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"name": "这一年已经登记过同名指标。"})

    @property
    def words(self) -> str:
        """The value as a report prints it: an approximate one is said to be so."""
        if self.value is None:
            return ""
        shown = f"{self.value.normalize():f}"
        return f"{'约' if self.is_approximate else ''}{shown}{self.unit}"
