"""Suggestions with their reply, inspections, honours, and the statistics of enforcement."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from casework.models import DatedRecord, YearlyRecord
from casework.models.register import DatedQuerySet, YearlyQuerySet


class SuggestionKind(models.TextChoices):
    CONGRESS = "congress", "人大代表建议"
    CONSULTATIVE = "consultative", "政协提案"
    PROCURATORIAL = "procuratorial", "检察建议"
    JUDICIAL = "judicial", "司法建议"
    OTHER = "other", "其他建议"


class SuggestionQuerySet(DatedQuerySet):
    def unanswered(self) -> SuggestionQuerySet:
        """Suggestions without a reply."""
        return self.filter(replied_on=None)

    def replied_in(self, first: date, last: date) -> SuggestionQuerySet:
        """Suggestions replied to between two days, whenever they came."""
        return self.filter(replied_on__range=(first, last))

    def replied_in_time(self) -> SuggestionQuerySet:
        """Suggestions replied to by the day that was set, or without such a day."""
        return self.filter(replied_on__isnull=False).filter(
            Q(due_on=None) | Q(replied_on__lte=F("due_on"))
        )


class Suggestion(DatedRecord):
    """A suggestion of congress, consultative conference, procuratorate or court, and its reply."""

    kind = models.CharField("类别", max_length=20, choices=SuggestionKind)
    number = models.CharField("编号（文号）", max_length=60, blank=True)
    source = models.CharField("提出单位或代表", max_length=100, blank=True)
    title = models.CharField("标题", max_length=200)
    due_on = models.DateField("要求答复日期", null=True, blank=True)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    reply = models.CharField("答复和采纳情况", max_length=500, blank=True)

    on = models.DateField("收到日期")

    objects = SuggestionQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "建议提案"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:suggestion", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        wrong = {
            name: f"{self._meta.get_field(name).verbose_name}不能早于收到日期。"
            for name in ("due_on", "replied_on")
            if self.on and getattr(self, name) and getattr(self, name) < self.on
        }
        if wrong:
            raise ValidationError(wrong)


class InspectionKind(models.TextChoices):
    RULE_OF_LAW = "rule_of_law", "法治督察"
    DISCIPLINE = "discipline", "巡察"
    CONGRESS = "congress", "人大监督、审议意见"
    SPECIAL = "special", "专项监督检查"
    FILES = "files", "案卷评查"
    AUDIT = "audit", "审计"
    OTHER = "other", "其他"


class Inspection(DatedRecord):
    """An inspection from outside or above: what it found, and what has been put right."""

    kind = models.CharField("类别", max_length=20, choices=InspectionKind)
    source = models.CharField("督察单位", max_length=100, blank=True)
    title = models.CharField("督察事项", max_length=200)
    findings = models.PositiveIntegerField("发现问题数", default=0)
    corrected = models.PositiveIntegerField("已整改数", default=0)
    problems = models.TextField("问题清单", max_length=5000, blank=True)
    correct_by = models.DateField("整改期限", null=True, blank=True)
    corrected_on = models.DateField("整改完成日期", null=True, blank=True)
    measures = models.TextField("整改情况", max_length=5000, blank=True)

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "督察整改"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:inspection", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        if (self.corrected or 0) > (self.findings or 0):
            raise ValidationError({"corrected": "已整改数不能多于发现问题数。"})


class HonourLevel(models.TextChoices):
    NATIONAL = "national", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区级"
    OTHER = "other", "其他"


class Honour(DatedRecord):
    """An honour, a model project, a place in an assessment."""

    title = models.CharField("名称", max_length=200)
    grantor = models.CharField("授予（考核）单位", max_length=100, blank=True)
    level = models.CharField(
        "级别", max_length=20, choices=HonourLevel, default=HonourLevel.DISTRICT
    )
    rank = models.PositiveSmallIntegerField("名次", null=True, blank=True)

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "荣誉考核"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:honour", args=[self.pk])


class EnforcementItem(models.TextChoices):
    """What an office that exercises enforcement counts in a year."""

    FILED = "filed", "行政处罚立案"
    SIMPLE = "simple", "简易程序处罚"
    ORDINARY = "ordinary", "普通程序处罚"
    DECISIONS = "decisions", "行政处罚决定"
    WARNINGS = "warnings", "警告、通报批评"
    FINES = "fines", "罚款处罚"
    CONFISCATIONS = "confiscations", "没收类处罚"
    LICENCES = "licences", "暂扣、吊销许可证件"
    CLOSURES = "closures", "责令停产停业"
    DETENTIONS = "detentions", "行政拘留"
    OTHER_PENALTIES = "other_penalties", "其他处罚"
    DROPPED = "dropped", "撤销立案"
    LENIENT = "lenient", "减轻、不予处罚"
    EXECUTED = "executed", "处罚执结"
    IN_TIME = "in_time", "按期办结"
    PUBLISHED = "published", "处罚公示"
    MEASURES = "measures", "行政强制措施"
    EXECUTIONS = "executions", "行政强制执行"
    COERCION = "coercion", "行政强制决定"
    PERMIT_REQUESTS = "permit_requests", "行政许可申请"
    PERMITS_ACCEPTED = "permits_accepted", "行政许可受理"
    PERMITS = "permits", "行政许可决定"
    PERMITS_REFUSED = "permits_refused", "不予许可"
    PERMITS_REVOKED = "permits_revoked", "撤销许可"
    CHECKS = "checks", "行政检查"
    RANDOM_CHECKS = "random_checks", "双随机检查批次"
    RANDOM_OBJECTS = "random_objects", "双随机检查对象"
    JOINT = "joint", "联合（专项）执法"
    PERSUASIONS = "persuasions", "劝导"
    CHARGES = "charges", "行政事业性收费"
    PROCUREMENT = "procurement", "政府集中采购"


class EnforcementQuerySet(YearlyQuerySet):
    def of_item(self, *items: EnforcementItem) -> EnforcementQuerySet:
        """Figures of these items."""
        return self.filter(item__in=items)


class EnforcementFigure(YearlyRecord):
    """One statistic of enforcement for a year: a number, and where there is one an amount."""

    item = models.CharField("项目", max_length=20, choices=EnforcementItem)
    number = models.PositiveIntegerField("数量", default=0)
    amount = models.DecimalField("金额（元）", max_digits=16, decimal_places=2, default=0)
    source = models.CharField("来源", max_length=100, blank=True)

    objects = EnforcementQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "执法统计"

    def __str__(self) -> str:
        return f"{self.year}年{self.get_item_display()}"

    def get_absolute_url(self) -> str:
        return reverse("governance:enforcement-figure", args=[self.pk])

    def clean(self) -> None:
        if self.amount is not None and self.amount < 0:
            raise ValidationError({"amount": "金额不能小于 0。"})
