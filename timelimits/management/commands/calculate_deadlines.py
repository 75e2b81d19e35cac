"""Works out the dates of a file of cases and prints them as one JSON object."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from timelimits.calendar import current_calendar
from timelimits.rules import RuleError, read_cases, rules


class Command(BaseCommand):
    help = "按规则计算案例文件（JSON）中各案例的期限，输出一个 JSON 对象"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **options: object) -> None:
        try:
            cases = read_cases(_document(file))
            results = rules.calculate(cases, current_calendar())
        except RuleError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(results, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))


def _document(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CommandError(f"无法读取文件{file}：{error.strerror}") from error
    except ValueError as error:
        raise CommandError(f"文件{file}不是UTF-8编码的JSON：{error}") from error
