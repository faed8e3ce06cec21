"""``digest doctor``: what is installed, what is missing, and what to do about it."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from digest.cli.common import AsJson, ConfigPath, Exit, print_json, settings
from digest.errors import DigestError

LIBRARIES = ("apscheduler", "jinja2", "pydantic", "spacy", "typer", "weasyprint")
PANGO = ("pango-1.0", "pangoft2-1.0")
PANGO_REMEDY = (
    "install Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), "
    "dnf install pango (Fedora), apk add pango (Alpine), brew install pango (macOS)"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    name: str
    well: bool
    found: str
    remedy: str = ""  # what to do, where it is not well


def doctor(config_path: ConfigPath = None, as_json: AsJson = False) -> None:
    """Say what is installed, which language pipeline runs, and what to do about each fault.

    Example: digest doctor
    """
    checks = list(_checks(config_path))
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        width = max(len(check.name) for check in checks)
        for check in checks:
            typer.echo(f"{'ok ' if check.well else 'BAD'}  {check.name:<{width}}  {check.found}")
            if not check.well:
                typer.echo(f"     {'':<{width}}  {check.remedy}")
    raise typer.Exit(Exit.DONE if all(check.well for check in checks) else Exit.FAILED)


def _checks(config_path: Path | None) -> Iterator[Check]:
    yield Check("Python", platform.python_version_tuple() >= ("3", "11"), platform.python_version())
    for name in LIBRARIES:
        yield _library(name)
    for name in PANGO:
        found = ctypes.util.find_library(name)
        yield Check(f"library {name}", found is not None, found or "not found", PANGO_REMEDY)
    yield _fonts()
    try:
        config = settings(config_path)
    except DigestError as error:
        yield Check("configuration", False, str(error), "mend the file or the variable that is named")
        return
    yield Check("configuration", True, f"title {config.title!r}, pipeline {config.pipeline!r}")
    yield _pipeline(config.pipeline)
    seeds = config.seeds
    yield Check(
        f"folder {seeds}",
        seeds.is_dir(),
        "readable" if seeds.is_dir() else "not there",
        f"make it: mkdir {seeds}",
    )
    yield _writable(config.output)


def _library(name: str) -> Check:
    try:
        return Check(name, True, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Check(name, False, "not installed", "install Digest again: pip install .")


def _fonts() -> Check:
    try:
        from digest.render.fonts import print_fonts

        return Check("fonts", True, ", ".join(print_fonts(None)))
    except DigestError as error:
        return Check("fonts", False, str(error), "install Digest again: pip install .")


def _pipeline(name: str) -> Check:
    try:
        from digest.language import describe, load

        return Check("language pipeline", True, describe(load(name)))
    except DigestError as error:
        return Check("language pipeline", False, str(error), 'set pipeline = "embedded" in digest.toml')


def _writable(folder: Path) -> Check:
    """Whether a file can be made in the folder, or the folder itself can."""
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        return Check(f"folder {folder}", False, str(error.strerror), "mend its rights or set another output")
    return Check(f"folder {folder}", nearest.is_dir(), "writable")
