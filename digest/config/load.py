"""digest.toml and DIGEST_* variables -> one frozen Config.

The file is looked for in the working directory, or named with ``--config``. A variable of the
environment (``DIGEST_TITLE``, ``DIGEST_PIPELINE``, …) wins over the file; an argument of the command
line wins over both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from digest.config.mail import Alerts, Mail, Recipient, Smtp
from digest.config.profile import Profile
from digest.config.settings import Config
from digest.errors import ConfigError

FILE_NAME = "digest.toml"
PREFIX = "DIGEST_"
TABLES = frozenset({"profiles", "smtp", "alerts"})  # of the file alone: no variable can hold one

WORDS = {  # for faults that pydantic tells of in terms of Python
    "tuple_type": 'a list in square brackets is expected, as in ["one", "two"]',
    "zoneinfo_str": 'no time zone of that name; IANA names are meant, as in "Europe/Oslo"',
    "dict_type": "a table is expected, as in [profiles.morning]",
}


def load_config(path: Path | None = None, *, environment: Mapping[str, str]) -> Config:
    """Read the configuration; a missing default file means the defaults.

    Raises ConfigError, naming the file, the key and what was expected.
    """
    values: dict[str, object] = {}
    source = path or Path(FILE_NAME)
    try:
        values.update(tomllib.loads(source.read_text(encoding="utf-8")))
    except FileNotFoundError:
        if path is not None:
            raise ConfigError(f"{path}: no such file; name an existing file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{source}: not readable as TOML ({error})") from error
    except OSError as error:
        raise ConfigError(f"{source}: cannot be read ({error.strerror})") from error
    variables = {name: PREFIX + name.upper() for name in Config.model_fields if name not in TABLES}
    values.update({name: environment[key] for name, key in variables.items() if key in environment})
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        faults = "; ".join(_fault(fault, source, variables, environment) for fault in error.errors())
        raise ConfigError(faults) from error


def _fault(
    fault: ErrorDetails,
    source: Path,
    variables: Mapping[str, str],
    environment: Mapping[str, str],
) -> str:
    loc = [part for part in fault["loc"] if part != "[key]"]
    key = ".".join(map(str, loc))
    if fault["type"] == "extra_forbidden":
        return f"{source}: unknown key {key!r}; known keys are {', '.join(_known(loc[:-1]))}"
    place = variables.get(key, "")
    where = f"variable {place}" if place in environment else f"{source}: key {key!r}"
    found = fault["input"]  # of a whole table nothing is shown: somebody may have put a password there
    shown = "" if isinstance(found, Mapping) else f", found {found!r}"
    said = WORDS.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
    return f"{where}: {said}{shown}"


def _known(table: Sequence[str | int]) -> list[str]:
    """The keys of the table at a place of the settings."""
    models: dict[str, type[BaseModel]] = {
        "profiles": Profile,
        "mail": Mail,
        "recipients": Recipient,
        "smtp": Smtp,
        "alerts": Alerts,
    }
    named = [models[part] for part in table if isinstance(part, str) and part in models]
    return sorted((named[-1] if named else Config).model_fields)
