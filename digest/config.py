"""digest.toml and DIGEST_* variables -> one frozen Config.

The file is looked for in the working directory, or named with ``--config``. A variable of the
environment (``DIGEST_TITLE``, ``DIGEST_PIPELINE``, …) wins over the file; an argument of the command
line wins over both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, DirectoryPath, Field, ValidationError
from pydantic_core import ErrorDetails

from digest.errors import ConfigError

FILE_NAME = "digest.toml"
PREFIX = "DIGEST_"


class Config(BaseModel):
    """Everything that can be set. Each stage takes its own slice, never all of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field("Digest", min_length=1, max_length=80, description="name of the publication")
    seeds: Path = Field(Path("seeds"), description="folder that is read when no path is given")
    output: Path = Field(Path("output"), description="folder under which editions are written")
    store: Path | None = Field(
        None, description="file that keeps stories, topics and your corrections from one run to the next"
    )
    templates: DirectoryPath | None = Field(None, description="folder of your own templates, looked in first")
    pipeline: str = Field(
        "auto", description='language pipeline: "auto", "embedded", or the name of an installed one'
    )
    in_brief: int = Field(5, ge=1, le=20, description="most lines of the opening")
    summary_words: int = Field(90, ge=20, le=400, description="words of a story's summary, about")
    quotes: int = Field(4, ge=0, le=20, description="most key quotes of a story")
    figures: int = Field(6, ge=0, le=30, description="most key figures of a story")
    timeline: int = Field(12, ge=0, le=50, description="most lines of a topic's timeline")


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
    variables = {name: PREFIX + name.upper() for name in Config.model_fields}
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
    key = str(fault["loc"][0])
    if fault["type"] == "extra_forbidden":
        return f"{source}: unknown key {key!r}; known keys are {', '.join(sorted(variables))}"
    place = variables.get(key, "")
    where = f"variable {place}" if place in environment else f"{source}: key {key!r}"
    return f"{where}: {fault['msg']}, found {fault['input']!r}"
