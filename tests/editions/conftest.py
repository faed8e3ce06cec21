"""Editions are tested without a language pipeline: readings are made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.store import open_store
from tests.editions.build import PIPELINE, Desk, read_plainly


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """One profile, "morning", over the folder "in"."""
    monkeypatch.setattr("digest.editions.intake.read_closely", read_plainly)
    monkeypatch.setattr("digest.editions.intake.made_with", lambda pipeline: PIPELINE)
    monkeypatch.setattr("digest.pipeline.load", lambda name: name)
    monkeypatch.setattr("digest.pipeline.describe", lambda nlp: PIPELINE)
    monkeypatch.setattr("digest.ingest.readers.is_english", lambda text: True)
    (tmp_path / "in").mkdir()
    profile = {"sources": [str(tmp_path / "in")], "formats": ["md"], "timezone": "UTC"}
    with open_store(tmp_path / "digest.db") as store:
        yield Desk(store, tmp_path, {"morning": profile})
