"""Pages of 合法性审查."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.generic import FormView, View

from casework import process, views
from casework.authority import keeps
from casework.standing import IllegalMoveError
from casework.views import refusals, stage_tabs
from casework.workflow import Move
from legalreview import forms, opinions, performance, procedure, workload
from legalreview.conclusions import OUTCOMES
from legalreview.models import (
    ActStep,
    Contract,
    CounselEvaluation,
    CounselService,
    Review,
    ReviewKind,
)
from legalreview.workflow import WORKFLOW, Stage
from people.models import LegalCounsel
from people.roles import Role
from portal import audit
from portal.audit import given_in
from portal.models import Action
from portal.pages import EditPage, NewPage
from portal.views import ListPage, OnceFormMixin

SECTION = "业务台账"


class ReviewMixin:
    model = Review
    workflow = WORKFLOW
    list_name = "reviews"


class ReviewListView(ReviewMixin, views.RecordListView):
    template_name = "legalreview/reviews.html"
    columns = (
        ("预警", ""),
        ("审查事项", "number"),
        ("类别", ""),
        ("相对方", ""),
        ("环节", ""),
        ("送审科室", ""),
        ("送审日期", "received"),
        ("最近期限", "due"),
    )
    row_template = "legalreview/_review_row.html"
    filter_form = forms.ReviewFilter
    new_url_name = "legalreview:new-review"
    new_label = "送审"
    tabs = stage_tabs(
        WORKFLOW,
        {
            "待受理": (Stage.SUBMITTED,),
            "待补正": (Stage.RETURNED,),
            "审查中": (Stage.REVIEWING,),
            "待签发": (Stage.DRAFTED,),
            "待反馈采纳": (Stage.ADOPTING,),
            "待领导决定": (Stage.ESCALATED,),
            "待落实": (
                Stage.MEETING,
                Stage.READY,
                Stage.IMPLEMENTING,
                Stage.SIGNING,
                Stage.PUBLISHING,
                Stage.FINISHING,
                Stage.FILING,
            ),
        },
    )
    empty = "没有符合条件的审查事项。需要审查合同、文件或者决定的，请点右上角“送审”。"


class ReviewCreateView(ReviewMixin, views.RecordCreateView):
    form_class = forms.ReviewForm
    template_name = "legalreview/new_review.html"
    title = "送审"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_initial(self) -> dict[str, Any]:
        return {"on": self.today}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"multipart": True, "submit_label": self.title}


class DiscoveryView(ReviewCreateView):
    form_class = forms.DiscoveryForm
    title = "补登未审事项"


class MaterialsView(View):
    """Shows the list of materials of a kind as ticks, while the form is filled in."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        form = forms.ReviewForm(request.GET, user=request.user)
        return render(request, "legalreview/_materials.html", {"form": form})


class ReviewDetailView(ReviewMixin, views.RecordDetailView):
    template_name = "legalreview/review.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        review, user = self.record, self.request.user
        return super().get_context_data(**kwargs) | {
            "opinions": review.opinions(of=user if user.counsel_id else None),
            "items": review.issued_items(),
            "counsel": review.matter.counsel_assignments.select_related("counsel"),
            "procedure": review.procedure() if review.kind.needs_joint_meeting else [],
            "contract": Contract.objects.filter(review=review).first(),
            "is_signed": review.is_contract and review.is_signed,
            "standing_words": review.standing_words(),
        }


class ReviewUpdateView(ReviewMixin, views.RecordUpdateView):
    form_class = forms.ReviewEditForm
    template_name = "legalreview/edit_review.html"

    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        is_office = request.user.has_role(Role.LEGAL_OFFICE)
        if not is_office and not keeps(request.user, self.matter, self.today):
            raise PermissionDenied(f"送审内容由{self.matter.department}修改。")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"kind": self.record.kind_id}


class ToldMixin(ReviewMixin):
    """Adds to a move what the review itself tells of it."""

    def told(self, form) -> dict[str, Any]:
        return opinions.told(self.record, self.move, form.detail)


class ReviewMoveView(ToldMixin, views.RecordMoveView):
    def save(self, form) -> str:
        with refusals():
            opinions.refuse_gaps(self.record, self.move)
        return super().save(form)


class ReviewPreviewView(ToldMixin, views.RecordPreviewView):
    pass


class NamedMoveView(ReviewMoveView):
    """A move with a form of its own. A subclass gives `code` and `write(form, made)`."""

    code = ""

    @cached_property
    def move(self) -> Move:
        return self.workflow.move(self.code)

    def save(self, form) -> str:
        cleaned = form.cleaned_data
        made = opinions.Made(
            on=cleaned["on"],
            by=self.request.user,
            today=self.today,
            note=cleaned["note"],
            version=cleaned["version"],
        )
        with refusals():
            self.write(form, made)
        return self.record.get_absolute_url()

    def write(self, form, made: opinions.Made) -> None:
        raise NotImplementedError


