"""What is settled before anything is measured: yesterday's stories and the user's corrections."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cluster.state import Links, State


def initial_groups(
    ids: Sequence[str], before: State, links: Links
) -> tuple[list[int], list[tuple[int, int]]]:
    """The group that each article starts in, and the pairs of articles that must not meet.

    Articles of one kept story start together, save those that a correction takes out of it. Where
    corrections contradict each other, apart wins over together.
    """
    at = {article: i for i, article in enumerate(ids)}
    apart = [(at[a], at[b]) for a, b in links.apart if a in at and b in at]
    owner = list(range(len(ids)))
    for story in before.stories:
        _start_story([at[a] for a in story.article_ids if a in at and a not in links.pins], owner, apart)
    for a, b in (*links.together, *links.pins.items()):
        if a in at and b in at:
            _join(at[a], at[b], owner, apart)
    return owner, apart


def _start_story(members: Sequence[int], owner: list[int], apart: Sequence[tuple[int, int]]) -> None:
    """Put the members in one group, each new one only where no correction speaks against it."""
    for position, i in enumerate(members):
        for first in members[:position]:
            if owner[first] == first and _may_join(i, first, owner, apart):
                owner[i] = first
                break


def _join(a: int, b: int, owner: list[int], apart: Sequence[tuple[int, int]]) -> None:
    if owner[a] != owner[b] and _may_join(a, b, owner, apart):
        gone, stays = owner[a], owner[b]
        for i, name in enumerate(owner):
            if name == gone:
                owner[i] = stays


def _may_join(a: int, b: int, owner: Sequence[int], apart: Sequence[tuple[int, int]]) -> bool:
    both = {owner[a], owner[b]}
    return not any({owner[x], owner[y]} == both for x, y in apart)
