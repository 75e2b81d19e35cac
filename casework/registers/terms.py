"""The pages of the tables of words that the office keeps itself, such as channels and audiences."""

from __future__ import annotations

from crispy_forms.layout import Layout
from django import forms
from django.forms import modelform_factory
from django.urls import URLPattern, path, reverse

from casework.models.register import Term
from portal.forms import LaidOutForm, OnceMixin, SeenMixin
from portal.pages import EditPage, NewPage
from portal.views import ListPage

FIELDS = ("name", "position", "is_active")


class TermForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """A word of a table."""

    @property
    def layout(self) -> Layout:
        return Layout("submission", "seen", *self._meta.fields)


class TermListView(ListPage):
    """The words of a table in their order."""

    template_name = "casework/terms.html"
    row_template = "casework/_term_row.html"
    columns = (("名称", "name"), ("排序", "position"), ("在用", ""))
    orders = {"name": ("name",), "position": ("position",)}
    crumbs = (("系统管理", ""),)
    edit_url_name = ""

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)


class TermPage:
    """What the pages of one word share: where they lead back to."""

    section = "系统管理"

    @property
    def list_label(self) -> str:
        return str(self.model._meta.verbose_name)

    def list_address(self) -> str:
        return reverse(self.list_url_name)


class TermCreateView(TermPage, NewPage):
    pass


class TermEditView(TermPage, EditPage):
    pass


def pages(app: str, one: str, many: str, model: type[Term], *more: str) -> list[URLPattern]:
    """Return the addresses of a table; `more` are fields beside name, position and use."""
    form = modelform_factory(model, form=TermForm, fields=[*FIELDS, *more])
    names = {"new_url_name": f"{app}:new-{one}", "edit_url_name": f"{app}:edit-{one}"}
    page = {"model": model, "form_class": form, "list_url_name": f"{app}:{many}"}
    listed = TermListView.as_view(model=model, new_label="新增", **names)
    return [
        path(f"{many}/", listed, name=many),
        path(f"{many}/new/", TermCreateView.as_view(**page), name=f"new-{one}"),
        path(f"{many}/<int:pk>/edit/", TermEditView.as_view(**page), name=f"edit-{one}"),
    ]
