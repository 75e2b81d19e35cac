"""The base of every register's pages: list, new, detail, edit, move; and what any matter allows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.generic import DetailView, FormView, TemplateView, View

from casework import desk, documents, drafts, forms, process
from casework.chain import chain
from casework.files import FileRefusedError
from casework.letters import letters_for
from casework.models import Document, Matter, MatterLink, Notice, Task, TimelineEntry
from casework.standing import Fact, IllegalMoveError, standing_after
from casework.workflow import Move, Workflow
from papers.reading import UnreadableError
from people.scope import scope_of
from portal import audit
from portal.audit import changes_of
from portal.models import Action, AuditEntry
from portal.views import ListPage, OnceFormMixin, Tab
from timelimits.calendar import current_calendar


class TodayMixin:
    """Knows the day and the calendar of the request, each read once."""

    @cached_property
    def today(self):
        return timezone.localdate()

    @cached_property
    def calendar(self):
        return current_calendar()


class RecordMixin(TodayMixin):
    """Narrows a record app's pages to what the person may see: the rest is not there (404)."""

    workflow: Workflow
    # An app with two kinds of matter has two addresses of a preview.
    preview_name = "preview-move"

    def visible_records(self):
        return self.model.objects.visible_to(self.request.user).with_desk()

    @cached_property
    def record(self):
        return get_object_or_404(self.visible_records(), pk=self.kwargs["pk"])

    @property
    def matter(self) -> Matter:
        return self.record.matter

    def address(self, page: str, *args) -> str:
        namespace = self.workflow.page.partition(":")[0]
        return reverse(f"{namespace}:{page}", args=args)


class RecordListView(RecordMixin, ListPage):
    """The list of a register. A subclass gives model, workflow, columns, row template and tabs."""

    orders = {
        "received": ("matter__received_on",),
        "due": ("matter__next_due_on",),
        "number": ("matter__number",),
    }

    def get_base_queryset(self):
        return self.visible_records()

    @property
    def title(self) -> str:
        return self.workflow.label

    crumbs = (("业务台账", ""),)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"today": self.today, "calendar": self.calendar}


def stage_tabs(workflow: Workflow, groups: dict[str, tuple[str, ...]]) -> tuple[Tab, ...]:
    """Return the tabs of a register: matters at hand, one for each group of stages, closed, all."""
    at_hand = Tab("open", "在办", lambda q: q.filter(matter__in=Matter.objects.open()))
    stages = [
        Tab(
            codes[0],
            label,
            lambda q, codes=codes: q.filter(matter__stage__in=codes, matter__voided_at=None),
        )
        for label, codes in groups.items()
    ]
    done = Tab("closed", "已办结", lambda q: q.filter(matter__in=Matter.objects.closed()))
    everything = Tab("all", "全部", lambda q: q)
    return (at_hand, *stages, done, everything)


class RecordCreateView(RecordMixin, OnceFormMixin, FormView):
    """The page on which a matter comes in. A subclass's form opens it in `open(by, today)`."""

    template_name = "casework/new.html"
    success_message = "已登记。"

    def save(self, form) -> str:
        with refusals():
            return form.open(by=self.request.user, today=self.today).get_absolute_url()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        register = self.address(self.list_name)
        return context | {
            "title": self.title,
            "crumbs": ((self.workflow.label, register),),
            "cancel": register,
            "submit_label": "登记",
        }


class RecordDetailView(RecordMixin, DetailView):
    """Everything about one matter on one page."""

    template_name = "casework/detail.html"

    def get_object(self, queryset=None):
        return self.record

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        user, matter = self.request.user, self.matter
        context = super().get_context_data(**kwargs)
        return context | {
            "title": matter.title,
            "crumbs": ((self.workflow.label, self.address(self.list_name)),),
            "matter": matter,
            "today": self.today,
            "calendar": self.calendar,
            "steps": desk.steps(matter),
            "deadlines": desk.deadlines(matter),
            "moves": process.moves_open_to(matter, user, self.today),
            "timeline": desk.timeline(matter),
            "documents": desk.documents(matter, user),
            "letters": letters_for(matter) if matter.is_open or matter.closed_on else [],
            "tasks": matter.tasks.select_related("department", "assignee", "counsel", "given_by"),
            "chain": chain(matter, user, self.today),
            "links": matter.links.select_related("other"),
            "back_links": matter.back_links.select_related("matter"),
            "is_followed": matter.followers.filter(pk=user.pk).exists(),
            "log": SimpleLazyObject(lambda: desk.log(matter)),
        }


