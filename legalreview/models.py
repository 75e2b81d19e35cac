"""What is reviewed, the advice given on it, what became of it, and the lawyers' other services."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from casework.conflicts import Opponent, opponents
from casework.models import Document, Matter, TimelineEntry
from casework.remarks import remarks
from legalreview import conclusions, kinds, performance, procedure
from legalreview.kinds import Reviewer, Way
from legalreview.workflow import KIND
from people.models import Department, LegalCounsel
from people.scope import scope_of

OPINIONS = ("issue", "issue_on_record")


class ReviewKindQuerySet(models.QuerySet):
    def active(self) -> ReviewKindQuerySet:
        """Kinds that a department may choose."""
        return self.filter(is_active=True)


class ReviewKind(models.Model):
    """A kind of matter that must be reviewed (事项类别): materials, time, reviewers, steps."""

    name = models.CharField("事项类别", max_length=40, unique=True)
    position = models.PositiveSmallIntegerField("排序", default=0)
    way = models.CharField("审查后", max_length=10, choices=kinds.WAYS, default=Way.FINISH)
    basis = models.CharField("审查依据", max_length=200)
    materials = models.TextField("送审材料", help_text="每行一项。")
    working_days = models.PositiveSmallIntegerField("审查期限（工作日）")
    days_basis = models.CharField("审查期限依据", max_length=200)
    least_working_days = models.PositiveSmallIntegerField(
        "一般不少于（工作日）", null=True, blank=True
    )
    least_basis = models.CharField("最短时间依据", max_length=200, blank=True)
    filing_days = models.PositiveSmallIntegerField("公布后报送备案（日）", null=True, blank=True)
    filing_basis = models.CharField("备案依据", max_length=200, blank=True)
    by_counsel = models.BooleanField("须经法律顾问审查", default=True)
    by_justice_office = models.BooleanField("须经司法所审查", default=False)
    by_public_lawyer = models.BooleanField("须经公职律师审查", default=False)
    needs_public_comment = models.BooleanField("须公开征求意见", default=False)
    needs_risk_assessment = models.BooleanField("须风险评估", default=False)
    needs_joint_meeting = models.BooleanField("须联席会议", default=False)
    needs_discussion = models.BooleanField("须集体讨论", default=False)
    note = models.CharField("说明", max_length=200, blank=True)
    is_active = models.BooleanField("使用中", default=True)

    # Which move proves which step, and the field that asks for it.
    STEPS = (
        ("needs_public_comment", "comment"),
        ("needs_risk_assessment", "assess"),
        ("needs_joint_meeting", "meet"),
        ("needs_discussion", "discuss"),
    )
    REVIEWERS = (
        ("by_counsel", Reviewer.COUNSEL),
        ("by_justice_office", Reviewer.JUSTICE_OFFICE),
        ("by_public_lawyer", Reviewer.PUBLIC_LAWYER),
    )

    objects = ReviewKindQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审查事项类别"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="kind_has_a_sensible_length",
                condition=Q(working_days__range=(1, 60)),
                violation_error_message="审查期限应为 1 至 60 个工作日。",
            ),
            models.CheckConstraint(
                name="kind_least_is_not_above_the_longest",
                condition=Q(least_working_days=None)
                | Q(least_working_days__lte=models.F("working_days")),
                violation_error_message="“一般不少于”不能超过审查期限。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def material_list(self) -> list[str]:
        """The materials, one for each line."""
        return [line.strip() for line in self.materials.splitlines() if line.strip()]

    @property
    def reviewers(self) -> list[Reviewer]:
        """Who must give an opinion."""
        return [reviewer for name, reviewer in self.REVIEWERS if getattr(self, name)]

    @property
    def reviewer_labels(self) -> str:
        return "、".join(kinds.REVIEWER_LABELS[reviewer] for reviewer in self.reviewers)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps that must be recorded before the end: the move, and its words."""
        field = self._meta.get_field
        return [
            (move, str(field(name).verbose_name).removeprefix("须"))
            for name, move in self.STEPS
            if getattr(self, name)
        ]

    @property
    def step_labels(self) -> str:
        return "、".join(label for _, label in self.steps)


class SuperiorState(models.TextChoices):
    """Where a matter stands on the superior's platform."""

    NONE = "", "不需要报送"
    TO_SEND = "to_send", "待报送"
    SENT = "sent", "已报送"
    RETURNED = "returned", "被退回"
    ACCEPTED = "accepted", "已办结"


