"""What is published unasked (主动公开), with the clock of its publication, and monthly counts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from casework.metrics import Span
from casework.models import DatedRecord, Term, YearlyRecord
from casework.models.register import DatedQuerySet, YearlyQuerySet
from disclosure.deadlines import PUBLICATION
from timelimits.periods import Reckoning
from timelimits.workdays import WorkCalendar


class ChannelKind(models.TextChoices):
    """The kinds of channel that reports count apart."""

    SITE = "site", "政府网站"
    NEW_MEDIA = "new_media", "新媒体"
    OTHER = "other", "其他平台"


class PublicationChannel(Term):
    """Where information is published (公开渠道)."""

    kind = models.CharField("类别", max_length=20, choices=ChannelKind, default=ChannelKind.OTHER)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "公开渠道"


class PublicationCategory(Term):
    """What kind of information it is (信息类别), as the catalogue of disclosure has it."""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "信息类别"


class PublicationQuerySet(DatedQuerySet):
    def in_year(self, year: int) -> PublicationQuerySet:
        """Records published in a year, or formed in it and not yet published."""
        waiting = Q(on=None, formed_on__year=year)
        return self.filter(waiting | Q(on__year=year))

    def awaiting(self) -> PublicationQuerySet:
        """Records formed and not yet published."""
        return self.valid().filter(on=None)

    def overdue(self, on: date) -> PublicationQuerySet:
        """Records whose last day of publication has passed and that are still not published."""
        return self.awaiting().filter(due_on__lt=on)

    def in_time(self) -> PublicationQuerySet:
        """Published records that kept the limit; one without a day of formation is not judged."""
        return self.filter(on__isnull=False, due_on__isnull=False, on__lte=F("due_on"))

    def judged(self) -> PublicationQuerySet:
        """Published records of which it is known by when they were due."""
        return self.filter(on__isnull=False, due_on__isnull=False)

    def in_force_on(self, day: date) -> PublicationQuerySet:
        """Records published by a day and not withdrawn on it."""
        return self.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day), on__lte=day)


class Publication(DatedRecord):
    """A piece of information published unasked (《政府信息公开条例》第十九条、第二十条).

    Its last day is a projection of the day on which it was formed or changed; `publications` works
    it out again when the calendar changes.
    """

    on = models.DateField("公开日期", null=True, blank=True)
    title = models.CharField("标题", max_length=300)
    category = models.ForeignKey(
        PublicationCategory, models.PROTECT, related_name="+", verbose_name="信息类别"
    )
    channels = models.ManyToManyField(
        PublicationChannel, related_name="publications", verbose_name="公开渠道", blank=True
    )
    formed_on = models.DateField("形成（变更）日期", null=True, blank=True)
    document_number = models.CharField("文号", max_length=60, blank=True)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    source_document = models.CharField("来源文件", max_length=200, blank=True)
    address = models.URLField("公开网址", max_length=500, blank=True)
    corrected_on = models.DateField("更正日期", null=True, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    reason = models.CharField("更正、撤回原因", max_length=300, blank=True)
    due_on = models.DateField("最迟公开日期", null=True, editable=False)
    is_provisional = models.BooleanField("暂定", default=False, editable=False)

    DESK = ("category",)
    DESK_LISTS = ("channels",)

    objects = PublicationQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "主动公开"
        ordering = [F("on").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                name="publication_has_a_day",
                condition=Q(on__isnull=False) | Q(formed_on__isnull=False),
                violation_error_message="请填写公开日期；尚未公开的，请填写形成日期。",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("disclosure:publication", args=[self.pk])

    @property
    def when(self) -> str:
        return str(self.on) if self.on else "待公开"

    @property
    def deadline(self) -> str:
        """The last day of publication as a list shows it."""
        if self.due_on is None:
            return ""
        late = bool(self.on and self.on > self.due_on)
        marks = "（暂定）" if self.is_provisional else "（超期公开）" if late else ""
        return f"{self.due_on}{marks}"

    def clean(self) -> None:
        wrong = {
            name: f"{self._meta.get_field(name).verbose_name}不能早于{earlier}。"
            for name, floor, earlier in (
                ("on", self.formed_on, "形成日期"),
                ("corrected_on", self.on, "公开日期"),
                ("withdrawn_on", self.on, "公开日期"),
            )
            if floor and getattr(self, name) and getattr(self, name) < floor
        }
        if wrong:
            raise ValidationError(wrong)
        if (self.withdrawn_on or self.corrected_on) and not self.on:
            raise ValidationError({"on": "已经更正或撤回的，请填写公开日期。"})

    def reckoned(self, calendar: WorkCalendar) -> Reckoning | None:
        """Return when the information is to be published and why, None without a day of origin."""
        if self.formed_on is None:
            return None
        return PUBLICATION.period.reckon(self.formed_on, calendar, occasion="信息形成或变更")

    def reckon(self, calendar: WorkCalendar) -> None:
        """Work the last day out by a calendar."""
        found = self.reckoned(calendar)
        self.due_on = found.due_on if found else None
        self.is_provisional = bool(found and found.provisional)


class ChannelCountQuerySet(YearlyQuerySet):
    def within(self, span: Span) -> ChannelCountQuerySet:
        """Counts of months that lie whole in a span."""
        first = span.first.year * 12 + span.first.month + (span.first.day > 1)
        ends = span.last.day == monthrange(span.last.year, span.last.month)[1]
        last = span.last.year * 12 + span.last.month - (not ends)
        months = F("year") * 12 + F("month")
        return self.annotate(months=months).filter(months__range=(first, last))


class ChannelCount(YearlyRecord):
    """How many items a channel published in a month, where single items are not kept."""

    month = models.PositiveSmallIntegerField(
        "月份", choices=[(number, f"{number}月") for number in range(1, 13)]
    )
    channel = models.ForeignKey(
        PublicationChannel, models.PROTECT, related_name="+", verbose_name="公开渠道"
    )
    number = models.PositiveIntegerField("条数")

    DESK = ("channel",)

    objects = ChannelCountQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "渠道月度条数"
        ordering = ["-year", "-month", "pk"]

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月 {self.channel}"

    def get_absolute_url(self) -> str:
        return reverse("disclosure:channel-count", args=[self.pk])

    def clean(self) -> None:
        twins = ChannelCount.objects.valid().filter(
            year=self.year, month=self.month, channel=self.channel_id
        )
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"month": "这个渠道这个月的条数已经登记过。"})