class RecordUpdateView(RecordMixin, OnceFormMixin, FormView):
    """Edits what a matter is about. A stale page is told what somebody else wrote meanwhile."""

    template_name = "generic/form.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return kwargs | {"instance": self.record}

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.matter.version, "title": self.matter.title}

    def save(self, form) -> str:
        with refusals():
            form.save_edit(by=self.request.user, changes=changes_of(form))
        return self.record.get_absolute_url()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": f"修改 {self.matter.number}",
            "crumbs": (
                (self.workflow.label, self.address(self.list_name)),
                (self.matter.number, self.record.get_absolute_url()),
            ),
            "cancel": self.record.get_absolute_url(),
        }


class MoveMixin(RecordMixin):
    """Knows the move that an address names; one that is not there, or not now, is 404."""

    preview_name = "preview-move"

    @cached_property
    def move(self) -> Move:
        try:
            return self.workflow.move(self.kwargs["move"])
        except KeyError:
            raise Http404 from None

    @cached_property
    def waiting_for(self) -> tuple[str, ...]:
        return process.replayed(self.matter, self.calendar).awaited(self.move)

    def told(self, form) -> dict[str, Any]:
        """Return what the record itself tells of a move, beside the answers on its form."""
        return {}


class RecordMoveView(MoveMixin, OnceFormMixin, FormView):
    """Records one move of the matter behind a record."""

    form_class = forms.MoveForm
    template_name = "casework/move.html"

    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        if request.method == "GET" and self.move not in process.moves_open_to(
            self.matter, request.user, self.today
        ):
            return render(
                request,
                "casework/move_closed.html",
                {
                    "title": self.move.label,
                    "matter": self.matter,
                    "crumbs": ((self.matter.number, self.record.get_absolute_url()),),
                },
                status=403,
            )
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"move": self.move, "waiting_for": self.waiting_for}

    def get_initial(self) -> dict[str, Any]:
        return {"on": self.today, "version": self.matter.version}

    def save(self, form) -> str:
        cleaned = form.cleaned_data
        with refusals():
            process.record(
                self.matter,
                self.move.code,
                on=cleaned["on"],
                by=self.request.user,
                today=self.today,
                detail=form.detail | self.told(form),
                note=cleaned["note"],
                version=cleaned["version"],
            )
        return self.record.get_absolute_url()

    @property
    def success_message(self) -> str:
        self.matter.refresh_from_db()
        return f"已登记“{self.move.label}”，当前环节：{self.matter.stage_label}。"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": self.move.label,
            "crumbs": (
                (self.workflow.label, self.address(self.list_name)),
                (self.matter.number, self.record.get_absolute_url()),
            ),
            "matter": self.matter,
            "move": self.move,
            "explanation": self.move.explanation,
            "cancel": self.record.get_absolute_url(),
            "submit_label": self.move.label,
            "preview": self.address(self.preview_name, self.record.pk, self.move.code),
        }


