"""What reports keep: ledgers waiting for confirmation, annual reports and what they published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from casework.metrics import Span
from casework.models.document import StoredFile


class LedgerUpload(StoredFile):
    """A file with ledgers: uploaded, previewed, and then written or left."""

    written_at = models.DateTimeField("写入时间", null=True, blank=True)
    outcome = models.JSONField("结果", default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入文件"
        ordering = ["-uploaded_at", "-pk"]

    def get_absolute_url(self) -> str:
        return reverse("reports:upload", args=[self.pk])


class State(models.TextChoices):
    """How far a report has come: only forward, a correction is a new version."""

    DRAFT = "draft", "起草"
    REVIEWED = "reviewed", "已审核"
    FROZEN = "frozen", "已冻结"
    PUBLISHED = "published", "已公布"


class AnnualReport(models.Model):
    """An annual report of one kind and year, in one version."""

    kind = models.CharField("种类", max_length=30)
    year = models.PositiveSmallIntegerField("年度")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    first = models.DateField("统计起始")
    last = models.DateField("统计截止")
    title = models.CharField("标题", max_length=200)
    state = models.CharField("状态", max_length=20, choices=State, default=State.DRAFT)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人"
    )
    drafted_at = models.DateTimeField("起草时间", auto_now_add=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="审核人"
    )
    reviewed_at = models.DateTimeField("审核时间", null=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="冻结人"
    )
    frozen_at = models.DateTimeField("冻结时间", null=True)
    frozen_text = models.JSONField("冻结文本", default=list, blank=True)
    calendar_version = models.PositiveIntegerField("日历版本", default=0)
    fingerprint = models.CharField("指纹", max_length=64, blank=True)
    published_on = models.DateField("公布日期", null=True)
    metadata = models.JSONField("公开信息", default=dict, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "年度报告"
        ordering = ["-year", "kind", "-edition"]
        constraints = [
            models.UniqueConstraint(
                name="report_edition_is_made_once", fields=["kind", "year", "edition"]
            ),
            models.CheckConstraint(
                name="report_span_ends_after_it_begins", condition=Q(last__gte=F("first"))
            ),
            models.CheckConstraint(
                name="report_is_reviewed_by_another",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("drafted_by")),
            ),
        ]

    def __str__(self) -> str:
        return self.title if self.edition == 1 else f"{self.title}（第{self.edition}版）"

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def is_open(self) -> bool:
        """Whether its text and figures may still change."""
        return self.state in {State.DRAFT, State.REVIEWED}


class ReportSection(models.Model):
    """A part of a report: heading, and paragraphs with chips that stay live until freezing."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField("次序")
    level = models.PositiveSmallIntegerField("层级", default=1)
    heading = models.CharField("标题", max_length=100, blank=True)
    text = models.TextField("正文", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "报告章节"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading or "（无标题）"

    @property
    def paragraphs(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]


class FigureOverride(models.Model):
    """A figure said otherwise than the records say, for a reason; marked wherever it is shown."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, related_name="overrides")
    key = models.CharField("指标", max_length=80)
    words = models.CharField("写作", max_length=60)
    reason = models.CharField("理由", max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "手工调整"
        constraints = [
            models.UniqueConstraint(name="figure_is_overridden_once", fields=["report", "key"])
        ]

    def __str__(self) -> str:
        return f"{self.key}：{self.words}"


class PublishedFigure(models.Model):
    """A figure as a report froze it: what was said, how it was counted, of which records."""

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="figures")
    key = models.CharField("指标", max_length=80)
    label = models.CharField("名称", max_length=100)
    definition = models.TextField("口径", blank=True)
    value = models.CharField("数值", max_length=40, blank=True)
    words = models.TextField("写作")
    records = models.JSONField("明细", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "冻结数据"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="figure_is_frozen_once", fields=["report", "key"])
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.words}"
