"""Deadlines: a projection of the timeline, kept so that "due this week" is one query."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from casework.models.matter import Matter


class DeadlineQuerySet(models.QuerySet):
    def running(self) -> DeadlineQuerySet:
        """Deadlines that are neither met nor lapsed, and that somebody must keep."""
        return self.filter(met_on=None, lapsed=False, is_duty=True, matter__voided_at=None)

    def overdue(self, on: date) -> DeadlineQuerySet:
        """Running deadlines whose last day has passed."""
        return self.running().filter(due_on__lt=on)

    def due_within(self, days: int, of: date) -> DeadlineQuerySet:
        """Running deadlines that end on a day or in the days after it."""
        return self.running().filter(due_on__range=(of, of + timedelta(days=days)))


class Deadline(models.Model):
    """The last day of one limit for one matter, with the reasons for that day.

    `due_on` is empty while the clock stands still without a known end. Written by
    `process.refresh` alone.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="deadlines")
    code = models.CharField("代码", max_length=40)
    party = models.CharField("对象", max_length=100, blank=True)
    label = models.CharField("期限", max_length=60)
    basis = models.CharField("依据", max_length=200)
    clock = models.CharField("计法", max_length=4)
    is_duty = models.BooleanField("须遵守", default=True)
    warn_from = models.PositiveSmallIntegerField("提前提醒", default=5)
    starts_on = models.DateField("起算触发日")
    raw_end = models.DateField("顺延前末日", null=True)
    due_on = models.DateField("届满日", null=True)
    safe_on = models.DateField("稳妥日", null=True)
    original_due_on = models.DateField("原届满日", null=True)
    extended_by = models.PositiveSmallIntegerField("延长", default=0)
    provisional = models.BooleanField("暂定", default=False)
    stopped_since = models.DateField("中止自", null=True)
    stopped_until = models.DateField("中止至", null=True)
    met_on = models.DateField("完成日", null=True)
    lapsed = models.BooleanField("不再适用", default=False)
    trace = models.JSONField("计算过程", default=list)
    calendar_version = models.PositiveIntegerField("日历版本", default=0)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "期限"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="deadline_per_limit_and_party", fields=["matter", "code", "party"]
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="deadline_running",
                condition=Q(met_on=None, lapsed=False, is_duty=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.due_on or '中止'}"

    @property
    def is_running(self) -> bool:
        return self.met_on is None and not self.lapsed

    @property
    def was_late(self) -> bool:
        return bool(self.met_on and self.due_on and self.met_on > self.due_on)
