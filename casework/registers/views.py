"""The pages of a register: its list with a line to enter a record in, one record, pasting."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, Sum
from django.forms import model_to_dict
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.generic import DetailView, FormView, View

from casework.files import FileRefusedError
from casework.forms import ReasonForm
from casework.models import Evidence
from casework.models.register import RegisterRecord, in_words
from casework.registers import writing
from casework.registers.declaration import Register
from casework.registers.forms import EvidenceForm, LinkForm, PasteForm, RegisterForm, names_in
from casework.registers.rows import Block, read_block
from portal import audit
from portal.access import may_use
from portal.back import LONGEST, came_from
from portal.models import Action, AuditEntry
from portal.views import ListPage, OnceFormMixin, Tab

MONTHS = range(1, 13)
EARLIEST, LATEST = 1990, 2100

STATES = (
    Tab("valid", "全部", lambda q: q.valid()),
    Tab("unconfirmed", "待确认", lambda q: q.unconfirmed()),
    Tab("voided", "已作废", lambda q: q.filter(voided_at__isnull=False)),
)


class RegisterMixin:
    """Knows the register of a page, and the records of it that the person may see."""

    register: Register | None = None

    def visible_records(self):
        return self.register.model.objects.visible_to(self.request.user).with_desk()

    @cached_property
    def record(self) -> RegisterRecord:
        return get_object_or_404(self.visible_records(), pk=self.kwargs["pk"])

    def may(self, page: str, method: str = "POST") -> bool:
        """Say whether the person may send a page of the register, such as confirm."""
        names = {self.register.url_name(page), self.register.url_name_of_one(page)}
        return any(may_use(self.request.user, name, method) for name in names)

    @property
    def list_address(self) -> str:
        return came_from(self.request, self.register.address())


class RegisterListView(RegisterMixin, OnceFormMixin, ListPage):
    """The list of a register for one year, with a line on top in which a record is entered."""

    template_name = "casework/register.html"
    rows_template = "casework/_register_rows.html"
    row_template = "casework/_register_row.html"
    entry: RegisterForm | None = None

    @property
    def model(self) -> type[RegisterRecord]:
        return self.register.model

    @property
    def title(self) -> str:
        return self.register.label

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        return ((self.register.section, ""),)

    @property
    def filter_form(self):
        return self.register.filter

    @property
    def tabs(self) -> tuple[Tab, ...]:
        everything, *rest = STATES
        return (everything, *self.register.tabs, *rest)

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        own = ((column.heading, column.order) for column in self.register.shown)
        return (
            ("日期" if self.register.is_dated else "年度", "when"),
            *own,
            ("责任科室", ""),
            ("", ""),
        )

    @property
    def orders(self) -> dict[str, tuple[str, ...]]:
        own = {column.order: (column.order,) for column in self.register.shown if column.order}
        return {"when": ("on" if self.register.is_dated else "year",)} | own

    @cached_property
    def year(self) -> int:
        wanted = self.request.GET.get("year", "")
        year = int(wanted) if wanted.isdecimal() and len(wanted) == 4 else 0
        return year if EARLIEST <= year <= LATEST else timezone.localdate().year

    @cached_property
    def month(self) -> int | None:
        wanted = self.request.GET.get("month", "")
        is_month = wanted.isdecimal() and len(wanted) < 3 and int(wanted) in MONTHS
        return int(wanted) if is_month and self.register.is_dated else None

    def get_base_queryset(self):
        return self.visible_records().in_year(self.year)

    @cached_property
    def of_the_year(self):
        """Everything the filter lets through, before a month is chosen."""
        queryset = self.get_base_queryset()
        return self.filter.narrow(queryset) if self.filter else queryset

    @cached_property
    def filtered(self):
        return self.of_the_year.filter(on__month=self.month) if self.month else self.of_the_year

    def post(self, request, *args, **kwargs) -> HttpResponse:
        accepted = self.earlier_sending()
        if accepted:
            return self.lead_on(accepted)
        form = self.entry_form(data=request.POST)
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_invalid(self, form: RegisterForm) -> HttpResponse:
        self.entry = form
        return self.get(self.request)

    def save(self, form: RegisterForm) -> str:
        record = writing.enter(form, by=self.request.user)
        address = f"{self.register.address()}{self.query(copy=None)}"
        known = address if len(address) <= LONGEST else self.register.address()
        return f"{known}#row-{record.pk}"

    def entry_form(self, data=None) -> RegisterForm:
        return self.register.form(
            data, user=self.request.user, year=self.year, initial=self.copied() if not data else {}
        )

    def copied(self) -> dict[str, Any]:
        """Return what the line begins with: the record that is copied, but today's date."""
        wanted = self.request.GET.get("copy", "")
        source = None
        if wanted == "last":
            mine = self.visible_records().valid().filter(entered_by=self.request.user)
            source = mine.order_by("-pk").first()
        elif wanted.isdecimal() and len(wanted) < 19:
            source = self.visible_records().filter(pk=wanted).first()
        fields = self.register.form._meta.fields
        copied = model_to_dict(source, fields=fields) if source else {}
        return copied | {"on": self.today_in_year, "until": None, "year": self.year}

    @property
    def today_in_year(self):
        today = timezone.localdate()
        return today if today.year == self.year else None

    def months(self) -> list[dict[str, object]]:
        """Return the twelve months with their numbers of records, each a link to its list."""
        if not self.register.is_dated:
            return []
        among = self.tab.narrow(self.of_the_year) if self.tab else self.of_the_year
        counts = among.order_by().values_list("on__month").annotate(Count("pk"))
        found = dict(counts.values_list("on__month", "pk__count"))
        months = [
            {
                "label": f"{month}月",
                "count": found.get(month, 0),
                "query": self.query(month=month),
                "current": month == self.month,
            }
            for month in MONTHS
        ]
        whole = {"label": "全年", "count": sum(found.values()), "query": self.query(month=None)}
        return [whole | {"current": self.month is None}, *months]

    def totals(self) -> list[tuple[str, object]]:
        """Return the sums under the list, over everything the list holds, not the page alone."""
        if not self.register.sums:
            return []
        sums = (
            self.get_queryset()
            .order_by()
            .aggregate(**{name: Sum(name) for name in self.register.sums})
        )
        fields = self.register.model._meta
        return [
            (fields.get_field(name).verbose_name, sums[name] or 0) for name in self.register.sums
        ]

    def line(self) -> dict[str, object]:
        """Return the line in which a record is entered: its usual fields, and those folded away."""
        form = self.entry or self.entry_form()
        rare = [f for f in form.visible_fields() if f.name not in self.register.line]
        return {
            "entry": form,
            "usual": [form[name] for name in self.register.line],
            "rare": rare,
            "opens_rare": any(field.errors for field in rare),
        }

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        may_enter = may_use(self.request.user, self.register.url_name(), "POST")
        may_confirm = self.may("confirm")
        waiting = [r.pk for r in context["object_list"] if r.state == "待确认"]
        return context | {
            "register": self.register,
            "year": self.year,
            "years": {
                "previous": self.query(year=self.year - 1, month=None, copy=None),
                "next": self.query(year=self.year + 1, month=None, copy=None),
            },
            "months": self.months(),
            "totals": self.totals(),
            **(self.line() if may_enter else {}),
            "copy_last": self.query(copy="last"),
            "paste": self.register.address("paste") + f"?year={self.year}" if may_enter else "",
            "confirm": self.register.address("confirm") if may_confirm and waiting else "",
            "waiting": waiting,
            "may_confirm": may_confirm,
            "explanation": self.register.explanation,
        }


