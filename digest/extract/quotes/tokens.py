"""An annotated article as plain columns, with what every rule about quotes asks of a token.

``digest.language.tokens`` has a table of its own, read while entities are still being made and before
marked stretches are known; here a sentence is its first token and a lemma is lower-case, there a number
and as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from digest.extract.quotes.marks import Stretch
from digest.model import Paragraph

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "EX"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, one column an attribute; every index is a token's number."""

    text: str
    start: Sequence[int]  # characters of the text
    end: Sequence[int]
    word: Sequence[str]
    lower: Sequence[str]
    lemma: Sequence[str]
    tag: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    children: Sequence[Sequence[int]]
    left: Sequence[int]  # first token of the subtree
    right: Sequence[int]  # last token of the subtree
    sentence: Sequence[int]  # first token of the sentence
    sentence_end: Sequence[int]  # token after the sentence's last
    entity: Sequence[str]  # label of the entity that the token is in; "" where it is in none
    paragraph: Sequence[int]  # number of the paragraph; -1 in the gaps
    stretch: Sequence[int]  # number of the marked stretch that the token is in; -1 outside

    def __len__(self) -> int:
        return len(self.word)


def read_tokens(doc: Doc, paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> Tokens:
    """The columns of a parsed text."""
    size = len(doc)
    start = [token.idx for token in doc]
    word = [token.text for token in doc]
    head = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in range(size)]
    left, right = list(range(size)), list(range(size))
    for index, parent in enumerate(head):
        if parent != index:
            children[parent].append(index)
    for index in range(size):  # edges from the leaves up: spaCy trees need not be projective
        at, steps = index, 0
        while head[at] != at and steps < 200:
            parent = head[at]
            if left[parent] <= index <= right[parent] and at != index:
                break
            left[parent] = min(left[parent], index)
            right[parent] = max(right[parent], index)
            at, steps = parent, steps + 1
    sentence, sentence_end = [0] * size, [size] * size
    for span in doc.sents if size else ():
        for index in range(span.start, span.end):
            sentence[index], sentence_end[index] = span.start, span.end
    return Tokens(
        text=doc.text,
        start=start,
        end=[at + len(text) for at, text in zip(start, word, strict=True)],
        word=word,
        lower=[text.lower() for text in word],
        lemma=[token.lemma_.lower() for token in doc],
        tag=[token.tag_ for token in doc],
        dep=[token.dep_ for token in doc],
        head=head,
        children=children,
        left=left,
        right=right,
        sentence=sentence,
        sentence_end=sentence_end,
        entity=[token.ent_type_ for token in doc],
        paragraph=_numbers(start, [(p.start, p.end) for p in paragraphs]),
        stretch=_numbers(start, [(s.start, s.end) for s in stretches]),
    )


def _numbers(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each offset the number of the span that holds it, -1 for none; both in order."""
    numbers, at = [], 0
    for start in starts:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        numbers.append(at if at < len(spans) and spans[at][0] <= start else -1)
    return numbers
