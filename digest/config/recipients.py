"""The readers of a profile: those of its table and those of its file, each once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from digest.config.address import mailbox
from digest.config.mail import Mail, Recipient
from digest.errors import ConfigError

_REMEDY = "mend it, and look with digest config check"


class _File(BaseModel):
    """What a file of readers holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    recipients: tuple[Recipient, ...]


def readers(mail: Mail) -> tuple[Recipient, ...]:
    """Every reader, in the order given; of entries with one address the first stands.

    Raises ConfigError naming the file, the entry and what was expected.
    """
    listed = mail.recipients + (read_file(mail.recipients_file) if mail.recipients_file else ())
    for number, reader in enumerate(listed, 1):
        if reader.format == "link" and mail.link is None:
            raise ConfigError(
                f"reader {number} ({reader.address}) wants a link, and the mail table has no link: "
                'set link = "https://…", or another format'
            )
    return tuple(_once(listed))


def read_file(path: Path) -> tuple[Recipient, ...]:
    """The readers of a TOML file of ``[[recipients]]`` tables."""
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).recipients
    except OSError as error:
        raise ConfigError(
            f"{path}: the readers cannot be read ({error.strerror}); make the file readable, "
            "or mend recipients_file in digest.toml"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not readable as TOML ({error}); {_REMEDY}") from error
    except ValidationError as error:
        faults = "; ".join(_fault(fault["loc"], fault["msg"]) for fault in error.errors()[:5])
        raise ConfigError(f"{path}: {faults}; {_REMEDY}") from error


def _fault(place: tuple[int | str, ...], said: str) -> str:
    """``("recipients", 2, "address")`` → "entry 3 of recipients: key 'address': …"."""
    match place:
        case ("recipients", int(index), *keys):
            key = f" key {'.'.join(map(str, keys))!r}:" if keys else ""
            return f"entry {index + 1} of recipients:{key} {said}"
        case _:
            return f"key {'.'.join(map(str, place))!r}: {said}; write [[recipients]] tables"


def _once(listed: Iterable[Recipient]) -> Iterable[Recipient]:
    first: dict[str, Recipient] = {}
    for reader in listed:
        first.setdefault(mailbox(reader.address).same, reader)
    return first.values()
