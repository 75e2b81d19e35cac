"""An office's installation starts only with what it must have, and passes Django's own check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {
    "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnop",
    "ALLOWED_HOSTS": "fazhi.example.cn",
}


def manage(*arguments, **environment):
    """Run a command of the portal as an installation would, with this environment alone."""
    return subprocess.run(  # noqa: S603 - our own command, our own words
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_refuses_to_start_without(missing):
    environment = {name: value for name, value in PRODUCTION.items() if name != missing}

    result = manage("check", **environment)

    assert result.returncode == 1
    assert f"未设置 {missing}" in result.stderr


def test_the_deployment_check_is_clean():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert (result.returncode, result.stdout.strip(), result.stderr) == (
        0,
        "System check identified no issues (0 silenced).",
        "",
    )


def test_the_demonstration_is_refused_outside_debug():
    result = manage("load_demonstration", **PRODUCTION)

    assert "正式环境拒绝载入" in result.stderr


def test_no_migration_is_missing():
    result = manage("makemigrations", "--check", "--dry-run", **PRODUCTION)

    assert result.returncode == 0, result.stdout
