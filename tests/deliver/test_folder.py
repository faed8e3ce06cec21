"""Editions into a folder: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.deliver.folder import check_folder, write_edition
from digest.errors import DeliveryError


def test_edition_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write_edition(tmp_path / "2026-03-13", "briefing.md", b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in path.parent.iterdir()] == ["briefing.md"]


def test_old_edition_stands_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_edition(tmp_path, "briefing.md", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeliveryError, match="No space left on device"):
        write_edition(tmp_path, "briefing.md", b"new")
    assert (tmp_path / "briefing.md").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["briefing.md"]


def test_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file, not a folder")
    with pytest.raises(DeliveryError, match="output"):
        write_edition(tmp_path / "output" / "2026-03-13", "briefing.md", b"new")


def test_folder_that_can_be_written_to_is_only_tried(tmp_path: Path) -> None:
    check_folder(tmp_path / "output" / "2026-03-13")
    check_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_to_is_named_with_what_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file, not a folder")
    says = f"{tmp_path}/output/2026-03-13: no edition .*{tmp_path}/output: Not a directory.*another folder"
    with pytest.raises(DeliveryError, match=says):
        check_folder(tmp_path / "output" / "2026-03-13")


def test_full_disk_is_noticed_though_the_rights_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(DeliveryError, match="No space left on device"):
        check_folder(tmp_path)
