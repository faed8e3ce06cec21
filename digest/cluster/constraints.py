"""What is settled before anything is measured: yesterday's stories and the user's corrections."""

from __future__ import annotations

from collections.abc import Sequence

from digest.kept import KeptStory, Links

Apart = Sequence[tuple[int, int]]


def initial_groups(
    ids: Sequence[str], stories: Sequence[KeptStory], links: Links
) -> tuple[list[int], list[tuple[int, int]]]:
    """The group that each article starts in, and the pairs of articles that must not meet.

    Articles of one kept story start together, save those that a correction takes out of it. Where
    corrections contradict each other, apart wins over together.
    """
    at = {article: i for i, article in enumerate(ids)}
    apart = [(at[a], at[b]) for a, b in links.apart if a in at and b in at]
    owner = list(range(len(ids)))
    _bind(at, owner, links, apart)
    corrected = {article for pair in (*links.together, *links.apart, *links.pins.items()) for article in pair}
    for story in stories:
        members = [at[a] for a in story.article_ids if a in at and a not in links.pins]
        if corrected.isdisjoint(story.article_ids):
            for i in members:
                owner[i] = members[0]
        else:
            _gather(members, owner, apart)
    return owner, apart


def bound_units(ids: Sequence[str], links: Links) -> list[int]:
    """The unit of each article: articles of one unit are bound by corrections, and never divided."""
    at = {article: i for i, article in enumerate(ids)}
    unit = list(range(len(ids)))
    _bind(at, unit, links, [(at[a], at[b]) for a, b in links.apart if a in at and b in at])
    return unit


def _bind(at: dict[str, int], owner: list[int], links: Links, apart: Apart) -> None:
    for a, b in (*links.together, *links.pins.items()):
        if a in at and b in at:
            _join(at[a], at[b], owner, apart)


def _gather(members: Sequence[int], owner: list[int], apart: Apart) -> None:
    """Put the members in one group, each with the first of those before it that it may stay with."""
    for position, i in enumerate(members):
        for other in members[:position]:
            if owner[i] == owner[other]:
                break
            if _may_join(i, other, owner, apart):
                _join(i, other, owner, apart)
                break


def _join(a: int, b: int, owner: list[int], apart: Apart) -> None:
    if owner[a] != owner[b] and _may_join(a, b, owner, apart):
        gone, stays = owner[a], owner[b]
        for i, name in enumerate(owner):
            if name == gone:
                owner[i] = stays


def _may_join(a: int, b: int, owner: Sequence[int], apart: Apart) -> bool:
    both = {owner[a], owner[b]}
    return not any({owner[x], owner[y]} == both for x, y in apart)
