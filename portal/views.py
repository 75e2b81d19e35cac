"""The base of every page: lists with filters in the address, forms that save once."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.generic import ListView

from portal.errors import ConflictError
from portal.forms import FilterForm, OnceMixin
from portal.models import Submission

PAGE_SIZES = (20, 10, 50, 100)


class Tab:
    """A tab of a list: its code in the address, its words, and how it narrows the queryset."""

    def __init__(self, code: str, label: str, narrow) -> None:
        self.code, self.label, self.narrow = code, label, narrow


class GentlePaginator(Paginator):
    """Shows the nearest page there is instead of an error for a page that is not."""

    def page(self, number) -> Page:
        try:
            wanted = int(number)
        except (TypeError, ValueError):
            wanted = 1
        return super().page(min(max(wanted, 1), self.num_pages))


class ListPage(ListView):
    """A list whose filter, tab, order and page all stand in the address.

    A subclass gives `title`, `columns` (heading, order code or ""), `row_template`, and may give
    `filter_form`, `tabs`, `orders` (code to fields), `new_url_name` and `new_label`. HTMX asks for
    the rows alone and gets them.
    """

    template_name = "generic/list.html"
    rows_template = "generic/_rows.html"
    row_template = ""
    title = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    filter_form: type[FilterForm] | None = None
    tabs: tuple[Tab, ...] = ()
    orders: dict[str, tuple[str, ...]] = {}
    new_url_name = ""
    new_label = ""
    empty = "没有符合条件的记录。"
    paginator_class = GentlePaginator

    @cached_property
    def filter(self) -> FilterForm | None:
        if self.filter_form is None:
            return None
        form = self.filter_form(self.request.GET)
        form.is_valid()
        return form

    @cached_property
    def tab(self) -> Tab | None:
        wanted = self.request.GET.get("tab")
        return next((tab for tab in self.tabs if tab.code == wanted), next(iter(self.tabs), None))

    @cached_property
    def order(self) -> str:
        wanted = self.request.GET.get("order", "")
        return wanted if wanted.removeprefix("-") in self.orders else ""

    def get_base_queryset(self):
        """Return everything the person may see here, before tab and filter."""
        return self.model._default_manager.all()

    @cached_property
    def filtered(self):
        queryset = self.get_base_queryset()
        return self.filter.narrow(queryset) if self.filter else queryset

    def get_queryset(self):
        queryset = self.tab.narrow(self.filtered) if self.tab else self.filtered
        if not self.order:
            return queryset
        fields = self.orders[self.order.removeprefix("-")]
        sign = "-" if self.order.startswith("-") else ""
        return queryset.order_by(*(f"{sign}{name}" for name in fields), "-pk")

    def get_paginate_by(self, queryset) -> int:
        wanted = self.request.GET.get("size", "")
        return int(wanted) if wanted in map(str, PAGE_SIZES) else PAGE_SIZES[0]

    def paginate_queryset(self, queryset, page_size: int):
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.page(self.request.GET.get("page"))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_template_names(self) -> list[str]:
        return [self.rows_template if self.request.htmx else self.template_name]

    def query(self, **changes: object) -> str:
        """Return the address's query with some parts changed; None takes a part out."""
        query: QueryDict = self.request.GET.copy()
        query.pop("page", None)
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = str(value)
        return "?" + query.urlencode()

    def get_context_data(self, **kwargs) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "view": self,
            "title": self.title,
            "crumbs": self.crumbs,
            "filter": self.filter,
            "chips": self.chips(),
            "tab_links": self.tab_links(),
            "headings": self.headings(),
            "pages": self.pages(context["page_obj"]),
            "sizes": sorted(PAGE_SIZES),
            "back": urlencode({"back": self.request.get_full_path()}),
        }

    def chips(self) -> list[dict[str, str]]:
        if not self.filter:
            return []
        return [
            {"label": label, "value": value, "without": self.query(**{name: None})}
            for name, label, value in self.filter.chosen()
        ]

    def tab_links(self) -> list[dict[str, object]]:
        return [
            {
                "label": tab.label,
                "count": tab.narrow(self.filtered).count(),
                "query": self.query(tab=tab.code),
                "current": tab is self.tab,
            }
            for tab in self.tabs
        ]

    def headings(self) -> list[dict[str, str]]:
        return [self.heading(label, code) for label, code in self.columns]

    def heading(self, label: str, code: str) -> dict[str, str]:
        if not code:
            return {"label": label}
        rising = self.order == code
        sorted_as = {code: "ascending", f"-{code}": "descending"}.get(self.order, "none")
        return {
            "label": label,
            "query": self.query(order=f"-{code}" if rising else code),
            "sorted": sorted_as,
        }

    def pages(self, page: Page) -> dict[str, str]:
        return {
            "previous": self.query(page=page.number - 1) if page.has_previous() else "",
            "next": self.query(page=page.number + 1) if page.has_next() else "",
        }


def typed_in(form) -> dict[str, str]:
    """Return what a person typed into a form, label to text, for a page that gives it back."""
    return {
        str(field.label): str(form.cleaned_data[field.name])
        for field in form.visible_fields()
        if form.cleaned_data.get(field.name) not in (None, "", False)
    }


class OnceFormMixin:
    """Saves a form once: the second sending of the same form leads to what the first one made.

    A subclass gives `save(form)`, which returns where to go and raises ValidationError for what
    only turns out while saving: then nothing is kept, and the form is shown again with the reason.
    """

    success_message = "已保存。"

    def save(self, form) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # Before the form is checked: what the first sending made would make the second one fail.
        accepted = self.earlier_sending()
        return self.lead_on(accepted) if accepted else super().post(request, *args, **kwargs)

    def earlier_sending(self) -> Submission | None:
        sent = OnceMixin(self.request.POST)
        if not sent.is_valid() or not sent.cleaned_data["submission"]:
            return None
        accepted = Submission.objects.filter(
            key=sent.cleaned_data["submission"], user=self.request.user
        )
        return accepted.first()

    def lead_on(self, accepted: Submission) -> HttpResponse:
        messages.info(self.request, "这张表单已经提交过，没有重复保存。")
        return redirect(accepted.address)

    def form_valid(self, form) -> HttpResponse:
        try:
            with transaction.atomic():
                accepted, is_new = self.save_once(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except ConflictError as conflict:
            conflict.typed = typed_in(form)
            raise
        if not is_new:
            return self.lead_on(accepted)
        messages.success(self.request, self.success_message)
        return redirect(accepted.address)

    def save_once(self, form) -> tuple[Submission, bool]:
        """Return the accepted sending, which knows where to go, and whether it was the first."""
        key = form.cleaned_data.get("submission")
        if not key:
            return Submission(address=self.save(form)), True
        # A second sending that comes in meanwhile waits for this row and then finds it.
        accepted, is_new = Submission.objects.get_or_create(
            key=key, defaults={"user": self.request.user}
        )
        if is_new:
            accepted.address = self.save(form)
            accepted.save(update_fields=["address"])
        elif accepted.user_id != self.request.user.pk:
            raise ValidationError("这张表单的提交标识无效，请刷新页面后重新填写。")
        return accepted, is_new
