"""The roster: who works here, with which certificates, and who stands in for whom."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery

from people.models.department import (
    ENDS_BEFORE_IT_STARTS,
    Department,
    Period,
    PeriodQuerySet,
)

LEAVES_BEFORE_JOINING = "离岗日期不能早于到岗日期。"
LAPSES_BEFORE_ISSUE = "有效期不能早于取证日期。"
NUMBER_TAKEN = "这个证号已经登记过。"
STANDS_IN_FOR_ONESELF = "代理人不能是本人。"


class Establishment(models.TextChoices):
    """The kind of post a person holds (编制性质)."""

    ADMINISTRATIVE = "administrative", "行政编制"
    INSTITUTION = "institution", "事业编制"
    CONTRACT = "contract", "编外"


class StaffMemberQuerySet(models.QuerySet):
    def serving_on(self, day: date) -> "StaffMemberQuerySet":
        """Members who belong to the office on a day."""
        return self.filter(
            Q(joined_on=None) | Q(joined_on__lte=day), Q(left_on=None) | Q(left_on__gte=day)
        )

    def gone_by(self, day: date) -> "StaffMemberQuerySet":
        """Members who had left the office before a day."""
        return self.filter(left_on__lt=day)

    def visible_to(self, user) -> "StaffMemberQuerySet":
        """Members that a person may see: the roster is open to whoever stands on it."""
        return self if user.is_authenticated and user.staff_member_id else self.none()

    def on_establishment(self, day: date) -> "StaffMemberQuerySet":
        """Members who hold a post of the establishment (在编) on a day."""
        established = (Establishment.ADMINISTRATIVE, Establishment.INSTITUTION)
        return self.serving_on(day).filter(establishment__in=established)

    def joined_between(self, first: date, last: date) -> "StaffMemberQuerySet":
        """Members who came to the office between two days."""
        return self.filter(joined_on__range=(first, last))

    def left_between(self, first: date, last: date) -> "StaffMemberQuerySet":
        """Members whose last day at the office lies between two days."""
        return self.filter(left_on__range=(first, last))

    def newly_certified(self, kind: str, first: date, last: date) -> "StaffMemberQuerySet":
        """Members whose first certificate of a kind was issued between two days.

        A certificate that only renews an earlier one is not new.
        """
        issued = Certificate.objects.filter(kind=kind, since__isnull=False)
        since = issued.filter(holder=OuterRef("pk")).order_by("since").values("since")[:1]
        return self.alias(first_issue=Subquery(since)).filter(first_issue__range=(first, last))

    def holding(self, kind: str, *, on: date) -> "StaffMemberQuerySet":
        """Members with a certificate of a kind that is valid on a day."""
        valid = Certificate.objects.valid_on(on).filter(kind=kind)
        return self.filter(pk__in=valid.values("holder"))

    def with_certificates(self, *, on: date) -> "StaffMemberQuerySet":
        """Members with `valid_certificates`, those in force on a day."""
        valid = Certificate.objects.valid_on(on)
        return self.prefetch_related(Prefetch("certificates", valid, to_attr="valid_certificates"))

    def to_choose(self, *, chosen: int | None, on: date) -> "StaffMemberQuerySet":
        """Members a form may offer: those serving, and the one that is already entered."""
        serving = self.serving_on(on)
        return (serving | self.filter(pk=chosen)).select_related("department")


class StaffMember(models.Model):
    """A person on the roster of the office. Signing in is another thing: see User."""

    name = models.CharField("姓名", max_length=50)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="staff", verbose_name="科室"
    )
    post = models.CharField("职务", max_length=60, blank=True)
    establishment = models.CharField(
        "编制性质", max_length=20, choices=Establishment, default=Establishment.ADMINISTRATIVE
    )
    has_law_degree = models.BooleanField("法学专业", default=False)
    is_liaison = models.BooleanField("法治联络员", default=False)
    is_enforcer = models.BooleanField("执法岗位", default=False)
    is_disclosure_clerk = models.BooleanField("信息公开专（兼）职", default=False)
    joined_on = models.DateField("到岗日期", null=True, blank=True)
    left_on = models.DateField("离岗日期", null=True, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)

    objects = StaffMemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "工作人员"
        ordering = ["department__position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="staff_member_leaves_after_joining",
                condition=Q(joined_on=None) | Q(left_on=None) | Q(left_on__gte=F("joined_on")),
                violation_error_message=LEAVES_BEFORE_JOINING,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.joined_on and self.left_on and self.left_on < self.joined_on:
            raise ValidationError({"left_on": LEAVES_BEFORE_JOINING})

    def state_on(self, day: date) -> str:
        """Return whether the member is yet to come, serving or gone on a day, in words."""
        if self.joined_on and day < self.joined_on:
            return "未到岗"
        return "已离岗" if self.left_on and self.left_on < day else "在岗"


class CertificateKind(models.TextChoices):
    ENFORCEMENT = "enforcement", "行政执法证"
    LEGAL_QUALIFICATION = "legal_qualification", "法律职业资格证"
    PUBLIC_LAWYER = "public_lawyer", "公职律师证"


class CertificateQuerySet(models.QuerySet):
    def valid_on(self, day: date) -> "CertificateQuerySet":
        """Certificates in force on a day; one without dates counts as in force."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))

    def expiring(self, first: date, last: date) -> "CertificateQuerySet":
        """Certificates whose last day lies between two days."""
        return self.filter(until__range=(first, last))

    def visible_to(self, user) -> "CertificateQuerySet":
        """Certificates of members that a person may see."""
        return self.filter(holder__in=StaffMember.objects.visible_to(user))


