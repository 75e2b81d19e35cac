"""Forms of 合法性审查: what is submitted, the advice on it, the answers, contracts, services."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from casework import documents, process
from casework.files import FileRefusedError, clean_name, sort_of
from casework.forms import (
    AmountField,
    MatterFilter,
    MoveForm,
    StaffField,
    VersionMixin,
    department_field,
    refuse_other_department,
)
from casework.models import Document
from legalreview import conclusions, kinds, opinions, performance
from legalreview.models import (
    ActStep,
    Contract,
    CounselEvaluation,
    CounselService,
    Review,
    ReviewKind,
)
from legalreview.workflow import WORKFLOW
from people.models import Department, LegalCounsel
from people.scope import own_scope
from portal.forms import FilterForm, LaidOutForm, OnceMixin, SeenMixin

NUMBER_OF_EMPTY_ITEMS = 2
MOST_ITEMS = 40


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files at once, each of a sort that is accepted."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list:
        files = [super(SeveralFilesField, self).clean(one, initial) for one in data or []]
        for file in files:
            try:
                sort_of(clean_name(file.name), file)
            except FileRefusedError as refusal:
                raise forms.ValidationError(f"{file.name}：{refusal}") from refusal
        return files


class SubjectForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What is reviewed: its kind, its name, the other side and the amount."""

    title = forms.CharField(label="审查事项名称", max_length=200)
    kind = forms.ModelChoiceField(ReviewKind.objects.active(), label="事项类别")
    amount = AmountField(label="合同金额", required=False)
    materials = forms.MultipleChoiceField(
        label="已交材料", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Review
        fields = ["kind", "summary", "counterparty", "counterparty_firm", "amount"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}

    SUBJECT = Fieldset(
        "审查事项",
        "title",
        Row(Column("kind", css_class="col-md-4"), Column("amount", css_class="col-md-4")),
        Row(
            Column("counterparty", css_class="col-md-6"),
            Column("counterparty_firm", css_class="col-md-6"),
        ),
        "summary",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        names = self.chosen_kind.material_list if self.chosen_kind else []
        self.fields["materials"].choices = [(name, name) for name in names]
        self.fields["kind"].queryset = ReviewKind.objects.active() | ReviewKind.objects.filter(
            pk=self.instance.kind_id
        )

    @property
    def chosen_kind(self) -> ReviewKind | None:
        chosen = str(self.data.get("kind") or self.initial.get("kind") or "")
        return ReviewKind.objects.filter(pk=chosen).first() if chosen.isdecimal() else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = cleaned.get("kind")
        is_named = bool(cleaned.get("counterparty")) or "counterparty" in self.errors
        if kind and kind.way == kinds.Way.SIGN and not is_named:
            self.add_error("counterparty", "合同、协议请填写相对方。")
        return cleaned


class ReviewForm(SubjectForm):
    """A new submission: what, from which department, with which materials."""

    opening = "submit"

    on = forms.DateField(label="送审日期")
    department = department_field(label="送审科室")
    handler = StaffField(label="经办人", required=False)
    file = SeveralFilesField(
        label="送审材料文件",
        required=False,
        help_text="可以一次选择多个文件，每个不超过 50 MB；法律顾问可以看到。",
    )

    layout = Layout(
        "submission",
        SubjectForm.SUBJECT,
        Fieldset(
            "送审",
            Row(
                Column("on", css_class="col-md-4"),
                Column("department", css_class="col-md-4"),
                Column("handler", css_class="col-md-4"),
            ),
            "file",
        ),
    )
    basis = {"kind": "浙江省行政合法性审查工作规定；各类别的依据见审查事项类别目录"}

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        scope = own_scope(user, timezone.localdate())
        if not scope.everything:
            # A department submits its own; nobody submits for another.
            own = Department.objects.active().filter(pk__in=scope.departments)
            self.fields["department"].queryset = own
        if user.staff_member:
            self.initial.setdefault("department", user.staff_member.department_id)
            self.initial.setdefault("handler", user.staff_member_id)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_other_department(self, cleaned)
        return cleaned

    def detail(self) -> dict[str, object]:
        return {}

    @transaction.atomic
    def open(self, *, by, today: date) -> Review:
        """Open the matter, keep what it is about and the files; return it."""
        cleaned = self.cleaned_data
        review: Review = self.instance
        review.materials = cleaned["materials"]
        review.matter = process.open_matter(
            WORKFLOW,
            opening=self.opening,
            on=cleaned["on"],
            title=cleaned["title"],
            department=cleaned["department"],
            handler=cleaned["handler"],
            by=by,
            today=today,
            detail=self.detail(),
            search_text=review.search_text,
        )
        review.save(force_insert=True)
        for file in cleaned["file"]:
            documents.attach(
                review.matter,
                file,
                by=by,
                largest=settings.ATTACHMENT_MAX_SIZE,
                for_counsel=True,
            )
        return review


class DiscoveryForm(ReviewForm):
    """Something that was done without review and is put on record afterwards."""

    opening = "discover"

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "签订、作出或者实施日期"
        self.fields["summary"].label = "发现经过和整改情况"
        self.fields["summary"].required = True


class ReviewEditForm(SubjectForm, VersionMixin):
    """Corrects what was submitted, and tells where it stands with the superior's platform."""

    layout = Layout(
        "submission",
        "version",
        SubjectForm.SUBJECT,
        Fieldset(
            "上级平台",
            Row(
                Column("superior_number", css_class="col-md-4"),
                Column("superior_state", css_class="col-md-4"),
            ),
        ),
    )

    class Meta(SubjectForm.Meta):
        fields = [*SubjectForm.Meta.fields, "superior_number", "superior_state"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["materials"] = self.instance.materials

    @transaction.atomic
    def save_edit(self, *, by, changes: dict) -> None:
        """Write the changed subject, unless somebody else wrote it meanwhile."""
        self.instance.materials = self.cleaned_data["materials"]
        process.edit(
            self.instance.matter,
            title=self.cleaned_data["title"],
            search_text=self.instance.search_text,
            by=by,
            changes=changes,
            version=self.cleaned_data["version"],
        )
        self.instance.save()


class ReviewFilter(MatterFilter):
    rare = ("since", "until", "counterparty", "outcome", "counsel")

    kind = forms.ModelChoiceField(ReviewKind.objects.all(), label="事项类别", empty_label="全部")
    counterparty = forms.CharField(label="相对方", max_length=100)
    outcome = forms.ChoiceField(
        label="审查结论", choices=(("", "全部"), *conclusions.OUTCOMES.items())
    )
    counsel = forms.ModelChoiceField(
        LegalCounsel.objects.all(), label="法律顾问", empty_label="全部"
    )

    def narrow(self, queryset):
        wanted = self.cleaned_data
        pairs = {
            "kind": wanted.get("kind"),
            "counterparty__contains": wanted.get("counterparty"),
            "matter__outcome": wanted.get("outcome"),
            "matter__counsel_assignments__counsel": wanted.get("counsel"),
        }
        return super().narrow(queryset).filter(**{k: v for k, v in pairs.items() if v})


def counsel_in_term() -> Any:
    """Return the lawyers whose engagement runs today."""
    return LegalCounsel.objects.in_term(timezone.localdate())


class CounselField(forms.ModelMultipleChoiceField):
    """A choice of lawyers, each with the firm."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, counsel: LegalCounsel) -> str:
        return f"{counsel.name}（{counsel.firm}）"


class EntrustForm(LaidOutForm, OnceMixin, VersionMixin):
    counsel = CounselField(LegalCounsel.objects.none(), label="委托法律顾问")

    layout = Layout("submission", "version", "counsel")
    basis = {"counsel": "《律师法》第三十九条：聘期内，且与相对方没有利益冲突的，才能委托"}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counsel"].queryset = counsel_in_term()


class AcceptForm(MoveForm):
    """Acceptance, with the lawyers to whom the review is entrusted."""

    counsel = CounselField(LegalCounsel.objects.none(), label="委托法律顾问", required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counsel"].queryset = counsel_in_term()

    @property
    def layout(self) -> Layout:
        return Layout("submission", "version", "on", "counsel", "note")


class ItemForm(LaidOutForm, forms.Form):
    """One piece of advice; one left empty is no advice."""

    problem = forms.CharField(
        label="问题", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    basis = forms.CharField(label="依据", required=False, max_length=300)
    advice = forms.CharField(
        label="建议", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    is_grave = forms.BooleanField(label="严重问题（不采纳须报分管领导决定）", required=False)

    layout = Layout(
        "problem",
        Row(Column("advice", css_class="col-md-8"), Column("basis", css_class="col-md-4")),
        "is_grave",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if any(cleaned.values()) and not cleaned.get("problem"):
            self.add_error("problem", "请写明问题。")
        return cleaned


ItemFormSet = forms.formset_factory(
    ItemForm, extra=0, max_num=MOST_ITEMS, absolute_max=MOST_ITEMS, validate_max=True
)


class OpinionForm(MoveForm):
    """A conclusion with its advice, item by item; `items` are the forms of the items."""

    conclusion = forms.ChoiceField(label="审查结论", choices=(("", "请选择"), *conclusions.CHOICES))
    summary = forms.CharField(
        label="总体意见",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, begin_with: list[dict] | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        rows = [*(begin_with or []), *({} for _ in range(NUMBER_OF_EMPTY_ITEMS))]
        self.items = ItemFormSet(data, prefix="items", initial=None if data else rows)

    @property
    def layout(self) -> Layout:
        return Layout("submission", "version", "on", "conclusion", "summary")

    def is_valid(self) -> bool:
        return self.items.is_valid() & super().is_valid()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.items.is_valid():
            problem = opinions.contradiction(cleaned.get("conclusion", ""), self.advice)
            if problem:
                self.add_error("conclusion", problem)
        return cleaned

    @property
    def advice(self) -> list[opinions.Item]:
        """The items that were filled in, in their order."""
        filled = [row.cleaned_data for row in self.items if row.cleaned_data.get("problem")]
        return [
            opinions.Item(row["problem"], row["basis"], row["advice"], row["is_grave"])
            for row in filled
        ]

    @property
    def detail(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        names = ("conclusion", "summary")
        return {name: cleaned[name] for name in names if cleaned.get(name)}


class CounselOpinionForm(OpinionForm):
    """The opinion of a lawyer who has signed in: who it is needs no asking."""

    def __init__(self, *args, user, **kwargs) -> None:
        self.counsel = user.counsel
        super().__init__(*args, **kwargs)

    @property
    def detail(self) -> dict[str, Any]:
        who = {"sort": str(kinds.Reviewer.COUNSEL), "reviewer": self.counsel.name}
        return super().detail | who


class PaperOpinionForm(OpinionForm):
    """An opinion that came on paper, entered by the office for whoever gave it."""

    sort = forms.ChoiceField(label="审查人员", choices=(("", "请选择"), *kinds.REVIEWERS))
    reviewer = forms.CharField(label="审查人姓名", max_length=50)

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)

    @property
    def layout(self) -> Layout:
        return Layout(
            "submission",
            "version",
            Row(Column("sort"), Column("reviewer"), Column("on")),
            "conclusion",
            "summary",
        )

    @property
    def detail(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return super().detail | {"sort": cleaned["sort"], "reviewer": cleaned["reviewer"]}


class AdoptionForm(MoveForm):
    """A department's answer to each piece of advice, with its reason where it is not taken."""

    def __init__(self, *args, review: Review, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.asked = review.issued_items()
        for item in self.asked:
            self.fields[f"choice_{item.pk}"] = forms.ChoiceField(
                label=f"第{item.position}条采纳情况",
                choices=(("", "请选择"), *conclusions.ADOPTION_CHOICES),
            )
            reason = forms.CharField(
                label=f"第{item.position}条理由",
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.check_characters(reason)
            self.fields[f"reason_{item.pk}"] = reason

    @property
    def layout(self) -> Layout:
        return Layout("submission", "version", "on", "note")

    @property
    def rows(self) -> list[tuple]:
        """Each item with the fields of its answer."""
        return [(item, self[f"choice_{item.pk}"], self[f"reason_{item.pk}"]) for item in self.asked]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for item in self.asked:
            choice = cleaned.get(f"choice_{item.pk}")
            taken = choice in {None, "", conclusions.Adoption.ADOPTED}
            if not taken and not cleaned.get(f"reason_{item.pk}"):
                self.add_error(f"reason_{item.pk}", "部分采纳和未采纳须说明理由。")
        return cleaned

    @property
    def answers(self) -> list[opinions.Answer]:
        cleaned = self.cleaned_data
        return [
            opinions.Answer(item, cleaned[f"choice_{item.pk}"], cleaned[f"reason_{item.pk}"])
            for item in self.asked
        ]


class ActStepForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What proves a step of procedure, or why it does not apply."""

    class Meta:
        model = ActStep
        fields = ["done_on", "document", "evidence", "excuse"]

    layout = Layout(
        "submission",
        Row(Column("done_on", css_class="col-md-4"), Column("document", css_class="col-md-8")),
        "evidence",
        "excuse",
    )

    def __init__(self, *args, review: Review, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = Document.objects.filter(matter=review.matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        done_on = cleaned.get("done_on")
        if bool(done_on) == bool(cleaned.get("excuse")):
            self.add_error("done_on", "请填写完成日期和证据，或者填写不适用的理由，二者填一项。")
        elif not self.errors and not (
            cleaned.get("excuse") or cleaned.get("document") or cleaned.get("evidence")
        ):
            self.add_error("evidence", "请选择证据材料，或者写明证据在哪里。")
        if done_on and done_on > timezone.localdate():
            self.add_error("done_on", "完成日期不能晚于今天。")
        return cleaned


class ContractSubjectForm(LaidOutForm, OnceMixin, forms.ModelForm):
    """What a contract is about."""

    title = forms.CharField(label="合同名称", max_length=200)
    amount = AmountField(label="合同金额", required=False)

    class Meta:
        model = Contract
        fields = ["counterparty", "amount", "subject", "since", "until", "own_number"]
        widgets = {"subject": forms.Textarea(attrs={"rows": 3})}

    SUBJECT = Fieldset(
        "合同",
        "title",
        Row(
            Column("counterparty", css_class="col-md-6"),
            Column("amount", css_class="col-md-3"),
            Column("own_number", css_class="col-md-3"),
        ),
        "subject",
        Row(Column("since", css_class="col-md-4"), Column("until", css_class="col-md-4")),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "履行期限的截止日期不能早于起始日期。")
        return cleaned


class ContractForm(ContractSubjectForm):
    """A contract whose review has recorded that it was signed."""

    layout = Layout("submission", ContractSubjectForm.SUBJECT)

    def __init__(self, *args, review: Review, **kwargs) -> None:
        self.review = review
        super().__init__(*args, **kwargs)

    @transaction.atomic
    def open(self, *, by, today: date) -> Contract:
        """Open the matter of the contract's performance; return the contract."""
        contract: Contract = self.instance
        contract.review = self.review
        source = self.review.matter
        signed = self.review.last("sign", "sign_early", "discover")
        contract.matter = process.open_matter(
            performance.WORKFLOW,
            opening="sign",
            on=signed.on,
            title=self.cleaned_data["title"],
            department=source.department,
            handler=source.handler,
            by=by,
            today=today,
            arises_from=source,
            search_text=contract.search_text,
        )
        contract.save(force_insert=True)
        return contract


class ContractEditForm(ContractSubjectForm, VersionMixin):
    layout = Layout("submission", "version", ContractSubjectForm.SUBJECT)

    @transaction.atomic
    def save_edit(self, *, by, changes: dict) -> None:
        """Write the changed contract, unless somebody else wrote it meanwhile."""
        process.edit(
            self.instance.matter,
            title=self.cleaned_data["title"],
            search_text=self.instance.search_text,
            by=by,
            changes=changes,
            version=self.cleaned_data["version"],
        )
        self.instance.save()


class KindForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    """A kind of the catalogue."""

    class Meta:
        model = ReviewKind
        fields = [
            "name",
            "position",
            "way",
            "basis",
            "materials",
            "working_days",
            "days_basis",
            "least_working_days",
            "least_basis",
            "filing_days",
            "filing_basis",
            "by_counsel",
            "by_justice_office",
            "by_public_lawyer",
            "needs_public_comment",
            "needs_risk_assessment",
            "needs_joint_meeting",
            "needs_discussion",
            "note",
            "is_active",
        ]
        widgets = {"materials": forms.Textarea(attrs={"rows": 5})}

    layout = Layout(
        "submission",
        "seen",
        Fieldset(
            "类别",
            Row(
                Column("name", css_class="col-md-5"),
                Column("way", css_class="col-md-4"),
                Column("position", css_class="col-md-3"),
            ),
            "basis",
            "materials",
            "note",
            "is_active",
        ),
        Fieldset(
            "期限",
            Row(Column("working_days", css_class="col-md-4"), Column("days_basis")),
            Row(Column("least_working_days", css_class="col-md-4"), Column("least_basis")),
            Row(Column("filing_days", css_class="col-md-4"), Column("filing_basis")),
        ),
        Fieldset("审查人员", "by_counsel", "by_justice_office", "by_public_lawyer"),
        Fieldset(
            "必经程序",
            "needs_public_comment",
            "needs_risk_assessment",
            "needs_joint_meeting",
            "needs_discussion",
        ),
    )

    # A length without its rule would stand on every deadline without one.
    PAIRS = (("least_working_days", "least_basis"), ("filing_days", "filing_basis"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for number, rule in self.PAIRS:
            if cleaned.get(number) and not cleaned.get(rule):
                self.add_error(rule, "请写明这个期限的依据。")
        if not any(cleaned.get(name) for name, _ in ReviewKind.REVIEWERS):
            self.add_error("by_counsel", "请至少选择一类审查人员。")
        return cleaned


class ServiceForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    class Meta:
        model = CounselService
        fields = ["counsel", "on", "sort", "subject", "department", "hours", "result"]
        widgets = {"result": forms.Textarea(attrs={"rows": 3})}

    layout = Layout(
        "submission",
        "seen",
        Row(
            Column("counsel", css_class="col-md-4"),
            Column("on", css_class="col-md-4"),
            Column("sort", css_class="col-md-4"),
        ),
        "subject",
        Row(Column("department", css_class="col-md-4"), Column("hours", css_class="col-md-4")),
        "result",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        counsel, on = cleaned.get("counsel"), cleaned.get("on")
        if on and on > timezone.localdate():
            self.add_error("on", "服务日期不能晚于今天。")
        elif counsel and on and not LegalCounsel.objects.in_term(on).filter(pk=counsel.pk).exists():
            self.add_error("counsel", f"{counsel}在{on}不在聘期内。")
        return cleaned


class ServiceFilter(FilterForm):
    counsel = forms.ModelChoiceField(
        LegalCounsel.objects.all(), label="法律顾问", empty_label="全部"
    )
    sort = forms.ChoiceField(
        label="服务方式",
        choices=(("", "全部"), *CounselService._meta.get_field("sort").choices),
    )
    since = forms.DateField(label="日期自")
    until = forms.DateField(label="日期至")

    def narrow(self, queryset):
        wanted = self.cleaned_data
        pairs = {
            "counsel": wanted.get("counsel"),
            "sort": wanted.get("sort"),
            "on__gte": wanted.get("since"),
            "on__lte": wanted.get("until"),
        }
        return queryset.filter(**{name: value for name, value in pairs.items() if value})


class EvaluationForm(LaidOutForm, OnceMixin, SeenMixin, forms.ModelForm):
    class Meta:
        model = CounselEvaluation
        fields = ["counsel", "year", "grade", "comment"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 4})}

    layout = Layout(
        "submission",
        "seen",
        Row(
            Column("counsel", css_class="col-md-4"),
            Column("year", css_class="col-md-4"),
            Column("grade", css_class="col-md-4"),
        ),
        "comment",
    )

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if not 2000 <= year <= timezone.localdate().year:
            raise forms.ValidationError("年度应在 2000 年至今年之间。")
        return year


class WorkloadFilter(FilterForm):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)

    def narrow(self, queryset):
        return queryset

    @property
    def chosen_year(self) -> int:
        """The year asked for, this year unless told otherwise."""
        return self.cleaned_data.get("year") or timezone.localdate().year
