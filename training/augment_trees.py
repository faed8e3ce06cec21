"""Variation for the treebanks: names, numbers, quote marks, abbreviations, quoted sentences, case.

No line breaks: a splitter that has seen them inside sentences merges paragraphs, and the product parses
paragraph by paragraph.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

OPENING, CLOSING = "``", "''"
DASHES = ("-", "–", "—", "--")
QUOTES = (("“", "”"), ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"))
# Full forms and what newspapers shorten them to; each is one token to spaCy's English tokenizer.
ABBREVIATIONS = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.", "General": "Gen.", "Senator": "Sen.", "Governor": "Gov.",
    "Representative": "Rep.", "Doctor": "Dr.", "Professor": "Prof.", "President": "Mr.", "Saint": "St.",
    "Corporation": "Corp.", "Company": "Co.", "US": "U.S.", "USA": "U.S.", "UK": "U.K.", "America": "U.S.",
    "Iraq": "U.S.", "Britain": "U.K.", "Washington": "D.C.", "China": "U.S.", "UN": "U.N.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Token:
    """A token of a tree under change; ``head`` points at another token by identity of its key."""

    key: int
    text: str
    space: bool
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str
    starts: bool


@spacy.registry.augmenters("digest.augment_trees.v1")
def augmenter(
    pools: str,
    rename: float,
    renumber: float,
    quotes: float,
    abbreviate: float,
    wrap: float,
    first_lower: float,
    all_lower: float,
    title_case: float,
    double_space: float,
) -> Callable[[Language, Example], Iterator[Example]]:
    """Vary each example anew in every epoch.

    ``pools`` is the file of names that training.entity_mix writes; the other options are the chance of one
    kind of change, of a token or of an example.
    """
    rng = random.Random(0)
    names = _single_names(Path(pools))

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        tokens = _read(example.reference)
        before = tokens
        if rng.random() < quotes:
            tokens = _requote(tokens, rng)
        tokens = [_abbreviated(token, rng, abbreviate) for token in tokens]
        tokens = [_renamed(token, rng, names, rename) for token in tokens]
        tokens = [_renumbered(token, rng, renumber) for token in tokens]
        if rng.random() < wrap:
            tokens = _wrapped(tokens, rng)
        chance = rng.random()
        if chance < all_lower:
            tokens = [replace(token, text=token.text.lower()) for token in tokens]
        elif chance < all_lower + title_case:
            tokens = [replace(token, text=token.text[:1].upper() + token.text[1:]) for token in tokens]
        elif chance < all_lower + title_case + first_lower:
            tokens = [
                replace(token, text=token.text[:1].lower() + token.text[1:]) if token.starts else token
                for token in tokens
            ]
        if rng.random() < double_space:
            tokens = _spaced(tokens, rng)
        if tokens == before:
            yield example
            return
        doc = _doc(tokens, nlp)
        yield Example(nlp.make_doc(doc.text), doc)

    return augment


def _single_names(pools: Path) -> list[str]:
    """Names of people and places that are one word."""
    names = json.loads(pools.read_text(encoding="utf-8"))
    return [name for name in names["PERSON one"] + names["LOC"] if name.isalpha() and name.istitle()]


def _read(doc: Doc) -> list[_Token]:
    return [
        _Token(
            key=token.i,
            text=token.text,
            space=bool(token.whitespace_),
            tag=token.tag_,
            pos=token.pos_,
            morph=str(token.morph),
            lemma=token.lemma_,
            head=token.head.i,
            dep=token.dep_,
            starts=bool(token.is_sent_start),
        )
        for token in doc
    ]


def _doc(tokens: list[_Token], nlp: Language) -> Doc:
    place = {token.key: i for i, token in enumerate(tokens)}
    return Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[token.space for token in tokens],
        tags=[token.tag for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[place[token.head] for token in tokens],
        deps=[token.dep for token in tokens],
    )


def _requote(tokens: list[_Token], rng: random.Random) -> list[_Token]:
    opening, closing = rng.choice(QUOTES)
    dash = rng.choice(DASHES)
    apostrophe = rng.choice("’’'")

    def changed(token: _Token) -> str:
        if token.tag == OPENING:
            return opening
        if token.tag == CLOSING:
            return closing
        if token.tag == ":" and token.text in DASHES:
            return dash
        if token.text == "...":
            return "…"
        return token.text.replace("'", apostrophe) if len(token.text) > 1 else token.text

    return [replace(token, text=changed(token)) for token in tokens]


def _abbreviated(token: _Token, rng: random.Random, chance: float) -> _Token:
    short = ABBREVIATIONS.get(token.text)
    if short is None or token.pos != "PROPN" or rng.random() >= chance:
        return token
    return replace(token, text=short)


def _renamed(token: _Token, rng: random.Random, names: list[str], chance: float) -> _Token:
    """Another name for a name, so that proper nouns are known by more than their spelling."""
    name = token.pos == "PROPN" and token.tag == "NNP" and len(token.text) > 2
    if not name or not token.text.isalpha() or not token.text.istitle() or rng.random() >= chance:
        return token
    return replace(token, text=rng.choice(names))


def _renumbered(token: _Token, rng: random.Random, chance: float) -> _Token:
    """Other digits for the digits of a number."""
    if token.tag != "CD" or not any(c.isdigit() for c in token.text) or rng.random() >= chance:
        return token
    return replace(token, text="".join(rng.choice("0123456789") if c.isdigit() else c for c in token.text))


def _wrapped(tokens: list[_Token], rng: random.Random) -> list[_Token]:
    """Put one sentence in quote marks, hung on its root as any other punctuation."""
    starts = [i for i, token in enumerate(tokens) if token.starts]
    start = rng.choice(starts)
    end = next((i for i in starts if i > start), len(tokens))
    sentence = tokens[start:end]
    if len(sentence) < 4 or any(token.tag in (OPENING, CLOSING) for token in sentence):
        return tokens
    root = next(token.key for token in sentence if token.dep == "ROOT")
    opening, closing = rng.choice(QUOTES)
    key = max(token.key for token in tokens) + 1
    mark = replace(sentence[0], head=root, dep="punct", pos="PUNCT", morph="", starts=False)
    first = replace(mark, key=key, text=opening, lemma=opening, tag=OPENING, space=False, starts=True)
    last = replace(mark, key=key + 1, text=closing, lemma=closing, tag=CLOSING, space=sentence[-1].space)
    inner = [replace(sentence[0], starts=False), *sentence[1:-1], replace(sentence[-1], space=False)]
    return [*tokens[:start], first, *inner, last, *tokens[end:]]


def _spaced(tokens: list[_Token], rng: random.Random) -> list[_Token]:
    """Double one space; the second is a token of its own to spaCy."""
    places = [i for i, token in enumerate(tokens[:-1]) if token.space]
    if not places:
        return tokens
    at = rng.choice(places)
    key = max(token.key for token in tokens) + 1
    blank = replace(
        tokens[at], key=key, text=" ", space=False, tag="_SP", pos="SPACE", morph="", lemma=" ",
        head=tokens[at].key, dep="dep", starts=False,
    )  # fmt: skip
    return [*tokens[: at + 1], blank, *tokens[at + 1 :]]
