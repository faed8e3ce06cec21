"""Dates, counts and judgements in the words that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from digest.language.lists.people import TITLE_OFFICES
from digest.model import BriefGroup, BriefRow, BriefVoice, Published, Reference, Sourcing

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_KEPT = 30  # characters of a word that is still kept on one line with its citation
LINKABLE = frozenset({"http", "https", "mailto"})
RELATIONS = {
    "single": "",
    "agree": "Sources agree",
    "differ": "Sources differ",
    "development": "Changed over time",
    "sharper": "One source is more exact",
}
STATUS = {"reported": "as reported", "planned": "planned", "denied": "denied", "doubted": "in doubt"}


def nice_date(when: str | None) -> str:
    """``2026-11-23T06:00`` → "23 November 2026, 06:00"; whatever is no date stays as it is."""
    if when is None:
        return "date unknown"
    day, _, time = when.partition("T")
    parts = day.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return when
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return when
    words = [
        str(int(part)) if n == 2 else MONTHS[int(part) - 1] if n == 1 else part
        for n, part in enumerate(parts)
    ]
    return " ".join(reversed(words)) + (f", {time}" if time else "")


def long_date(day: str) -> str:
    """``2026-11-23`` → "Monday, 23 November 2026"."""
    try:
        return f"{DAYS[date.fromisoformat(day).weekday()]}, {nice_date(day)}"
    except ValueError:
        return nice_date(day)


def date_range(first: str | None, last: str | None) -> str:
    """From the first to the last day of something, with nothing said twice; "" where nothing is known."""
    start, end = nice_date(first), nice_date(last)
    if first is None or last is None or start == end:
        return end if first is None and last else start if first else ""
    head, tail = start.split(" "), end.split(" ")
    if len(head) == len(tail):
        while len(head) > 1 and head[-1] == tail[-1]:
            head.pop(), tail.pop()
    return f"{' '.join(head)}{'–' if len(head) == 1 else ' – '}{end}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``count(2, "story", "stories")`` → "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def known_how(published: Published | None) -> str:
    """The date of a source and how it is known, in words."""
    if published is None:
        return "date unknown"
    when = nice_date(published.when)
    if published.how == "stated" and published.evidence in (when, published.when):
        return f"{when} (stated)"
    if published.how == "stated":
        return f"{when} (stated: “{published.evidence}”)"
    return f"{when} (inferred: {published.evidence})"


def relation(row: BriefRow) -> str:
    """What the sources of a row have to do with each other; its ``reason`` says the rest."""
    if row.relation == "agree" and row.origins == 1:
        return "Copies of one report"  # nine copies are one origin, and corroborate nothing
    return RELATIONS[row.relation]


def voices(
    sourcing: Sequence[BriefVoice],
) -> tuple[tuple[str, str, tuple[BriefVoice, ...], tuple[BriefVoice, ...]], ...]:
    """The voices of a story by kind: (kind, "2 institutions", those with a name, those without)."""
    by_kind = [(kind, [v for v in sourcing if v.kind == kind]) for kind in get_args(Sourcing)]
    return tuple(
        (
            kind,
            _how_many(kind, len(found)),
            tuple(v for v in found if v.name),
            tuple(v for v in found if not v.name),
        )
        for kind, found in by_kind
        if found
    )


def titled(role: str | None) -> bool:
    """Whether a role is a short form of address, which stands before a name: "Sen.", "Ohio Rep."."""
    return role is not None and role.split()[-1] in TITLE_OFFICES and role.endswith(".")


def nameless(kind: str, number: int) -> str:
    """Voices whose name is not printed: "2 whose description is not certain"."""
    what = {"unnamed": "description", "document": "title"}.get(kind, "name")
    return f"{number:,} whose {what} is not certain"


def _how_many(kind: str, number: int) -> str:
    if kind in ("institution", "document"):
        return count(number, kind)
    return f"{number:,} {'on the record' if kind == 'named' else 'unnamed'}"


def link(url: str | None) -> str | None:
    """The address if it may be made a link (http, https, mailto), else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in LINKABLE or any(ord(sign) <= 32 for sign in url):
        return None
    return url


def shorten(text: str, length: int) -> str:
    """At most so many characters, cut at a word, with an ellipsis where something is left out."""
    if len(text) <= length:
        return text
    whole_words = text[:length].rpartition(" ")[0]
    cut = whole_words if len(whole_words) > length // 2 else text[: length - 1]
    return cut.rstrip(" ,;:–-") + "…"


def source_name(reference: Reference) -> str:
    """What a table calls a source: its publisher, else its title, else the name of its file."""
    if reference.publisher:
        return reference.publisher
    return shorten(reference.title, 30) or file_name(reference.path)


def file_name(path: str) -> str:
    """The last part of a path: folders of the machine that made an edition say nothing to its reader."""
    return path.rpartition("/")[2]


def only_in(group: BriefGroup, references: Mapping[int, Reference]) -> str:
    """Who alone reports something: the publisher of the origin, and its copies where there are any."""
    cited = group.lines[0].citation.reference
    origin = references[cited].copies_of or cited
    name = references[origin].publisher or f"source {origin}"
    copied = any(reference.copies_of == origin for reference in references.values())
    return f"{shorten(name, 60)} and its copies" if copied else shorten(name, 60)


def split_last_word(text: str) -> tuple[str, str]:
    """A text and its last word, without the blank between, so that word and citation share a line."""
    head, _, tail = text.rstrip().rpartition(" ")
    return (head, tail) if len(tail) <= LONGEST_KEPT else (text, "")
