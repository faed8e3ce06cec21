"""News agencies that an article credits: where its words or pictures come from, not who published it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.ingest.patterns import table

_AGENCIES = (
    ("The Associated Press", r"AP|(?:The )?Associated Press"),
    ("Reuters", r"REUTERS|(?:Thomson )?Reuters"),
    ("Agence France-Presse", r"AFP|Agence France[- ]Presse"),
    ("PA Media", r"PA(?: Media)?|Press Association"),
    ("Bloomberg", r"Bloomberg(?: News)?"),
    ("UPI", r"UPI|United Press International"),
    ("dpa", r"dpa|DPA"),
    ("EFE", r"EFE"),
    ("TASS", r"TASS|Tass"),
    ("Interfax", r"Interfax"),
    ("Xinhua", r"Xinhua"),
    ("Kyodo News", r"Kyodo(?: News)?"),
    ("Yonhap", r"Yonhap"),
    ("PTI", r"PTI"),
    ("ANI", r"ANI"),
    ("IANS", r"IANS"),
)
_DATELINE = tuple(
    (
        name,
        table(
            rf"""
            [^()]{{0,60}}\((?:{form})\)\s*[-–—:]
            [A-Z][^/]{{2,60}}/(?:{form})/
            .*\((?:{form})\)\W*$
            """
        ),
    )
    for name, form in _AGENCIES
)
_NAMED = tuple((name, re.compile(rf"\b(?:{form})\b")) for name, form in _AGENCIES)
_CREDITS = frozenset({"agency credit", "copyright", "byline"})


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return any(pattern.fullmatch(name.strip(" .")) for _, pattern in _NAMED)


def credited(body: Iterable[str], aside: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The agencies whose words it carries: in a dateline or closing bracket, a credit, a copyright line.

    ``aside`` is (reason, text) of what was set aside; credits of pictures do not count.
    """
    lines = list(body)
    edges = [text[:200] for text in lines[:2]] + [text[-200:] for text in lines[-1:]]
    found = [name for name, pattern in _DATELINE if any(pattern.match(text) for text in edges)]
    notices = [text for reason, text in aside if reason in _CREDITS]
    found += [name for name, pattern in _NAMED if any(pattern.search(text) for text in notices)]
    return tuple(dict.fromkeys(found))
