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


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[profiles.morning]\nschedule = 'at dawn'", "key 'profiles.morning.schedule.0': no schedule"),
        ("[profiles.morning]\nschedule = '0 25 * * *'", "bad hour"),
        ("[profiles.morning]\nquiet = 'a while'", '"10 min", "2 h", "3 days", found \'a while\''),
        ("[profiles.morning]\nlate = 'sometimes'", '"until next", "never", or a length of time'),
        (
            "[profiles.morning]\ntimezone = 'Oslo'",
            "key 'profiles.morning.timezone': no time zone of that name; IANA",
        ),
        ("[profiles.morning]\nwatch = 'ferry'", "key 'profiles.morning.watch': a list in square brackets"),
        ("[profiles.morning]\nsheduel = 'daily at 06:30'", "known keys are after, command"),
        ("[profiles.'../up']\ntitle = 'x'", "key 'profiles.../up': the name of a profile is made of"),
        ("[profiles.Morning]\ntitle = 'x'", "[profiles.morning]"),
    ],
)
def test_fault_of_a_profile_names_its_key_and_gives_an_example(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_config(file, environment={})
    assert "own.toml" in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30 s", 30), ("10 min", 600), ("10min", 600), ("2 h", 7200), ("1 hour", 3600), ("3 days", 259200)],
)
def test_lengths_of_time(tmp_path: Path, text: str, seconds: int) -> None:
    file = tmp_path / "own.toml"
    file.write_text(f"[profiles.morning]\ngap = '{text}'\nlate = '{text}'\n")
    profile = load_config(file, environment={}).profiles["morning"]
    assert profile.gap.total_seconds() == seconds
    assert profile.late == profile.gap
