"""Whom a story rests on: its voices by kind, each with where it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from digest.model import Quote, Reading, Sourcing, Speaker, Voice
from digest.reconcile.utterances import generation, same_name, speaker_key
from digest.reconcile.worth import CERTAIN

KINDS: tuple[Sourcing, ...] = get_args(Sourcing)
LIKELY = 0.8  # confidence at which a speaker counts as a voice; named in print it is only where certain


def find_voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """The voices of one story, by kind, those with a name first, and then as they first speak.

    What somebody holds, as the article reports it, is no voice.
    """
    found: list[tuple[Speaker, dict[str, Quote]]] = []
    for reading in readings:
        for quote in reading.quotes:
            speaker = quote.speaker
            if speaker is None or quote.act != "said" or speaker.confidence < LIKELY:
                continue
            said = _voice_of(speaker, found, reading.article.id)
            held = said.setdefault(reading.article.id, quote)
            if _sureness(speaker) > _sureness(held.speaker):
                said[reading.article.id] = quote
    voices = [_voice(speaker.sourcing, tuple(said.items())) for speaker, said in found]
    return tuple(sorted(voices, key=lambda voice: (KINDS.index(voice.kind), voice.fullest is None)))


def _voice_of(
    speaker: Speaker, found: list[tuple[Speaker, dict[str, Quote]]], article_id: str
) -> dict[str, Quote]:
    """What the voice of a speaker has said so far; a speaker with a fuller name gives it that name."""
    for at, (known, said) in enumerate(found):
        if _one_voice(known, speaker, same_article=article_id in said):
            if _fullness(speaker) > _fullness(known):
                found[at] = speaker, said
            return said
    found.append((speaker, {}))
    return found[-1][1]


def _one_voice(one: Speaker, other: Speaker, *, same_article: bool) -> bool:
    """Whether two speakers of one story are one. In one article "Al Roe" and "Al Roe Jr." are father and son,
    and a bare name that was taken for an institution is the person of that surname.
    """
    if one.sourcing == other.sourcing:
        named = " " in one.name and " " in other.name
        kin = same_article and named and generation(one.name) != generation(other.name)
        return same_name(one, other) and not kin
    institution, person = sorted((one, other), key=lambda speaker: speaker.sourcing)
    kinds = (institution.sourcing, person.sourcing)
    return kinds == ("institution", "named") and institution.name.lower() == speaker_key(person)


def _fullness(speaker: Speaker) -> tuple[bool, bool, int]:
    """How much of a name a name is: that of a person, one with a capital, a longer one."""
    return speaker.sourcing == "named", any(map(str.isupper, speaker.name)), len(speaker.name)


def _sureness(speaker: Speaker | None) -> tuple[bool, int]:
    """How full a certain speaker's name is, one with a capital before a longer one."""
    if speaker is None or speaker.confidence < CERTAIN:
        return False, 0
    return any(map(str.isupper, speaker.name)), len(speaker.name)


def _voice(kind: Sourcing, quotes: tuple[tuple[str, Quote], ...]) -> Voice:
    names = [_sureness(quote.speaker) for _, quote in quotes]
    return Voice(kind, quotes, names.index(max(names)) if max(names)[1] else None)
