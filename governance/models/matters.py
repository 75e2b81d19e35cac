"""What a petition and an enforcement matter are about; their course is kept by their matter."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from casework.masking import masked_address, masked_identity, masked_phone
from casework.models import Matter
from governance.results import PENALTY_OUTCOMES, PETITION_OUTCOMES


class Source(models.TextChoices):
    VISIT = "visit", "来访"
    LETTER = "letter", "来信"
    ONLINE = "online", "网上信访"
    PHONE = "phone", "12345 等热线"
    TRANSFER = "transfer", "上级转送、交办"
    RECEPTION = "reception", "领导接访"


class SubjectQuerySet(models.QuerySet):
    def visible_to(self, user) -> SubjectQuerySet:
        """Records whose matter a person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def with_desk(self) -> SubjectQuerySet:
        """Records with everything a row of the list shows."""
        return self.select_related("matter__department", "matter__handler").prefetch_related(
            "matter__deadlines"
        )


class Subject(models.Model):
    """What a matter is about. A subclass gives `MASKED` and `OUTCOMES`."""

    MASKED: dict = {}
    OUTCOMES: tuple[tuple[str, str], ...] = ()

    objects = SubjectQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-matter__received_on", "-pk"]

    def __str__(self) -> str:
        return str(self.matter)

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
    def outcome_label(self) -> str:
        """How the matter ended, in words; empty while it has not."""
        return dict(self.OUTCOMES).get(self.matter.outcome, "")


class Petition(Subject):
    """A petition (信访事项): who asks for what, and how it came in."""

    matter = models.OneToOneField(Matter, models.PROTECT, primary_key=True, related_name="petition")
    source = models.CharField("来源", max_length=20, choices=Source)
    outside_number = models.CharField("信访平台编号", max_length=60, blank=True)
    petitioner = models.CharField("信访人", max_length=100)
    persons = models.PositiveIntegerField("人数", default=1)
    identity_number = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    address = models.CharField("住址", max_length=200, blank=True)
    content = models.TextField("诉求和事实")

    MASKED = {
        "identity_number": masked_identity,
        "phone": masked_phone,
        "address": masked_address,
    }
    OUTCOMES = PETITION_OUTCOMES

    class Meta(Subject.Meta):
        verbose_name = verbose_name_plural = "信访事项"
        indexes = [models.Index(fields=["petitioner"], name="petition_by_petitioner")]

    def get_absolute_url(self) -> str:
        return reverse("governance:petition", args=[self.pk])

    @property
    def search_text(self) -> str:
        """What the matter is found by."""
        return " ".join(filter(None, [self.petitioner, self.outside_number, self.content[:2000]]))


class Penalty(Subject):
    """An enforcement matter (行政处罚案件): whose act, against which rule."""

    matter = models.OneToOneField(Matter, models.PROTECT, primary_key=True, related_name="penalty")
    party = models.CharField("当事人", max_length=100)
    identity_number = models.CharField("证件号码或统一信用代码", max_length=40, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    address = models.CharField("住址或住所", max_length=200, blank=True)
    act = models.CharField("违法行为", max_length=300)
    basis = models.CharField("涉嫌违反的规定", max_length=300, blank=True)
    recording_number = models.CharField("执法记录档案号", max_length=60, blank=True)

    MASKED = {
        "identity_number": masked_identity,
        "phone": masked_phone,
        "address": masked_address,
    }
    OUTCOMES = PENALTY_OUTCOMES

    class Meta(Subject.Meta):
        verbose_name = verbose_name_plural = "行政处罚案件"
        indexes = [models.Index(fields=["party"], name="penalty_by_party")]

    def get_absolute_url(self) -> str:
        return reverse("governance:penalty", args=[self.pk])

    @property
    def search_text(self) -> str:
        """What the matter is found by."""
        return " ".join(filter(None, [self.party, self.act, self.recording_number]))
