"""案前研判 and 沟通: meetings on a case, and talks with court and others."""

from __future__ import annotations

from django.db import models

from casework.models import Matter
from litigation.models.proceeding import Proceeding, Risk
from people.models import StaffMember


class MeetingKind(models.TextChoices):
    STUDY = "study", "案前研判"
    FOLLOW_UP = "follow_up", "跟进会商"


class AboutCase(models.QuerySet):
    def visible_to(self, user) -> AboutCase:
        """Records of the cases a person may see."""
        return self.filter(proceeding__matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> AboutCase:
        """Records with everything a row of a list shows."""
        return self.select_related("proceeding__matter__department", "proceeding__matter__handler")


class Meeting(models.Model):
    """A meeting on a case: the views of its facts, evidence and procedure, and the risk."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="meetings")
    kind = models.CharField("类型", max_length=20, choices=MeetingKind, default=MeetingKind.STUDY)
    on = models.DateField("会议日期")
    chair = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="主持人",
    )
    participants = models.CharField("参加人", max_length=300, blank=True)
    facts = models.TextField("事实认定意见", blank=True)
    evidence = models.TextField("证据意见", blank=True)
    procedure = models.TextField("程序意见", blank=True)
    risk = models.CharField("风险等级", max_length=20, choices=Risk, default=Risk.GENERAL)
    conclusion = models.TextField("研判结论和分工", blank=True)

    objects = AboutCase.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "案前研判"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"


class CounterpartKind(models.TextChoices):
    COURT = "court", "法院（复议机关）"
    JUSTICE = "justice", "司法局"
    DEPARTMENT = "department", "其他部门"
    PARTY = "party", "当事人"


class Communication(models.Model):
    """A talk with the court, the justice bureau, a department or the party, on its day."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="communications")
    on = models.DateField("日期")
    counterpart_kind = models.CharField("对象类别", max_length=20, choices=CounterpartKind)
    counterpart = models.CharField("沟通对象", max_length=100)
    content = models.TextField("沟通内容")
    result = models.TextField("结果和后续", blank=True)

    objects = AboutCase.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "沟通记录"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.counterpart}"
