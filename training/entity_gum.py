"""Named entities of GUM, out of the mentions in its last column.

GUM marks every mention of every entity, named or not, with a type and the position of its head. A mention
is a name where its head is a proper noun; the name is the run of proper nouns around the head, carried on
over capitalised words and, for places and organisations, over ``of``, ``for`` and ``and``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from training.conllu import Paragraph, Word
from training.entity_docs import UNKNOWN, Sentence, grouped
from training.spacing import Entity

TYPES = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
# Corpora of names leave titles out of a person; the product joins them to the name afterwards.
TITLES = frozenset(
    """
    Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr President Senator Sen. Rep. Prof. Professor Sir Lord Lady King Queen Prince
    Princess Pope Saint St. General Gen. Captain Governor Gov. Minister Prime Chancellor Mayor Judge Justice
    Secretary Ambassador Speaker Emperor Madam Congressman Congresswoman Lt. Sgt. Colonel Major Bishop Rev.
    Father Sister Coach Director
    """.split()
)
_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
_INNER = frozenset(("-", "'", "’", "&", "."))
_LINKS = frozenset(("of", "for", "and", "&"))


@dataclass(slots=True)
class _Mention:
    identity: str
    type: str
    start: int
    end: int
    head: str  # "2" or "1,2": counted from 1, within the mention


def gum_names(paragraphs: Iterable[Paragraph], *, sure: bool = True) -> list[Doc]:
    """Read paragraphs of GUM: six sentences a document at most.

    Unless ``sure``, proper nouns that are part of no name stay open: "legislator Ann Lee" has a common noun
    as its head, and the name inside is not marked.
    """
    docs: list[Doc] = []
    for paragraph in paragraphs:
        sentences = [
            Sentence(
                [word.form for word in words],
                _names(words) if sure else _with_open_ends(words, _names(words)),
                [word.space_after for word in words],
            )
            for words in paragraph.sentences
        ]
        docs += grouped(sentences, 6)
    return docs


def _names(words: list[Word]) -> list[Entity]:
    taken: set[int] = set()
    names: list[Entity] = []
    for mention in sorted(_mentions(words), key=lambda mention: mention.start - mention.end):
        label = TYPES.get(mention.type)
        first = mention.head.split(",")[0]
        if label is None or not first.isdigit():
            continue
        head = mention.start + int(first) - 1
        if not mention.start <= head < mention.end or words[head].upos != "PROPN":
            continue
        if words[head].xpos == "NNPS" and label == "PERSON":  # a people or a family
            continue
        start, end = _extent(words, mention, head, person=label == "PERSON")
        if start < end and not taken & set(range(start, end)):
            taken |= set(range(start, end))
            names.append((start, end, label))
    return names


def _with_open_ends(words: list[Word], names: list[Entity]) -> list[Entity]:
    """The names, and every other proper noun as unknown."""
    taken = {i for start, end, _ in names for i in range(start, end)}
    # A thing, a work or an event with a mention of its own is no name of ours.
    for mention in _mentions(words):
        if mention.type not in TYPES:
            taken.update(i for i in range(mention.start, mention.end) if mention.end - mention.start < 6)
    unsure = [(i, i + 1, UNKNOWN) for i, word in enumerate(words) if word.upos == "PROPN" and i not in taken]
    return sorted(names + unsure)


def _mentions(words: list[Word]) -> Iterator[_Mention]:
    """The mentions that open and close within the sentence."""
    unclosed: list[_Mention] = []
    for i, word in enumerate(words):
        column = re.search(r"Entity=([^|]*)", word.misc)
        for part in _BRACKET.findall(column.group(1)) if column else ():
            if part.startswith("("):
                fields = part.strip("()").split("-")
                if len(fields) < 2:
                    continue
                head = fields[5] if len(fields) > 5 else "1"
                mention = _Mention(fields[0].split("[")[0], fields[1], i, i + 1, head)
                if part.endswith(")"):
                    yield mention
                else:
                    unclosed.append(mention)
            else:
                identity = part.strip(")").split("[")[0]
                for mention in reversed(unclosed):
                    if mention.identity == identity:
                        unclosed.remove(mention)
                        mention.end = i + 1
                        yield mention
                        break


def _extent(words: list[Word], mention: _Mention, head: int, *, person: bool) -> tuple[int, int]:
    """First word and end of the name around a mention's head; an empty range where it is only a title."""

    start = head
    while start > mention.start:
        before = words[start - 1]
        if before.upos != "PROPN" and (person or not _carried(before)):
            break
        start -= 1
    end = head + 1
    while end < mention.end:
        step = _step(words[end : mention.end], words[end - 1], person=person)
        if not step:
            break
        end += step
    if person:
        while start < end and words[start].form in TITLES:
            start += 1
    return start, end


def _carried(word: Word) -> bool:
    return word.form[:1].isupper() and word.upos in ("ADJ", "NOUN", "NUM", "VERB")


def _step(following: list[Word], last: Word, *, person: bool) -> int:
    """How many of the following words belong to the name that has come up to ``last``."""
    if following[0].upos == "PROPN" or _carried(following[0]):
        return 1
    if len(following) > 1 and following[0].form in _INNER and following[1].upos == "PROPN":
        return 2
    if person or last.upos not in ("PROPN", "NOUN") or following[0].form not in _LINKS:
        return 0
    if len(following) > 1 and (following[1].upos == "PROPN" or following[1].form[:1].isupper()):
        return 2
    if len(following) > 2 and following[1].form == "the" and following[2].upos == "PROPN":
        return 3
    return 0