class ReviewQuerySet(models.QuerySet):
    def visible_to(self, user) -> ReviewQuerySet:
        """Records whose matter a person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> ReviewQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related(
            "kind", "matter__department", "matter__handler"
        ).prefetch_related("matter__deadlines")

    def with_course(self) -> ReviewQuerySet:
        """Records with their timeline, items and answers, for a table of them."""
        return self.prefetch_related(
            "matter__timeline__correction",
            "matter__timeline__opinion_items__adoptions__entry__correction",
        )


class Review(models.Model):
    """Something submitted for 合法性审查."""

    matter = models.OneToOneField(
        Matter, models.PROTECT, primary_key=True, related_name="legal_review"
    )
    kind = models.ForeignKey(
        ReviewKind, models.PROTECT, related_name="reviews", verbose_name="事项类别"
    )
    summary = models.TextField("送审说明", blank=True)
    materials = models.JSONField("已交材料", default=list, blank=True)
    counterparty = models.CharField("相对方", max_length=200, blank=True)
    counterparty_firm = models.CharField(
        "相对方代理律所", max_length=100, blank=True, help_text="知道的请填写，用于利益冲突审查。"
    )
    amount = models.DecimalField("合同金额", max_digits=14, decimal_places=2, null=True, blank=True)
    superior_number = models.CharField("上级平台编号", max_length=60, blank=True)
    superior_state = models.CharField(
        "上级平台状态", max_length=20, choices=SuperiorState, blank=True, default=SuperiorState.NONE
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "合法性审查"
        ordering = ["-matter__received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="review_amount_is_not_negative",
                condition=Q(amount=None) | Q(amount__gte=0),
                violation_error_message="金额不能是负数。",
            )
        ]

    def __str__(self) -> str:
        return str(self.matter)

    def get_absolute_url(self) -> str:
        return reverse("legalreview:review", args=[self.pk])

    @property
    def search_text(self) -> str:
        """What the matter is found by."""
        return " ".join(filter(None, [self.kind.name, self.counterparty, self.summary[:2000]]))

    @property
    def way(self) -> Way:
        return Way(self.kind.way)

    @property
    def is_contract(self) -> bool:
        return self.way == Way.SIGN

    @property
    def missing_materials(self) -> list[str]:
        """What the kind wants and the department has not handed in."""
        return [name for name in self.kind.material_list if name not in self.materials]

    @property
    def outcome_label(self) -> str:
        """How the review came out, once it has."""
        return conclusions.OUTCOMES.get(self.matter.outcome, "")

    def entries(self, *moves: str) -> list[TimelineEntry]:
        """Return the entries of these moves that hold, in order."""
        return list(self.matter.timeline.standing().filter(move__in=moves).order_by("on", "pk"))

    def last(self, *moves: str) -> TimelineEntry | None:
        """Return the last entry of these moves that holds."""
        return next(reversed(self.entries(*moves)), None)

    @property
    def is_signed(self) -> bool:
        return bool(self.entries("sign", "sign_early"))

    def missing_steps(self) -> list[str]:
        """Return the steps the kind asks for that nobody has recorded, in words."""
        made = {entry.move for entry in self.entries(*(move for move, _ in self.kind.steps))}
        return [label for move, label in self.kind.steps if move not in made]

    def missing_reviewers(self) -> list[str]:
        """Return who must still give an opinion, in words."""
        heard = {entry.detail.get("sort") for entry in self.entries("opine")}
        return [
            kinds.REVIEWER_LABELS[reviewer]
            for reviewer in self.kind.reviewers
            if reviewer not in heard
        ]

    def opinions(self, *, of=None) -> list[TimelineEntry]:
        """Return the opinions the reviewers gave, or those `of` one account, with their items."""
        found = self.matter.timeline.standing().filter(move="opine")
        if of is not None:
            found = found.filter(recorded_by=of)
        return list(
            found.select_related("recorded_by__counsel", "recorded_by__staff_member")
            .prefetch_related("opinion_items")
            .order_by("on", "pk")
        )

    def issued_items(self) -> list[OpinionItem]:
        """Return the items of the opinion in force, each with its answer."""
        source = self.last("consolidate", "issue_on_record")
        if source is None:
            return []
        return list(source.opinion_items.prefetch_related("adoptions__entry__correction"))

    def drafts(self) -> list[Document]:
        """Return the files given to the reviewers as they are now: the newest of each."""
        given = self.matter.documents.filter(letter="", for_counsel=True, replaced_by=None)
        return list(given.order_by("pk"))

    def procedure(self) -> list[tuple[procedure.Step, ActStep | None]]:
        """Return the checklist of procedure, each step with what proves it."""
        known = {step.code: step for step in self.act_steps.select_related("document")}
        return [(step, known.get(step.code)) for step in procedure.STEPS]

    def unproved_steps(self) -> list[str]:
        """Return the steps of procedure that are neither proved nor excused, in words."""
        return [step.label for step, proof in self.procedure() if proof is None]

    def standing_words(self) -> str:
        """Return in a sentence whether it was reviewed and what became of the advice."""
        if self.matter.outcome == conclusions.UNREVIEWED:
            return "未经合法性审查"
        issued = self.last(*OPINIONS)
        if issued is None:
            return "尚未出具审查意见"
        words = [f"已审查（{self.outcome_label or '有意见'}）"]
        answers = {item.adoption.choice for item in self.issued_items() if item.adoption}
        if answers:
            followed = answers == {conclusions.Adoption.ADOPTED}
            words.append("意见全部采纳" if followed else "意见未全部采纳")
        meeting = self.last("meet")
        if meeting:
            words.append(f"联席会议：{dict(meeting.answers)['会议结论']}")
        return "，".join(words)


class OpinionItemQuerySet(models.QuerySet):
    def visible_to(self, user) -> OpinionItemQuerySet:
        """Records whose matter a person may see."""
        return self.filter(entry__matter__in=Matter.objects.visible_to(user))

    def standing(self) -> OpinionItemQuerySet:
        """Items whose entry was not taken back."""
        return self.filter(entry__correction=None)

    def with_desk(self) -> OpinionItemQuerySet:
        """Records with everything a row of a list shows."""
        return self.select_related("entry__matter__department").prefetch_related(
            "adoptions__entry__correction"
        )

    def issued(self) -> OpinionItemQuerySet:
        """Items of opinions as they were issued, not of a single reviewer's advice."""
        return self.standing().filter(
            entry__move__in=("consolidate", "issue_on_record"), entry__matter__voided_at=None
        )


