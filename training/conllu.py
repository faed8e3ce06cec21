"""Read CoNLL-U: documents of paragraphs of sentences, with the spacing of the source."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """One syntactic word of a tree; mutable, since conversion rewrites ``head`` and ``deprel``."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int  # index in the sentence, from 0; -1 at the root
    deprel: str
    misc: str
    space_after: bool


@dataclass(slots=True)
class Paragraph:
    """Sentences that the source printed as one paragraph (or one document where it marks none)."""

    document: str
    sentences: list[list[Word]] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[Paragraph]:
    """Read the paragraphs of a ``.conllu`` or ``.conllu.gz`` file, in order."""
    opener = gzip.open if path.suffix == ".gz" else open
    paragraph = Paragraph(path.stem)
    words: list[Word] = []
    joined: dict[int, bool] = {}  # word number -> space after, for the parts of a multi-word token
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                new_document = line.startswith("# newdoc")
                new_paragraph = line.startswith("# newpar") and not line.startswith("# newpar_block")
                if (new_document or new_paragraph) and paragraph.sentences:
                    yield paragraph
                    paragraph = Paragraph(paragraph.document)
                if new_document:
                    paragraph.document = line.partition("=")[2].strip()
            elif not line:
                if words:
                    paragraph.sentences.append(words)
                words, joined = [], {}
            else:
                columns = line.split("\t")
                number = columns[0]
                space_after = "SpaceAfter=No" not in columns[9]
                if "." in number:  # an empty node of the enhanced graph
                    continue
                if "-" in number:
                    first, last = map(int, number.split("-"))
                    joined.update(dict.fromkeys(range(first, last), False))
                    joined[last] = space_after
                    continue
                words.append(_word(columns, joined.get(int(number), space_after)))
    if words:
        paragraph.sentences.append(words)
    if paragraph.sentences:
        yield paragraph


def _word(columns: list[str], space_after: bool) -> Word:
    _, form, lemma, upos, xpos, feats, head, deprel, _, misc = columns
    return Word(
        form=form,
        lemma=lemma,
        upos=upos,
        xpos=xpos,
        feats="" if feats == "_" else feats,
        head=int(head) - 1,
        deprel=deprel,
        misc=misc,
        space_after=space_after,
    )
