"""Pages for the lawyers the office has engaged, and their terms."""

from functools import cached_property

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import DetailView

from people.forms.counsel import CounselFilterForm, EngagementForm, LegalCounselForm
from people.models import CounselEngagement, LegalCounsel
from portal.back import came_from, with_way_back
from portal.pages import EditPage, NewPage
from portal.views import ListPage


class CounselListView(ListPage):
    model = LegalCounsel
    title = "法律顾问"
    crumbs = (("业务台账", ""),)
    columns = (
        ("姓名", "name"),
        ("执业机构", "firm"),
        ("执业证号", ""),
        ("联系电话", ""),
        ("现聘期", ""),
    )
    orders = {"name": ("name",), "firm": ("firm", "name")}
    filter_form = CounselFilterForm
    row_template = "people/_counsel_row.html"
    new_url_name = "people:new-counsel"
    new_label = "新增法律顾问"

    def get_base_queryset(self) -> QuerySet[LegalCounsel]:
        return LegalCounsel.objects.with_terms(timezone.localdate())


class CounselPage:
    model = LegalCounsel
    form_class = LegalCounselForm
    section = "业务台账"
    list_label = "法律顾问"
    list_url_name = "people:all-counsel"


class CounselCreateView(CounselPage, NewPage):
    def address_of(self, record: LegalCounsel) -> str:
        return reverse("people:counsel", args=[record.pk])


class CounselEditView(CounselPage, EditPage):
    pass


class CounselView(DetailView):
    """A lawyer with the terms of engagement."""

    template_name = "people/counsel.html"
    context_object_name = "counsel"
    queryset = LegalCounsel.objects.select_related("account").prefetch_related("engagements")
    extra_context = {"today": timezone.localdate}

    def get_context_data(self, **kwargs) -> dict[str, object]:
        ledger = came_from(self.request, reverse("people:all-counsel"))
        crumbs = (("业务台账", ""), ("法律顾问", ledger))
        return super().get_context_data(title=str(self.object), crumbs=crumbs, **kwargs)


class EngagementPage:
    model = CounselEngagement
    form_class = EngagementForm
    section = "业务台账"

    @property
    def counsel(self) -> LegalCounsel:
        raise NotImplementedError

    @property
    def list_label(self) -> str:
        return str(self.counsel)

    def list_address(self) -> str:
        return with_way_back(self.request, reverse("people:counsel", args=[self.counsel.pk]))


class EngagementCreateView(EngagementPage, NewPage):
    @cached_property
    def counsel(self) -> LegalCounsel:
        return get_object_or_404(LegalCounsel, pk=self.kwargs["counsel"])

    def get_form_kwargs(self) -> dict[str, object]:
        return {
            **super().get_form_kwargs(),
            "instance": CounselEngagement(counsel=self.counsel),
        }


class EngagementEditView(EngagementPage, EditPage):
    queryset = CounselEngagement.objects.select_related("counsel")

    @property
    def counsel(self) -> LegalCounsel:
        return self.object.counsel
