"""The other parties of disputes: kept once, found again in their next case."""

from __future__ import annotations

from django.db import models

from casework.masking import masked_address, masked_identity, masked_phone
from casework.models import Matter
from litigation.models.proceeding import Proceeding


class PartyKind(models.TextChoices):
    NATURAL_PERSON = "natural_person", "自然人"
    ORGANISATION = "organisation", "法人或者其他组织"


class PartyQuerySet(models.QuerySet):
    def visible_to(self, user) -> PartyQuerySet:
        """Parties of the cases a person may see."""
        cases = Proceeding.objects.visible_to(user)
        return self.filter(appearances__proceeding__in=cases).distinct()

    def of_name(self, name: str) -> PartyQuerySet:
        """Parties of exactly this name, those met last first."""
        return self.filter(name=name.strip()).order_by("-pk")


class Party(models.Model):
    """A person or organisation that stood against the office, or beside it."""

    name = models.CharField("姓名或者名称", max_length=100)
    kind = models.CharField(
        "类型", max_length=20, choices=PartyKind, default=PartyKind.NATURAL_PERSON
    )
    representative = models.CharField("法定代表人或负责人", max_length=50, blank=True)
    identity_number = models.CharField("证件号码", max_length=40, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    address = models.CharField("联系地址", max_length=200, blank=True)

    # Fields shown whole only for a recorded reason, and how they are shown otherwise.
    MASKED = {
        "identity_number": masked_identity,
        "phone": masked_phone,
        "address": masked_address,
    }

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "当事人"
        ordering = ["pk"]
        indexes = [models.Index(fields=["name"], name="party_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def masked(self) -> list[tuple[str, str, str]]:
        """The personal data as everybody may see it: (field, label, masked value)."""
        return [
            (name, str(self._meta.get_field(name).verbose_name), mask(getattr(self, name)))
            for name, mask in self.MASKED.items()
            if getattr(self, name)
        ]

    @property
    def masked_identity(self) -> str:
        """The identity number with its middle hidden, to tell two of one name apart."""
        return masked_identity(self.identity_number) if self.identity_number else "证件号码未填"

    def without_personal_data(self, changes: dict[str, object]) -> dict[str, object]:
        """Return changes, label to [old, new] or to a text, with personal data masked."""
        masks = {str(self._meta.get_field(name).verbose_name): m for name, m in self.MASKED.items()}
        return {
            label: masked_change(masks[label], value) if label in masks else value
            for label, value in changes.items()
        }


def masked_change(mask, value: object) -> object:
    if isinstance(value, list):
        return [mask(str(one)) if one else "" for one in value]
    return mask(str(value))


class PartyRole(models.TextChoices):
    PLAINTIFF = "plaintiff", "原告（申请人）"
    THIRD = "third", "第三人"
    CO_DEFENDANT = "co_defendant", "共同被告（被申请人）"


class ProceedingPartyQuerySet(models.QuerySet):
    def visible_to(self, user) -> ProceedingPartyQuerySet:
        """Records of the cases a person may see."""
        return self.filter(proceeding__matter__in=Matter.objects.visible_to(user))


class ProceedingParty(models.Model):
    """A party's part in one proceeding, and who speaks for it."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="parties")
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="appearances", verbose_name="当事人"
    )
    role = models.CharField(
        "诉讼地位", max_length=20, choices=PartyRole, default=PartyRole.PLAINTIFF
    )
    agent = models.CharField("委托代理人", max_length=50, blank=True)
    agent_firm = models.CharField("代理人执业机构", max_length=100, blank=True)

    objects = ProceedingPartyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "案件当事人"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="party_appears_once_in_a_role",
                fields=["proceeding", "party", "role"],
                violation_error_message="该当事人已经登记过。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.party}"
