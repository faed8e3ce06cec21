"""``digest build --profile``: what is new since the profile's last edition, which still says it itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from digest.cli import app
from digest.errors import DeliveryError, UsageError
from digest.store import hold, open_store

SEEDS = Path(__file__).parent.parent.parent / "seeds"
SETTINGS = """
store = "digest.db"
pipeline = "embedded"
[profiles.morning]
sources = ["in"]
formats = ["json"]
timezone = "UTC"
title = "Morning"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "digest.toml").write_text(SETTINGS)
    (tmp_path / "in").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["build", "--json", *arguments], catch_exceptions=False)


@pytest.mark.language
def test_it_says_what_is_new_and_uses_nothing_up(here: Path) -> None:
    shutil.copy(SEEDS / "07-herring-talks.txt", here / "in")
    for arguments in (("--profile", "morning"), ("--since", "last")):
        done = run(*arguments, "--date", "2026-03-13")
        assert done.exit_code == 0, done.output
        assert json.loads(done.stdout)["counts"]["articles read"] == 1
    briefing = json.loads((here / "output/morning/2026-03-13-now/briefing.json").read_text())
    assert briefing["title"] == "Morning"
    with open_store("digest.db") as store:
        assert store.editions() == ()
        assert len(store.arrivals()) == 1


@pytest.mark.language
def test_while_another_process_takes_in_what_it_has_is_used(here: Path) -> None:
    shutil.copy(SEEDS / "07-herring-talks.txt", here / "in")
    with hold("digest.db", command="digest run", at="2031-04-14T06:00:00+00:00"):
        done = run("--profile", "morning", "--date", "2026-03-13")
    assert done.exit_code == 0, done.output
    assert "held by digest run pid" in done.stderr
    assert json.loads(done.stdout)["counts"]["articles read"] == 0


@pytest.mark.parametrize("arguments", [("in", "--out", "file"), ("--profile", "morning", "--out", "file/x")])
def test_folder_that_cannot_be_written_to_is_noticed_before_anything_is_read(
    here: Path, arguments: tuple[str, ...]
) -> None:
    (here / "file").write_text("in the way")
    with pytest.raises(DeliveryError, match="file: Not a directory"):
        run(*arguments)
    assert not (here / "digest.db").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("in", "--profile", "morning"), "name a profile or paths, not both"),
        (("--profile", "evening"), "no profile 'evening'; known are morning"),
    ],
)
def test_what_cannot_be_asked_is_said(here: Path, arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        run(*arguments)
