"""Invented news in any number: events that are told by several outlets each.

A few hundred articles are written out and parsed as any source is. The others are those again with their
invented names and words exchanged for others of the same length, so that every offset of their readings
still holds: fifty thousand readings of real size without fifty thousand parses.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pydantic import TypeAdapter

from digest.ingest.assemble import content_id
from digest.model import Published, Reading

NAMES, WORDS = 12, 24  # of an event that are its own
LETTERS = 8  # of each
_ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ae", "ei", "oa")
_SENTENCES = (
    "{A} and {B} agreed on {day} to reopen the {p} between {C} and {D}, after {n} days of talks.",
    "“We shall keep the {q} open whatever the {r} may cost us,” said {A}, who leads the ministry of {s}.",
    "The {p} of {C} had been shut since a {t} damaged {n} houses and left {m} people without a {u}.",
    "Officials in {D} said that {n} workers would begin to mend the {q} before the end of the month.",
    "{E}, a spokesman for the {v} authority, said the cost would be about {m} million crowns.",
    "Critics such as {F} say that the {r} was known for years and that nobody acted on it.",
    "A report by the {G} institute counts {n} cases of {w} in the province, up from {m} a year before.",
    "“Nobody in {C} has forgotten the {t} of that winter,” {E} told reporters in {H}.",
    "According to the {I} council, {n} percent of the {x} has been repaired so far.",
    "The talks between {A} and {B} will go on in {H} next week, a person close to the {s} said.",
    "Police in {D} closed {m} roads while engineers looked at the {y} beside the old {z}.",
    "{J} voted against the {a} and asked for an inquiry into how the {b} had been paid for.",
    "The {c} was built {n} years ago by a company from {K} and has been inspected twice since then.",
    "Families near the {d} were told to leave on {day}, and {m} of them slept in a school in {L}.",
    "“The {e} is not what it was, and we will say so in court,” said {F}, a lawyer in {I}.",
    "Prices of {f} rose by {n} percent in {K}, the office for {g} said in its monthly report.",
    "{B} declined to say when the {h} would be ready, but said that the {i} was safe.",
    "In a letter to {J}, {n} teachers from {L} asked the government to protect the {j}.",
    "The {k} of {G} has sent {m} soldiers and {n} lorries to help with the {l}.",
    "Farmers around {H} fear that the {n} hectares under {p} will bear nothing this year.",
)
_FILLERS = (
    "Nothing of this could be confirmed by other sources, and the ministry did not answer letters.",
    "The weather service expects rain for the rest of the week and snow in the hills after that.",
    "Parliament will debate the matter when it meets again, and a vote is expected in the spring.",
    "It was the third time in a year that such a step had been taken, and the first without a warning.",
    "Trade unions welcomed the decision, while employers said that it had come much too late for them.",
)
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Story:
    """An event of its own words, told on a day."""

    number: int
    day: date
    tellings: int  # articles on it


def stories(articles: int, *, days: int, last: date, seed: int = 1) -> Iterator[Story]:
    """Events of so many articles in all, spread over the days up to the last."""
    chance = random.Random(seed)
    left, number = articles, 0
    while left:
        tellings = min(left, chance.choice((1, 1, 1, 2, 2, 3, 5, 8)))
        yield Story(number, last - timedelta(days=chance.randrange(days)), tellings)
        left, number = left - tellings, number + 1


def vocabulary(number: int) -> dict[str, str]:
    """The names (capital slots) and words (small slots) of an event, all of one length."""
    chance = random.Random(f"event {number}")
    names = [_word(chance).capitalize() for _ in range(NAMES)]
    words = [_word(chance) for _ in range(WORDS)]
    return dict(zip("ABCDEFGHIJKL", names, strict=True)) | dict(
        zip("pqrstuvwxyzabcdefghijklm"[:WORDS], words, strict=True)
    )


def _word(chance: random.Random) -> str:
    made = ""
    while len(made) < LETTERS:
        made += chance.choice(_ONSETS) + chance.choice(_VOWELS)
    return made[:LETTERS]


def text(number: int, telling: int, *, sentences: int = 26) -> tuple[str, str]:
    """Title and body of one telling of an event: some 450 words."""
    chance = random.Random(f"telling {number} {telling}")
    own = vocabulary(number)
    chosen = [*chance.sample(_SENTENCES, 16), *(chance.choice(_FILLERS) for _ in range(sentences - 16))]
    chance.shuffle(chosen)
    written = [_SLOT.sub(lambda slot: _fill(slot.group(1), own, chance), line) for line in chosen]
    paragraphs = [" ".join(written[at : at + 2]) for at in range(0, len(written), 2)]
    title = f"{own['A']} and {own['B']} agree on the {own['p']} of {own['C']}"
    return title, "\n\n".join(paragraphs)


def _fill(slot: str, own: dict[str, str], chance: random.Random) -> str:
    if slot == "n":
        return str(chance.randrange(12, 98))
    if slot == "m":
        return str(chance.randrange(112, 985))
    if slot == "day":
        return chance.choice(("Monday", "Tuesday", "Thursday", "Friday"))
    return own[slot]


def again(
    reading: Reading, template: int, story: Story, telling: int, adapter: TypeAdapter[Reading]
) -> Reading:
    """The reading of a template's text, told of another event on another day."""
    old, new = vocabulary(template), vocabulary(story.number)
    exchange = {old[slot]: new[slot] for slot in old} | {old[s].lower(): new[s].lower() for s in old}
    pattern = re.compile("|".join(sorted(map(re.escape, exchange), key=len, reverse=True)))
    data = pattern.sub(lambda word: exchange[word.group()], adapter.dump_json(reading).decode())
    made = adapter.validate_json(data)
    article = made.article
    when = story.day.isoformat()
    outlet = f"Outlet {telling % 9}"
    return replace(
        made,
        article=replace(
            article,
            id=content_id(article.title, article.text, str(telling)),
            path="",
            source_sha256=hashlib.sha256(article.text.encode()).hexdigest(),
            publisher=outlet,
            published=Published(when, "day", when, "stated"),
        ),
    )


def file(number: int, telling: int, day: date) -> str:
    """A Markdown file of one telling, as a source would have it."""
    title, body = text(number, telling)
    return f"---\ntitle: {title}\ndate: {day}\npublisher: Outlet {telling % 9}\n---\n\n{body}\n"


def templates() -> Sequence[tuple[int, int]]:
    """Event and telling of the articles that are parsed."""
    return [(1_000_000 + event, telling) for event in range(20) for telling in range(8)]
