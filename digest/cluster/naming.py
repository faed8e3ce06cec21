"""Names for topics, and features and days as a reader would say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "de", "la", "von", "van", "al"}
)
ACRONYM = 3  # a name of so few letters without a vowel in the middle is spelt in capitals
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def heaviest(weights: Mapping[str, float], kind: str, count: int) -> tuple[str, ...]:
    """The heaviest features of a kind ("n" names, "w" words), as a reader would say them."""
    chosen = sorted((f for f in weights if f.startswith(f"{kind}:")), key=lambda f: (-weights[f], f))
    said = (feature.split(":", 1)[1] for feature in chosen)
    words = [word for word in said if any(letter.isalpha() for letter in word)]
    return tuple(_name(word) if kind == "n" else word for word in words[:count])


def _name(name: str) -> str:
    words = name.split()
    return " ".join(
        word if k and word in SMALL else word.upper() if _is_acronym(word) else _capital(word)
        for k, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    few = len(letters) <= ACRONYM and letters not in SMALL
    return (
        "." in word.rstrip(".")
        or (few and not set(letters) & set("aeiouy"))
        or word in {"eu", "un", "uk", "us"}
    )


def topic_name(key: Mapping[str, float]) -> str:
    """A name made from the most telling names and words of a topic."""
    names = heaviest(key, "n", 2)
    said = {part for name in names for part in name.lower().split()}
    words = [word for word in heaviest(key, "w", 8) if word not in said]
    return ", ".join([*names, *words[: 4 - len(names)]]) or "untitled"


def spoken_day(day: str) -> str:
    """An ISO day, month or year as text: "13 April 2021"."""
    if len(day) < 7:
        return day
    month = f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"
    return month if len(day) < 10 else f"{date.fromisoformat(day[:10]).day} {month}"


def listed(words: Sequence[str]) -> str:
    """Words as an enumeration: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