class OpinionItem(models.Model):
    """One piece of advice: the problem, the rule it rests on, what to do, how grave it is."""

    entry = models.ForeignKey(TimelineEntry, models.CASCADE, related_name="opinion_items")
    position = models.PositiveSmallIntegerField("序号")
    problem = models.TextField("问题")
    basis = models.CharField("依据", max_length=300, blank=True)
    advice = models.TextField("建议", blank=True)
    is_grave = models.BooleanField("严重问题", default=False)

    objects = OpinionItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审查意见条目"
        ordering = ["entry", "position"]
        constraints = [
            models.UniqueConstraint(name="item_has_its_place", fields=["entry", "position"])
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.problem}"

    def get_absolute_url(self) -> str:
        return f"{reverse('legalreview:review', args=[self.entry.matter_id])}#advice"

    @property
    def matter(self) -> Matter:
        """The matter whose opinion this is a part of."""
        return self.entry.matter

    @property
    def weight(self) -> str:
        return "严重" if self.is_grave else "一般"

    @property
    def adoption(self) -> ItemAdoption | None:
        """The answer that holds: the last one that was not taken back."""
        given = [a for a in self.adoptions.all() if not hasattr(a.entry, "correction")]
        return max(given, key=lambda answer: answer.pk, default=None)


