"""Prints every figure of a year as JSON: report_figures YEAR [--from DATE] [--to DATE]."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from casework.metrics import Span
from reports.figures import all_figures


class Command(BaseCommand):
    help = "以 JSON 输出某年（或某期间）的全部统计数据"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument("--from", dest="first", type=date.fromisoformat, help="起始日期")
        parser.add_argument("--to", dest="last", type=date.fromisoformat, help="截止日期")

    def handle(self, *args, year: int, first: date | None, last: date | None, **options) -> None:
        whole = Span.year(year)
        try:
            span = Span(first or whole.first, last or whole.last)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(all_figures(span), ensure_ascii=False, indent=1))
