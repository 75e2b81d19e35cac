"""Tables of terms that the office extends itself: kinds of act, fields, causes of loss."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class TermQuerySet(models.QuerySet):
    def active(self) -> TermQuerySet:
        return self.filter(is_active=True)

    def to_choose(self, *, chosen: int | None) -> TermQuerySet:
        """Terms a form may offer: those in use, and the one that is already entered."""
        return self.filter(Q(is_active=True) | Q(pk=chosen))


class Term(models.Model):
    """A term of a table. One that was used is taken out of use, never deleted."""

    name = models.CharField("名称", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("排序", default=100)
    is_active = models.BooleanField("在用", default=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class ActKind(Term):
    """A kind of act that is sued over, 被诉行为类型."""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "被诉行为类型"


class DisputeField(Term):
    """A field of the office's work in which disputes arise, 争议领域."""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "争议领域"


class CauseOfLoss(Term):
    """A defect for which cases are lost or corrected, 败诉原因."""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "败诉原因"
