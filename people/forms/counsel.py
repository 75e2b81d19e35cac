"""Forms for the lawyers the office has engaged, and their terms."""

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q

from people.forms.base import RecordForm
from people.models import CounselEngagement, LegalCounsel
from portal.forms import FilterForm


class CounselFilterForm(FilterForm):
    words = forms.CharField(label="姓名、机构或执业证号", max_length=50)
    day = forms.DateField(label="在这一天受聘")

    def narrow(self, queryset):
        given = self.cleaned_data
        if given.get("words"):
            words = given["words"]
            queryset = queryset.filter(
                Q(name__icontains=words)
                | Q(firm__icontains=words)
                | Q(licence_number__icontains=words)
            )
        return queryset.in_term(given["day"]) if given.get("day") else queryset


class LegalCounselForm(RecordForm):
    class Meta:
        model = LegalCounsel
        fields = ["name", "firm", "licence_number", "phone"]

    layout = Layout(
        Row(Column("name"), Column("firm")),
        Row(Column("licence_number"), Column("phone")),
        "submission",
        "seen",
    )


class EngagementForm(RecordForm):
    class Meta:
        model = CounselEngagement
        fields = ["since", "until"]
        help_texts = {"until": "没有约定终止日期的不填。"}

    layout = Layout(Row(Column("since"), Column("until")), "submission", "seen")
