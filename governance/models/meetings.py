"""Meetings on the rule of law, and the yearly list of major decisions."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from casework.models import DatedRecord, YearlyRecord
from casework.models.register import DatedQuerySet, YearlyQuerySet


class MeetingKind(models.TextChoices):
    SPECIAL = "special", "法治建设专题会议"
    COMMITTEE = "committee", "党工委会议研究法治"
    OFFICE = "office", "办事处办公会议研究法治"
    JOINT = "joint", "党政联席会议研究法治"
    REPORT = "report", "听取法治工作汇报"
    RULE_OF_LAW_COMMITTEE = "rule_of_law_committee", "依法治街委员会会议"
    LEADING_GROUP = "leading_group", "法治建设领导小组会议"
    ENFORCEMENT = "enforcement", "综合行政执法协调会议"
    COURT = "court", "府院（府检）联席会议"
    OTHER = "other", "其他会议"


# Meetings at which the rule of law itself was on the agenda.
ON_RULE_OF_LAW = (
    MeetingKind.SPECIAL,
    MeetingKind.COMMITTEE,
    MeetingKind.OFFICE,
    MeetingKind.JOINT,
    MeetingKind.REPORT,
    MeetingKind.LEADING_GROUP,
)


class MeetingQuerySet(DatedQuerySet):
    def of_kind(self, *kinds: MeetingKind) -> MeetingQuerySet:
        """Meetings of these kinds."""
        return self.filter(kind__in=kinds)

    def with_counsel(self) -> MeetingQuerySet:
        """Meetings at which counsel sat in."""
        return self.filter(counsel_sat_in=True)


class Meeting(DatedRecord):
    """A meeting on the rule of law: what was on its agenda, what it decided."""

    kind = models.CharField("会议类别", max_length=30, choices=MeetingKind)
    title = models.CharField("会议名称", max_length=200)
    chair = models.CharField("主持人", max_length=50, blank=True)
    chaired_by_principal = models.BooleanField("主要负责人主持", default=False)
    items = models.PositiveIntegerField("研究事项数", default=1)
    agenda = models.TextField("议题", max_length=2000, blank=True)
    decisions = models.TextField("议定事项", max_length=5000, blank=True)
    counsel_sat_in = models.BooleanField("法律顾问列席", default=False)
    judicial_office_sat_in = models.BooleanField("司法所列席", default=False)
    persons = models.PositiveIntegerField("参会人数", default=0)

    objects = MeetingQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "法治会议"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:meeting", args=[self.pk])


STEPS = ("participation_on", "experts_on", "risk_on", "reviewed_on", "discussed_on")


class MajorDecisionQuerySet(YearlyQuerySet):
    def through_all_steps(self) -> MajorDecisionQuerySet:
        """Decisions that went through each step that was wanted of them."""
        return self.filter(
            models.Q(participation_on__isnull=False) | models.Q(needs_participation=False),
            models.Q(experts_on__isnull=False) | models.Q(needs_experts=False),
            models.Q(risk_on__isnull=False) | models.Q(needs_risk=False),
            reviewed_on__isnull=False,
            discussed_on__isnull=False,
        )


class MajorDecision(YearlyRecord):
    """A matter of the yearly list of major decisions (重大行政决策事项目录), with its five steps.

    Review and collective discussion can never be left out (《重大行政决策程序暂行条例》第二十五条、
    第三十条).
    """

    title = models.CharField("决策事项名称", max_length=200)
    content = models.TextField("主要内容", max_length=2000, blank=True)
    decided_by = models.CharField("决策主体", max_length=100, blank=True)
    basis = models.CharField("法律政策依据", max_length=300, blank=True)
    needs_participation = models.BooleanField("应当公众参与", default=True)
    needs_experts = models.BooleanField("应当专家论证", default=True)
    needs_risk = models.BooleanField("应当风险评估", default=True)
    participation_on = models.DateField("公众参与", null=True, blank=True)
    experts_on = models.DateField("专家论证", null=True, blank=True)
    risk_on = models.DateField("风险评估", null=True, blank=True)
    reviewed_on = models.DateField("合法性审查", null=True, blank=True)
    discussed_on = models.DateField("集体讨论决定", null=True, blank=True)
    planned_on = models.DateField("计划完成日期", null=True, blank=True)
    published_on = models.DateField("决策公布日期", null=True, blank=True)
    opinions = models.PositiveIntegerField("收到公众意见条数", default=0)

    objects = MajorDecisionQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "重大行政决策"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:major-decision", args=[self.pk])

    @property
    def steps_done(self) -> str:
        """How many of the wanted steps are done, such as 3/5."""
        wanted = [
            name for name in STEPS if getattr(self, f"needs_{name.removesuffix('_on')}", True)
        ]
        done = [name for name in wanted if getattr(self, name)]
        return f"{len(done)}/{len(wanted)}"
