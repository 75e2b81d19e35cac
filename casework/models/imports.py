"""Which rows of which ledgers were imported, so that the same row is known again."""

from django.db import models


class ImportedRow(models.Model):
    """A row of a ledger and the record it became."""

    ledger = models.CharField("台账", max_length=40)
    identity = models.CharField("行标识", max_length=400)
    fingerprint = models.CharField("内容指纹", max_length=64)
    record_id = models.CharField("记录", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "导入行"
        constraints = [
            models.UniqueConstraint(name="row_is_imported_once", fields=["ledger", "identity"])
        ]

    def __str__(self) -> str:
        return f"{self.ledger} {self.identity}"
