"""普法: activities, the days they are held around, plans, duties, satisfaction and volunteers."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from casework.models import DatedRecord, Term, YearlyRecord
from casework.models.register import DatedQuerySet, YearlyQuerySet
from people.models import Department
from publicity.occasions import Occasion, Rule, occurrence


class Audience(Term):
    """Whom an activity speaks to (对象)."""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "普法对象"


class PublicityNode(models.Model):
    """A day or month of the year around which publicity is held (普法节点)."""

    name = models.CharField("节点", max_length=60, unique=True)
    rule = models.CharField("日期规则", max_length=20, choices=Rule.choices(), default=Rule.DAY)
    month = models.PositiveSmallIntegerField("月", null=True, blank=True)
    day = models.PositiveSmallIntegerField("日", null=True, blank=True)
    until_month = models.PositiveSmallIntegerField("至月", null=True, blank=True)
    until_day = models.PositiveSmallIntegerField("至日", null=True, blank=True)
    week = models.PositiveSmallIntegerField("第几个", null=True, blank=True)
    weekday = models.PositiveSmallIntegerField("星期（1 至 7）", null=True, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    laws = models.CharField("相关法律", max_length=200, blank=True)
    remind_days = models.PositiveSmallIntegerField("提前提醒天数", default=30)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "普法节点"
        ordering = ["month", "day", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def occasion(self) -> Occasion:
        return Occasion(
            Rule(self.rule),
            month=self.month,
            day=self.day,
            until_month=self.until_month,
            until_day=self.until_day,
            week=self.week,
            weekday=self.weekday,
        )

    @property
    def rule_in_words(self) -> str:
        return str(self.occasion)

    def clean(self) -> None:
        fault = self.occasion.fault
        if fault:
            raise ValidationError({"rule": fault})

    def days_in(self, year: int) -> tuple[date, date] | None:
        """Return the first and last day in a year; None where the year's notice names them."""
        set_by_notice = {days.year: days for days in self.dates.all()}
        if year in set_by_notice:
            return set_by_notice[year].first, set_by_notice[year].last
        return occurrence(self.occasion, year)


