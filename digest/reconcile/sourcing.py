"""Whom a story rests on: its voices by kind, each with where it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from digest.model import Quote, Reading, Sourcing, Speaker, Voice
from digest.reconcile.utterances import speaker_key
from digest.reconcile.worth import CERTAIN

KINDS: tuple[Sourcing, ...] = get_args(Sourcing)
LIKELY = 0.8  # confidence at which a speaker counts as a voice; named in print it is only where certain


def find_voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """The voices of one story, by kind, those with a name first, and then as they first speak.

    What somebody holds, as the article reports it, is no voice.
    """
    found: dict[tuple[Sourcing, str], dict[str, Quote]] = {}
    for reading in readings:
        for quote in reading.quotes:
            speaker = quote.speaker
            if speaker is None or quote.act != "said" or speaker.confidence < LIKELY:
                continue
            said = found.setdefault((speaker.sourcing, speaker_key(speaker)), {})
            held = said.setdefault(reading.article.id, quote)
            if _sureness(speaker) > _sureness(held.speaker):
                said[reading.article.id] = quote
    voices = [_voice(kind, tuple(said.items())) for (kind, _), said in found.items()]
    return tuple(sorted(voices, key=lambda voice: (KINDS.index(voice.kind), voice.fullest is None)))


def _sureness(speaker: Speaker | None) -> int:
    """The length of a speaker's name, where it is certain; else 0."""
    return len(speaker.name) if speaker is not None and speaker.confidence >= CERTAIN else 0


def _voice(kind: Sourcing, quotes: tuple[tuple[str, Quote], ...]) -> Voice:
    names = [_sureness(quote.speaker) for _, quote in quotes]
    return Voice(kind, quotes, names.index(max(names)) if any(names) else None)
