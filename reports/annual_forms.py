"""Forms of the annual reports."""

from __future__ import annotations

from crispy_forms.layout import Column, Layout, Row
from django import forms

from portal.forms import LaidOutForm, OnceMixin
from reports.annual.outline import OUTLINES


class DraftForm(LaidOutForm, OnceMixin):
    kind = forms.ChoiceField(
        label="种类", choices=[(outline.code, outline.label) for outline in OUTLINES.values()]
    )
    year = forms.IntegerField(label="年度", min_value=2004, max_value=2099)
    last = forms.DateField(
        label="统计截止", required=False, help_text="不填为当年12月31日；提前定稿的填截止日期。"
    )

    layout = Layout("submission", "kind", Row(Column("year"), Column("last")))

    def clean(self):
        cleaned = super().clean()
        last, year = cleaned.get("last"), cleaned.get("year")
        if last and year and last.year != year:
            self.add_error("last", f"统计截止日期应在{year}年内。")
        return cleaned


class SectionForm(LaidOutForm, OnceMixin):
    heading = forms.CharField(label="标题", max_length=100, required=False)
    text = forms.CharField(
        label="正文",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="一行一段；数据写作 [[指标代码]]，如 [[disclosure.requests]]。",
    )

    layout = Layout("submission", "heading", "text")


class OverrideForm(LaidOutForm, OnceMixin):
    key = forms.CharField(label="指标代码", max_length=80)
    words = forms.CharField(label="写作", max_length=60, help_text="如：70余件")
    reason = forms.CharField(label="理由", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    layout = Layout("submission", Row(Column("key"), Column("words")), "reason")


class ConfirmForm(LaidOutForm, OnceMixin):
    layout = Layout("submission")


class PublishForm(LaidOutForm, OnceMixin):
    published_on = forms.DateField(label="公布日期")
    index_number = forms.CharField(label="索引号", max_length=80, required=False)
    category = forms.CharField(label="组配分类", max_length=40, initial="计划总结", required=False)
    publisher = forms.CharField(label="发布机构", max_length=60, required=False)
    document_number = forms.CharField(label="文号", max_length=60, required=False)
    openness = forms.CharField(label="公开方式", max_length=20, initial="主动公开", required=False)
    address = forms.URLField(label="网址", required=False, assume_scheme="https")

    layout = Layout(
        "submission",
        Row(Column("published_on"), Column("index_number"), Column("category")),
        Row(Column("publisher"), Column("document_number"), Column("openness")),
        "address",
    )