class RegisterPasteView(RegisterMixin, OnceFormMixin, FormView):
    """Several rows at once from a spreadsheet: shown cell by cell first, written all or none."""

    form_class = PasteForm
    template_name = "casework/paste.html"
    block: Block | None = None

    @cached_property
    def year(self) -> int:
        wanted = self.request.GET.get("year", "")
        return int(wanted) if wanted.isdecimal() and len(wanted) == 4 else timezone.localdate().year

    def form_valid(self, form: PasteForm) -> HttpResponse:
        self.block = read_block(
            self.register, form.cleaned_data["block"], user=self.request.user, year=self.year
        )
        if self.block.faults or "save" not in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        return super().form_valid(form)

    def save(self, form: PasteForm) -> str:
        writing.enter_all([row.form for row in self.block.rows], by=self.request.user)
        return f"{self.register.address()}?year={self.year}"

    @property
    def success_message(self) -> str:
        return f"已保存{len(self.block.rows)}条。"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        address = f"{self.register.address()}?year={self.year}"
        rows = self.block.rows if self.block else ()
        return context | {
            "title": "粘贴多行",
            "crumbs": ((self.register.section, ""), (self.register.label, address)),
            "cancel": address,
            "register": self.register,
            "year": self.year,
            "block": self.block,
            "preview": [(row, row.shown(self.block.columns)) for row in rows],
        }


