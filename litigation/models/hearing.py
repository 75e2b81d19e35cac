"""Hearings, and the three seats of the office at each: head, staff in charge, lawyer."""

from __future__ import annotations

from datetime import date

from django.db import models

from casework.models import Document, Matter
from litigation import attendance
from litigation.deadlines import SEATS
from litigation.models.proceeding import Proceeding
from people.models import StaffMember
from timelimits.workdays import WorkCalendar


class HearingState(models.TextChoices):
    FIXED = "fixed", "定期"
    HELD = "held", "已开庭"
    POSTPONED = "postponed", "延期"
    CANCELLED = "cancelled", "取消"


class HearingQuerySet(models.QuerySet):
    def visible_to(self, user) -> HearingQuerySet:
        """Hearings of the cases a person may see."""
        return self.filter(proceeding__matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> HearingQuerySet:
        """Records with everything a row of a list shows."""
        return self.select_related(
            "proceeding__matter__department", "proceeding__matter__handler"
        ).prefetch_related("seats", "proceeding__parties__party", "proceeding__matter__deadlines")

    def valid(self) -> HearingQuerySet:
        """Hearings of cases that were not voided."""
        return self.filter(proceeding__matter__voided_at=None)

    def fixed(self) -> HearingQuerySet:
        """Hearings that are to be held."""
        return self.valid().filter(state=HearingState.FIXED)

    def held(self) -> HearingQuerySet:
        return self.valid().filter(state=HearingState.HELD)

    def attended_by(self, *kinds: str) -> HearingQuerySet:
        """Hearings to which all of these came."""
        hearings = self
        for kind in kinds:
            came = Seat.objects.filter(kind=kind, attended=True)
            hearings = hearings.filter(pk__in=came.values("hearing"))
        return hearings


class Hearing(models.Model):
    """A hearing of a court, or of a reconsideration organ (《行政复议法》第五十一条)."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="hearings")
    on = models.DateField("开庭日期")
    time = models.TimeField("时间", null=True, blank=True)
    place = models.CharField("地点", max_length=100, blank=True)
    judge = models.CharField("审判长（主持人）", max_length=50, blank=True)
    state = models.CharField(
        "状态", max_length=20, choices=HearingState, default=HearingState.FIXED
    )
    head_wanted = models.BooleanField("法院通知负责人出庭", default=False)
    noticed_on = models.DateField("收到开庭通知日期", null=True, blank=True)
    note = models.CharField("情况", max_length=500, blank=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "开庭"
        ordering = ["on", "time", "pk"]
        indexes = [models.Index(fields=["state", "on"], name="hearing_by_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_state_display()}"

    @property
    def is_fixed(self) -> bool:
        return self.state == HearingState.FIXED

    @property
    def is_held(self) -> bool:
        return self.state == HearingState.HELD

    @property
    def in_order(self) -> list[Seat]:
        """The seats in their order: head, staff, lawyer."""
        order = list(SeatKind.values)
        return sorted(self.seats.all(), key=lambda seat: order.index(seat.kind))

    @property
    def empty_seats(self) -> list[str]:
        """The seats nobody has been named for, in words."""
        named = {seat.kind for seat in self.seats.all() if seat.name}
        return [kind.label for kind in SeatKind if kind not in named]

    def seats_due_on(self, calendar: WorkCalendar) -> date | None:
        """Return the day by which every seat must have a name."""
        return SEATS.period.reckon(self.on, calendar).due_on

    def is_alarming(self, today: date, calendar: WorkCalendar) -> bool:
        """Say whether a seat is still empty although the hearing is near."""
        due = self.seats_due_on(calendar)
        return bool(self.is_fixed and self.empty_seats and due and today >= due)


class SeatKind(models.TextChoices):
    HEAD = "head", "负责人"
    STAFF = "staff", "经办人"
    LAWYER = "lawyer", "律师"


class Seat(models.Model):
    """One of the three seats at a hearing: who was to come, who came, and why not."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="seats")
    kind = models.CharField("席位", max_length=20, choices=SeatKind)
    member = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="在册人员",
    )
    name = models.CharField("姓名", max_length=50, blank=True)
    post = models.CharField("职务", max_length=60, blank=True)
    head_post = models.CharField(
        "负责人类别", max_length=20, choices=attendance.HEAD_POSTS, blank=True
    )
    attended = models.BooleanField("到庭", null=True, blank=True)
    spoke = models.BooleanField("发言", null=True, blank=True)
    absence = models.CharField(
        "未到庭原因", max_length=20, choices=attendance.REASON_CHOICES, blank=True
    )
    absence_note = models.CharField("原因说明", max_length=300, blank=True)
    proof = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="证明材料",
    )

    class Meta:
        verbose_name = verbose_name_plural = "出庭席位"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="hearing_has_each_seat_once", fields=["hearing", "kind"])
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name or '空缺'}"

    @property
    def is_excused(self) -> bool:
        """Whether the absence has a reason that the court accepts (法释〔2020〕3号第八条)."""
        return self.attended is False and self.absence in attendance.EXCUSING
