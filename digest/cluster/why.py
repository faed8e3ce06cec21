"""The evidence for a story, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.cluster.naming import heaviest
from digest.cluster.state import Profile
from digest.model import Why


def shared(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The features that at least half of the articles have (two or more), with their mean weight."""
    counts: dict[str, int] = {}
    totals: dict[str, float] = {}
    for row in rows:
        for feature, value in row.items():
            counts[feature] = counts.get(feature, 0) + 1
            totals[feature] = totals.get(feature, 0.0) + value
    need = max(min(2, len(rows)), len(rows) / 2)
    return {f: totals[f] / len(rows) for f in counts if counts[f] >= need}


def explain_story(
    members: Sequence[Profile],
    rows: Sequence[Mapping[str, float]],
    *,
    nearest: tuple[str, Sequence[Profile], Mapping[str, float]] | None,
) -> Why:
    """Why these articles are one story; ``nearest`` is the most similar other story, if any is similar."""
    common = shared(rows)
    names, words = heaviest(common, "n", 6), heaviest(common, "w", 8)
    dates = tuple(sorted({p.published for p in members if p.published}))
    if len(members) == 1:
        text = "the only article on this event"
    else:
        text = f"{len(members)} articles share {_listed(names[:3] + words[:4]) or 'their wording'}"
        if dates:
            text += f"; published {dates[0]}" + (f" to {dates[-1]}" if len(dates) > 1 else "")
    if nearest is None:
        return Why(entities=names, terms=words, dates=dates, text=text)
    return Why(names, words, dates, text, _apart(members, common, nearest), nearest[0])


def _apart(
    members: Sequence[Profile],
    common: Mapping[str, float],
    nearest: tuple[str, Sequence[Profile], Mapping[str, float]],
) -> str:
    _, others, theirs = nearest
    here = sorted(p.published for p in members if p.published)
    there = sorted(p.published for p in others if p.published)
    if here and there and (here[-1] < there[0] or there[-1] < here[0]):
        return f"kept apart: that story is of {there[0]}, this one of {here[0]}"
    mine = {f: w for f, w in common.items() if f not in theirs}
    other = {f: w for f, w in theirs.items() if f not in common}
    return (
        f"kept apart: that story tells of {_listed(heaviest(other, 'n', 2) + heaviest(other, 'w', 2))}, "
        f"this one of {_listed(heaviest(mine, 'n', 2) + heaviest(mine, 'w', 2))}"
    )


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
