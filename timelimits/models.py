"""The working calendar as the office keeps it: a row per day, and which version it is."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.utils import timezone

from timelimits.workdays import Day


class CalendarDay(models.Model):
    """A day that has been announced; written by timelimits.calendar.change_days only."""

    date = models.DateField("日期", primary_key=True)
    is_workday = models.BooleanField("工作日")
    name = models.CharField("名称", max_length=50, blank=True)
    source = models.CharField("依据", max_length=200, blank=True)
    edited_by_hand = models.BooleanField("人工修改", default=False)
    edited_at = models.DateTimeField("人工修改时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作日历"
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date} {'工作日' if self.is_workday else '休息日'}"

    @property
    def day(self) -> Day:
        """The day as the pure calendar knows it."""
        return Day(working=self.is_workday, name=self.name, source=self.source)


class CalendarVersion(models.Model):
    """The one row that tells every process whether the calendar it remembers is still true."""

    SINGLE = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE)
    number = models.PositiveIntegerField("版本", default=0)
    # Drawn anew at every change: a number comes again after a rollback, with other days behind it.
    token = models.UUIDField(default=uuid4)
    changed_at = models.DateTimeField("变更时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "工作日历版本"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_calendar_version"),
        ]

    def __str__(self) -> str:
        return f"第{self.number}版"

    @classmethod
    def lock(cls) -> Self:
        """Return the version; whoever else wants to change the calendar waits for the end."""
        version, _ = cls.objects.select_for_update().get_or_create(pk=cls.SINGLE)
        return version

    @classmethod
    def bump(cls) -> None:
        """Begin the next version, locked."""
        version = cls.lock()
        version.number += 1
        version.token = uuid4()
        version.changed_at = timezone.now()
        version.save()
