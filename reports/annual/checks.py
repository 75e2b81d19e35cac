"""What is still wrong with a report, each with where to mend it; some of it bars freezing."""

from __future__ import annotations

from dataclasses import dataclass

from casework.metrics import Metric, metrics
from people.models import StaffMember
from reports.annual.chips import chips_in
from reports.annual.draft import Readings
from reports.annual.outline import OUTLINES
from reports.models import AnnualReport


@dataclass(frozen=True)
class Finding:
    """One thing a check found; `bars` says that the report cannot be frozen with it."""

    words: str
    bars: bool = False
    figure: str = ""


def findings(report: AnnualReport) -> list[Finding]:
    """Return everything the checks find in a report as it stands."""
    return [
        *missing_contents(report),
        *empty_chapters(report),
        *bare_figures(report),
        *names(report),
    ]


def missing_contents(report: AnnualReport) -> list[Finding]:
    """The contents that the rule wants (《法治政府建设与责任落实督察工作规定》第二十四条)."""
    headings = "".join(section.heading for section in report.sections.all())
    wanted = [part.heading.format(year=report.year) for part in OUTLINES[report.kind].parts]
    chapters = [
        h for h, part in zip(wanted, OUTLINES[report.kind].parts, strict=True) if part.level == 1
    ]
    return [
        Finding(f"缺少规定内容“{heading}”", bars=True)
        for heading in chapters
        if heading and heading not in headings
    ]


def empty_chapters(report: AnnualReport) -> list[Finding]:
    """Chapters under which nothing is said."""
    sections = list(report.sections.all())
    found = []
    for i, section in enumerate(sections):
        below = []
        for later in sections[i + 1 :]:
            if later.heading and later.level <= section.level:
                break
            below.append(later)
        if section.heading and not any(s.text.strip() for s in (section, *below)):
            found.append(Finding(f"“{section.heading}”下没有内容"))
    return found


def bare_figures(report: AnnualReport) -> list[Finding]:
    """Figures in the text that no record stands behind, and those said by hand."""
    readings = Readings(report.span)
    text = "\n".join(section.text for section in report.sections.all())
    bare = [
        Finding(f"“{figure.label}”没有记录支撑", figure=key)
        for key in chips_in(text)
        if isinstance(figure := metrics.get(key), Metric) and not readings.has_records(key)
    ]
    by_hand = [
        Finding(f"“{o.key}”为手工调整：{o.words}（{o.reason}）", figure=o.key)
        for o in report.overrides.all()
    ]
    return bare + by_hand


def names(report: AnnualReport) -> list[Finding]:
    """Names of people in the text: a report is published."""
    text = "\n".join(section.text for section in report.sections.all())
    known = StaffMember.objects.values_list("name", flat=True).distinct()
    return [Finding(f"正文出现人名“{name}”") for name in known if len(name) > 1 and name in text]
