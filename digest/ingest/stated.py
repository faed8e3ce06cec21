"""Dates that a source states outside its running text: labelled, bare, or in its address."""

from __future__ import annotations

import re

from digest.dates import read_date
from digest.dates.words import MONTHS
from digest.model import Published

_LABEL = re.compile(
    r"(?P<label>first published|originally published|date published|published|publication date|"
    r"pub date|posted|last updated|updated|last modified|modified|revised|created|issued|filed|date)"
    r"(?:\s+(?:on|at))?\s*[:\-–|]?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_LATER = re.compile(r"updated|modified|revised", re.IGNORECASE)
_IN_ADDRESS = (
    re.compile(
        r"[/_-](?P<year>(?:19|20)\d\d)[/_-](?P<month>0?[1-9]|1[0-2]|[a-z]{3,9})[/_-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.?#-]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"[/_-](?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.?#-]|$)"
    ),
    re.compile(
        r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2]|[a-z]{3,9})(?P<day>)(?=/|$)", re.IGNORECASE
    ),
)


def stated_date(text: str) -> Published | None:
    """The date that a string states, with or without a label; None where it is more than a date."""
    line = " ".join(text.split())
    match = _LABEL.fullmatch(line)
    found = read_date(match["rest"] if match else line)
    if found is None:
        return None
    return Published(when=found[0], precision=found[1], evidence=line, how="stated")


def is_update(text: str) -> bool:
    """Whether a date line says when the text was changed, rather than published."""
    match = _LABEL.fullmatch(" ".join(text.split()))
    return bool(match and _LATER.search(match["label"]))


def address_date(url: str) -> Published | None:
    """The date in an address: /2021/dec/29/, /2021/12/29/, -20211229, /2021/12/."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    for pattern in _IN_ADDRESS:
        match = pattern.search(path)
        if match is None:
            continue
        name = match["month"].lower()
        month = int(name) if name.isdigit() else MONTHS.get(name)
        if month is None:
            continue
        text = f"{match['year']}-{month:02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
        if (found := read_date(text)) is not None:
            evidence = f"its address: {match.group().strip('/')}"
            return Published(when=found[0], precision=found[1], evidence=evidence, how="stated")
    return None