class NodeDates(models.Model):
    """The days of a node in one year, where a notice or the lunar calendar sets them."""

    node = models.ForeignKey(PublicityNode, models.CASCADE, related_name="dates")
    first = models.DateField("起")
    last = models.DateField("止")
    source = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "节点日期"
        ordering = ["first"]
        constraints = [
            models.CheckConstraint(
                name="node_ends_after_it_starts",
                condition=Q(last__gte=F("first")),
                violation_error_message="结束日期不能早于开始日期。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.node} {self.first}—{self.last}"

    @property
    def year(self) -> int:
        return self.first.year


class ActivityKind(models.TextChoices):
    GATHERING = "gathering", "集中宣传"
    LECTURE = "lecture", "法治讲座"
    ONLINE = "online", "线上宣传"
    BROADCAST = "broadcast", "网络直播"
    VISIT = "visit", "入户宣传"
    CONSULTATION = "consultation", "法律咨询"
    MOCK_TRIAL = "mock_trial", "模拟法庭"
    CONTEST = "contest", "知识竞赛"
    SHOW = "show", "文艺演出"
    DISPLAY = "display", "展板、显示屏宣传"
    OTHER = "other", "其他"


class SpeakerKind(models.TextChoices):
    LEADER = "leader", "领导干部"
    STAFF = "staff", "本单位人员"
    COUNSEL = "counsel", "法律顾问"
    COMMUNITY_COUNSEL = "community_counsel", "社区法律顾问"
    VICE_HEAD = "vice_head", "法治副校长"
    JUDICIAL = "judicial", "司法所、公检法人员"
    OTHER = "other", "其他"


class ActivityQuerySet(DatedQuerySet):
    def for_audience(self, *names: str) -> ActivityQuerySet:
        """Activities that spoke to one of these audiences."""
        meant = Audience.objects.filter(name__in=names)
        return self.filter(
            pk__in=Activity.audiences.through.objects.filter(audience__in=meant).values("activity")
        )


class Activity(DatedRecord):
    """A publicity activity, 普法活动."""

    name = models.CharField("活动名称", max_length=200)
    theme = models.CharField("主题", max_length=100, blank=True)
    kind = models.CharField(
        "活动形式", max_length=20, choices=ActivityKind, default=ActivityKind.GATHERING
    )
    place = models.CharField("地点", max_length=100, blank=True)
    community = models.CharField("社区", max_length=60, blank=True)
    audiences = models.ManyToManyField(
        Audience, blank=True, related_name="activities", verbose_name="对象"
    )
    node = models.ForeignKey(
        PublicityNode,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="普法节点",
    )
    laws = models.CharField("宣传的法律", max_length=200, blank=True)
    sessions = models.PositiveIntegerField("场次", default=1)
    persons = models.PositiveIntegerField("受教育人次", default=0)
    materials = models.PositiveIntegerField("发放资料份数", default=0)
    consultations = models.PositiveIntegerField("解答咨询人次", default=0)
    online_views = models.PositiveIntegerField("线上阅读观看量", default=0)
    joint_departments = models.ManyToManyField(
        Department, blank=True, related_name="+", verbose_name="参与科室"
    )
    partners = models.CharField("参与单位", max_length=200, blank=True)
    speaker = models.CharField("讲师", max_length=60, blank=True)
    speaker_kind = models.CharField("讲师类别", max_length=20, choices=SpeakerKind, blank=True)
    explains_cases = models.BooleanField("以案释法", default=False)
    plan_item = models.ForeignKey(
        "publicity.PlanItem",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="对应年度计划",
    )

    DESK = ("node",)
    DESK_LISTS = ("audiences",)

    objects = ActivityQuerySet.as_manager()

    class Meta(DatedRecord.Meta):
        verbose_name = verbose_name_plural = "普法活动"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publicity:activity", args=[self.pk])


class PlanItem(YearlyRecord):
    """A line of the year's plan of publicity."""

    title = models.CharField("工作安排", max_length=200)
    node = models.ForeignKey(
        PublicityNode,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_items",
        verbose_name="普法节点",
    )
    month = models.PositiveSmallIntegerField("计划月份", null=True, blank=True)
    audience = models.CharField("对象", max_length=100, blank=True)
    measure = models.CharField("形式和措施", max_length=300, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)

    DESK = ("node",)

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "年度普法计划"
        constraints = [
            models.CheckConstraint(
                name="plan_month_is_a_month",
                condition=Q(month=None) | Q(month__range=(1, 12)),
                violation_error_message="计划月份应在 1 至 12 之间。",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("publicity:plan-item", args=[self.pk])

    def clean(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValidationError({"month": "计划月份应在 1 至 12 之间。"})


class TeachingDuty(YearlyRecord):
    """A line of the list 谁执法谁普法: who teaches which law to whom."""

    laws = models.CharField("宣传的法律法规", max_length=300)
    audience = models.CharField("重点对象", max_length=100, blank=True)
    measure = models.CharField("责任措施", max_length=300, blank=True)
    person = models.CharField("责任人", max_length=50, blank=True)

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "普法责任清单"

    def __str__(self) -> str:
        return self.laws

    def get_absolute_url(self) -> str:
        return reverse("publicity:teaching-duty", args=[self.pk])


class Satisfaction(YearlyRecord):
    """A result of the survey on 法治满意度 (公众满意度)."""

    round = models.PositiveSmallIntegerField("轮次", default=1)
    score = models.DecimalField("得分", max_digits=6, decimal_places=2)
    rank = models.PositiveSmallIntegerField("位次", null=True, blank=True)
    among = models.PositiveSmallIntegerField("参评单位数", null=True, blank=True)
    source = models.CharField("来源", max_length=100, blank=True)

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "法治满意度"
        ordering = ["-year", "round"]

    def __str__(self) -> str:
        return f"{self.year}年第{self.round}轮"

    def get_absolute_url(self) -> str:
        return reverse("publicity:satisfaction", args=[self.pk])

    def clean(self) -> None:
        if self.rank and self.among and self.rank > self.among:
            raise ValidationError({"rank": "位次不能大于参评单位数。"})
        twins = Satisfaction.objects.valid().filter(year=self.year, round=self.round)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"round": "这一年这一轮已经登记过。"})


class VolunteerKind(models.TextChoices):
    KNOWER = "knower", "法律明白人"
    LEADER = "leader", "法治带头人"
    LECTURER = "lecturer", "普法讲师团成员"
    GRID = "grid", "网格法治宣传员"
    VICE_HEAD = "vice_head", "法治副校长"
    LIAISON = "liaison", "社区法治联络员"
    TEAM = "team", "普法队伍（支）"
    COMMUNITY_COUNSEL = "community_counsel", "社区法律顾问"
    MEDIATOR = "mediator", "人民调解员"
    VOLUNTEER = "volunteer", "普法志愿者"
    OTHER = "other", "其他"


class VolunteerQuerySet(YearlyQuerySet):
    def of_kind(self, *kinds: VolunteerKind) -> VolunteerQuerySet:
        """Counts of these kinds."""
        return self.filter(kind__in=kinds)


class VolunteerCount(YearlyRecord):
    """How many volunteers of a kind there were in a year."""

    kind = models.CharField("类别", max_length=20, choices=VolunteerKind)
    number = models.PositiveIntegerField("数量")
    communities = models.PositiveIntegerField("覆盖社区数", default=0)
    trained = models.PositiveIntegerField("本年培训人次", default=0)

    objects = VolunteerQuerySet.as_manager()

    class Meta(YearlyRecord.Meta):
        verbose_name = verbose_name_plural = "普法力量"

    def __str__(self) -> str:
        return f"{self.year}年{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("publicity:volunteer-count", args=[self.pk])
