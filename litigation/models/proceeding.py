"""What a proceeding is about: its instance, its court, the act sued over, who defends."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from casework.models import Matter
from litigation import instances, outcomes
from litigation.models.terms import ActKind, DisputeField
from people.models import LegalCounsel, StaffMember


class Role(models.TextChoices):
    DEFENDANT = "defendant", "被告"
    CO_DEFENDANT = "co_defendant", "共同被告"
    THIRD = "third", "第三人"
    RESPONDENT = "respondent", "被申请人"
    APPLICANT = "applicant", "申请执行人"


class Procedure(models.TextChoices):
    ORDINARY = "ordinary", "普通程序"
    SUMMARY = "summary", "简易程序"


class Risk(models.TextChoices):
    GENERAL = "general", "一般"
    RAISED = "raised", "较高"
    HIGH = "high", "高"


# What stands on the list of 重点案件.
KEY_RISKS = (Risk.RAISED, Risk.HIGH)


class MergedGroup(models.Model):
    """Cases heard together, 并案审理; each keeps its number and its outcome."""

    name = models.CharField("并案名称", max_length=100)

    class Meta:
        verbose_name = verbose_name_plural = "并案"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ProceedingQuerySet(models.QuerySet):
    def visible_to(self, user) -> ProceedingQuerySet:
        """Records whose matter a person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def of_kind(self, kind: str) -> ProceedingQuerySet:
        """Suits, or reconsiderations."""
        return self.filter(matter__kind=kind)

    def with_desk(self) -> ProceedingQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related(
            "matter__department", "matter__handler", "act_kind", "field", "group", "leader"
        ).prefetch_related("matter__deadlines", "parties__party", "hearings__seats")

    def with_course(self) -> ProceedingQuerySet:
        """Records with all that their ledger shows."""
        return self.prefetch_related(
            "matter__timeline__correction",
            "meetings",
            "matter__defects__cause",
            "matter__mediations",
            "matter__counsel_assignments__counsel",
        )

    def key(self) -> ProceedingQuerySet:
        """重点案件: raised or high risk, not yet archived."""
        return self.filter(risk__in=KEY_RISKS, matter__in=Matter.objects.open())

    def of_party(self, name: str) -> ProceedingQuerySet:
        """Valid cases in which a party of this name appears, newest first."""
        return (
            self.filter(matter__voided_at=None, parties__party__name=name.strip())
            .distinct()
            .order_by("-matter__received_on", "-pk")
        )


class Proceeding(models.Model):
    """A suit in one instance, or a reconsideration."""

    matter = models.OneToOneField(
        Matter, models.PROTECT, primary_key=True, related_name="proceeding"
    )
    instance = models.CharField("审级", max_length=20, choices=instances.CHOICES)
    court = models.CharField("受理机关", max_length=100)
    # Empty while the court has given none; NULL, so that only given numbers are unique.
    court_number = models.CharField(
        "案号",
        max_length=60,
        null=True,
        blank=True,
        unique=True,
        error_messages={"unique": "这个案号已经登记过。"},
    )
    role = models.CharField("本机关地位", max_length=20, choices=Role, default=Role.DEFENDANT)
    procedure = models.CharField(
        "审理程序", max_length=20, choices=Procedure, default=Procedure.ORDINARY
    )
    act = models.CharField("被诉行为", max_length=300)
    act_kind = models.ForeignKey(
        ActKind, models.PROTECT, related_name="proceedings", verbose_name="被诉行为类型"
    )
    field = models.ForeignKey(
        DisputeField, models.PROTECT, related_name="proceedings", verbose_name="争议领域"
    )
    claims = models.TextField("诉讼（复议）请求", blank=True)
    amount = models.DecimalField(
        "涉案金额（元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    document_review = models.CharField("一并审查的规范性文件", max_length=200, blank=True)
    leader = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="分管领导",
    )
    counsel = models.ForeignKey(
        LegalCounsel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="代理律师",
    )
    lawyer = models.CharField("代理律师姓名", max_length=50, blank=True)
    risk = models.CharField("风险等级", max_length=20, choices=Risk, blank=True)
    group = models.ForeignKey(
        MergedGroup,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="proceedings",
        verbose_name="并案",
    )

    objects = ProceedingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "诉讼复议案件"
        ordering = ["-matter__received_on", "-pk"]

    def __str__(self) -> str:
        return str(self.matter)

    def get_absolute_url(self) -> str:
        return reverse("litigation:proceeding", args=[self.pk])

    @property
    def is_reconsideration(self) -> bool:
        return self.instance == instances.REVIEW.code

    @property
    def instance_label(self) -> str:
        return instances.BY_CODE[self.instance].label

    @property
    def outcome(self) -> outcomes.Outcome | None:
        """How the proceeding was decided, once it was."""
        return outcomes.BY_CODE.get(self.matter.outcome)

    @property
    def lawyer_name(self) -> str:
        """The lawyer's name: of the counsel entrusted, or as an old ledger gives it."""
        return self.counsel.name if self.counsel_id else self.lawyer

    @property
    def plaintiffs(self) -> str:
        """The names of those who brought the case, in one line."""
        return self.names_of("plaintiff")

    def names_of(self, role: str) -> str:
        """Return the names of the parties in a role, in one line."""
        return "、".join(p.party.name for p in self.parties.all() if p.role == role)

    @property
    def next_hearing(self):
        """The hearing fixed next, None where none is."""
        fixed = [hearing for hearing in self.hearings.all() if hearing.state == "fixed"]
        return min(fixed, key=lambda hearing: hearing.on, default=None)

    def search_text(self, *parties: str) -> str:
        """Return what the matter is found by."""
        found = [self.court_number, *parties, self.act, self.court]
        return " ".join(filter(None, found))