class RecordPreviewView(MoveMixin, View):
    """Shows which dates a move would give while its form is being filled in."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        form = forms.MoveForm(request.GET, move=self.move, waiting_for=self.waiting_for)
        form.is_valid()
        on = form.cleaned_data.get("on")
        context: dict[str, Any] = {"today": self.today, "calendar": self.calendar, "on": on}
        if on:
            fact = Fact(self.move.code, on, form.detail | self.told(form))
            try:
                context["standing"] = standing_after(
                    self.workflow, process.facts_of(self.matter), fact, self.calendar
                )
            except IllegalMoveError as refusal:
                context["refusal"] = str(refusal)
        return render(request, "casework/_preview.html", context)


class RecordRevealView(RecordMixin, FormView):
    """Shows one masked field of one record for a reason, and writes down who asked and why."""

    form_class = forms.ReasonForm
    template_name = "casework/reveal.html"

    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        if kwargs["field"] not in self.record.MASKED:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        name = self.kwargs["field"]
        label = self.record._meta.get_field(name).verbose_name
        audit.note(
            Action.UNMASKED,
            by=self.request.user,
            about=self.matter,
            changes={"项目": str(label)},
            reason=form.cleaned_data["reason"],
        )
        shown = {"label": label, "value": getattr(self.record, name)}
        return self.render_to_response(self.get_context_data(form=form, shown=shown))

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        field = self.record._meta.get_field(self.kwargs["field"])
        return context | {
            "title": f"查看{field.verbose_name}",
            "crumbs": ((self.matter.number, self.record.get_absolute_url()),),
            "cancel": self.record.get_absolute_url(),
            "submit_label": "查看",
        }


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the process refuses into errors of the form at hand."""
    try:
        yield
    except IllegalMoveError as refusal:
        raise ValidationError(
            {refusal.field: str(refusal)} if refusal.field else str(refusal)
        ) from refusal
    except FileRefusedError as refusal:
        raise ValidationError({"file": str(refusal)}) from refusal


class MatterMixin(TodayMixin):
    """The base of pages that any matter has, whatever its kind."""

    @cached_property
    def matter(self) -> Matter:
        visible = Matter.objects.visible_to(self.request.user)
        return get_object_or_404(visible, pk=self.kwargs["pk"])


class MatterFormView(MatterMixin, OnceFormMixin, FormView):
    """A small form about a matter that leads back to its page."""

    template_name = "generic/form.html"
    title = ""
    submit_label = "保存"
    explanation = ""
    multipart = False

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.matter.version}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        address = self.matter.get_absolute_url()
        return context | {
            "title": self.title,
            "crumbs": ((self.matter.kind_label, ""), (self.matter.number, address)),
            "cancel": address,
            "submit_label": self.submit_label,
            "explanation": self.explanation,
            "multipart": self.multipart,
        }

    def save(self, form) -> str:
        with refusals():
            self.act(form)
        return self.matter.get_absolute_url()

    def act(self, form) -> None:
        raise NotImplementedError


class MatterVoidView(MatterFormView):
    form_class = forms.ReasonForm
    title = "作废"
    submit_label = "作废"
    explanation = "仅用于登记有误的事项。作废后编号不再使用，不计入统计，记录仍可查看。"
    success_message = "已作废。"

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        process.void(
            self.matter, by=self.request.user, reason=cleaned["reason"], version=cleaned["version"]
        )


class MatterAssignView(MatterFormView):
    form_class = forms.AssignForm
    title = "分派承办科室和承办人"

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {
            "department": self.matter.department_id,
            "handler": self.matter.handler_id,
        }

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        process.assign(
            self.matter,
            department=cleaned["department"],
            handler=cleaned["handler"],
            by=self.request.user,
            version=cleaned["version"],
        )


class EntryCorrectView(MatterFormView):
    form_class = forms.ReasonForm
    title = "更正办理记录"
    submit_label = "更正"
    success_message = "已更正，期限已按其余记录重新计算。"

    @cached_property
    def entry(self) -> TimelineEntry:
        return get_object_or_404(self.matter.timeline, pk=self.kwargs["entry"])

    @property
    def explanation(self) -> str:
        return (
            f"“{self.entry}”将不再计入办理过程，记录和更正理由都保留。需要改正的，请随后重新登记。"
        )

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        process.correct(
            self.entry, by=self.request.user, reason=cleaned["reason"], version=cleaned["version"]
        )


class TaskCreateView(MatterFormView):
    form_class = forms.TaskForm
    title = "交办"
    submit_label = "交办"
    success_message = "已交办。"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": Task(matter=self.matter)}

    def act(self, form) -> None:
        process.give_task(form.save(commit=False), by=self.request.user, today=self.today)


