"""Takes a year's notice of days off into the calendar and prints the deadlines that moved."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from timelimits import notices
from timelimits.notice_file import MAX_BYTES
from timelimits.notices import Change
from timelimits.workdays import Day


class Command(BaseCommand):
    help = "导入年度节假日安排（CSV：日期、休或班、名称、文号），并重新计算受影响的期限"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="只列出变化，不写入")
        parser.add_argument(
            "--overwrite-edited", action="store_true", help="人工修改过的日期也按文件改写"
        )

    def handle(
        self, *, file: Path, dry_run: bool, overwrite_edited: bool, **options: object
    ) -> None:
        preview = notices.preview(_content(file))
        if preview.errors:
            raise CommandError("\n".join(map(str, preview.errors)))
        for warning in preview.warnings:
            self.stderr.write(self.style.WARNING(warning))
        self._list(preview.changes)
        if preview.changes and not dry_run:
            self._apply(preview.changes, overwrite_edited=overwrite_edited)

    def _list(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.named:
                self.stdout.write(_in_words(change))
        filled = sum(not change.named for change in changes)
        if filled:
            self.stdout.write(f"其余{filled}天按周一至周五上班补齐")
        if not changes:
            self.stdout.write("日历没有变化")

    def _apply(self, changes: Sequence[Change], *, overwrite_edited: bool) -> None:
        applied = notices.apply(changes, overwrite_edited=overwrite_edited)
        for change in applied.left:
            self.stdout.write(f"{change.on}曾经人工修改，未改写（--overwrite-edited 可改写）")
        self.stdout.write(f"已写入{len(applied.written)}天，{len(applied.moved)}个期限变动")
        for moved in applied.moved:
            self.stdout.write(str(moved))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"无法读取文件{file}：{error.strerror}") from error


def _in_words(change: Change) -> str:
    conflict = "（曾经人工修改）" if change.conflict else ""
    return f"{change.on}：{_say(change.old)} → {_say(change.new)}{conflict}"


def _say(day: Day | None) -> str:
    if day is None:
        return "未录入"
    return f"{'班' if day.working else '休'}{day.name and f'（{day.name}）'}"
