"""Names for topics and words for features."""

from __future__ import annotations

from collections.abc import Mapping


def spoken(feature: str) -> str:
    """A feature as a reader would say it."""
    kind, word = feature.split(":", 1)
    return word.title() if kind == "n" else word


def heaviest(weights: Mapping[str, float], kind: str, count: int) -> tuple[str, ...]:
    """The heaviest features of a kind ("n" names, "w" words), as a reader would say them."""
    chosen = sorted((f for f in weights if f.startswith(f"{kind}:")), key=lambda f: (-weights[f], f))
    return tuple(spoken(feature) for feature in chosen[:count])


def topic_name(key: Mapping[str, float]) -> str:
    """A name made from the most telling names and words of a topic."""
    names = heaviest(key, "n", 2)
    said = {part for name in names for part in name.lower().split()}
    words = [word for word in heaviest(key, "w", 8) if word not in said]
    return ", ".join([*names, *words[: 4 - len(names)]]) or "untitled"
