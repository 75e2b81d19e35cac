"""Forms of 主动公开: a publication, the monthly counts of a channel."""

from __future__ import annotations

from typing import Any

from django import forms

from casework.registers.forms import RegisterFilter, RegisterForm, names_in
from disclosure.models import ChannelCount, Publication, PublicationCategory, PublicationChannel
from timelimits.calendar import current_calendar

PUBLICATION = (
    ("formed_on", "on", "department"),
    ("title", "category", "channels"),
    ("document_number", "index_number", "source_document"),
    ("address",),
    ("corrected_on", "withdrawn_on", "reason"),
    ("remark",),
)
CHANNEL_COUNT = (
    ("year", "month", "channel"),
    ("number", "department", "remark"),
)


class PublicationForm(RegisterForm):
    """A piece of information, formed and then published; its last day follows from its origin."""

    rows = PUBLICATION
    basis = {
        "formed_on": "《政府信息公开条例》第二十六条：自形成或者变更之日起 20 个工作日内公开",
        "channels": "《政府信息公开条例》第二十三条",
    }

    address = forms.URLField(
        label="公开网址", max_length=500, required=False, assume_scheme="https"
    )

    class Meta:
        model = Publication
        fields = names_in(PUBLICATION)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = PublicationCategory.objects.filter(is_active=True)
        self.fields["channels"].queryset = PublicationChannel.objects.filter(is_active=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        formed, on = cleaned.get("formed_on"), cleaned.get("on")
        if not formed and not on and not self.errors:
            self.add_error("on", "请填写公开日期；尚未公开的，请填写形成日期。")
        if on and not cleaned.get("channels"):
            self.add_error("channels", "已经公开的，请选择公开渠道。")
        return cleaned

    def save(self, commit: bool = True) -> Publication:
        self.instance.reckon(current_calendar())
        return super().save(commit)


class PublicationFilter(RegisterFilter):
    words = ("title", "document_number", "index_number", "source_document", "remark")

    category = forms.ModelChoiceField(
        PublicationCategory.objects.all(), label="信息类别", empty_label="全部"
    )
    channels = forms.ModelChoiceField(
        PublicationChannel.objects.all(), label="公开渠道", empty_label="全部"
    )


class ChannelCountForm(RegisterForm):
    rows = CHANNEL_COUNT
    plausible = {"number": 10_000}

    class Meta:
        model = ChannelCount
        fields = names_in(CHANNEL_COUNT)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = PublicationChannel.objects.filter(is_active=True)
