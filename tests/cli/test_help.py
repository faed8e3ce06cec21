"""The command line answers at once and explains itself."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from digest.cli import app

COMMANDS = [
    command.name or command.callback.__name__ for command in app.registered_commands if command.callback
]


def test_help_imports_neither_spacy_nor_weasyprint_and_takes_little_time() -> None:
    watch = "import sys; from digest.cli import main\ntry: main()\nfinally: print(*sys.modules)"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", watch, "--help"], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loaded = set(done.stdout.split())
    assert "digest.cli" in loaded
    assert not {"spacy", "weasyprint", "numpy", "jinja2"} & loaded
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"digest {command}" in result.output.split("Example:")[1]


def test_exit_codes_are_documented() -> None:
    output = " ".join(CliRunner().invoke(app, ["--help"]).output.split())
    assert "0 done, 1 something failed, 2 wrong use, 3 done but some sources could not be read" in output