class TaskAnswerView(MatterFormView):
    form_class = forms.TaskAnswerForm
    title = "反馈交办事项"
    submit_label = "完成"
    success_message = "已反馈。"

    @cached_property
    def task(self) -> Task:
        scope = scope_of(self.request.user, self.today)
        return get_object_or_404(self.matter.tasks.given_to(scope), pk=self.kwargs["task"])

    @property
    def explanation(self) -> str:
        return f"{self.task.title}（{self.task.due_on} 前）"

    def act(self, form) -> None:
        process.finish_task(self.task, by=self.request.user, answer=form.cleaned_data["answer"])


class TaskWithdrawView(MatterFormView):
    form_class = forms.ReasonForm
    title = "撤回交办"
    submit_label = "撤回"
    success_message = "已撤回。"

    @cached_property
    def task(self) -> Task:
        return get_object_or_404(self.matter.tasks, pk=self.kwargs["task"])

    @property
    def explanation(self) -> str:
        return f"{self.task.title}（{self.task.given_to_label}）"

    def act(self, form) -> None:
        process.withdraw_task(self.task, by=self.request.user, reason=form.cleaned_data["reason"])


class LinkCreateView(MatterFormView):
    form_class = forms.LinkForm
    title = "登记关联"
    success_message = "已登记关联。"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return kwargs | {
            "matter": self.matter,
            "user": self.request.user,
            "instance": MatterLink(matter=self.matter),
        }

    def act(self, form) -> None:
        process.link(form.save(commit=False), by=self.request.user)


class FollowView(MatterMixin, View):
    def post(self, request, *args, **kwargs) -> HttpResponse:
        process.follow(self.matter, user=request.user, wanted="follow" in request.POST)
        return redirect(self.matter)


class AttachView(MatterFormView):
    form_class = forms.UploadForm
    title = "上传材料"
    submit_label = "上传"
    multipart = True
    success_message = "已上传。"

    def act(self, form) -> None:
        cleaned = form.cleaned_data
        documents.attach(
            self.matter,
            cleaned["file"],
            by=self.request.user,
            largest=settings.ATTACHMENT_MAX_SIZE,
            for_counsel=cleaned["for_counsel"] or bool(self.request.user.counsel_id),
        )


class DocumentMixin:
    @cached_property
    def document(self) -> Document:
        visible = Document.objects.visible_to(self.request.user).select_related("matter")
        return get_object_or_404(visible, pk=self.kwargs["pk"])


class DocumentReplaceView(DocumentMixin, MatterFormView):
    form_class = forms.ReplaceForm
    submit_label = "上传新版本"
    multipart = True
    success_message = "已保存新版本，原文件保留。"

    @property
    def matter(self) -> Matter:
        return self.document.matter

    @property
    def title(self) -> str:
        return f"替换 {self.document.name}"

    def act(self, form) -> None:
        documents.attach(
            self.matter,
            form.cleaned_data["file"],
            by=self.request.user,
            largest=settings.ATTACHMENT_MAX_SIZE,
            replaces=self.document,
        )


class DocumentView(DocumentMixin, View):
    """Gives a file out to whoever may see its matter, as a download that no page can run."""

    def get(self, request, *args, **kwargs) -> FileResponse:
        document = self.document
        audit.note(
            Action.DOWNLOADED,
            by=request.user,
            about=document.matter,
            changes={"文件": document.name},
        )
        response = FileResponse(
            document.file.open("rb"),
            as_attachment=True,
            filename=document.name,
            content_type=document.content_type,
        )
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class DocumentCompareView(DocumentMixin, TemplateView):
    """Shows what changed between a document and an earlier version of it."""

    template_name = "casework/compare.html"

    @cached_property
    def earlier(self) -> Document:
        known = {version.pk: version for version in drafts.versions(self.document)}
        seen = Document.objects.visible_to(self.request.user)
        return get_object_or_404(seen, pk=self.kwargs["earlier"], pk__in=known)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        matter = self.document.matter
        try:
            context["lines"] = drafts.compare(self.earlier, self.document)
        except UnreadableError as refusal:
            context["refusal"] = str(refusal)
        return context | {
            "title": f"比较 {self.document.name}",
            "crumbs": ((matter.kind_label, ""), (matter.number, matter.get_absolute_url())),
            "document": self.document,
            "earlier": self.earlier,
        }


