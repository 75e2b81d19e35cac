"""Pages with one form: opened from a list, audited, leading back to the list as it was filtered."""

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import CreateView, UpdateView

from portal.audit import changes_of, given_in, note
from portal.back import came_from
from portal.errors import ConflictError
from portal.models import Action
from portal.views import OnceFormMixin


class FormPage(OnceFormMixin):
    """The frame of a page with a form.

    A subclass gives `section` (the part of the menu), `list_label` and `list_url_name`, and a
    `title` or `heading()`; it may give `submit_label` and `explanation`.
    """

    template_name = "generic/form.html"
    section = ""
    list_label = ""
    list_url_name = ""
    title = ""
    submit_label = "保存"
    explanation = ""

    def heading(self) -> str:
        return self.title

    def list_address(self) -> str:
        """Return the list the page was opened from, with its filter."""
        return came_from(self.request, reverse(self.list_url_name))

    def get_context_data(self, **kwargs) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        address = self.list_address()
        return {
            **context,
            "title": self.heading(),
            "crumbs": ((self.section, ""), (self.list_label, address)),
            "cancel": address,
            "submit_label": self.submit_label,
            "explanation": self.explanation,
        }


class RecordPage(FormPage):
    """A page whose form writes one record."""

    def address_of(self, record: Model) -> str:
        """Return where saving leads: the list as it was, at the record's row."""
        return f"{self.list_address()}#row-{record.pk}"


class NewPage(RecordPage, CreateView):
    """A page that adds a record."""

    def heading(self) -> str:
        return self.title or f"新增{self.model._meta.verbose_name}"

    def save(self, form) -> str:
        self.object = form.save()
        note(Action.CREATED, by=self.request.user, about=self.object, changes=given_in(form))
        return self.address_of(self.object)


class EditPage(RecordPage, UpdateView):
    """A page that edits a record, and refuses to write over what another has changed meanwhile."""

    def heading(self) -> str:
        return f"修改{self.model._meta.verbose_name}：{self.object}"

    def get_queryset(self) -> QuerySet:
        records = super().get_queryset()
        is_sent = self.request.method == "POST"
        return records.select_for_update(of=("self",)) if is_sent else records

    @transaction.atomic
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return super().post(request, *args, **kwargs)

    def save(self, form) -> str:
        if form.is_stale():
            raise ConflictError(
                "您打开页面之后，别人修改了同一条记录，您填写的内容没有保存。",
                typed=given_in(form),
                address=self.request.get_full_path(),
            )
        changes = changes_of(form)
        form.save()
        if changes:
            note(Action.CHANGED, by=self.request.user, about=self.object, changes=changes)
        return self.address_of(self.object)
