"""What the portal keeps about its own use: the audit, and which form was already sent."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or remove what may only be added to."""


class AuditQuerySet(models.QuerySet):
    def update(self, **_values):
        raise AppendOnlyError("审计记录不能修改")

    def delete(self):
        raise AppendOnlyError("审计记录不能删除")

    def of(self, kind: str, object_id) -> "AuditQuerySet":
        """Records about one thing, newest first."""
        return self.filter(kind=kind, object_id=str(object_id))

    def since(self, day: date) -> "AuditQuerySet":
        """Records of a day and later."""
        return self.filter(at__gte=start_of(day))

    def until(self, day: date) -> "AuditQuerySet":
        """Records of a day and earlier."""
        return self.filter(at__lt=start_of(day + timedelta(days=1)))

    def mentioning(self, words: str) -> "AuditQuerySet":
        """Records in which who, what, why, where from or the request's number holds the words."""
        sought = Q()
        for name in ("account", "person", "label", "reason", "address", "request_number"):
            sought |= Q(**{f"{name}__icontains": words})
        return self.filter(sought)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class Action(models.TextChoices):
    SIGNED_IN = "signed_in", "登录"
    SIGN_IN_FAILED = "sign_in_failed", "登录失败"
    SIGNED_OUT = "signed_out", "退出"
    PASSWORD_CHANGED = "password_changed", "修改密码"
    CREATED = "created", "新增"
    CHANGED = "changed", "修改"
    MOVED = "moved", "办理"
    CORRECTED = "corrected", "更正"
    VOIDED = "voided", "作废"
    UNMASKED = "unmasked", "查看隐藏信息"
    ATTACHED = "attached", "上传"
    DOWNLOADED = "downloaded", "下载"
    EXPORTED = "exported", "导出"
    REFUSED = "refused", "被拒绝"


class AuditEntry(models.Model):
    """One act of one person: who, when, from where, on what, and what it changed."""

    at = models.DateTimeField("时间", auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="账号"
    )
    account = models.CharField("账号名", max_length=150)
    person = models.CharField("姓名", max_length=100, blank=True)
    address = models.GenericIPAddressField("来源地址", null=True)
    action = models.CharField("操作", max_length=20, choices=Action)
    kind = models.CharField("对象类型", max_length=60, blank=True)
    object_id = models.CharField("对象标识", max_length=40, blank=True)
    label = models.CharField("对象", max_length=200, blank=True)
    changes = models.JSONField("内容", default=dict, blank=True)
    reason = models.CharField("理由", max_length=500, blank=True)
    request_number = models.CharField("请求编号", max_length=20, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审计记录"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["kind", "object_id", "-at"], name="audit_object"),
            models.Index(fields=["-at"], name="audit_time"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.account} {self.get_action_display()} {self.label}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise AppendOnlyError("审计记录不能修改")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("审计记录不能删除")


class Submission(models.Model):
    """A form that was accepted once: sent again, it leads to what the first sending made."""

    key = models.UUIDField("提交标识", primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.CharField("结果地址", max_length=300)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "已受理的提交"

    def __str__(self) -> str:
        return self.address