class RegisterRecordView(RegisterMixin, DetailView):
    """Everything about one record: its fields, its evidence, what was done with it."""

    template_name = "casework/register_record.html"

    def get_object(self, queryset=None) -> RegisterRecord:
        return self.record

    def facts(self) -> list[tuple[str, object]]:
        """Return the fields of the form that hold something, label to words."""
        names = names_in(self.register.form.rows)
        fields = self.register.model._meta
        facts = [
            (fields.get_field(name).verbose_name, in_words(self.record, name)) for name in names
        ]
        return [(label, words) for label, words in facts if words not in (None, "")]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        record = self.record
        may_change = self.may("edit") and writing.may_change(record, self.request.user)
        folder = record.evidence
        return context | {
            "title": str(record),
            "crumbs": ((self.register.section, ""), (self.register.label, self.list_address)),
            "register": self.register,
            "facts": self.facts(),
            "files": [
                (file, self.register.address_of(record, "evidence", file.pk))
                for file in (folder.files.all() if folder else ())
            ],
            "links": folder.links.all() if folder else (),
            "edit": self.register.address_of(record, "edit") if may_change else "",
            "void": self.register.address_of(record, "void") if may_change else "",
            "attach": self.register.address_of(record, "attach") if may_change else "",
            "link": self.register.address_of(record, "link") if may_change else "",
            "confirm": self.register.address("confirm") if self.may("confirm") else "",
            "log": AuditEntry.objects.of(record._meta.label_lower, record.pk)[:20],
        }


class RegisterFormView(RegisterMixin, OnceFormMixin, FormView):
    """The frame of a page with a form about one record, which leads back to it."""

    template_name = "generic/form.html"
    title = ""
    submit_label = "保存"
    multipart = False

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        address = self.record.get_absolute_url()
        return context | {
            "title": self.title,
            "crumbs": (
                (self.register.label, self.register.address()),
                (str(self.record), address),
            ),
            "cancel": address,
            "submit_label": self.submit_label,
            "multipart": self.multipart,
        }

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.record.version}

    def save(self, form) -> str:
        try:
            self.act(form)
        except FileRefusedError as refusal:
            raise ValidationError({"file": str(refusal)}) from refusal
        return self.record.get_absolute_url()

    def act(self, form) -> None:
        raise NotImplementedError


class RegisterEditView(RegisterFormView):
    title = "修改"

    def get_form_class(self) -> type[RegisterForm]:
        return self.register.form

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.record, "user": self.request.user}

    def act(self, form: RegisterForm) -> None:
        writing.edit(form, by=self.request.user, version=form.cleaned_data["version"])


class RegisterVoidView(RegisterFormView):
    form_class = ReasonForm
    title = "作废"
    submit_label = "作废"
    success_message = "已作废，不再计入统计。"

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        writing.void(
            self.record, by=self.request.user, reason=cleaned["reason"], version=cleaned["version"]
        )


class EvidenceAttachView(RegisterFormView):
    form_class = EvidenceForm
    title = "上传佐证材料"
    submit_label = "上传"
    multipart = True
    success_message = "已上传。"

    def act(self, form) -> None:
        writing.attach(
            self.record,
            form.cleaned_data["file"],
            by=self.request.user,
            largest=settings.ATTACHMENT_MAX_SIZE,
        )


class EvidenceLinkView(RegisterFormView):
    form_class = LinkForm
    title = "登记链接"

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        writing.add_link(self.record, cleaned["address"], cleaned["label"], by=self.request.user)


class EvidenceView(RegisterMixin, View):
    """Gives a file out to whoever may see its record, as a download that no page can run."""

    def get(self, request, *args, **kwargs) -> FileResponse:
        evidence = get_object_or_404(
            Evidence, folder=self.record.evidence_id or 0, pk=self.kwargs["file"]
        )
        audit.note(
            Action.DOWNLOADED, by=request.user, about=self.record, changes={"文件": evidence.name}
        )
        response = FileResponse(
            evidence.file.open("rb"),
            as_attachment=True,
            filename=evidence.name,
            content_type=evidence.content_type,
        )
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class RegisterConfirmView(RegisterMixin, View):
    """Confirms the records that were ticked or shown; those out of sight are left alone."""

    def post(self, request, *args, **kwargs) -> HttpResponse:
        wanted = [pk for pk in request.POST.getlist("record") if pk.isdecimal() and len(pk) < 19]
        for record in self.visible_records().unconfirmed().filter(pk__in=wanted):
            writing.confirm(record, by=request.user)
        return redirect(self.list_address)


def pages(register: Register) -> list[URLPattern]:
    """Return the addresses of a register."""

    def page(route: str, view, name: str) -> URLPattern:
        return path(f"{register.many}/{route}", view.as_view(register=register), name=name)

    one, many = register.one, register.many
    return [
        page("", RegisterListView, many),
        page("paste/", RegisterPasteView, f"paste-{many}"),
        page("confirm/", RegisterConfirmView, f"confirm-{many}"),
        page("<int:pk>/", RegisterRecordView, one),
        page("<int:pk>/edit/", RegisterEditView, f"edit-{one}"),
        page("<int:pk>/void/", RegisterVoidView, f"void-{one}"),
        page("<int:pk>/attach/", EvidenceAttachView, f"attach-{one}"),
        page("<int:pk>/link/", EvidenceLinkView, f"link-{one}"),
        page("<int:pk>/evidence/<int:file>/", EvidenceView, f"evidence-{one}"),
    ]
