"""The password of the mail account: from the environment, a file of its owner's alone, or the keyring.

It is held as a ``SecretStr``, which shows stars wherever it is printed, and taken out of every text that a
server sends.
"""

from __future__ import annotations

import os
import stat
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from digest.config import Smtp
from digest.errors import ConfigError

OTHERS = stat.S_IRWXG | stat.S_IRWXO
REMEDY = "set the variable {env}, or password_file or keyring in [smtp]"


def password(smtp: Smtp, environment: Mapping[str, str]) -> SecretStr | None:
    """The password for ``smtp.user``; None where there is no login.

    Raises ConfigError where none can be found or where others could read it.
    """
    if smtp.user is None:
        return None
    found = environment.get(smtp.password_env)
    if not found and smtp.password_file:
        found = _from_file(smtp.password_file, environment)
    if not found and smtp.keyring:
        found = _from_keyring(smtp.keyring, smtp.user)
    if not found:
        raise ConfigError(f"[smtp] has a user and no password: {REMEDY.format(env=smtp.password_env)}")
    return SecretStr(found)


def redacted(text: str, secret: SecretStr | None, user: str | None = None) -> str:
    """A text without the password, plain or as a login sends it: some servers repeat what they were told."""
    if secret is None:
        return text
    plain = secret.get_secret_value()
    forms = [plain, *(_base64(form) for form in (plain, f"\0{user or ''}\0{plain}"))]
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, "***")
    return text


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode()


def _from_file(path: Path, environment: Mapping[str, str]) -> str:
    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            if stat.S_IMODE(state.st_mode) & OTHERS and not _is_credential(path, environment):
                raise ConfigError(
                    f"{path}: others than its owner can read or change this password: chmod 600 {path}"
                )
            text = file.read(4096).decode("utf-8")
    except OSError as error:
        raise ConfigError(
            f"{path}: the password cannot be read ({error.strerror}); mend password_file"
        ) from error
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: the password is not UTF-8; write it anew") from None
    return text.splitlines()[0] if text.strip() else ""


def _is_credential(path: Path, environment: Mapping[str, str]) -> bool:
    """Whether systemd keeps the file: it guards it with an access list that the mode shows as the group's."""
    folder = environment.get("CREDENTIALS_DIRECTORY")
    return folder is not None and path.parent == Path(folder)


def _from_keyring(service: str, user: str) -> str | None:
    try:
        import keyring
    except ImportError:
        raise ConfigError(
            "[smtp] names a keyring, and the package keyring is not installed: "
            "pip install 'briefing-digest[keyring]'"
        ) from None
    try:
        found: str | None = keyring.get_password(service, user)
    except Exception as error:  # each system's keyring fails in its own way
        raise ConfigError(
            f"the keyring does not give the password ({type(error).__name__}); unlock it, or "
            "use a variable or a file"
        ) from error
    return found
