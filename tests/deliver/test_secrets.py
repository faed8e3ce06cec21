"""Where the password may stand, and where it never shows."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from digest.config import Smtp, load_config
from digest.deliver.command import run_command
from digest.deliver.secrets import password, redacted
from digest.errors import ConfigError

SECRET = "plänted-7cQ"


def smtp(**given: object) -> Smtp:
    return Smtp.model_validate({"host": "localhost", "user": "desk"} | given)


def value(found: SecretStr | None) -> str | None:
    return found.get_secret_value() if found else None


def test_environment_comes_first(tmp_path: Path) -> None:
    assert value(password(smtp(), {"DIGEST_SMTP_PASSWORD": SECRET})) == SECRET
    assert value(password(smtp(password_env="OTHER"), {"OTHER": SECRET})) == SECRET
    assert password(smtp(user=None), {}) is None


def test_file_of_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(SECRET + "\n")
    file.chmod(0o600)
    assert value(password(smtp(password_file=file), {})) == SECRET


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "password"
    file.write_text(SECRET)
    file.chmod(mode)
    with pytest.raises(ConfigError, match="chmod 600") as caught:
        password(smtp(password_file=file), {})
    assert SECRET not in str(caught.value)
    assert value(password(smtp(password_file=file), {"CREDENTIALS_DIRECTORY": str(tmp_path)})) == SECRET


def test_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("digest", "desk"): SECRET}
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda *asked: kept.get(asked)))
    assert value(password(smtp(keyring="digest"), {})) == SECRET
    with pytest.raises(ConfigError, match="no password"):
        password(smtp(keyring="elsewhere"), {})


def test_missing_keyring_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ConfigError, match=r"pip install 'briefing-digest\[keyring\]'"):
        password(smtp(keyring="digest"), {})


def test_nothing_shows_it() -> None:
    found = password(smtp(), {"DIGEST_SMTP_PASSWORD": SECRET})
    assert SECRET not in f"{found} {found!r} {smtp()!r}"
    for form in (SECRET, "cGzDpG50ZWQtN2NR", "AGRlc2sAcGzDpG50ZWQtN2NR"):
        assert redacted(f"535 you said {form}", found, "desk") == "535 you said ***"


@pytest.mark.parametrize(
    "table",
    [f'password = "{SECRET}"', f'host = "x"\npassword = "{SECRET}"', f'password = "{SECRET}"\nport = "a"'],
)
def test_password_in_the_settings_is_refused_and_not_shown(tmp_path: Path, table: str) -> None:
    (tmp_path / "digest.toml").write_text(f"[smtp]\n{table}\n")
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / "digest.toml", environment={})
    assert SECRET not in str(caught.value)


def test_programs_get_the_data_and_tell_how_it_went() -> None:
    assert run_command(["/bin/sh", "-c", "grep -q news"], b"news\n", environment={}).result == "sent"
    failed = run_command(["/bin/sh", "-c", "echo no room >&2; exit 3"], b"", environment={})
    assert (failed.result, failed.said) == ("later", "/bin/sh ended with code 3: no room")
    assert run_command(["/no/such"], b"", environment={}).result == "held"
    slow = run_command(["/bin/sleep", "5"], b"", environment={}, seconds=0.1)
    assert slow.result == "later"