class Certificate(models.Model):
    """A certificate a member of staff holds: number, from, until."""

    holder = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="certificates", verbose_name="持证人"
    )
    kind = models.CharField("种类", max_length=30, choices=CertificateKind)
    number = models.CharField("证号", max_length=40)
    since = models.DateField("取证日期", null=True, blank=True)
    until = models.DateField("有效期至", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "证件"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="certificate_number_is_used_once",
                fields=["kind", "number"],
                violation_error_message=NUMBER_TAKEN,
            ),
            models.CheckConstraint(
                name="certificate_ends_after_it_starts",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=LAPSES_BEFORE_ISSUE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def clean(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": LAPSES_BEFORE_ISSUE})
        twins = Certificate.objects.filter(kind=self.kind, number=self.number)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"number": NUMBER_TAKEN})

    @property
    def is_followed(self) -> bool:
        """Whether the holder has another of the kind that outlasts this one."""
        others = Certificate.objects.filter(holder=self.holder_id, kind=self.kind)
        return others.filter(Q(until=None) | Q(until__gt=self.until)).exclude(pk=self.pk).exists()

    def state_on(self, day: date) -> str:
        """Return whether it is yet to come, in force or lapsed on a day, in words."""
        if self.since and day < self.since:
            return "未生效"
        return "已过期" if self.until and self.until < day else "有效"


class Deputyship(Period):
    """One member's standing in (代理) for another for a time."""

    principal = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="deputies", verbose_name="被代理人"
    )
    deputy = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="deputyships", verbose_name="代理人"
    )
    since = models.DateField("自")
    until = models.DateField("至")
    reason = models.CharField("事由", max_length=100, blank=True)

    twin_message = "这段时间内已经登记过同一代理关系。"

    class Meta:
        verbose_name = verbose_name_plural = "代理"
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="deputyship_ends_after_it_starts",
                condition=Q(until__gte=F("since")),
                violation_error_message=ENDS_BEFORE_IT_STARTS,
            ),
            models.CheckConstraint(
                name="deputy_is_somebody_else",
                condition=~Q(principal=F("deputy")),
                violation_error_message=STANDS_IN_FOR_ONESELF,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy}代{self.principal}"

    def twins(self) -> PeriodQuerySet:
        return Deputyship.objects.filter(principal=self.principal_id, deputy=self.deputy_id)

    def clean(self) -> None:
        super().clean()
        if self.principal_id and self.principal_id == self.deputy_id:
            raise ValidationError({"deputy": STANDS_IN_FOR_ONESELF})
