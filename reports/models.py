"""Ledgers that were uploaded and wait for their confirmation."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from casework.models.document import StoredFile


class LedgerUpload(StoredFile):
    """A file with ledgers: uploaded, previewed, and then written or left."""

    written_at = models.DateTimeField("写入时间", null=True, blank=True)
    outcome = models.JSONField("结果", default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入文件"
        ordering = ["-uploaded_at", "-pk"]

    def get_absolute_url(self) -> str:
        return reverse("reports:upload", args=[self.pk])
