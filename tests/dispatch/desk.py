"""A store with one edition in it, and the settings to send it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from digest.config import Config, Smtp
from digest.deliver import plan_messages
from digest.model import Briefing
from digest.records import Edition, EditionKey
from digest.serialise import dump
from digest.store import Store, open_store
from tests.deliver.server import PASSWORD
from tests.render.sample import sample

KEY = EditionKey("morning", "2026-11-23", "06:30")
NOW = "2026-11-23T06:30:00+00:00"
PDF = b"%PDF-1.7 an edition"
ENVIRONMENT = {"DIGEST_SMTP_PASSWORD": PASSWORD, "PATH": "/usr/bin:/bin"}


def readers(count: int) -> list[dict[str, object]]:
    return [{"address": f"reader{n}@list{n}.example"} for n in range(count)]


def settings(
    smtp: Smtp | None, recipients: Sequence[dict[str, object]] = (), *, alerts: object = None, **mail: object
) -> Config:
    """One profile with mail."""
    profile: dict[str, object] = {
        "mail": {"sender": "Desk <desk@example.org>", "recipients": list(recipients)} | mail
    }
    values: dict[str, object] = {"profiles": {KEY.profile: profile}}
    if smtp:
        values["smtp"] = smtp
    if alerts:
        values["alerts"] = alerts
    return Config.model_validate(values)


@cache
def briefing() -> Briefing:
    return replace(sample(), title="Northlight")


@contextmanager
def stocked(path: Path, config: Config, key: EditionKey = KEY) -> Iterator[Store]:
    """A store with one completed edition and its messages."""
    with open_store(path) as store:
        complete(store, config, key)
        yield store


def complete(store: Store, config: Config, key: EditionKey = KEY, *, pdf: bool = True) -> None:
    store.complete(
        Edition(key, "completed", due=NOW, made=NOW, upto=0),
        briefing=dump(briefing()),
        files=({"briefing.pdf": PDF} if pdf else {}) | {"briefing.md": b"# Northlight\n"},
        messages=plan_messages(config.profiles[key.profile], key, NOW),
    )


def later(**time: float) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(**time)).isoformat()
