"""Builds an annual report: build_report YEAR [--kind] --format docx|pdf|html --output FILE.

The latest edition that is kept, or a draft from the records where none is.
"""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from casework.metrics import Span
from reports.annual.draft import Draft
from reports.annual.formats import FORMATS
from reports.annual.outline import OUTLINES, RULE_OF_LAW
from reports.annual.paper import paper_of, said_in_draft, said_in_report
from reports.models import AnnualReport


class Command(BaseCommand):
    help = "生成年度报告"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument("--kind", choices=sorted(OUTLINES), default=RULE_OF_LAW.code)
        parser.add_argument("--format", choices=sorted(FORMATS), default="docx")
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument("--to", dest="last", type=date.fromisoformat, help="统计截止日期")

    def handle(
        self, *args, year: int, kind: str, format: str, output: Path, last: date | None, **options
    ) -> None:
        whole = Span.year(year)
        span = Span(whole.first, last or whole.last)
        office = settings.OFFICE["name"]
        report = AnnualReport.objects.filter(kind=kind, year=year).order_by("edition").last()
        if report and last is None:
            title, sections = report.title, said_in_report(report)
        else:
            draft = Draft(OUTLINES[kind], office, span)
            title, sections = draft.title, said_in_draft(draft)
        paper = paper_of(title, sections, office=office, on=timezone.localdate())
        output.write_bytes(FORMATS[format].render(paper))
        self.stdout.write(f"{title} → {output}")