class AcceptView(NamedMoveView):
    code = "accept"
    form_class = forms.AcceptForm

    def write(self, form, made: opinions.Made) -> None:
        made.record(self.record, self.code, form.detail | self.told(form))
        for counsel in form.cleaned_data["counsel"]:
            process.assign_counsel(self.matter, counsel, by=made.by, on=self.today)


class AdviceView(NamedMoveView):
    """A move with advice, item by item."""

    template_name = "legalreview/opinion.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"begin_with": self.begin_with()}

    def begin_with(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"drafts": self.record.drafts()}


class OpineView(AdviceView):
    code = "opine"

    def get_form_class(self) -> type[forms.OpinionForm]:
        is_counsel = self.request.user.has_role(Role.COUNSEL)
        return forms.CounselOpinionForm if is_counsel else forms.PaperOpinionForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def write(self, form, made: opinions.Made) -> None:
        opinions.give(self.record, made, form.advice, detail=form.detail)


class ConsolidateView(AdviceView):
    code = "consolidate"
    form_class = forms.OpinionForm

    def begin_with(self) -> list[dict[str, Any]]:
        return [
            {
                "problem": item.problem,
                "basis": item.basis,
                "advice": item.advice,
                "is_grave": item.is_grave,
            }
            for opinion in self.record.opinions()
            for item in opinion.opinion_items.all()
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"opinions": self.record.opinions()}

    def write(self, form, made: opinions.Made) -> None:
        opinions.consolidate(self.record, made, form.advice, detail=form.detail)


class ItemRowView(View):
    """Gives one more empty item for the form of an opinion, and counts it."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        wanted = request.GET.get("items-TOTAL_FORMS", "")
        number = int(wanted) if wanted.isdecimal() else 0
        if number >= forms.MOST_ITEMS:
            return HttpResponse(status=204)
        form = forms.ItemForm(prefix=f"items-{number}")
        context = {"form": form, "number": number + 1, "total": number + 1}
        return render(request, "legalreview/_item_added.html", context)


class IssueView(NamedMoveView):
    code = "issue"
    template_name = "legalreview/issue.html"

    def write(self, form, made: opinions.Made) -> None:
        opinions.issue(self.record, made, detail=form.detail)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        told = opinions.told_of_issue(self.record)
        context = super().get_context_data(**kwargs)
        return context | {
            "items": self.record.issued_items(),
            "conclusion": OUTCOMES.get(str(told["conclusion"]), ""),
        }


class AdoptView(NamedMoveView):
    code = "adopt"
    form_class = forms.AdoptionForm
    template_name = "legalreview/adoption.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"review": self.record}

    def write(self, form, made: opinions.Made) -> None:
        opinions.answer(self.record, made, form.answers)


class EntrustView(ReviewMixin, views.MatterFormView):
    form_class = forms.EntrustForm
    title = "委托法律顾问"
    submit_label = "委托"
    success_message = "已委托。"

    def act(self, form: Form) -> None:
        if self.matter.stage not in {Stage.SUBMITTED, Stage.REVIEWING}:
            raise IllegalMoveError(f"当前环节是“{self.matter.stage_label}”，不能再委托法律顾问。")
        for counsel in form.cleaned_data["counsel"]:
            process.assign_counsel(self.matter, counsel, by=self.request.user, on=self.today)


class ActStepView(ReviewMixin, views.RecordMixin, OnceFormMixin, FormView):
    """Records what proves one step of procedure of an act."""

    form_class = forms.ActStepForm
    template_name = "generic/form.html"
    success_message = "已登记程序证据。"

    @cached_property
    def step(self) -> procedure.Step:
        step = procedure.BY_CODE.get(self.kwargs["step"])
        if step is None:
            raise Http404
        return step

    def get_form_kwargs(self) -> dict[str, Any]:
        known = ActStep.objects.filter(review=self.record, code=self.step.code).first()
        proof = known or ActStep(review=self.record, code=self.step.code)
        return super().get_form_kwargs() | {"instance": proof, "review": self.record}

    def save(self, form) -> str:
        with refusals():
            process.lock(self.matter)
        form.instance.recorded_by = self.request.user
        form.save()
        audit.note(
            Action.CHANGED,
            by=self.request.user,
            about=self.matter,
            changes={f"程序“{self.step.label}”": "；".join(given_in(form).values())},
        )
        return f"{self.record.get_absolute_url()}#procedure"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        address = self.record.get_absolute_url()
        return super().get_context_data(**kwargs) | {
            "title": self.step.label,
            "explanation": f"{self.step.basis}。填写完成日期和证据，或者说明不适用的理由。",
            "crumbs": (
                (self.workflow.label, self.address(self.list_name)),
                (self.matter.number, address),
            ),
            "cancel": address,
        }


class ContractMixin:
    model = Contract
    workflow = performance.WORKFLOW
    list_name = "contracts"
    preview_name = "preview-contract-move"


class ContractListView(ContractMixin, views.RecordListView):
    columns = (
        ("预警", ""),
        ("合同", "number"),
        ("相对方", ""),
        ("金额", ""),
        ("审查", ""),
        ("承办", ""),
        ("签订日期", "received"),
        ("最近期限", "due"),
    )
    row_template = "legalreview/_contract_row.html"
    filter_form = forms.MatterFilter
    tabs = stage_tabs(performance.WORKFLOW, {})
    empty = "没有符合条件的合同。合同在审查事项登记签订后，从审查页面转入。"


class ContractCreateView(ReviewMixin, views.RecordMixin, OnceFormMixin, FormView):
    """Opens the register of a contract's performance once its review says that it was signed."""

    form_class = forms.ContractForm
    template_name = "generic/form.html"
    success_message = "已转入合同履行，请登记付款和义务的期限。"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"review": self.record}

    def get_initial(self) -> dict[str, Any]:
        review = self.record
        return {
            "title": review.matter.title,
            "counterparty": review.counterparty,
            "amount": review.amount,
            "subject": review.summary,
        }

    def save(self, form) -> str:
        with refusals():
            if not self.record.last("sign", "sign_early", "discover"):
                raise IllegalMoveError("审查事项还没有登记签订，不能转入合同履行。")
            if Contract.objects.filter(review=self.record, matter__voided_at=None).exists():
                raise IllegalMoveError("这一审查事项的合同已经登记过。")
            return form.open(by=self.request.user, today=self.today).get_absolute_url()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        address = self.record.get_absolute_url()
        return super().get_context_data(**kwargs) | {
            "title": "转入合同履行",
            "crumbs": (
                (self.workflow.label, self.address(self.list_name)),
                (self.matter.number, address),
            ),
            "cancel": address,
            "submit_label": "登记",
        }


