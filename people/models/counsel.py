"""The lawyers the office has engaged, their firm and their terms."""

from datetime import date

from django.db import models
from django.db.models import F, Prefetch, Q

from people.models.department import ENDS_BEFORE_IT_STARTS, Period, PeriodQuerySet


class LegalCounselQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LegalCounselQuerySet":
        """Counsel that a person may see: whoever belongs to the office sees whom it engaged."""
        return self if user.is_authenticated and user.staff_member_id else self.none()

    def in_term(self, day: date) -> "LegalCounselQuerySet":
        """Counsel whose engagement runs on a day."""
        return self.filter(pk__in=CounselEngagement.objects.on(day).values("counsel"))

    def with_terms(self, day: date) -> "LegalCounselQuerySet":
        """Counsel with `terms`, the engagements that run on a day."""
        running = CounselEngagement.objects.on(day)
        return self.prefetch_related(Prefetch("engagements", running, to_attr="terms"))


class LegalCounsel(models.Model):
    """An outside lawyer (法律顾问)."""

    name = models.CharField("姓名", max_length=50)
    firm = models.CharField("执业机构", max_length=100)
    licence_number = models.CharField("执业证号", max_length=40, unique=True)
    phone = models.CharField("联系电话", max_length=30, blank=True)

    objects = LegalCounselQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律顾问"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class CounselEngagement(Period):
    """A term (聘期) for which a lawyer is engaged."""

    counsel = models.ForeignKey(
        LegalCounsel, models.PROTECT, related_name="engagements", verbose_name="法律顾问"
    )
    since = models.DateField("聘期起")
    until = models.DateField("聘期止", null=True, blank=True)

    twin_message = "与该顾问已登记的聘期重叠。"

    class Meta:
        verbose_name = verbose_name_plural = "聘期"
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="engagement_ends_after_it_starts",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=ENDS_BEFORE_IT_STARTS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.counsel} {self.since}—{self.until or ''}"

    def twins(self) -> PeriodQuerySet:
        return CounselEngagement.objects.filter(counsel=self.counsel_id)
