"""A desk to test at: files in folders, a store, editions of readings that need no language pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digest.config import Config
from digest.editions import TakenIn, make_edition, take_in
from digest.model import Article, Reading, Sentence
from digest.records import Edition, EditionKey
from digest.store import Store
from digest.watch import Watch

_SENTENCE = re.compile(r"[^.\n]+\.")
_TERM = re.compile(r"[a-z]{4,}")
PIPELINE = "plain 1"


def read_plainly(articles: Iterable[Article], *, pipeline: str) -> Iterator[Reading]:
    """A reading of sentences and their words alone."""
    for article in articles:
        sentences = tuple(
            Sentence(match.start(), match.end(), _paragraph(article, match.start()), _terms(match.group()))
            for match in _SENTENCE.finditer(article.text)
        )
        title = article.title
        yield Reading(
            article,
            sentences=sentences,
            title=Sentence(0, len(title), -1, _terms(title), part="title") if title else None,
        )


def _paragraph(article: Article, at: int) -> int:
    return next((n for n, p in enumerate(article.paragraphs) if p.start <= at < p.end), 0)


def _terms(text: str) -> tuple[str, ...]:
    return tuple(_TERM.findall(text.lower()))


@dataclass
class Desk:
    """Sources, a store and profiles; each day one step further."""

    store: Store
    root: Path
    profiles: dict[str, dict[str, object]]
    now: datetime = datetime(2031, 4, 1, 6, 30, tzinfo=UTC)
    made: list[Edition] = field(default_factory=list)

    @property
    def config(self) -> Config:
        return Config.model_validate(
            {"output": str(self.root / "out"), "pipeline": "embedded", "profiles": self.profiles}
        )

    def write(self, name: str, text: str) -> None:
        """A Markdown file with a title, a date and a text."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        day = self.now.date().isoformat()
        path.write_text(f"---\ntitle: {text.split('.')[0]}\ndate: {day}\n---\n\n{text}\n")

    def look(self) -> TakenIn:
        """Take in what stands in the folders of the profiles."""
        profiles = self.config.profiles.values()
        where = [source for profile in profiles for source in profile.sources]
        watch = Watch(where, settle=0)
        watch.look(self.store.files(where), at=0)
        look = watch.look(self.store.files(where), at=0)
        return take_in(self.store, look.files, look.gone, config=self.config, at=self.instant)

    def edition(self, profile: str = "morning", *, late: bool = False) -> Edition:
        """Make the edition of today, and go on to the next day."""
        key = EditionKey(profile, self.now.date().isoformat(), "06:30")
        edition = make_edition(
            self.store, key, due=self.instant, now=self.instant, late=late, config=self.config
        )
        self.made.append(edition)
        self.now += timedelta(days=1)
        return edition

    def titles(self, ids: Iterable[str]) -> set[str]:
        """The titles of articles."""
        places = self.store.places(ids)
        return {k.reading.article.title for k in self.store.readings(p[-1] for p in places.values())}

    @property
    def instant(self) -> str:
        return self.now.isoformat(timespec="seconds")
