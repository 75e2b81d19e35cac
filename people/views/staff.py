"""Pages of the roster: members, their certificates, and who stands in for whom."""

from functools import cached_property

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import DetailView

from people.forms.staff import (
    CertificateForm,
    DeputyshipFilterForm,
    DeputyshipForm,
    RosterFilterForm,
    StaffMemberForm,
)
from people.models import Certificate, Deputyship, StaffMember
from portal.back import came_from, with_way_back
from portal.pages import EditPage, NewPage
from portal.views import ListPage, Tab


class StaffListView(ListPage):
    """The roster as it was on a day."""

    model = StaffMember
    title = "人员名册"
    crumbs = (("业务台账", ""),)
    columns = (
        ("姓名", "name"),
        ("科室", "department"),
        ("职务", ""),
        ("编制性质", "establishment"),
        ("法学专业", ""),
        ("有效证件", ""),
        ("到岗", "joined_on"),
        ("离岗", "left_on"),
    )
    orders = {
        "name": ("name",),
        "department": ("department__position", "department"),
        "establishment": ("establishment",),
        "joined_on": ("joined_on",),
        "left_on": ("left_on",),
    }
    filter_form = RosterFilterForm
    row_template = "people/_staff_row.html"
    new_url_name = "people:new-staff-member"
    new_label = "新增人员"

    @cached_property
    def tabs(self) -> tuple[Tab, ...]:
        day = self.filter.on
        return (
            Tab("serving", "在岗", lambda staff: staff.serving_on(day)),
            Tab("gone", "已离岗", lambda staff: staff.gone_by(day)),
            Tab("all", "全部", lambda staff: staff),
        )

    def get_base_queryset(self) -> QuerySet[StaffMember]:
        roster = StaffMember.objects.select_related("department")
        return roster.with_certificates(on=self.filter.on)


class StaffMemberPage:
    model = StaffMember
    form_class = StaffMemberForm
    section = "业务台账"
    list_label = "人员名册"
    list_url_name = "people:staff"


class StaffMemberCreateView(StaffMemberPage, NewPage):
    title = "新增人员"

    def address_of(self, record: StaffMember) -> str:
        return reverse("people:staff-member", args=[record.pk])


class StaffMemberEditView(StaffMemberPage, EditPage):
    pass


class StaffMemberView(DetailView):
    """A member of the roster with certificates, charges and deputies."""

    template_name = "people/staff_member.html"
    context_object_name = "member"
    queryset = StaffMember.objects.select_related("department", "account").prefetch_related(
        "certificates", "charges__department", "deputies__deputy", "deputyships__principal"
    )
    extra_context = {"today": timezone.localdate}

    def get_context_data(self, **kwargs) -> dict[str, object]:
        roster = came_from(self.request, reverse("people:staff"))
        crumbs = (("业务台账", ""), ("人员名册", roster))
        return super().get_context_data(title=str(self.object), crumbs=crumbs, **kwargs)


class CertificatePage:
    model = Certificate
    form_class = CertificateForm
    section = "业务台账"

    @property
    def holder(self) -> StaffMember:
        raise NotImplementedError

    @property
    def list_label(self) -> str:
        return str(self.holder)

    def list_address(self) -> str:
        return with_way_back(self.request, reverse("people:staff-member", args=[self.holder.pk]))


class CertificateCreateView(CertificatePage, NewPage):
    @cached_property
    def holder(self) -> StaffMember:
        return get_object_or_404(StaffMember, pk=self.kwargs["member"])

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "instance": Certificate(holder=self.holder)}


class CertificateEditView(CertificatePage, EditPage):
    queryset = Certificate.objects.select_related("holder")

    @property
    def holder(self) -> StaffMember:
        return self.object.holder


class DeputyshipListView(ListPage):
    model = Deputyship
    title = "代理"
    crumbs = (("系统管理", ""),)
    columns = (
        ("代理人", ""),
        ("被代理人", ""),
        ("自", "since"),
        ("至", "until"),
        ("事由", ""),
        ("状态", ""),
    )
    orders = {"since": ("since",), "until": ("until",)}
    filter_form = DeputyshipFilterForm
    row_template = "people/_deputyship_row.html"
    new_url_name = "people:new-deputyship"
    new_label = "新增代理"
    extra_context = {"today": timezone.localdate}

    def get_base_queryset(self) -> QuerySet[Deputyship]:
        return Deputyship.objects.select_related("principal__department", "deputy__department")


class DeputyshipPage:
    model = Deputyship
    form_class = DeputyshipForm
    section = "系统管理"
    list_label = "代理"
    list_url_name = "people:deputyships"


class DeputyshipCreateView(DeputyshipPage, NewPage):
    pass


class DeputyshipEditView(DeputyshipPage, EditPage):
    pass
