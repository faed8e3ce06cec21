"""What two figures say by what they count: one thing, one that the other mentions, people, another."""

from __future__ import annotations

import re

from digest.reconcile.figures.lexicon import KIN, PEOPLE
from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.nouns import Noun
from digest.reconcile.figures.stems import stem
from digest.reconcile.figures.synonyms import meaning


def of_thing(one: Mention, other: Mention) -> dict[str, float]:
    """The evidence of what is counted, whose it is, and what befell it."""
    heads = _heads(one.noun), _heads(other.noun)
    people = one.noun, other.noun
    loose = any(noun.word in _ANYBODY for noun in people) and all(_of_people(noun) for noun in people)
    same = bool(heads[0] & heads[1])
    kin = bool(heads[0] & other.words or heads[1] & one.words)
    both = bool(heads[0] and heads[1])
    kinds = (heads[0] | one.noun.modifiers) & _KINDS, (heads[1] | other.noun.modifiers) & _KINDS
    subjects = _heads(one.subject), _heads(other.subject)
    crossed = bool(heads[0] & subjects[1] or subjects[0] & heads[1])
    modifiers = one.noun.modifiers, other.noun.modifiers
    belonging = one.noun.complement, other.noun.complement
    unlike = both and not (same or kin or crossed or loose)
    same_event = bool(one.event) and one.event == other.event
    kin_event = frozenset((one.event, other.event)) in KIN
    return {
        "same thing": float(same),
        "thing mentioned": float((kin or crossed) and not same),
        "people of two words": float(loose and not (same or kin or crossed)),
        "other kind of people": float(kinds[0] != kinds[1]),
        "other measure": float((one.noun.modifiers & _MEASURES) != (other.noun.modifiers & _MEASURES)),
        "other thing": float(unlike),
        "other thing, other event": float(unlike and not same_event),
        "same event": float(same_event),
        "same thing and event": float(same_event and (same or kin or loose)),
        "other event": float(bool(one.event and other.event) and not (same_event or kin_event)),
        "kin event": float(kin_event),
        "one event": float(bool(one.event) != bool(other.event)),
        "same subject": float(bool(subjects[0] & subjects[1])),
        "other subject": float(
            bool(subjects[0] and subjects[1]) and not (subjects[0] & subjects[1] or crossed)
        ),
        "other modifiers": float(bool(modifiers[0] and modifiers[1]) and not modifiers[0] & modifiers[1]),
        "modifiers on one side": float(bool(modifiers[0]) != bool(modifiers[1])),
        "same belonging": float(bool(belonging[0] & belonging[1])),
        "other belonging": float(bool(belonging[0] and belonging[1]) and not belonging[0] & belonging[1]),
    }


_ANYBODY_WORDS = """people person other individual worker resident visitor supporter participant guest member
    adult man woman customer user"""
_ANYBODY = frozenset(meaning(stem(word)) for word in _ANYBODY_WORDS.split())
_KINDS_WORDS = "child woman man girl boy baby teenager foreigner"
_KINDS = frozenset(meaning(stem(word)) for word in _KINDS_WORDS.split())
_MEASURES_WORDS = """core underlying net gross operating new electric used average median youth domestic
    foreign serious severe"""
_MEASURES = frozenset(meaning(stem(word)) for word in _MEASURES_WORDS.split())
_PERSON = re.compile(
    r"(?:er|or|ist|ian|ee|ant|ent|man|men|kid|child|victim|civilian|troop|soldier|police|fan|adult|guest|crowd)$"
)


def _heads(noun: Noun) -> frozenset[str]:
    """What a noun means; of people of whatever kind, the word itself."""
    word = noun.head or noun.word
    return frozenset((word,)) if word else frozenset()


def _of_people(noun: Noun) -> bool:
    return noun.head == "" or bool(_PERSON.search(noun.word) or noun.word in PEOPLE)
