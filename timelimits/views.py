"""Pages of the calendar: a year, a day edited by hand, a year's notice, and 期限试算."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView, TemplateView

from portal.access import may_use
from portal.audit import given_in
from portal.errors import ConflictError
from portal.pages import FormPage
from timelimits import amendments, notices
from timelimits.amendments import Amendment
from timelimits.calendar import change_days, current_calendar
from timelimits.clocks import CLOCKS
from timelimits.forms import (
    OFF,
    WORKING,
    DayForm,
    NoticeConfirmForm,
    NoticeForm,
    TrialForm,
)
from timelimits.models import CalendarDay, CalendarVersion
from timelimits.packaged import FIRST_DAY
from timelimits.workdays import Day, ordinary_day
from timelimits.year import YearSheet

CALENDAR_CRUMBS = (("系统管理", ""),)
SHOWN_AMENDMENTS = 5


class TodayMixin:
    """Knows the day of the request, and which years of the calendar are shown on it."""

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @property
    def years(self) -> range:
        return range(FIRST_DAY.year, self.today.year + 3)


class LockedCalendarMixin:
    """Lets one person at a time change the calendar, so that what the form checks stays true."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        CalendarVersion.lock()
        return super().post(request, *args, **kwargs)


class YearView(TodayMixin, TemplateView):
    """A year of the calendar; its days lead whoever may to the page that edits them."""

    template_name = "timelimits/year.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        number = kwargs.get("year", self.today.year)
        if number not in self.years:
            raise Http404
        edited = CalendarDay.objects.filter(edited_by_hand=True, date__year=number)
        context = super().get_context_data(**kwargs)
        return context | {
            "title": f"{number}年工作日历",
            "crumbs": CALENDAR_CRUMBS,
            "year": YearSheet(
                number, current_calendar(), self.today, {row.date: row for row in edited}
            ),
            "previous": number - 1 if number - 1 in self.years else None,
            "next": number + 1 if number + 1 in self.years else None,
            "this_year": self.today.year,
            "amendments": self.amendments(),
        }

    def amendments(self) -> list[Amendment]:
        """Return the latest changes, for those who may open them."""
        if not may_use(self.request.user, "timelimits:amendment"):
            return []
        return [Amendment(entry) for entry in amendments.amendments()[:SHOWN_AMENDMENTS]]


class CalendarPage(TodayMixin, FormPage, FormView):
    """A page with a form from which one returns to the calendar."""

    section = "系统管理"
    list_label = "工作日历"
    list_url_name = "timelimits:year"


class DayEditView(LockedCalendarMixin, CalendarPage):
    """Changes one day, and leads to the deadlines that moved because of it."""

    form_class = DayForm
    template_name = "timelimits/day.html"
    success_message = "已保存，未办结事项的期限已重新计算。"

    @cached_property
    def on(self) -> date:
        try:
            on = date(self.kwargs["year"], self.kwargs["month"], self.kwargs["day"])
        except (ValueError, OverflowError):
            raise Http404 from None
        if on.year not in self.years:
            raise Http404
        return on

    @cached_property
    def row(self) -> CalendarDay | None:
        return CalendarDay.objects.filter(pk=self.on).first()

    @property
    def day(self) -> Day | None:
        """The day as it stands; None if it has not been announced."""
        return self.row.day if self.row else None

    def heading(self) -> str:
        return f"修改{self.on}"

    def list_address(self) -> str:
        return reverse("timelimits:year", args=[self.on.year])

    def get_initial(self) -> dict[str, Any]:
        row, day = self.row, self.day or ordinary_day(self.on)
        return {
            "kind": WORKING if day.working else OFF,
            "name": day.name,
            # The notice of the year is not the source of what a person changes.
            "source": day.source if row and row.edited_by_hand else "",
            "edited_at": row and row.edited_at,
        }

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(on=self.on, row=self.row, day=self.day, **kwargs)

    def save(self, form: DayForm) -> str:
        if form.is_stale():
            raise ConflictError(
                "您打开页面之后，别人修改了这一天，您填写的内容没有保存。",
                typed=given_in(form),
                address=self.request.get_full_path(),
            )
        if form.day == self.day:
            raise ValidationError("填写的内容与日历现有的相同，没有需要保存的变化。")
        moved = change_days({self.on: form.day}, by_hand=True)
        row = CalendarDay.objects.get(pk=self.on)
        amendment = amendments.note_edit(row, old=self.day, moved=moved, by=self.request.user)
        return reverse("timelimits:amendment", args=[amendment.entry.pk])


