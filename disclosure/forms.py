"""Forms of 依申请公开: the request as it comes in, and its later correction."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db import transaction

from casework import process
from casework.forms import (
    MatterFilter,
    StaffField,
    VersionMixin,
    department_field,
    refuse_other_department,
)
from disclosure import channels, results
from disclosure.models import ApplicantKind, DisclosureRequest
from disclosure.workflow import WORKFLOW
from portal.forms import LaidOutForm, OnceMixin

SUBJECT = [
    "applicant",
    "applicant_kind",
    "representative",
    "identity_number",
    "phone",
    "address",
    "email",
    "content",
    "wanted_form",
    "purpose",
]

APPLICANT = Fieldset(
    "申请人",
    Row(
        Column("applicant", css_class="col-md-4"),
        Column("applicant_kind", css_class="col-md-4"),
        Column("representative", css_class="col-md-4"),
    ),
    Row(
        Column("identity_number", css_class="col-md-4"),
        Column("phone", css_class="col-md-4"),
        Column("email", css_class="col-md-4"),
    ),
    "address",
)
CONTENT = Fieldset(
    "申请内容",
    "title",
    "content",
    Row(
        Column("wanted_form", css_class="col-md-4"),
        Column("purpose", css_class="col-md-8"),
    ),
)


class SubjectForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What a request is about: applicant, content, form wanted."""

    title = forms.CharField(
        label="信息名称", max_length=200, help_text="用一句话概括所申请的信息，作为事项名称。"
    )

    basis = {
        "identity_number": "《政府信息公开条例》第二十九条第二款第（一）项：申请应当包括身份证明",
        "content": "《政府信息公开条例》第二十九条第二款第（二）项",
        "wanted_form": "《政府信息公开条例》第二十九条第二款第（三）项",
    }

    class Meta:
        model = DisclosureRequest
        fields = SUBJECT
        widgets = {"content": forms.Textarea(attrs={"rows": 5})}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        person = cleaned.get("applicant_kind") == ApplicantKind.NATURAL_PERSON
        if cleaned.get("applicant_kind") and not person and not cleaned.get("representative"):
            self.add_error("representative", "申请人是组织的，请填写法定代表人或负责人。")
        if not any(cleaned.get(name) for name in ("phone", "address", "email")):
            self.add_error("phone", "请至少填写一种联系方式：电话、地址或电子邮箱。")
        return cleaned


class RequestForm(SubjectForm):
    """A new request: how and when it came in, who asks for what, who handles it."""

    on = forms.DateField(label="提交、签收或到达日期")
    department = department_field(label="承办科室")
    handler = StaffField(label="承办人", required=False)

    layout = Layout(
        "submission",
        Fieldset(
            "收到",
            Row(Column("channel", css_class="col-md-4"), Column("on", css_class="col-md-4")),
        ),
        APPLICANT,
        CONTENT,
        Fieldset(
            "办理",
            Row(
                Column("department", css_class="col-md-4"),
                Column("handler", css_class="col-md-4"),
            ),
        ),
    )
    basis = SubjectForm.basis | {
        "channel": "《政府信息公开条例》第三十一条：不同方式收到日的确定",
        "on": "《政府信息公开条例》第三十一条",
    }

    class Meta(SubjectForm.Meta):
        fields = ["channel", *SUBJECT]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_other_department(self, cleaned)
        return cleaned

    @transaction.atomic
    def open(self, *, by, today: date) -> DisclosureRequest:
        """Open the matter and keep the request; return it."""
        cleaned = self.cleaned_data
        request: DisclosureRequest = self.instance
        channel = channels.BY_CODE[cleaned["channel"]]
        request.matter = process.open_matter(
            WORKFLOW,
            opening="arrive" if channel.needs_confirmation else "receive",
            on=cleaned["on"],
            title=cleaned["title"],
            department=cleaned["department"],
            handler=cleaned["handler"],
            by=by,
            today=today,
            search_text=request.search_text,
        )
        request.save(force_insert=True)
        return request


class RequestEditForm(SubjectForm, VersionMixin):
    """Corrects what was typed about a request; receipt and course have their own moves."""

    layout = Layout("submission", "version", APPLICANT, CONTENT)

    @transaction.atomic
    def save_edit(self, *, by, changes: dict) -> None:
        """Write the changed subject, unless somebody else wrote it meanwhile."""
        process.edit(
            self.instance.matter,
            title=self.cleaned_data["title"],
            search_text=self.instance.search_text,
            by=by,
            changes=self.instance.without_personal_data(changes),
            version=self.cleaned_data["version"],
        )
        self.instance.save()


class RequestFilter(MatterFilter):
    rare = ("channel", "result")

    channel = forms.ChoiceField(label="申请方式", choices=(("", "全部"), *channels.CHOICES))
    result = forms.ChoiceField(
        label="处理结果",
        choices=(("", "全部"), *((r.code, r.label) for r in results.RESULTS)),
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        wanted = self.cleaned_data
        if wanted.get("channel"):
            queryset = queryset.filter(channel=wanted["channel"])
        if wanted.get("result"):
            queryset = queryset.filter(matter__outcome=wanted["result"])
        return queryset