class ItemAdoption(models.Model):
    """A department's answer to one piece of advice."""

    item = models.ForeignKey(OpinionItem, models.CASCADE, related_name="adoptions")
    entry = models.ForeignKey(TimelineEntry, models.CASCADE, related_name="adoptions")
    choice = models.CharField("采纳情况", max_length=10, choices=conclusions.ADOPTION_CHOICES)
    reason = models.TextField("理由", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "采纳情况"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="item_is_answered_once", fields=["entry", "item"]),
            models.CheckConstraint(
                name="refusal_has_its_reason",
                condition=Q(choice=conclusions.Adoption.ADOPTED) | ~Q(reason=""),
                violation_error_message="部分采纳和未采纳须说明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_choice_display()} {self.item}"


class ActStep(models.Model):
    """What proves one step of procedure of an act, or why it does not apply."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="act_steps")
    code = models.CharField("程序", max_length=20, choices=procedure.CHOICES)
    done_on = models.DateField("完成日期", null=True, blank=True)
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="证据材料",
    )
    evidence = models.CharField("证据说明", max_length=300, blank=True)
    excuse = models.CharField("不适用的理由", max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "程序证据"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="step_is_proved_once", fields=["review", "code"]),
            models.CheckConstraint(
                name="step_is_proved_or_excused",
                condition=Q(done_on__isnull=False, excuse="") | Q(done_on=None) & ~Q(excuse=""),
                violation_error_message="请填写完成日期和证据，或者填写不适用的理由，二者填一项。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_code_display()


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user) -> ContractQuerySet:
        """Records whose matter a person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> ContractQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related(
            "matter__department", "matter__handler", "review__matter", "review__kind"
        ).prefetch_related("matter__deadlines")


class Contract(models.Model):
    """A signed contract with its performance (合同)."""

    matter = models.OneToOneField(Matter, models.PROTECT, primary_key=True, related_name="contract")
    review = models.ForeignKey(
        Review, models.PROTECT, related_name="contracts", verbose_name="合法性审查"
    )
    counterparty = models.CharField("相对方", max_length=200)
    amount = models.DecimalField("合同金额", max_digits=14, decimal_places=2, null=True, blank=True)
    subject = models.TextField("标的和主要内容")
    since = models.DateField("履行期限自", null=True, blank=True)
    until = models.DateField("履行期限至", null=True, blank=True)
    own_number = models.CharField("合同文本编号", max_length=60, blank=True)

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "合同"
        ordering = ["-matter__received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="contract_amount_is_not_negative",
                condition=Q(amount=None) | Q(amount__gte=0),
                violation_error_message="金额不能是负数。",
            ),
            models.CheckConstraint(
                name="contract_ends_after_it_begins",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=models.F("since")),
                violation_error_message="履行期限的截止日期不能早于起始日期。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    def get_absolute_url(self) -> str:
        return reverse("legalreview:contract", args=[self.pk])

    @property
    def search_text(self) -> str:
        """What the matter is found by."""
        return " ".join(filter(None, [self.counterparty, self.own_number, self.subject[:2000]]))

    @property
    def ending(self) -> str:
        """How the contract ended, in words."""
        return dict(performance.ENDINGS).get(self.matter.outcome, "")


class ServiceSort(models.TextChoices):
    """What a lawyer does for the office besides reviews."""

    CONSULTATION = "consultation", "法律咨询"
    SITTING_IN = "sitting_in", "列席会议"
    MEETING = "meeting", "参加研判、联席会议"
    LECTURE = "lecture", "讲座、宣讲"
    DUTY = "duty", "坐班"
    OTHER = "other", "其他"


class CounselServiceQuerySet(models.QuerySet):
    def visible_to(self, user) -> CounselServiceQuerySet:
        """Records a person may see: they belong to the office, not to a department."""
        return self if scope_of(user, timezone.localdate()).everything else self.none()

    def with_desk(self) -> CounselServiceQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related("counsel", "department")


class CounselService(models.Model):
    """One service of a lawyer (服务记录)."""

    counsel = models.ForeignKey(
        LegalCounsel, models.PROTECT, related_name="services", verbose_name="法律顾问"
    )
    on = models.DateField("服务日期")
    sort = models.CharField("服务方式", max_length=20, choices=ServiceSort)
    subject = models.CharField("内容", max_length=300)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="服务科室",
    )
    hours = models.DecimalField(
        "时长（小时）", max_digits=4, decimal_places=1, null=True, blank=True
    )
    result = models.TextField("处理情况", blank=True)

    objects = CounselServiceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "顾问服务记录"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="service_takes_some_time",
                condition=Q(hours=None) | Q(hours__gt=0),
                violation_error_message="时长应当大于 0。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.counsel} {self.on} {self.get_sort_display()}"

    def get_absolute_url(self) -> str:
        return f"{reverse('legalreview:services')}?counsel={self.counsel_id}#row-{self.pk}"


class Grade(models.TextChoices):
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "称职"
    POOR = "poor", "不称职"


class CounselEvaluation(models.Model):
    """The office's evaluation of a lawyer for a year (年度考评)."""

    counsel = models.ForeignKey(
        LegalCounsel, models.PROTECT, related_name="evaluations", verbose_name="法律顾问"
    )
    year = models.PositiveSmallIntegerField("年度")
    grade = models.CharField("考评结果", max_length=10, choices=Grade)
    comment = models.TextField("评语", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "顾问考评"
        ordering = ["-year", "counsel"]
        constraints = [
            models.UniqueConstraint(
                name="counsel_is_evaluated_once_a_year",
                fields=["counsel", "year"],
                violation_error_message="这名顾问该年度已经考评过。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.counsel} {self.year}年"


def other_side(matter: Matter) -> list[Opponent]:
    """Return who stands on the other side of a review."""
    review = Review.objects.filter(matter=matter).first()
    if review is None or not (review.counterparty or review.counterparty_firm):
        return []
    return [Opponent(review.counterparty, review.counterparty_firm)]


def in_short(matter: Matter) -> str:
    """Return whether a matter was reviewed and what became of the advice."""
    review = Review.objects.filter(matter=matter).select_related("matter").first()
    return review.standing_words() if review else ""


opponents.add(KIND, other_side)
remarks.add(KIND, in_short)
