"""Notices (消息): what the portal tells a person, each once."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casework.models.matter import Matter


class NoticeQuerySet(models.QuerySet):
    def unread(self) -> NoticeQuerySet:
        """Notices not yet read."""
        return self.filter(read_at=None)


class Notice(models.Model):
    """One notice to one person. Its key makes sure that a run twice tells once."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    key = models.CharField("唯一标识", max_length=120)
    matter = models.ForeignKey(
        Matter, models.CASCADE, null=True, blank=True, related_name="notices"
    )
    text = models.CharField("内容", max_length=300)
    grave = models.BooleanField("紧急", default=False)
    created_at = models.DateTimeField("时间", auto_now_add=True)
    read_at = models.DateTimeField("已读时间", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "消息"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="notice_is_given_once", fields=["recipient", "key"])
        ]
        indexes = [
            models.Index(
                fields=["recipient"], name="notice_unread", condition=models.Q(read_at=None)
            )
        ]

    def __str__(self) -> str:
        return self.text


class DailyRun(models.Model):
    """A day's run of a daily job, claimed by whoever comes first."""

    name = models.CharField("名称", max_length=40)
    on = models.DateField("日期")

    class Meta:
        verbose_name = verbose_name_plural = "每日任务"
        constraints = [models.UniqueConstraint(name="job_runs_once_a_day", fields=["name", "on"])]

    def __str__(self) -> str:
        return f"{self.name} {self.on}"
