"""The only writer of annual reports: drafts, edits, reviews, freezes, publishes, compares."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from casework.metrics import Span, metrics
from casework.phrases import phrases
from people.models import User
from portal import audit
from portal.models import Action
from reports.annual.checks import findings
from reports.annual.chips import chips_in, filled
from reports.annual.draft import Draft, Readings
from reports.annual.outline import OUTLINES
from reports.models import AnnualReport, FigureOverride, PublishedFigure, ReportSection, State
from timelimits.calendar import current_calendar


@dataclass(frozen=True)
class Difference:
    """A frozen figure of which the records say something else today."""

    key: str
    label: str
    frozen: str
    today: str


@transaction.atomic
def draft_report(kind: str, year: int, *, by: User, last: date | None = None) -> AnnualReport:
    """Open the report of a year with its first draft; a later edition when one was frozen.

    Refused while an open one exists: two drafts of one report would drift apart.
    """
    editions = AnnualReport.objects.filter(kind=kind, year=year)
    if any(report.is_open for report in editions):
        raise ValidationError("这一年度的报告正在起草，请继续编辑，不要另起一份。")
    whole = Span.year(year)
    span = Span(whole.first, last or whole.last)
    draft = Draft(OUTLINES[kind], settings.OFFICE["name"], span)
    report = AnnualReport.objects.create(
        kind=kind,
        year=year,
        edition=editions.count() + 1,
        first=span.first,
        last=span.last,
        title=draft.title,
        drafted_by=by,
    )
    ReportSection.objects.bulk_create(
        ReportSection(
            report=report,
            position=position,
            level=section.level,
            heading=section.heading,
            text="\n".join(section.paragraphs),
        )
        for position, section in enumerate(draft.sections, start=1)
    )
    audit.note(Action.CREATED, by=by, about=report)
    return report


@transaction.atomic
def edit_section(section: ReportSection, *, heading: str, text: str, by: User) -> None:
    """Write a section anew; a report that was reviewed must be reviewed again."""
    report = locked(section.report)
    unknown = [key for key in chips_in(text) if key not in metrics and key not in phrases]
    if unknown:
        raise ValidationError({"text": f"没有这个指标：{'、'.join(unknown)}。"})
    changes = {str(section): [section.text, text]}
    section.heading, section.text = heading, text
    section.save()
    back_to_draft(report)
    audit.note(Action.CHANGED, by=by, about=report, changes=changes)


@transaction.atomic
def override(report: AnnualReport, key: str, *, words: str, reason: str, by: User) -> None:
    """Say a figure otherwise than its records do, for a reason."""
    report = locked(report)
    if key not in metrics:
        raise ValidationError({"key": "没有这个指标。"})
    if not reason.strip():
        raise ValidationError({"reason": "手工调整必须说明理由。"})
    FigureOverride.objects.update_or_create(
        report=report, key=key, defaults={"words": words, "reason": reason, "made_by": by}
    )
    back_to_draft(report)
    audit.note(
        Action.CHANGED,
        by=by,
        about=report,
        changes={metrics[key].label: ["", words]},
        reason=reason,
    )


@transaction.atomic
def review(report: AnnualReport, *, by: User) -> AnnualReport:
    """Note that somebody else than the author has looked at a report."""
    report = locked(report)
    if report.drafted_by_id == by.pk:
        raise ValidationError("报告由您起草，须由另一人审核。")
    report.state, report.reviewed_by, report.reviewed_at = State.REVIEWED, by, timezone.now()
    report.save()
    audit.note(Action.MOVED, by=by, about=report, changes={"状态": State.REVIEWED.label})
    return report


@transaction.atomic
def freeze(report: AnnualReport, *, by: User) -> AnnualReport:
    """Fix text, figures, definitions and records of a reviewed report for ever."""
    report = locked(report)
    if report.state != State.REVIEWED:
        raise ValidationError("报告审核之后才能冻结。")
    barred = [finding.words for finding in findings(report) if finding.bars]
    if barred:
        raise ValidationError([f"不能冻结：{words}。" for words in barred])
    said = Said(report)
    sections = [
        {
            "heading": section.heading,
            "level": section.level,
            "paragraphs": [said.paragraph(text) for text in section.paragraphs],
        }
        for section in report.sections.all()
    ]
    PublishedFigure.objects.bulk_create(said.figures())
    report.frozen_text = sections
    report.fingerprint = hashlib.sha256(
        json.dumps(sections, ensure_ascii=False, sort_keys=True).encode()
    ).hexdigest()
    report.calendar_version = current_calendar().version
    report.state, report.frozen_by, report.frozen_at = State.FROZEN, by, timezone.now()
    report.save()
    audit.note(Action.MOVED, by=by, about=report, changes={"状态": State.FROZEN.label})
    return report


@transaction.atomic
def publish(report: AnnualReport, *, on: date, metadata: dict[str, str], by: User) -> AnnualReport:
    """Note that a frozen report was published, with what stands beside it on the web site."""
    report = AnnualReport.objects.select_for_update().get(pk=report.pk)
    if report.state != State.FROZEN:
        raise ValidationError("报告冻结之后才能公布。")
    report.state, report.published_on, report.metadata = State.PUBLISHED, on, metadata
    report.save()
    audit.note(Action.MOVED, by=by, about=report, changes={"状态": State.PUBLISHED.label})
    return report


def differences(report: AnnualReport) -> list[Difference]:
    """Return the frozen figures of which the records say something else today."""
    readings = Readings(report.span)
    found = []
    for figure in report.figures.all():
        if figure.key not in metrics and figure.key not in phrases:
            continue
        today = readings.words(figure.key)
        if today != figure.words:
            found.append(Difference(figure.key, figure.label, figure.words, today))
    return found


class Said:
    """What the chips of a report say: as overridden, else as the records have it."""

    def __init__(self, report: AnnualReport) -> None:
        self.report = report
        self.readings = Readings(report.span)
        self.overridden = {o.key: o.words for o in report.overrides.all()}

    def chip(self, key: str, of_nothing: str) -> str:
        return self.overridden.get(key) or self.readings.said(key, of_nothing)

    def paragraph(self, text: str) -> str:
        """Return a paragraph with its chips read."""
        return filled(text, self.chip)

    def figures(self) -> list[PublishedFigure]:
        """Return every figure and phrase of the report's text as it is to be frozen."""
        texts = "\n".join(section.text for section in self.report.sections.all())
        return [self.figure(key) for key in chips_in(texts)]

    def figure(self, key: str) -> PublishedFigure:
        phrase, figure = phrases.get(key), metrics.get(key)
        if figure is None:
            return PublishedFigure(
                report=self.report,
                key=key,
                label=phrase.label if phrase else key,
                words=self.chip(key, ""),
            )
        records = figure.records(self.report.span)
        return PublishedFigure(
            report=self.report,
            key=key,
            label=figure.label,
            definition=figure.definition,
            value=str(figure.value(self.report.span)),
            words=self.chip(key, ""),
            records=[str(pk) for pk in records.values_list("pk", flat=True)],
        )


def locked(report: AnnualReport) -> AnnualReport:
    """Return the report held for this transaction; refuse one that is frozen."""
    found = AnnualReport.objects.select_for_update().get(pk=report.pk)
    if not found.is_open:
        raise ValidationError("报告已经冻结，不能再改；需要更正的，请另出新版。")
    return found


def back_to_draft(report: AnnualReport) -> None:
    """Take a review back: what was reviewed has changed since."""
    report.state, report.reviewed_by, report.reviewed_at = State.DRAFT, None, None
    report.version += 1
    report.save()
