"""Pages for departments, and for which leader is in charge of which."""

from django.utils import timezone

from people.forms.departments import ChargeFilterForm, ChargeForm, DepartmentForm
from people.models import Charge, Department
from portal.pages import EditPage, NewPage
from portal.views import ListPage


class DepartmentListView(ListPage):
    """All departments as a tree."""

    model = Department
    title = "科室"
    crumbs = (("系统管理", ""),)
    columns = (("名称", ""), ("简称", ""), ("在岗人数", ""), ("现任分管领导", ""), ("状态", ""))
    row_template = "people/_department_row.html"
    new_url_name = "people:new-department"
    new_label = "新增科室"
    empty = "还没有科室，请先新增。"

    def get_base_queryset(self):
        today = timezone.localdate()
        return Department.objects.counted(on=today).with_leaders(on=today).as_tree()


class DepartmentPage:
    model = Department
    form_class = DepartmentForm
    section = "系统管理"
    list_label = "科室"
    list_url_name = "people:departments"


class DepartmentCreateView(DepartmentPage, NewPage):
    pass


class DepartmentEditView(DepartmentPage, EditPage):
    pass


class ChargeListView(ListPage):
    model = Charge
    title = "分管"
    crumbs = (("系统管理", ""),)
    columns = (("领导", ""), ("科室", "department"), ("自", "since"), ("至", "until"), ("状态", ""))
    orders = {
        "department": ("department__position",),
        "since": ("since",),
        "until": ("until",),
    }
    filter_form = ChargeFilterForm
    row_template = "people/_charge_row.html"
    new_url_name = "people:new-charge"
    new_label = "新增分管"
    extra_context = {"today": timezone.localdate}

    def get_base_queryset(self):
        return Charge.objects.select_related("leader__department", "department")


class ChargePage:
    model = Charge
    form_class = ChargeForm
    section = "系统管理"
    list_label = "分管"
    list_url_name = "people:charges"


class ChargeCreateView(ChargePage, NewPage):
    pass


class ChargeEditView(ChargePage, EditPage):
    pass