class ContractDetailView(ContractMixin, views.RecordDetailView):
    template_name = "legalreview/contract.html"


class ContractUpdateView(ContractMixin, views.RecordUpdateView):
    form_class = forms.ContractEditForm


class ContractMoveView(ContractMixin, views.RecordMoveView):
    pass


class ContractPreviewView(ContractMixin, views.RecordPreviewView):
    pass


class KindListView(ListPage):
    model = ReviewKind
    title = "审查事项类别"
    crumbs = ((SECTION, ""),)
    columns = (
        ("类别", ""),
        ("审查期限", ""),
        ("审查人员", ""),
        ("必经程序", ""),
        ("审查后", ""),
        ("依据", ""),
    )
    row_template = "legalreview/_kind_row.html"
    new_url_name = "legalreview:new-kind"
    new_label = "新增类别"


class KindPage:
    model = ReviewKind
    form_class = forms.KindForm
    section = SECTION
    list_label = "审查事项类别"
    list_url_name = "legalreview:kinds"


class KindCreateView(KindPage, NewPage):
    pass


class KindEditView(KindPage, EditPage):
    pass


class ServiceListView(ListPage):
    model = CounselService
    title = "顾问服务记录"
    crumbs = ((SECTION, ""),)
    columns = (
        ("日期", "on"),
        ("法律顾问", ""),
        ("方式", ""),
        ("内容", ""),
        ("科室", ""),
        ("时长", ""),
    )
    orders = {"on": ("on",)}
    filter_form = forms.ServiceFilter
    row_template = "legalreview/_service_row.html"
    new_url_name = "legalreview:new-service"
    new_label = "登记服务"
    empty = "没有符合条件的服务记录。"

    def get_base_queryset(self):
        return CounselService.objects.with_desk()


class ServicePage:
    model = CounselService
    form_class = forms.ServiceForm
    section = SECTION
    list_label = "顾问服务记录"
    list_url_name = "legalreview:services"


class ServiceCreateView(ServicePage, NewPage):
    pass


class ServiceEditView(ServicePage, EditPage):
    queryset = CounselService.objects.all()


class WorkloadView(ListPage):
    """法律顾问工作量: what each lawyer did in a year, with the year's evaluation."""

    model = LegalCounsel
    title = "法律顾问工作量和考评"
    crumbs = ((SECTION, ""),)
    columns = (
        ("法律顾问", ""),
        ("受委托", ""),
        ("审查意见", ""),
        ("平均用时", ""),
        ("服务次数", ""),
        ("年度考评", ""),
    )
    filter_form = forms.WorkloadFilter
    row_template = "legalreview/_workload_row.html"
    new_url_name = "legalreview:new-evaluation"
    new_label = "登记考评"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        year = self.filter.chosen_year
        context["object_list"] = workload.of_year(year, context["object_list"])
        return context | {"year": year}


class EvaluationPage:
    model = CounselEvaluation
    form_class = forms.EvaluationForm
    section = SECTION
    list_label = "法律顾问工作量和考评"
    list_url_name = "legalreview:workload"


class EvaluationCreateView(EvaluationPage, NewPage):
    pass


class EvaluationEditView(EvaluationPage, EditPage):
    pass
