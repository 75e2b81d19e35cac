"""The layers hold, templates compile, forms are laid out, nothing reaches outside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted(
    str(path.relative_to(ROOT / "templates")) for path in (ROOT / "templates").rglob("*.html")
)
OWN_APPS = [config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT]
SOURCES = [path for app in OWN_APPS for path in (ROOT / app).rglob("*.py")]


def test_the_import_contracts_hold():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]

    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles_and_tells_its_context(name):
    template = get_template(name)

    assert Path(template.origin.name).read_text().startswith("{# ")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_no_inline_script_style_or_unescaped_text(name):
    source = (ROOT / "templates" / name).read_text()

    assert (
        re.findall(r"\|safe\b|<style|<script(?! src)| on\w+=\"|javascript:| style=\"", source) == []
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_no_other_host(name):
    source = (ROOT / "templates" / name).read_text()

    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", source) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_begins_by_saying_what_it_is_for(path):
    source = path.read_text()

    assert not source or source.startswith('"""') or "migrations" in path.parts


@pytest.mark.parametrize(
    "name",
    [
        "js-lib-bootstrap5/css/bootstrap.min.css",
        "js-lib-bootstrap5/js/bootstrap.bundle.min.js",
        "bootstrap-icons/font/bootstrap-icons.min.css",
        "django_htmx/htmx-2.min.js",
        "nanhui.css",
        "nanhui.js",
    ],
)
def test_the_pages_assets_come_from_the_application(name):
    assert finders.find(name)


def test_lock_files_are_pinned_and_hold_no_address_or_path():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text().splitlines()

        assert [
            line for line in lines if not re.fullmatch(r"[\w.\[\]-]+==[\w.]+(?: ; .*)?", line)
        ] == []
