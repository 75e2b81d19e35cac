"""Rules and normative documents that the office issued, and their regular clean-up."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from casework.models import DatedRecord
from casework.models.register import DatedQuerySet


class RuleKind(models.TextChoices):
    NORMATIVE = "normative", "行政规范性文件"
    INTERNAL = "internal", "内部规章制度"
    PARTY = "party", "党工委文件"
    OFFICE = "office", "办事处文件"
    COMMUNITY = "community", "居民公约等"


class Issuer(models.TextChoices):
    OFFICE = "office", "办事处"
    PARTY = "party", "党工委"
    BOTH = "both", "党工委、办事处"
    OTHER = "other", "其他"


class Validity(models.TextChoices):
    IN_FORCE = "in_force", "现行有效"
    REPEALED = "repealed", "已废止"
    LAPSED = "lapsed", "已失效"


class RuleQuerySet(DatedQuerySet):
    def of_kind(self, *kinds: RuleKind) -> RuleQuerySet:
        """Rules of these kinds."""
        return self.filter(kind__in=kinds)

    def in_force_on(self, day: date) -> RuleQuerySet:
        """Rules issued by a day and neither repealed nor lapsed on it."""
        return self.filter(
            Q(repealed_on=None) | Q(repealed_on__gt=day),
            Q(valid_until=None) | Q(valid_until__gte=day),
            on__lte=day,
        )

    def repealed_in(self, first: date, last: date) -> RuleQuerySet:
        """Rules repealed between two days."""
        return self.filter(repealed_on__range=(first, last))

    def filed(self) -> RuleQuerySet:
        """Rules that were filed (备案)."""
        return self.filter(filed_on__isnull=False)


class Rule(DatedRecord):
    """A rule or normative document: number, issued, in force, filed, repealed."""

    title = models.CharField("名称", max_length=200)
    document_number = models.CharField("文号", max_length=60, blank=True)
    kind = models.CharField("类别", max_length=20, choices=RuleKind, default=RuleKind.INTERNAL)
    issuer = models.CharField("印发主体", max_length=20, choices=Issuer, default=Issuer.OFFICE)
    in_force_from = models.DateField("施行日期", null=True, blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    filed_with = models.CharField("备案机关", max_length=100, blank=True)
    repealed_on = models.DateField("废止日期", null=True, blank=True)
    repealed_by = models.CharField("废止依据", max_length=200, blank=True)

    on = models.DateField("印发日期")

    objects = RuleQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "规章制度"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:rule", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        late = ("in_force_from", "valid_until", "filed_on", "repealed_on")
        wrong = {
            name: f"{self._meta.get_field(name).verbose_name}不能早于印发日期。"
            for name in late
            if self.on and getattr(self, name) and getattr(self, name) < self.on
        }
        if wrong:
            raise ValidationError(wrong)

    @property
    def validity(self) -> str:
        """Whether the rule is in force today, in words."""
        return self.validity_on(timezone.localdate()).label

    def validity_on(self, day: date) -> Validity:
        """Return whether the rule is in force, repealed or lapsed on a day."""
        if self.repealed_on and self.repealed_on <= day:
            return Validity.REPEALED
        if self.valid_until and self.valid_until < day:
            return Validity.LAPSED
        return Validity.IN_FORCE


class ReviewResult(models.TextChoices):
    KEPT = "kept", "继续有效"
    REVISED = "revised", "修改"
    REPEALED = "repealed", "废止"
    LAPSED = "lapsed", "宣布失效"


class RuleReview(DatedRecord):
    """What the clean-up (清理, every two years) decided about one document."""

    title = models.CharField("文件名称", max_length=200)
    rule = models.ForeignKey(
        Rule,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name="本系统登记的文件",
    )
    result = models.CharField("清理结论", max_length=20, choices=ReviewResult)
    reason = models.CharField("理由", max_length=300, blank=True)

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "文件清理"

    def __str__(self) -> str:
        return f"{self.title}：{self.get_result_display()}"

    def get_absolute_url(self) -> str:
        return reverse("governance:rule-review", args=[self.pk])
