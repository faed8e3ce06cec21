"""Variation for the corpora of names: other names in the same place, typographic quotes, other case."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.entity_docs import UNKNOWN, labelled
from training.spacing import Entity

SMALL = frozenset("of the and in to a an for on at by with from as or but is vs".split())


@spacy.registry.augmenters("digest.augment_names.v1")
def augmenter(
    pools: str, swap: float, quotes: float, lower: float, title_case: float, upper: float
) -> Callable[[Language, Example], Iterator[Example]]:
    """Vary each example anew in every epoch; ``pools`` is the file of names, the rest are chances."""
    rng = random.Random(0)
    names: dict[str, list[str]] = json.loads(Path(pools).read_text(encoding="utf-8"))

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        doc = example.reference
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        unsure = [(token.i, token.i + 1, UNKNOWN) for token in doc if token.ent_iob == 0]
        entities = sorted([(entity.start, entity.end, entity.label_) for entity in doc.ents] + unsure)
        before = words
        if entities and rng.random() < swap:
            words, spaces, entities = _swapped(words, spaces, entities, nlp, names, rng)
        if rng.random() < quotes:
            words = _curled(words)
        chance = rng.random()
        if chance < lower:
            words = [word.lower() for word in words]
        elif chance < lower + upper:
            words = [word.upper() for word in words]
        elif chance < lower + upper + title_case:
            words = [word if word.lower() in SMALL else word[:1].upper() + word[1:] for word in words]
        if words == before:
            yield example
            return
        varied = Doc(nlp.vocab, words=words, spaces=spaces)
        labelled(varied, entities)
        yield Example(nlp.make_doc(varied.text), varied)

    return augment


def _swapped(
    words: list[str],
    spaces: list[bool],
    entities: list[Entity],
    nlp: Language,
    names: dict[str, list[str]],
    rng: random.Random,
) -> tuple[list[str], list[bool], list[Entity]]:
    """Replace three names of four, the same name by the same other one.

    Some organisations are followed by their initials in brackets, which are a name as well.
    """
    chosen: dict[str, str] = {}
    new_words: list[str] = []
    new_spaces: list[bool] = []
    new_entities: list[Entity] = []
    at = 0
    for start, end, label in entities:
        new_words += words[at:start]
        new_spaces += spaces[at:start]
        at = end
        own, gaps = words[start:end], spaces[start:end]
        if label != UNKNOWN and rng.random() < 0.75:
            pool = label if label != "PERSON" else "PERSON full" if end - start > 1 else "PERSON one"
            name = chosen.setdefault(" ".join(own), rng.choice(names[pool]))
            tokens = nlp.tokenizer(name)
            own = [token.text for token in tokens]
            gaps = [*(bool(token.whitespace_) for token in tokens[:-1]), gaps[-1]]
        new_entities.append((len(new_words), len(new_words) + len(own), label))
        new_words += own
        new_spaces += gaps
        short = _initials(own)
        if label == "ORG" and len(short) > 2 and words[end : end + 1] != ["("] and rng.random() < 0.15:
            new_words += ["(", short, ")"]
            new_spaces[-1] = True
            new_spaces += [False, False, gaps[-1]]
            new_entities.append((len(new_words) - 2, len(new_words) - 1, label))
    return new_words + words[at:], new_spaces + spaces[at:], new_entities


def _initials(words: list[str]) -> str:
    """``IEA`` of ``International Energy Agency``; empty where a word of the name has no capital."""
    long = [word for word in words if word.lower() not in SMALL]
    return "".join(word[0] for word in long) if all(word[:1].isupper() for word in long) else ""


def _curled(words: list[str]) -> list[str]:
    inside = False
    curled: list[str] = []
    for word in words:
        if word in ('"', "``", "''"):
            inside = not inside
            curled.append("“" if inside else "”")
        else:
            curled.append(word.replace("'", "’"))
    return curled