class LetterWriteView(MatterMixin, View):
    """Writes a letter the timeline calls for and keeps it with the matter."""

    def post(self, request, *args, **kwargs) -> HttpResponse:
        wanted = (kwargs["letter"], kwargs["entry"])
        called_for = {
            (letter.code, entry.pk): (letter, entry) for letter, entry in letters_for(self.matter)
        }
        if wanted not in called_for:
            raise Http404
        documents.write_letter(self.matter, *called_for[wanted], by=request.user)
        return redirect(f"{self.matter.get_absolute_url()}#documents")


class HomeView(TodayMixin, TemplateView):
    """工作台: what must be done, by whom, by when."""

    template_name = "casework/home.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        work = desk.workbench(self.request.user, self.today)
        return context | {
            "title": "工作台",
            "work": work,
            "today": self.today,
            "calendar": self.calendar,
        }


class TaskListView(TodayMixin, ListPage):
    """待办: what was given to the person or to the department."""

    model = Task
    title = "交办事项"
    columns = (("要求完成", ""), ("交办事项", ""), ("所属事项", ""), ("交办给", ""), ("状态", ""))
    row_template = "casework/_task_row.html"
    tabs = (
        Tab("open", "待办", lambda q: q.open()),
        Tab("done", "已办", lambda q: q.filter(done_at__isnull=False)),
    )
    empty = "没有交办给您的事项。"

    def get_base_queryset(self):
        scope = scope_of(self.request.user, self.today)
        mine = Task.objects.given_to(scope)
        return mine.select_related("matter", "department", "assignee", "counsel")


class NoticeListView(ListPage):
    model = Notice
    title = "消息"
    columns = (("时间", ""), ("内容", ""), ("操作", ""))
    row_template = "casework/_notice_row.html"
    template_name = "casework/notices.html"
    tabs = (Tab("unread", "未读", lambda q: q.unread()), Tab("all", "全部", lambda q: q))
    empty = "没有消息。"

    def get_base_queryset(self):
        return self.request.user.notices.select_related("matter")

    def post(self, request, *args, **kwargs) -> HttpResponse:
        wanted = request.user.notices.unread()
        if "notice" in request.POST:
            wanted = wanted.filter(
                pk__in=[pk for pk in request.POST.getlist("notice") if pk.isdecimal()]
            )
        wanted.update(read_at=timezone.now())
        return redirect("casework:notices")


class SearchView(TodayMixin, ListPage):
    """全局搜索: number, names and subject, within what the person may see."""

    model = Matter
    title = "搜索"
    filter_form = forms.SearchFilter
    columns = (
        ("预警", ""),
        ("事项", ""),
        ("类别", ""),
        ("环节", ""),
        ("承办", ""),
        ("收到日期", ""),
    )
    row_template = "casework/_matter_row.html"
    empty = "没有找到。可以换一个编号、当事人姓名或事项中的两三个字再试。"

    def get_base_queryset(self):
        return Matter.objects.visible_to(self.request.user).with_desk()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"today": self.today, "calendar": self.calendar}


class MatterListView(SearchView):
    """Matters of every register, by what they need: the lists behind the workbench's numbers."""

    title = "全部事项"
    filter_form = forms.AnyMatterFilter
    empty = "这里没有事项。"

    @cached_property
    def tabs(self) -> tuple[Tab, ...]:
        user = self.request.user
        return (*desk.MATTER_TABS, Tab("followed", "我关注", lambda q: q.filter(followers=user)))

    def get_base_queryset(self):
        return super().get_base_queryset().valid()


class MatterLogView(MatterMixin, ListPage):
    """日志: who opened, changed, saw and downloaded what of a matter."""

    model = AuditEntry
    title = "日志"
    columns = (("时间", ""), ("人员", ""), ("操作", ""), ("内容", ""), ("理由", ""))
    row_template = "casework/_log_row.html"
    empty = "没有记录。"

    def get_base_queryset(self):
        return desk.log(self.matter)

    @property
    def crumbs(self):
        return ((self.matter.number, self.matter.get_absolute_url()),)
