"""Which unit of measure stands at a place of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.extract.figures.unit_table import ATTACHED_ONLY, PLAIN, PREFIXED, SI_PREFIXES
from digest.extract.figures.vocabulary import words_of


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit that ends at ``end``."""

    end: int
    name: str
    type: str


def _spellings() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Words (lower case) and symbols, each to (name, type)."""
    words: dict[str, tuple[str, str]] = {}
    symbols: dict[str, tuple[str, str]] = {}

    def add(name: str, kind: str, spelled: str, signs: str) -> None:
        for word in spelled.split():
            word = word.replace("_", " ")
            words.setdefault(word, (name, kind))
            words.setdefault(word + "s", (name, kind))
        for sign in signs.split():
            symbols.setdefault(sign, (name, kind))

    for row in PLAIN:
        add(*row)
    for name, kind, spelled, signs in PREFIXED:
        add(name, kind, spelled, signs)
        for prefix, letter in SI_PREFIXES:
            prefixed = " ".join(prefix + word for word in spelled.split())
            short = " ".join(letter + sign for sign in signs.split() if sign not in {"ton", "bit"})
            add(prefix + name, kind, prefixed, short)
    return words, symbols


_BY_WORD, _BY_SYMBOL = _spellings()


def _alternatives(names: dict[str, tuple[str, str]]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"[ -]") for name in longest_first)


_POWER_BEFORE = r"(?:(?P<power>square|cubic|sq\.?|cu\.?)[ -])?"
_POWER_AFTER = r"(?:[ ](?P<raised>squared|cubed))?"
_UNIT = re.compile(
    rf"{_POWER_BEFORE}(?:(?P<word>(?i:{_alternatives(_BY_WORD)}))(?![A-Za-z])"
    rf"|(?P<symbol>{_alternatives(_BY_SYMBOL)})(?![A-Za-z0-9]|['’]s|(?<!%)-\d)){_POWER_AFTER}"
)
_GAP = re.compile(
    r"(?P<open>[ ]?[(\[{<])"
    r"|[ ](?:(?:more|additional|further|straight|consecutive|full|U\.?S\.?|imperial)[ ])"
    r"|[ ]{0,2}[-–]?[ ]?"
)
_PER = re.compile(
    r"(?:[ ]?/[ ]?|[ -]{1,3}(?:per|each|every)[ -]{1,3}|[ ]?-[ ]?an?[ ]?-[ ]?|[ ]an?[- ])", re.IGNORECASE
)
_SHORT_SYMBOL = re.compile(r"[A-Za-z]{1,2}$")


def unit_at(text: str, at: int) -> UnitAt | None:
    """The unit whose number ends at ``at``, with its rate: ``km``, ``miles an hour``, ``(kg)``."""
    gap = _GAP.match(text, at)
    assert gap is not None
    match = _UNIT.match(text, gap.end())
    if match is None:
        return None
    end = match.end()
    if gap["open"]:
        if match["symbol"] is None or end >= len(text) or text[end] not in ")]}>":
            return None
        end += 1
    if match["symbol"] in ATTACHED_ONLY and gap.end() > at:
        return None
    if (
        match["symbol"]
        and "-" in text[at : gap.end()]
        and _SHORT_SYMBOL.match(match["symbol"])
        and (text[at : gap.end()].startswith(" "))
    ):
        return None
    name, kind = _named(match)
    return UnitAt(end, name, kind)


def _named(match: re.Match[str]) -> tuple[str, str]:
    """Name and type of the unit that matched."""
    if match["word"]:
        word = match["word"].lower()
        name, kind = _BY_WORD.get(word) or _BY_WORD[word.replace("-", " ")]
    else:
        name, kind = _BY_SYMBOL[match["symbol"]]
    power = {"sq": "square", "cu": "cubic"}.get((match["power"] or "").rstrip("."), match["power"])
    raised = {"squared": "square", "cubed": "cubic"}.get(match["raised"] or "")
    if power or raised:
        return f"{power or raised} {name}", "dimension"
    return name, kind


_PER_NOUNS = words_of(
    """share barrel ounce person head day month year hour week night minute second game pound gallon litre
    liter tonne ton kilo kilogram kg piece dozen acre hectare mile km kilometre kilometer bushel unit seat
    ticket student pupil household capita case round season match quarter foot meter metre inch millisecond
    bottle user customer worker employee vehicle bag box security"""
)
_PER_NOUN = re.compile(r"(?:(square|cubic|sq)[ ])?([A-Za-z]+)(?:2|²)?")
_FLOW = re.compile(
    r"[ ]of[ ][a-z]+[ ](?:a|an|per|each|every)[ ](second|minute|hour|day|week|month|year)\b"
    r"(?![ ](?:ago|earlier|later))"
)
_COMPARISON = re.compile(r"(?:[a-z]+)[ ](?:earlier|ago|later|before|after|previously)\b")
_PER_NUMBER = re.compile(r"[ ]per[ ](\d{1,3}(?:,\d{3})+|million|thousand|hundred)(?:[ ]([a-z]+))?")


def rate_at(text: str, at: int) -> UnitAt | None:
    """What an amount that ends at ``at`` is given for: ``a share``, ``per hour``, ``per 100,000``."""
    if number := _PER_NUMBER.match(text, at):
        return UnitAt(number.end(1), f"per {number[1]}", "rate")
    if flow := _FLOW.match(text, at):  # 300 litres of water a second
        return UnitAt(at, f"per {flow[1].lower()}", "rate")
    per = _PER.match(text, at)
    if per is None:
        return None
    loose = "per" in per[0].lower() or "/" in per[0]
    if not loose and _COMPARISON.match(text, per.end()):
        return None
    match = _UNIT.match(text, per.end())
    if match and (loose or match["word"]):
        name, _ = _named(match)
        if match["symbol"] is None or "/" in per[0] or loose:
            return UnitAt(match.end(), f"per {name}", "rate")
    noun = _PER_NOUN.match(text, per.end())
    if noun and (noun[2].lower().removesuffix("s") in _PER_NOUNS):
        return UnitAt(noun.end(), f"per {noun[0].lower()}", "rate")
    if noun and "per" in per[0].lower() and noun[2].islower():
        return UnitAt(noun.end(), f"per {noun[0]}", "rate")
    return None
