"""证据清单: the numbered evidence of a case."""

from __future__ import annotations

from django.db import models

from casework.models import Document
from litigation.models.proceeding import Proceeding


class EvidenceItem(models.Model):
    """A piece of evidence: where it comes from and what it proves."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="evidence")
    position = models.PositiveSmallIntegerField("序号", default=1)
    name = models.CharField("证据名称", max_length=200)
    source = models.CharField("来源", max_length=100, blank=True)
    purpose = models.CharField("证明目的", max_length=300)
    pages = models.CharField("页码", max_length=30, blank=True)
    document = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="电子文件",
    )

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
