"""What a register without a course keeps: records of a day or year, entered and confirmed."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from casework.metrics import Span
from casework.models.document import StoredFile
from people.models import Department
from people.scope import scope_of

ENDS_BEFORE_IT_STARTS = "结束日期不能早于开始日期。"


class RegisterQuerySet(models.QuerySet):
    """Records of a register, whether they carry a day or a year."""

    def visible_to(self, user) -> RegisterQuerySet:
        """Records that a person may see: the one rule for list, page, count, file and figure."""
        if not user.is_authenticated:
            return self.none()
        scope = scope_of(user, timezone.localdate())
        return self if scope.everything else self.filter(department__in=scope.departments)

    def valid(self) -> RegisterQuerySet:
        """Records that were not voided."""
        return self.filter(voided_at=None)

    def confirmed(self) -> RegisterQuerySet:
        """Valid records that 法制办 has confirmed."""
        return self.valid().filter(confirmed_at__isnull=False)

    def unconfirmed(self) -> RegisterQuerySet:
        """Valid records that 法制办 has still to confirm."""
        return self.valid().filter(confirmed_at=None)

    def within(self, span: Span) -> RegisterQuerySet:
        """Records that belong to a span; one that reaches out of it belongs where it begins."""
        raise NotImplementedError

    def in_year(self, year: int) -> RegisterQuerySet:
        """Records of a year."""
        return self.within(Span.year(year))

    def counted_in(self, span: Span) -> RegisterQuerySet:
        """Records that a report on a span counts."""
        return self.confirmed().within(span)

    def unconfirmed_in(self, span: Span) -> RegisterQuerySet:
        """Records of a span that are counted apart, because nobody has confirmed them."""
        return self.unconfirmed().within(span)

    def with_desk(self) -> RegisterQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related("department", *self.model.DESK).prefetch_related(
            *self.model.DESK_LISTS
        )


class DatedQuerySet(RegisterQuerySet):
    def within(self, span: Span) -> DatedQuerySet:
        return self.filter(on__range=(span.first, span.last))


class YearlyQuerySet(RegisterQuerySet):
    def within(self, span: Span) -> YearlyQuerySet:
        return self.filter(year__range=(span.first.year, span.last.year))


class EvidenceFolder(models.Model):
    """What proves one record of a register: its files and links."""

    class Meta:
        verbose_name = verbose_name_plural = "佐证材料夹"

    def __str__(self) -> str:
        return f"佐证材料 {self.pk}"


class Evidence(StoredFile):
    """A photo or other file that proves a record."""

    folder = models.ForeignKey(EvidenceFolder, models.CASCADE, related_name="files")

    class Meta:
        verbose_name = verbose_name_plural = "佐证材料"
        ordering = ["pk"]


class EvidenceLink(models.Model):
    """An address at which a record can be read about."""

    folder = models.ForeignKey(EvidenceFolder, models.CASCADE, related_name="links")
    address = models.URLField("网址", max_length=500)
    label = models.CharField("说明", max_length=100, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "佐证链接"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.label or self.address


class RegisterRecord(models.Model):
    """A record of a register. `casework.registers.writing` is the only writer of its course.

    A subclass gives `when`, and may name in `DESK` and `DESK_LISTS` what its row in the list shows
    of other records.
    """

    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="责任科室"
    )
    remark = models.CharField("备注", max_length=500, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name="登记人",
    )
    entered_at = models.DateTimeField("登记时间", auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="确认人",
    )
    confirmed_at = models.DateTimeField("确认时间", null=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    voided_at = models.DateTimeField("作废时间", null=True, editable=False)
    void_reason = models.CharField("作废理由", max_length=500, blank=True, editable=False)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    evidence = models.OneToOneField(
        EvidenceFolder, models.PROTECT, null=True, related_name="+", editable=False
    )

    DESK: tuple[str, ...] = ()
    DESK_LISTS: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @property
    def when(self) -> str:
        """The day, stretch of days or year of the record, as a list shows it."""
        raise NotImplementedError

    @property
    def state(self) -> str:
        """Whether the record counts, in words; empty where it does."""
        if self.voided_at:
            return "已作废"
        return "" if self.confirmed_at else "待确认"


class DatedRecord(RegisterRecord):
    """A record of what happened on a day, or from one day to another."""

    on = models.DateField("日期")
    until = models.DateField("结束日期", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on"], name="%(class)s_by_day")]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("on")),
                violation_error_message=ENDS_BEFORE_IT_STARTS,
            )
        ]

    @property
    def when(self) -> str:
        if self.until and self.until != self.on:
            return f"{self.on}至{self.until}"
        return str(self.on or "")

    @property
    def year(self) -> int:
        return self.on.year

    def clean(self) -> None:
        if self.on and self.until and self.until < self.on:
            raise ValidationError({"until": ENDS_BEFORE_IT_STARTS})


def this_year() -> int:
    return timezone.localdate().year


class YearlyRecord(RegisterRecord):
    """A record of a whole year."""

    year = models.PositiveSmallIntegerField("年度", default=this_year)

    objects = YearlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-year", "pk"]
        indexes = [models.Index(fields=["year"], name="%(class)s_by_year")]

    @property
    def when(self) -> str:
        return f"{self.year}年"

    @property
    def on(self) -> date:
        """The last day of the year: what dated records are put in order by."""
        return date(self.year, 12, 31)


class Term(models.Model):
    """A word of a table that the office keeps itself; one in use is never removed, only closed."""

    name = models.CharField("名称", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("排序", default=100)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


def in_words(record: RegisterRecord, name: str) -> object:
    """Return what a cell or a page shows of a record: choices and other records in words."""
    found = {field.name: field for field in record._meta.get_fields()}.get(name)
    value = getattr(record, name)
    if found is None:
        return value
    if found.many_to_many:
        return "、".join(map(str, value.all()))
    if getattr(found, "choices", None):
        return getattr(record, f"get_{name}_display")()
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) if isinstance(value, models.Model) else value
