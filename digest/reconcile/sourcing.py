"""Whom a story rests on: its voices by kind, each with the passages in which it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digest.model import Quote, Reading
from digest.reconcile.utterances import speaker_key

Kind = Literal["named", "institution", "unnamed", "document"]
KINDS: tuple[Kind, ...] = ("named", "institution", "unnamed", "document")


@dataclass(frozen=True, slots=True)
class Voice:
    """One source that speaks in a story."""

    kind: Kind  # named: on the record; institution: an official statement
    name: str  # the fullest form met
    quotes: tuple[tuple[str, Quote], ...]  # (article id, quote), in the order of the readings


def find_voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """The voices of one story, by kind and then as they first speak.

    What somebody holds, as the article reports it, is no voice; a speaker who is only a pronoun that
    could not be resolved is none either.
    """
    quotes: dict[tuple[Kind, str], list[tuple[str, Quote]]] = {}
    names: dict[tuple[Kind, str], str] = {}
    for reading in readings:
        for quote in reading.quotes:
            speaker = quote.speaker
            if speaker is None or quote.act != "said" or speaker.confidence <= 0.5:
                continue
            key = (speaker.sourcing, speaker_key(speaker))
            quotes.setdefault(key, []).append((reading.article.id, quote))
            names[key] = max(names.get(key, ""), speaker.name, key=len)
    voices = [Voice(kind, names[kind, who], tuple(said)) for (kind, who), said in quotes.items()]
    return tuple(sorted(voices, key=lambda voice: KINDS.index(voice.kind)))


def count_voices(readings: Sequence[Reading]) -> Mapping[str, int]:
    """How many voices of each kind speak in a story; kinds with none are left out."""
    counts: dict[str, int] = {}
    for voice in find_voices(readings):
        counts[voice.kind] = counts.get(voice.kind, 0) + 1
    return counts
