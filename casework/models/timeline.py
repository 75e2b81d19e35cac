"""The timeline of a matter: what happened and when, added to and never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casework.models.matter import Matter
from casework.standing import Fact


class TimelineQuerySet(models.QuerySet):
    def standing(self) -> TimelineQuerySet:
        """Entries that hold: neither corrected away nor themselves a correction."""
        return self.filter(corrects=None, correction=None)


class TimelineEntry(models.Model):
    """A fact on a matter's timeline (办理记录), or the correction that takes one away."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="timeline")
    move = models.CharField("办理事项", max_length=40)
    on = models.DateField("日期")
    detail = models.JSONField("内容", default=dict, blank=True)
    note = models.CharField("备注", max_length=500, blank=True)
    breaches = models.JSONField("不合规定之处", default=list, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="代理",
    )
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)
    corrects = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="correction",
        verbose_name="更正",
    )

    objects = TimelineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理记录"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.label}"

    @property
    def fact(self) -> Fact:
        return Fact(self.move, self.on, self.detail)

    @property
    def label(self) -> str:
        return self.matter.workflow.move(self.move).label

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What the move asked for, in words, in the order of its asks."""
        move = self.matter.workflow.move(self.move)
        return [
            (ask.label, self.detail.get(f"{ask.key}_label") or ask.in_words(self.detail[ask.key]))
            for ask in move.asks
            if self.detail.get(ask.key) not in (None, "")
        ]
