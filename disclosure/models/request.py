"""What a request for information is about: who asks, for what, in which form."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from casework.masking import masked_address, masked_email, masked_identity, masked_phone
from casework.models import Matter
from disclosure import channels, results


class ApplicantKind(models.TextChoices):
    """The columns of table 三: natural persons, and five kinds of organisation."""

    NATURAL_PERSON = "natural_person", "自然人"
    BUSINESS = "business", "商业企业"
    RESEARCH = "research", "科研机构"
    CHARITY = "charity", "社会公益组织"
    LEGAL_SERVICE = "legal_service", "法律服务机构"
    OTHER = "other", "其他组织"


class WantedForm(models.TextChoices):
    PAPER = "paper", "纸质"
    ELECTRONIC = "electronic", "电子数据"
    READING = "reading", "现场查阅"


class DisclosureRequestQuerySet(models.QuerySet):
    def visible_to(self, user) -> DisclosureRequestQuerySet:
        """Records whose matter a person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> DisclosureRequestQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related("matter__department", "matter__handler").prefetch_related(
            "matter__deadlines"
        )

    def with_course(self) -> DisclosureRequestQuerySet:
        """Records with their timeline and links, for a table of them."""
        return self.prefetch_related("matter__timeline__correction", "matter__links")

    def of_applicant(self, name: str) -> DisclosureRequestQuerySet:
        """Valid requests of an applicant of this name, newest first."""
        return self.filter(matter__voided_at=None, applicant=name.strip()).order_by(
            "-matter__received_on", "-pk"
        )


class DisclosureRequest(models.Model):
    """A request for government information, 依申请公开."""

    matter = models.OneToOneField(
        Matter, models.PROTECT, primary_key=True, related_name="disclosure_request"
    )
    channel = models.CharField("申请方式", max_length=20, choices=channels.CHOICES)
    applicant = models.CharField("申请人", max_length=100)
    applicant_kind = models.CharField(
        "申请人类型", max_length=20, choices=ApplicantKind, default=ApplicantKind.NATURAL_PERSON
    )
    representative = models.CharField("法定代表人或负责人", max_length=50, blank=True)
    identity_number = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    address = models.CharField("联系地址", max_length=200, blank=True)
    email = models.CharField("电子邮箱", max_length=100, blank=True)
    content = models.TextField("申请内容")
    wanted_form = models.CharField(
        "希望提供的形式", max_length=20, choices=WantedForm, default=WantedForm.PAPER
    )
    purpose = models.CharField("特征描述或用途", max_length=300, blank=True)

    # Fields shown whole only for a recorded reason, and how they are shown otherwise.
    MASKED = {
        "identity_number": masked_identity,
        "phone": masked_phone,
        "address": masked_address,
        "email": masked_email,
    }

    objects = DisclosureRequestQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "依申请公开"
        ordering = ["-matter__received_on", "-pk"]
        indexes = [models.Index(fields=["applicant"], name="request_by_applicant")]

    def __str__(self) -> str:
        return str(self.matter)

    def get_absolute_url(self) -> str:
        return reverse("disclosure:request", args=[self.pk])

    @property
    def search_text(self) -> str:
        """What the matter is found by."""
        return " ".join(filter(None, [self.applicant, self.representative, self.content[:2000]]))

    @property
    def masked(self) -> list[tuple[str, str, str]]:
        """The personal data as everybody may see it: (field, label, masked value)."""
        return [
            (name, str(self._meta.get_field(name).verbose_name), mask(getattr(self, name)))
            for name, mask in self.MASKED.items()
            if getattr(self, name)
        ]

    def without_personal_data(self, changes: dict[str, object]) -> dict[str, object]:
        """Return changes, label to [old, new], with the masked fields masked: the audit is read."""
        masks = {str(self._meta.get_field(name).verbose_name): m for name, m in self.MASKED.items()}
        return {
            label: [masks[label](str(value)) for value in pair] if label in masks else pair
            for label, pair in changes.items()
        }

    @property
    def result(self) -> results.Result | None:
        """How the request ended, once it has."""
        return results.BY_CODE.get(self.matter.outcome)
