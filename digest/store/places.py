"""What became of the articles of a file that was read again. Pure: no SQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """An article that stood in the file when it was read before."""

    number: int  # of its arrival
    article_id: str
    came_as: str
    place: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An article that stands in the file now."""

    article_id: str
    came_as: str
    place: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Moves:
    """What changed in a file."""

    stays: tuple[tuple[Standing, Seen], ...]  # the same article, perhaps on another line
    came: tuple[tuple[Seen, Standing | None], ...]  # with the article that it revises
    went: tuple[Standing, ...]  # revised or gone


LIKE = 0.5  # of the words of the shorter of two texts, at which one is taken for an edit of the other
_WORD = re.compile(r"\w{4,}")


def alike(one: str, other: str) -> bool:
    """Whether a text reads like an edit of another one, and not like another article in its place."""
    words, others = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(words & others) >= LIKE * min(len(words), len(others))


def compare(
    before: Sequence[Standing],
    now: Sequence[Seen],
    *,
    edited: Callable[[Standing, Seen], bool] = lambda _old, _new: True,
) -> Moves:
    """Who stays, who came and what each revises, who went.

    One revises another where the input gives both the same id, the same address or the same title, or
    where the file holds one article before and after and ``edited`` says that the later is an edit of the
    earlier: a file such as "latest.txt" may hold another article each day. Records may change their line
    without being revised.
    """
    ids = {seen.article_id: seen for seen in now}
    stays = tuple((old, ids[old.article_id]) for old in before if old.article_id in ids)
    staying = {old.article_id for old, _ in stays}
    went = [old for old in before if old.article_id not in ids]
    came = [seen for seen in ids.values() if seen.article_id not in staying]
    alone = len(before) == len(ids) == 1
    open_now = list(went)
    revised: dict[str, Standing] = {}
    for same in (_same_id, _same_address, _same_title, lambda old, new: alone and edited(old, new)):
        for seen in came:
            if seen.article_id not in revised:
                old = _take(open_now, seen, same)
                if old is not None:
                    revised[seen.article_id] = old
    return Moves(stays, tuple((seen, revised.get(seen.article_id)) for seen in came), tuple(went))


def _take(olds: list[Standing], seen: Seen, same: Callable[[Standing, Seen], bool]) -> Standing | None:
    for old in olds:
        if same(old, seen):
            olds.remove(old)
            return old
    return None


def _same_id(old: Standing, seen: Seen) -> bool:
    return old.came_as == seen.came_as


def _same_address(old: Standing, seen: Seen) -> bool:
    return old.url is not None and old.url == seen.url


def _same_title(old: Standing, seen: Seen) -> bool:
    return bool(old.title) and old.title == seen.title
