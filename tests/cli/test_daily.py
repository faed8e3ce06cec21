"""What a new user types first: init, config check, schedule, status."""

from __future__ import annotations

import json
import os
import re
import socket
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from digest.cli import app
from digest.config import load_config
from digest.errors import ConfigError, UsageError
from digest.store import hold, open_store


def digest(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_settings_that_are_read_and_makes_the_folder(here: Path) -> None:
    assert digest("init").exit_code == 0
    config = load_config(environment={})
    assert list(config.profiles) == ["morning"]
    assert (here / "seeds").is_dir()
    assert "warning" not in digest("config", "check").output


def test_settings_that_init_writes_as_comments_are_read_too(here: Path) -> None:
    digest("init")
    file = here / "digest.toml"
    lines = [re.sub(r"^# (?=(\w+ = |\[))", "", line) for line in file.read_text().splitlines()]
    file.write_text("\n".join(lines))
    config = load_config(environment={})
    morning = config.profiles["morning"]
    assert morning.mail is not None
    assert morning.watch == ("ferry",)
    assert config.smtp is not None
    assert config.alerts.to == ("operator@example.org",)


def test_init_overwrites_nothing(here: Path) -> None:
    (here / "digest.toml").write_text("title = 'Mine'\n")
    result = digest("init")
    assert isinstance(result.exception, UsageError)
    assert (here / "digest.toml").read_text() == "title = 'Mine'\n"


def test_init_elsewhere_and_where_nothing_can_be_written(here: Path) -> None:
    assert digest("init", "desk").exit_code == 0
    assert tomllib.loads((here / "desk" / "digest.toml").read_text())["store"] == "digest.db"
    (here / "file").write_text("")
    assert isinstance(digest("init", "file").exception, UsageError)


SETTINGS = """
[profiles.morning]
sources = ["nowhere"]
schedule = ["daily at 06:30", "0 9 31 * 1"]
timezone = "Europe/Oslo"
late = "3 h"
when_empty = "skip"

[profiles.morning.mail]
sender = "Desk <desk@example.org>"

[profiles.idle]
"""


def test_config_check_explains_and_warns(here: Path) -> None:
    (here / "digest.toml").write_text(SETTINGS)
    output = digest("config", "check").output
    for told in (
        'it is called "Digest" and reads nowhere',
        "it is made daily at 06:30, Europe/Oslo",
        "it is made by the cron line 0 9 31 * 1, Europe/Oslo",
        "a missed edition is made at once, marked late, for 3 h; then the next one covers it",
        "when nothing new came, nothing is delivered",
        "warning: source nowhere: there is no such file or folder",
        "months that have no day 31 have no edition for it",
        "are both meant, as Unix cron does",
        "no server is set: add [smtp]",
        "nobody is: add [[profiles.NAME.mail.recipients]]",
        "it is never made: set schedule",
    ):
        assert told in output, told
    as_json = json.loads(digest("config", "check", "--json").output)
    assert [item["profile"] for item in as_json] == ["morning", "idle"]


def test_config_check_warns_of_an_output_folder_that_cannot_be_written_to(here: Path) -> None:
    digest("init")
    (here / "output").write_text("in the way")
    assert (
        "warning: output output/morning: no edition can be written there" in digest("config", "check").output
    )


def test_config_check_refuses_what_is_wrong(here: Path) -> None:
    (here / "digest.toml").write_text("[profiles.morning]\nschedule = 'at dawn'\n")
    assert isinstance(digest("config", "check").exception, ConfigError)


def test_schedule_prints_ten_runs_in_the_zone_and_in_utc(here: Path) -> None:
    (here / "digest.toml").write_text(SETTINGS)
    lines = [json.loads(line) for line in digest("schedule", "--json").output.splitlines()]
    assert len(lines) == 10
    assert all(line["slot"] in ("06:30", "09:00") for line in lines)
    assert all(line["local"][11:16] == line["slot"] for line in lines)
    text = digest("schedule", "--count", "3").output
    assert len(re.findall(r"^  \w{3} \d{4}-\d\d-\d\d \d\d:\d\d CES?T   .* UTC$", text, re.MULTILINE)) == 3
    assert "idle" in text
    assert "never" in text


def test_status_of_a_desk_that_has_not_run_is_well(here: Path) -> None:
    digest("init")
    (here / "seeds" / "a.txt").write_text("The dam held.")
    result = digest("status", "--json")
    assert result.exit_code == 0
    told = json.loads(result.output)
    assert (told["well"], told["new_files"], told["profiles"][0]["last"]) == (True, 1, None)
    assert "all is well" in digest("status").output


def test_status_notes_an_edition_that_was_made_late_and_names_who_holds_the_store(here: Path) -> None:
    digest("init")
    assert json.loads(digest("status", "--json").output)["holder"] is None
    at = "2031-04-14T06:00:00+00:00"
    with open_store("digest.db") as store, hold("digest.db", command="digest run", at=at):
        store.incident_open("edition late: morning", "the edition was due at 6 and made at 9", at)
        late = digest("status")
        assert late.exit_code == 0, late.output
        assert "note  edition late: morning" in late.output
        assert f"at work: digest run pid {os.getpid()} on {socket.gethostname()} since {at}" in late.output
        store.incident_open("edition failed: morning", "no room", at)
        assert digest("status").exit_code == 1
        assert "BAD  edition failed: morning" in digest("status").output
    assert "at work: no process" in digest("status").output


@pytest.mark.parametrize("command", ["status", "schedule"])
def test_where_no_profile_is_set_nothing_is_said_to_be_well(here: Path, command: str) -> None:
    result = digest(command)
    assert isinstance(result.exception, UsageError)
    assert "digest init" in str(result.exception)
    assert list(here.iterdir()) == []
