"""调解: before a suit, during one, or by a leader in charge; its rounds and what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from casework.models import Matter
from litigation.models.kept import KeptQuerySet
from people.models import Department, StaffMember


class MediationPhase(models.TextChoices):
    BEFORE = "before", "诉前化解"
    DURING = "during", "诉中调解"


class MediationResult(models.TextChoices):
    ONGOING = "ongoing", "进行中"
    AGREED = "agreed", "达成协议"
    FAILED = "failed", "未达成协议"


class MediationQuerySet(KeptQuerySet):
    def with_desk(self) -> MediationQuerySet:
        """Records with everything a row of a list shows."""
        return self.select_related("matter", "department", "leader").prefetch_related("rounds")


class Mediation(models.Model):
    """An attempt to settle a dispute."""

    matter = models.ForeignKey(
        Matter, models.CASCADE, null=True, blank=True, related_name="mediations"
    )
    title = models.CharField("争议事项", max_length=200)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="承办科室"
    )
    phase = models.CharField(
        "阶段", max_length=20, choices=MediationPhase, default=MediationPhase.DURING
    )
    leader = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="包案领导",
    )
    begun_on = models.DateField("开始日期")
    plan = models.TextField("化解方案", blank=True)
    result = models.CharField(
        "结果", max_length=20, choices=MediationResult, default=MediationResult.ONGOING
    )
    ended_on = models.DateField("结束日期", null=True, blank=True)
    agreement = models.TextField("协议内容或者未成原因", blank=True)

    objects = MediationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "调解化解"
        ordering = ["-begun_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="mediation_ends_after_it_begins",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("begun_on")),
                violation_error_message="结束日期不能早于开始日期。",
            )
        ]

    def __str__(self) -> str:
        return self.title


class MediationRound(models.Model):
    """A round of a mediation: when, with whom, what was said."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="rounds")
    on = models.DateField("日期")
    participants = models.CharField("参加人", max_length=200, blank=True)
    content = models.TextField("调解情况")

    class Meta:
        verbose_name = verbose_name_plural = "调解轮次"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.content[:20]}"
