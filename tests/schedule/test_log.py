"""One line an event, whatever is in it."""

from __future__ import annotations

import json
import logging

import pytest

from digest.schedule.log import start_log, tell


@pytest.fixture(autouse=True)
def _restore() -> object:
    root, handlers = logging.getLogger(), logging.getLogger().handlers
    level = root.level
    yield
    root.handlers = handlers
    root.setLevel(level)


def test_json_has_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    start_log("json")
    tell("not read", level=logging.WARNING, path="bad\udcff.txt", reason="two\nlines", n=3)
    [line] = capsys.readouterr().err.splitlines()
    found = json.loads(line)
    assert found.pop("at").endswith("+00:00")
    assert found == {
        "level": "warning", "event": "not read", "path": "bad\udcff.txt", "reason": "two\nlines", "n": 3,
    }  # fmt: skip


def test_text_quotes_what_has_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    start_log("text")
    tell("made", profile="morning", reason="two\nlines", path="bad\udcff.txt", none="")
    [line] = capsys.readouterr().err.splitlines()
    assert line.split(" ", 1)[1] == (
        'info made profile=morning reason="two\\nlines" path=bad\\udcff.txt none=""'
    )


def test_error_of_a_library_is_one_line_with_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    start_log("json")
    try:
        raise ValueError("a bug")
    except ValueError:
        logging.getLogger("apscheduler.executors.work").exception("Job raised")
    [line] = capsys.readouterr().err.splitlines()
    assert "ValueError: a bug" in json.loads(line)["traceback"]
