"""The matter: whatever the office handles under a number, and who may see it."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from casework.workflow import Workflow, workflows
from people.models import Department, LegalCounsel, StaffMember
from people.scope import Scope, scope_of

# Outside counsel keep sight of a matter for this long after it was closed (律师法第三十八条,
# 《个人信息保护法》第十九条: no longer than the purpose needs).
COUNSEL_SEES_AFTER_CLOSING = timedelta(days=30)


class MatterQuerySet(models.QuerySet):
    def visible_to(self, user, on: date | None = None) -> MatterQuerySet:
        """Records that a person may see: the one rule for list, page, count, search and file."""
        if not user.is_authenticated:
            return self.none()
        on = on or timezone.localdate()
        return self.within(scope_of(user, on), on)

    def within(self, scope: Scope, on: date) -> MatterQuerySet:
        """Records inside a scope on a day."""
        if scope.everything:
            return self
        if scope.counsel:
            entrusted = CounselAssignment.objects.filter(counsel=scope.counsel).values("matter")
            recent = Q(closed_on=None) | Q(closed_on__gte=on - COUNSEL_SEES_AFTER_CLOSING)
            return self.filter(recent, pk__in=entrusted)
        if not scope.departments and not scope.members:
            return self.none()
        given = Q(tasks__department__in=scope.departments) | Q(tasks__assignee__in=scope.members)
        to_them = Matter.objects.filter(given, tasks__withdrawn_at=None).values("pk")
        return self.filter(
            Q(department__in=scope.departments) | Q(handler__in=scope.members) | Q(pk__in=to_them)
        )

    def valid(self) -> MatterQuerySet:
        """Records that were not voided."""
        return self.filter(voided_at=None)

    def open(self) -> MatterQuerySet:
        """Records still being handled."""
        return self.valid().filter(closed_on=None)

    def closed(self) -> MatterQuerySet:
        """Records that have come to their end."""
        return self.valid().filter(closed_on__isnull=False)

    def carried_into(self, first: date) -> MatterQuerySet:
        """Records received before a day and not closed before it."""
        still_open = Q(closed_on=None) | Q(closed_on__gte=first)
        return self.valid().filter(still_open, received_on__lt=first)

    def open_at_end_of(self, last: date) -> MatterQuerySet:
        """Records received up to a day and not closed on it or before."""
        still_open = Q(closed_on=None) | Q(closed_on__gt=last)
        return self.valid().filter(still_open, received_on__lte=last)

    def overdue(self, on: date) -> MatterQuerySet:
        """Records of which some deadline has passed."""
        return self.open().filter(next_due_on__lt=on)

    def due_soon(self, of: date) -> MatterQuerySet:
        """Records of which some deadline ends today or in the next three days."""
        return self.open().filter(next_due_on__range=(of, of + timedelta(days=3)))

    def with_desk(self) -> MatterQuerySet:
        """Records with everything a row of a list shows."""
        return self.select_related("department", "handler").prefetch_related("deadlines")


class Matter(models.Model):
    """A matter (事项). What it is about is kept by a record of one of the apps, which points here.

    Stage, closing day, outcome with its day, and next deadline are worked out from the timeline by
    `process.refresh`, which is their only writer.
    """

    kind = models.CharField("类别", max_length=30)
    number = models.CharField("编号", max_length=60, unique=True)
    title = models.CharField("名称", max_length=200)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="matters", verbose_name="承办科室"
    )
    handler = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="matters",
        verbose_name="承办人",
    )
    received_on = models.DateField("收到日期")
    stage = models.CharField("环节", max_length=30)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=30, blank=True)
    settled_on = models.DateField("结果日期", null=True, blank=True)
    next_due_on = models.DateField("最近期限", null=True, blank=True)
    arises_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="consequences",
        verbose_name="源自",
    )
    search_text = models.TextField("检索文字", blank=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    opened_at = models.DateTimeField("登记时间", auto_now_add=True)
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    void_reason = models.CharField("作废理由", max_length=500, blank=True)
    calendar_version = models.PositiveIntegerField("日历版本", default=0)
    version = models.PositiveIntegerField("版本", default=1)
    followers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Follow", related_name="followed_matters"
    )

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "事项"
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["kind", "-received_on", "-id"], name="matter_by_receipt"),
            models.Index(
                fields=["kind", "next_due_on"],
                name="matter_by_due",
                condition=Q(closed_on=None, voided_at=None),
            ),
            models.Index(fields=["department", "-received_on"], name="matter_by_department"),
        ]
        constraints = [
            models.CheckConstraint(
                name="matter_closes_after_receipt",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("received_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse(self.workflow.page, args=[self.pk])

    @property
    def workflow(self) -> Workflow:
        return workflows[self.kind]

    @property
    def kind_label(self) -> str:
        return self.workflow.label

    @property
    def stage_label(self) -> str:
        return "已作废" if self.voided_at else self.workflow.stages[self.stage]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.voided_at is None


class CounselAssignment(models.Model):
    """A matter's being entrusted to an outside lawyer."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="counsel_assignments")
    counsel = models.ForeignKey(
        LegalCounsel, models.PROTECT, related_name="assignments", verbose_name="法律顾问"
    )
    since = models.DateField("委托日期")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "顾问委托"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="counsel_is_assigned_once", fields=["matter", "counsel"])
        ]

    def __str__(self) -> str:
        return f"{self.counsel} {self.matter}"


class Follow(models.Model):
    """A person's wish to hear of a matter (关注)."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="follows")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    since = models.DateTimeField("关注时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "关注"
        constraints = [
            models.UniqueConstraint(name="matter_is_followed_once", fields=["matter", "user"])
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.matter}"


class NumberSeries(models.Model):
    """The last serial given in one kind and year. Its row is locked while a number is taken."""

    kind = models.CharField("类别", max_length=40)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("已用到", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "编号序列"
        constraints = [
            models.UniqueConstraint(name="series_per_kind_and_year", fields=["kind", "year"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"
