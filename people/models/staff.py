"""The roster: who works here, with which certificates, and who stands in for whom."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from people.models.department import Department, PeriodQuerySet


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
                violation_error_message="离岗日期不能早于到岗日期。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class CertificateKind(models.TextChoices):
    ENFORCEMENT = "enforcement", "行政执法证"
    LEGAL_QUALIFICATION = "legal_qualification", "法律职业资格证"
    PUBLIC_LAWYER = "public_lawyer", "公职律师证"


class Certificate(models.Model):
    """A certificate a member of staff holds: number, from, until."""

    holder = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="certificates", verbose_name="持证人"
    )
    kind = models.CharField("种类", max_length=30, choices=CertificateKind)
    number = models.CharField("证号", max_length=40)
    since = models.DateField("取证日期", null=True, blank=True)
    until = models.DateField("有效期至", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "证件"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="certificate_number_is_used_once",
                fields=["kind", "number"],
                violation_error_message="这个证号已经登记过。",
            ),
            models.CheckConstraint(
                name="certificate_ends_after_it_starts",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="有效期不能早于取证日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class Deputyship(models.Model):
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

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代理"
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="deputyship_ends_after_it_starts",
                condition=Q(until__gte=F("since")),
                violation_error_message="截止日期不能早于起始日期。",
            ),
            models.CheckConstraint(
                name="deputy_is_somebody_else",
                condition=~Q(principal=F("deputy")),
                violation_error_message="代理人不能是本人。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy}代{self.principal}"
