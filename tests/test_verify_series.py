"""Verifying an edition of a series: what it says of those before it cannot be altered unseen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from digest.compose import Wishes
from digest.model import Briefing, Reading
from digest.verify import against, unproved, verify
from tests.compose.editions import (
    FELL,
    FERRY,
    FIRST,
    SEARCH,
    SECOND,
    bridge_at_first,
    bridge_later,
    frozen,
    hurt,
    said,
    since,
    story,
)
from tests.compose.factory import made, reading, topic
from tests.test_verify import altered

STORM = reading("storm", "A storm nears", "A storm is two days away.")
CALM = reading("calm", "A storm nears", "A storm is three days away.")


def read_again(member: Reading, words: str, name: str, number: str) -> Reading:
    """A reading with what the language pipeline finds in it."""
    quotes = (said(member, words, name)[1],)
    return dataclasses.replace(member, quotes=quotes, figures=(hurt(member, number),))


FELL_READ = read_again(FELL, "It went without a sound,", "Ida Moe", "12")
SEARCH_READ = read_again(SEARCH, "Everybody is accounted for,", "Per Lie", "14")
AGAIN = [FELL_READ, SEARCH_READ, FERRY, CALM]


def first() -> Briefing:
    three = (
        topic("t1", bridge_at_first()),
        topic("t2", story("ferry", FERRY)),
        topic("t3", story("s", STORM)),
    )
    return made(*three, readings=[FELL, FERRY, STORM], date=FIRST[:10])


def second() -> Briefing:
    told = since(frozen(FIRST, first()), new=(SEARCH, CALM), revised={"calm": STORM.article})
    both = (topic("t1", bridge_later()), topic("t3", story("s", CALM)))
    wishes = Wishes(watch=("bridge",), mute=("nothing",))
    return made(*both, readings=[FELL, SEARCH, CALM], since=told, wishes=wishes)


def test_what_is_true_holds() -> None:
    assert verify(first(), [FELL_READ, FERRY, STORM]) == ()
    assert verify(second(), AGAIN) == ()
    assert tuple(against(second(), [first()])) == ()


def test_what_no_source_can_prove_is_said() -> None:
    alone, with_first = unproved(second()), unproved(second(), [first()])
    assert alone[0] == f"4 texts as printed in {FIRST}: name its JSON with --earlier"
    assert with_first == alone[1:] == (f"that 41 files were checked, and which articles came since {FIRST}",)
    assert unproved(first()) == ()


BRIDGE = ("topics", 0, "stories", 0)
MOVED = (*BRIDGE, "news", "moved", 0)
OPEN = ("news", "still_open", 0)
CORRECTED = ("news", "corrections", 0)


def other(text: str) -> str:
    return text[:-1] + ("x" if text[-1] != "x" else "y")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ((*BRIDGE, "news", "state"), lambda _: "new"),
        ((*BRIDGE, "news", "since"), lambda _: None),
        ((*BRIDGE, "news", "since"), lambda _: SECOND),
        ((*BRIDGE, "news", "articles"), lambda _: ()),
        ((*BRIDGE, "news", "articles"), lambda numbers: (*numbers, 99)),
        ((*BRIDGE, "news", "revised"), lambda _: (99,)),
        ((*BRIDGE, "news", "statements"), lambda _: (7,)),
        ((*BRIDGE, "news", "quotes"), lambda _: (0, 1)),
        ((*BRIDGE, "news", "figures"), lambda _: (0,)),
        ((*MOVED, "row"), lambda _: 5),
        ((*MOVED, "edition"), lambda _: "2026-03-09 06:30"),
        ((*MOVED, "earlier", "text"), other),
        ((*MOVED, "earlier", "value"), lambda value: value + 1),
        ((*MOVED, "earlier", "counted"), other),
        ((*MOVED, "earlier", "citation", "start"), lambda start: start + 1),
        ((*BRIDGE, "watched", 0, "term"), other),
        ((*BRIDGE, "watched", 0, "line", "text"), other),
        ((*OPEN, "headline", "text"), other),
        ((*OPEN, "headline", "edition"), lambda _: "2026-03-20 06:30"),
        ((*OPEN, "headline", "citation", "end"), lambda end: end - 1),
        ((*OPEN, "id"), lambda _: "bridge"),
        ((*CORRECTED, "kind"), lambda _: "withdrawn"),
        ((*CORRECTED, "reference"), lambda _: None),
        ((*CORRECTED, "changes"), lambda _: ()),
        ((*CORRECTED, "changes", 0, "printed"), lambda _: "A storm is three days away."),
        ((*CORRECTED, "changes", 0, "now", "text"), other),
        (("news", "edition"), lambda _: "2026-04-04 06:30"),
        (("news", "before"), lambda _: "2026-04-04 06:30"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_altered_part_is_found(path: tuple[str | int, ...], change: Callable[[Any], Any]) -> None:
    assert verify(altered(second(), path, change), AGAIN)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ((*OPEN, "headline", "text"), other),
        ((*CORRECTED, "changes", 0, "printed"), other),
        ((*CORRECTED, "headline"), other),
        ((*MOVED, "earlier", "text"), other),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_the_edition_before_proves_what_is_said_of_it(
    path: tuple[str | int, ...], change: Callable[[Any], Any]
) -> None:
    assert list(against(altered(second(), path, change), [first()]))


def test_story_that_stood_in_the_edition_before_is_not_new() -> None:
    change = {"state": "new", "since": None, "statements": (), "quotes": (), "figures": (), "moved": ()}
    false = altered(second(), (*BRIDGE, "news"), lambda news: dataclasses.replace(news, **change))
    assert verify(false, AGAIN) == ()
    [fault] = against(false, [first()])
    assert "is called new" in fault.what


def test_another_edition_proves_nothing() -> None:
    elsewhen = dataclasses.replace(first(), date="2026-01-01")
    assert unproved(second(), [elsewhen]) == unproved(second())
