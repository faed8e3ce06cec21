"""A desk in a made-up month: the real store and editions; only the reading of articles is a stand-in.

Every four articles report one event of their own, in invented places, so that stories form and few go on.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from digest.model import Article, Entity, Reading, Sentence

SENTENCE = re.compile(r"\S.*?[.](?=\s|$)")
TERM = re.compile(r"[a-z]{4,}|\d+")
NAME = re.compile(r"\b[A-Z][a-z]+(?:berg|ford|holm|mouth)\b")
HAPPENINGS = ("a bridge was closed", "a ferry ran late", "a mill burned down", "a school reopened")


def write(folder: Path, number: int, at: datetime, *, changed: bool = False) -> Path:
    """An article as a Markdown file; ``changed``: as its publisher edited it later."""
    place, other = _place(number // 4, 0), _place(number // 4, 1)
    people = 20 + number + (5000 if changed else 0)
    text = (
        f"In {place}, {HAPPENINGS[number // 4 % 4]} near {other} after a check. "
        f"The council of {place} told {people} people about report {number}.\n\n"
        f"Work in {place} goes on for a week, said the mayor of {other}."
    )
    head = f"title: Report {number} from {place}\ndate: {at:%Y-%m-%d}\nsource: Desk {number % 4}"
    path = folder / f"{number:04}.md"
    path.write_text(f"---\n{head}\n---\n\n{text}\n")
    return path


def _place(event: int, which: int) -> str:
    chance = random.Random(f"{event} {which}")
    syllables = ("".join(chance.choice(letters) for letters in ("bdfghklmnprstv", "aeiou")) for _ in range(3))
    return "".join(syllables).capitalize() + chance.choice(("berg", "ford", "holm", "mouth"))


def comings(begin: datetime, *, days: int, each: int) -> list[tuple[datetime, int]]:
    """When each article comes, in order: ``each`` a day, at odd hours."""
    chance = random.Random(7)
    seconds = ((day, sorted(chance.randrange(86_400) for _ in range(each))) for day in range(days))
    moments = [begin + timedelta(days=day, seconds=second) for day, of_day in seconds for second in of_day]
    return list(zip(moments, range(days * each), strict=True))


def read_lightly(articles: Iterable[Article], *, pipeline: str) -> Iterator[Reading]:
    """Stands in for parsing: sentences end at full stops, places are names with certain endings."""
    for article in articles:
        sentences = tuple(
            Sentence(m.start(), m.end(), number, tuple(TERM.findall(m.group().lower())))
            for number, paragraph in enumerate(article.paragraphs)
            for m in SENTENCE.finditer(article.text, paragraph.start, paragraph.end)
        )
        title = Sentence(0, len(article.title), -1, tuple(TERM.findall(article.title.lower())), part="title")
        names = NAME.finditer(article.text)
        entities = tuple(Entity(m.start(), m.end(), m.group(), "GPE", m.group()) for m in names)
        yield Reading(article=article, sentences=sentences, title=title, entities=entities)


def stand_in(patch: pytest.MonkeyPatch) -> None:
    """Read lightly in this process, without a language pipeline."""
    from digest import pipeline
    from digest.editions import intake

    patch.setattr(intake, "read_closely", read_lightly)
    for module in (intake, pipeline):
        patch.setattr(module, "load", lambda name: name)
        patch.setattr(module, "describe", lambda name: "a stand-in")
