"""The audit as a page: read by the auditor and nobody else, changed by nobody."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from portal.forms import FilterForm
from portal.models import Action, AuditEntry, AuditQuerySet
from portal.views import ListPage

# A day outside these years is a slip of the keys, and has no moment in every time zone.
PLAUSIBLE = (MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2999, 12, 31)))


class AuditFilterForm(FilterForm):
    words = forms.CharField(label="账号、对象、地址或请求编号", max_length=100)
    action = forms.ChoiceField(label="操作", choices=[("", "全部"), *Action.choices])
    since = forms.DateField(label="自", validators=PLAUSIBLE)
    until = forms.DateField(label="至", validators=PLAUSIBLE)

    def narrow(self, queryset: AuditQuerySet) -> AuditQuerySet:
        given = self.cleaned_data
        if given.get("words"):
            queryset = queryset.mentioning(given["words"])
        if given.get("action"):
            queryset = queryset.filter(action=given["action"])
        if given.get("since"):
            queryset = queryset.since(given["since"])
        return queryset.until(given["until"]) if given.get("until") else queryset


class AuditView(ListPage):
    model = AuditEntry
    title = "审计日志"
    crumbs = (("系统管理", ""),)
    columns = (
        ("时间", "at"),
        ("账号", "account"),
        ("操作", ""),
        ("对象", ""),
        ("内容（原 → 新）", ""),
        ("来源", ""),
    )
    orders = {"at": ("at",), "account": ("account", "at")}
    filter_form = AuditFilterForm
    row_template = "portal/_audit_row.html"
    empty = "没有符合条件的审计记录。"
