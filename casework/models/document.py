"""Files that belong to a matter: kept under a generated name, given out by a view only."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models

from casework.models.matter import Matter
from casework.models.timeline import TimelineEntry


def storage_name(document: StoredFile, name: str) -> str:
    """Return a name that tells nothing and collides with nothing; the original is only shown."""
    token = secrets.token_hex(16)
    return f"documents/{token[:2]}/{token}"


class StoredFile(models.Model):
    """A file with its original name, size, sort and checksum."""

    file = models.FileField("文件", upload_to=storage_name, max_length=100)
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("大小")
    content_type = models.CharField("类型", max_length=100)
    checksum = models.CharField("SHA-256", max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user) -> DocumentQuerySet:
        """Records whose matter a person may see; counsel see those marked for them."""
        documents = self.filter(matter__in=Matter.objects.visible_to(user))
        return documents.filter(for_counsel=True) if user.counsel_id else documents


class Document(StoredFile):
    """A file of a matter: handed in, or a letter that the portal wrote."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="documents")
    entry = models.ForeignKey(
        TimelineEntry, models.SET_NULL, null=True, blank=True, related_name="documents"
    )
    letter = models.CharField("文书", max_length=40, blank=True)
    number = models.CharField("文号", max_length=60, blank=True)
    for_counsel = models.BooleanField("法律顾问可见", default=False)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="替换",
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书材料"
        ordering = ["-uploaded_at", "-pk"]
