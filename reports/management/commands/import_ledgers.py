"""Imports ledgers: import_ledgers DIR_OR_FILE… [--dry-run]. All or nothing per file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.accounts import importer
from reports import imports
from reports.sheets import FileRefusedError, read

ENDINGS = {".xlsx", ".xls", ".csv"}


class Command(BaseCommand):
    help = "导入台账（按表头识别，逐文件全部成功或全部不写）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, help="文件或文件夹")
        parser.add_argument("--dry-run", action="store_true", help="只检查和预览，不写入")

    def handle(self, *args, paths: list[Path], dry_run: bool, **options) -> None:
        files = [self.read(path) for path in self.files(paths)]
        # Files to which others refer come first, whatever their names.
        files.sort(key=lambda file: not any(table.ledger.first for table in file[1]))
        refused = 0
        for path, tables in files:
            refused += not self.import_file(path, tables, dry_run=dry_run)
        if refused:
            raise CommandError(f"{refused} 个文件没有导入，请更正后重新导入。")

    @staticmethod
    def files(paths: list[Path]) -> list[Path]:
        found = []
        for path in paths:
            if path.is_dir():
                found += sorted(f for f in path.iterdir() if f.suffix.lower() in ENDINGS)
            elif path.is_file():
                found.append(path)
            else:
                raise CommandError(f"找不到 {path}")
        return found

    def read(self, path: Path) -> tuple[Path, list[imports.Table]]:
        try:
            return path, imports.tables_of(read(path.name, path.read_bytes()))
        except FileRefusedError as refusal:
            raise CommandError(f"{path.name}：{refusal}") from refusal

    def import_file(self, path: Path, tables: list[imports.Table], *, dry_run: bool) -> bool:
        """Import one file and say what became of it; return whether it was taken."""
        if not tables:
            self.stderr.write(f"{path.name}：没有认出任何台账，请核对表头。")
            return False
        try:
            (imports.preview if dry_run else imports.write)(tables, by=importer())
        except imports.ImportRefusedError as refusal:
            for fault in refusal.faults:
                self.stderr.write(f"{path.name}：{fault}")
            return False
        for line in imports.lines_of(tables):
            self.stdout.write(f"{path.name}：{line}")
        return True
