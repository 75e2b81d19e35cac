"""Links between matters, or from a matter to a case the portal does not hold."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casework.models.matter import Matter


class Relation(models.TextChoices):
    LAWSUIT = "lawsuit", "引发行政诉讼"
    RECONSIDERATION = "reconsideration", "引发行政复议"
    RELATED = "related", "相关"
    MERGED = "merged", "合并办理"


class MatterLink(models.Model):
    """What a matter has to do with another, or with a case known by its number only."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="links")
    relation = models.CharField("关系", max_length=20, choices=Relation)
    other = models.ForeignKey(
        Matter,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="back_links",
        verbose_name="系统内事项",
    )
    outside_number = models.CharField("系统外案号", max_length=100, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "关联"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="link_names_one_other_side",
                condition=Q(other=None) ^ Q(outside_number=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.outside_number or self.other}"
