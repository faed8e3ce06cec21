"""Documents that cannot rot: what they show is what the code does."""

from __future__ import annotations

import logging
import re
import shlex
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from digest.cli import app
from digest.config import Alerts, Config, Mail, Profile, Recipient, Smtp, load_config
from digest.config.load import TABLES
from digest.config.texts import write_duration

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SETTINGS = (ROOT / "docs" / "configuration.md").read_text()


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", SETTINGS.split("\n## ")[0], re.MULTILINE))
    assert rows.keys() == Config.model_fields.keys() - TABLES
    for key, shown in rows.items():
        default = Config.model_fields[key].default
        if isinstance(default, timedelta):
            default = write_duration(default)
        assert shown == (
            "none" if default is None else f"`{default}`" if isinstance(default, int) else f'`"{default}"`'
        )


@pytest.mark.parametrize(
    ("table", "model"),
    [
        ("profiles.NAME", Profile),
        ("profiles.NAME.mail", Mail),
        ("profiles.NAME.mail.recipients", Recipient),
        ("smtp", Smtp),
        ("alerts", Alerts),
    ],
)
def test_every_key_of_a_table_is_documented(table: str, model: type[BaseModel]) -> None:
    section = SETTINGS.split(f"## `[{table}]`")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(model.model_fields)


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.+?)```", SETTINGS, re.DOTALL))
def test_examples_of_settings_are_read(example: str, tmp_path: Path) -> None:
    file = tmp_path / "digest.toml"
    file.write_text(example)
    config = load_config(file, environment={})
    given = tomllib.loads(example)
    assert config.model_dump(include=given.keys() - TABLES) == {
        key: value for key, value in given.items() if key not in TABLES
    }
    assert config.profiles.keys() == given.get("profiles", {}).keys()


@pytest.mark.parametrize("command", re.findall(r"^(digest .+?)(?:\s+#.*)?$", README, re.MULTILINE))
@pytest.mark.language
def test_commands_of_the_readme_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    runner = CliRunner()
    if command.startswith("digest verify"):
        made = runner.invoke(app, ["build", "seeds/", "--date", "2026-03-13", "--format", "json"])
        assert made.exit_code == 0, made.output
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # the log of digest run ends with it
    if command.split()[1] in ("config", "schedule", "run", "status"):
        assert runner.invoke(app, ["init"]).exit_code == 0
    arguments = shlex.split(command.replace("/tmp/brief", str(tmp_path / "brief")))[1:]
    result = runner.invoke(app, arguments)
    assert result.exit_code == 0, result.output


def test_commands_that_make_runs_are_in_the_readme() -> None:
    targets = re.findall(r"^(\w[\w-]*):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"brief", "test"} <= set(targets)
    assert {"brief", "test"} <= set(re.findall(r"^make (\w+)", README, re.MULTILINE))
