"""``digest prune``: what is said, and that a dry run removes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from digest.cli import app
from digest.errors import UsageError
from digest.store import open_store
from tests.store.test_pruning import edition


def prune(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["prune", "--older-than", "90", *arguments])


def test_dry_run_says_what_the_run_then_removes(tmp_path: Path) -> None:
    place = str(tmp_path / "digest.db")
    with open_store(place) as store:
        old = [edition(store, day, "sent", year=2021) for day in range(1, 4)]
        young = edition(store, 9, "sent")
    for state in (True, False):
        told = json.loads(prune("--store", place, "--json", *["--dry-run"] * state).output)
        assert (told["dry_run"], told["editions"], told["files"], told["messages"]) == (state, 3, 6, 3)
        with open_store(place) as store:
            assert [bool(store.edition_files(key)) for key in old] == [state] * 3
            assert store.edition_files(young)
    assert "removed: 0 files (0.0 MB) and 0 messages of 0 editions" in prune("--store", place).output


def test_without_a_store_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = prune()
    assert isinstance(result.exception, UsageError)
    assert "name its file with --store" in str(result.exception)
