"""Whether two quotes are one utterance: the same words, a cut version, or a paraphrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from digest.language.lists import words
from digest.model import Quote, Speaker
from digest.reconcile.short_names import one_first_name

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = words("""
    a an the of to in on at by for with from and or but nor so as is are was were be been being am do
    does did has have had will would can could may might must shall should that this these those it its
    he she they we you i his her their our your my him them us me not no there here what which who whom
    than then if when while about into over after before up out off only also very more most some any
    all said
""")
_TITLES = words("mr mrs ms miss dr sir president prime minister secretary sen rep gov senator the")
_GENERATIONS = words("jr sr ii iii")
_NEGATIONS = words("""
    not no never none nobody nothing neither without cannot dont doesnt didnt wont wouldnt isnt arent wasnt
    werent cant couldnt shouldnt hasnt havent hadnt
""")
_NUMBERS = words("""
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
    million billion half
""")
STEM = 5  # letters of a word that are compared in a paraphrase: "rebuild", "rebuilt"
SHORT = 4  # words: a shorter quote is one with another only where it is the same words of the same speaker


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote as its words, for comparison."""

    words: tuple[str, ...]  # lower-case, apostrophes dropped: they get lost with quotation marks
    content: frozenset[str]  # the stems of those that carry meaning
    quote: Quote


def wording_of(quote: Quote) -> Wording:
    """The words of a quote."""
    words = tuple(m.group().lower().replace("’", "").replace("'", "") for m in _WORD.finditer(quote.text))
    return Wording(words, frozenset(w[:STEM] for w in words if w not in _SMALL), quote)


def same_utterance(a: Wording, b: Wording) -> str | None:
    """How two quotes are one utterance: "same", "cut", "reworded", "paraphrase" (reported without marks) or
    "variant" (quoted in other words, as by two translators); None: they are not.

    The thresholds are about words in a row, which two reporters rarely share by chance: a run of six is
    enough with any speaker, a shorter one needs the same speaker.
    """
    if not a.words or not b.words:
        return None
    short, long = sorted((a, b), key=lambda w: len(w.words))
    match = SequenceMatcher(None, short.words, long.words, autojunk=False)
    run = match.find_longest_match(0, len(short.words), 0, len(long.words)).size
    speakers = same_speaker(a.quote.speaker, b.quote.speaker)
    direct = a.quote.kind != "indirect" and b.quote.kind != "indirect"
    if short.words == long.words and (direct or speakers) and (len(short.words) >= SHORT or speakers):
        return "same"
    if run == len(short.words) and (run >= 6 or (run >= SHORT and speakers)) and len(short.content) >= 2:
        return "cut"
    shared = sum(block.size for block in match.get_matching_blocks() if block.size > 1)
    if shared >= 0.75 * len(short.words) and (run >= 6 or speakers) and shared >= 5:
        return "reworded"
    common = short.content & long.content
    enough = len(common) >= 4 and len(common) >= 0.6 * min(len(short.content), len(long.content))
    if not (speakers and enough and _agree(a, b)):
        return None
    return "variant" if direct else "paraphrase"


def _agree(a: Wording, b: Wording) -> bool:
    """Whether two wordings can be one statement: no number of one is another in the other, and both deny
    something or neither does.
    """
    numbers, others = ({word for word in w.words if _is_number(word)} for w in (a, b))
    denies, denied = (any(word in _NEGATIONS for word in w.words) for w in (a, b))
    return (numbers <= others or others <= numbers) and denies == denied


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in _NUMBERS


def same_speaker(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers may be one: the same last name, or the one relays for the other."""
    if a is None or b is None:
        return False
    for one in (a, a.relayed_by):
        for other in (b, b.relayed_by):
            if one is not None and other is not None and same_name(one, other):
                return True
    return False


def same_name(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers may be one by their names: "Ana Roe" and "Roe" may, "Ana Roe" and "Jim Poe" not,
    nor "the health ministry" and "the interior ministry". One outlet's "Jr." is left out by another.
    """
    short, long = sorted((_names(a.name), _names(b.name)), key=len)
    if not short or not long:
        return a.name.lower() == b.name.lower()
    if long[-len(short) :] == short:
        return True
    people = a.sourcing == b.sourcing == "named"
    if not (people and len(short) > 1 and short[-1] == long[-1]):
        return False
    return short[0][0] == long[0][0] or one_first_name(short[0], long[0])


def speaker_key(speaker: Speaker) -> str:
    """What tells a speaker from others in one story: the surname, or the whole description."""
    names = _names(speaker.name) or [speaker.name.lower()]
    return names[-1] if speaker.sourcing == "named" else " ".join(names)


def generation(name: str) -> str:
    """The "jr" of "Al Roe Jr.", by which an article tells father and son apart; or nothing."""
    last = name.lower().replace(".", "").split()[-1:]
    return last[0] if last and last[0] in _GENERATIONS else ""


def _names(name: str) -> list[str]:
    plain = name.lower().replace("’", "'")
    found = [word for word in _WORD.findall(plain) if word not in _TITLES]
    return found[:-1] if len(found) > 1 and found[-1] in _GENERATIONS else found
