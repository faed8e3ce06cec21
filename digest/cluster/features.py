"""Reading -> Profile: the words, names and numbers that an article is compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from digest.cluster.background import code
from digest.kept import Profile, interned
from digest.matching import matching_form
from digest.model import Entity, Reading

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
LEAD = 2  # sentences that, with the title, say what an article is about
TITLE_COUNT = 2  # a word of the title counts as often as this among the words of the whole
NAME_COUNT = 2  # the same for a name and
NUMBER_COUNT = 4  # for a number, when two stories are told apart

_CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")  # in the middle of a sentence: written as a name
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?:\b(every|each|any|good|black|super|news) )?\b({'|'.join(WEEK)})\b")
# of the event, where nothing makes it a day of every week or part of a name
DAYS = 8  # days that a profile keeps at most
ACRONYM = 4  # letters of a word that may stand in capitals by right


def profile(reading: Reading) -> Profile:
    """The features of one article, counted."""
    article = reading.article
    text = matching_form(f"{article.title}\n{article.text}")
    title = reading.title.terms if reading.title else ()
    lead = Counter(title)
    words = Counter(title * TITLE_COUNT)
    for number, sentence in enumerate(reading.sentences):
        words.update(sentence.terms)
        if number < LEAD:
            lead.update(sentence.terms)
    telling: Counter[str] = Counter()
    written: dict[str, str] = {}
    for name in (*(f"c:{plain_name(n)}" for n in _CAPITALISED.findall(text)), *_names(reading.entities)):
        feature = name.lower()
        telling[feature] += NAME_COUNT if name.startswith("n:") else 1
        if feature not in written or in_capitals(written[feature]):
            written[feature] = name  # as it is first written other than in capitals, if ever it is
    for figure in _NUMBER.findall(text):
        telling[f"#:{figure}"] += NUMBER_COUNT
    leading, all_words, names = sorted(lead), sorted(words), sorted(telling)
    plain = [*(f"l:{term}" for term in leading), *(f"w:{term}" for term in all_words)]
    counts = [
        *map(lead.__getitem__, leading),
        *map(words.__getitem__, all_words),
        *map(telling.__getitem__, names),
    ]
    return Profile(
        id=article.id,
        published=article.published.when[:10] if article.published else None,
        features=interned([*plain, *(written.get(name, name) for name in names)]),
        codes=np.array([*map(code, plain), *map(code, names)], dtype="<u4").tobytes(),
        counts=np.array(counts, dtype="<f4").tobytes(),
        blocks=(len(lead), len(lead) + len(words)),
        weekdays=_weekdays(reading),
        days=tuple(
            day
            for day, _ in Counter(m.when[:10] for m in reading.moments if len(m.when) >= 10).most_common(DAYS)
        ),
    )


def in_capitals(name: str) -> bool:
    """Whether the name of a feature stands in capitals as in a dateline: FERGUSON, but not NATO."""
    return name[2:].isupper() and max(map(len, name[2:].split())) > ACRONYM


def _names(entities: tuple[Entity, ...]) -> Iterator[str]:
    for entity in entities:
        if entity.label in NAMED:
            yield f"n:{plain_name(entity.name)}"


@lru_cache(maxsize=20_000)
def plain_name(name: str) -> str:
    """A name without its article and genitive."""
    plain = " ".join(name.replace("’", "'").split())
    return plain.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("'") or plain


def _weekdays(reading: Reading) -> tuple[str, ...]:
    article = reading.article
    lead = [article.title, *(article.text[s.start : s.end] for s in reading.sentences[:LEAD])]
    found = (hit for part in lead if "day" in (low := part.lower()) for hit in _WEEKDAY.findall(low))
    return tuple(sorted({day for before, day in found if not before}))
