"""The tokens of a Doc as plain lists: read once, then cheap to look at."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

OPENING = "“«„"
CLOSING = "”»"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One entry for each token of a Doc."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]  # Penn Treebank tags
    dep: list[str]  # labels as en_core_web_* has them
    head: list[int]  # index of the head; its own index at a root
    start: list[int]  # characters of the doc
    sentence: list[int]  # number of the sentence
    paragraph: list[int]  # number of the paragraph; a paragraph break is a white-space token
    quoted: list[int]  # number of the quotation that the token stands in, 0: in none
    children: list[list[int]]  # indices of the dependents, in order

    def __len__(self) -> int:
        return len(self.text)


def read_tokens(doc: Doc) -> Tokens:
    """The tokens of a parsed Doc."""
    text = [token.text for token in doc]
    head = [token.head.i for token in doc]
    sentence = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        sentence.append(number)
    paragraph = []
    number = 0
    for word in text:
        number += "\n" in word
        paragraph.append(number)
    children: list[list[int]] = [[] for _ in text]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    return Tokens(
        text=text,
        lower=[word.lower() for word in text],
        lemma=[token.lemma_ for token in doc],
        tag=[token.tag_ for token in doc],
        dep=[token.dep_ for token in doc],
        head=head,
        start=[token.idx for token in doc],
        sentence=sentence,
        paragraph=paragraph,
        quoted=_quoted(text),
        children=children,
    )


def _quoted(text: list[str]) -> list[int]:
    """The quotation that each token stands in; a quotation ends at the latest with its paragraph.

    The marks themselves stand in none.
    """
    quoted = [0] * len(text)
    number = 0
    inside = False
    for i, word in enumerate(text):
        if "\n" in word:
            inside = False
        elif word[0] in OPENING or (word == '"' and not inside) or word == "``":
            inside = True
            number += 1
        elif word[-1] in CLOSING or (inside and word in ('"', "''")):
            inside = False
        elif inside:
            quoted[i] = number
    return quoted
