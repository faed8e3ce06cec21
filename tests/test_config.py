"""Settings: defaults, file, environment, and messages that name file, key and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config import load_config
from digest.errors import ConfigError


def test_without_a_file_everything_has_a_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = load_config(environment={})
    assert (config.title, config.pipeline, config.in_brief) == ("Digest", "auto", 5)


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "digest.toml"
    file.write_text('title = "From file"\nquotes = 2\n')
    config = load_config(file, environment={"DIGEST_TITLE": "From environment", "HOME": "/root"})
    assert (config.title, config.quotes) == ("From environment", 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("titel = 'x'", "unknown key 'titel'; known keys are"),
        ("quotes = 99", "key 'quotes': Input should be less than or equal to 20, found 99"),
        ("quotes = 'many'", "key 'quotes': Input should be a valid integer"),
        ("quotes = ", "not readable as TOML"),
        ("templates = 'nowhere'", "key 'templates': Path does not point to a directory"),
    ],
)
def test_fault_names_the_file_the_key_and_what_was_expected(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_config(file, environment={})
    assert "own.toml" in str(caught.value)
    assert says in str(caught.value)


def test_fault_in_a_variable_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match="variable DIGEST_QUOTES"):
        load_config(environment={"DIGEST_QUOTES": "many"})


def test_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_config(tmp_path / "none.toml", environment={})