class AmendmentView(TemplateView):
    """What a change of the calendar did: days and deadlines, old and new."""

    template_name = "timelimits/amendment.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        entry = get_object_or_404(amendments.amendments(), pk=kwargs["pk"])
        context = super().get_context_data(**kwargs)
        return context | {
            "title": "日历变更结果",
            "crumbs": (*CALENDAR_CRUMBS, ("工作日历", reverse("timelimits:year"))),
            "amendment": Amendment(entry),
        }


class NoticeImportView(LockedCalendarMixin, CalendarPage):
    """Takes a year's notice: shows what it would change, and writes that when it is confirmed.

    Nothing is kept between the two steps: the text goes along, and is read and checked once more.
    """

    form_class = NoticeForm
    template_name = "timelimits/notice.html"
    title = "导入节假日安排"
    submit_label = "预览变化"
    success_message = "已导入，未办结事项的期限已重新计算。"

    def get_form_class(self) -> type[NoticeForm | NoticeConfirmForm]:
        return NoticeConfirmForm if "seen" in self.request.POST else NoticeForm

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(multipart=True, **kwargs)

    def form_valid(self, form: NoticeForm | NoticeConfirmForm) -> HttpResponse:
        if isinstance(form, NoticeForm):
            return self.show_preview(form)
        return super().form_valid(form)

    def form_invalid(self, form: NoticeForm | NoticeConfirmForm) -> HttpResponse:
        """Show the text where it can be put right, or else what it would change by now."""
        if isinstance(form, NoticeForm):
            return super().form_invalid(form)
        again = NoticeForm({"text": form.data.get("text", "")})
        if not again.is_valid():
            return super().form_invalid(again)
        return self.show_preview(again, refusals=form.non_field_errors())

    def show_preview(self, form: NoticeForm, refusals: Sequence[str] = ()) -> HttpResponse:
        changes = form.preview.changes
        context = self.get_context_data(form=NoticeConfirmForm.of(form)) | {
            "cancel": self.request.path,
            "warnings": [*refusals, *form.preview.warnings],
            "count": len(changes),
            "named": [change for change in changes if change.named],
            "filling": [change for change in changes if not change.named],
            "conflicts": sum(change.conflict for change in changes),
        }
        return render(self.request, "timelimits/notice_preview.html", context)

    def save(self, form: NoticeConfirmForm) -> str:
        if form.is_stale():
            raise ValidationError(
                "预览之后日历或者内容有了变化，没有导入，请按最新的预览重新核对。"
            )
        applied = notices.apply(
            form.preview.changes, overwrite_edited=form.cleaned_data["overwrite_edited"]
        )
        amendment = amendments.note_import(applied, by=self.request.user)
        return reverse("timelimits:amendment", args=[amendment.entry.pk])


class TrialView(TodayMixin, TemplateView):
    """期限试算: a period worked out by hand, kept nowhere but in the address."""

    def get_template_names(self) -> list[str]:
        return ["timelimits/_trial.html" if self.request.htmx else "timelimits/trial.html"]

    @cached_property
    def form(self) -> TrialForm:
        example = {
            "limit": "政府信息公开/reply",
            "counting": "workdays",
            "length": 20,
            "start": self.today,
        }
        return TrialForm(self.request.GET or example)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        reckoning = self.form.reckon(current_calendar())
        return context | {
            "title": "期限试算",
            "crumbs": (("业务台账", ""),),
            "form": self.form,
            "reckoning": reckoning,
            "clock": self.form.period and CLOCKS[self.form.period.clock],
            "clocks": CLOCKS.values(),
        }
