"""Read GUM (CoNLL-U with entities and coreference in the last column) as articles with gold chains.

GUM: https://gucorpling.org/gum/. The format of ``Entity=`` is described there; a head is the first
token of a mention's minimal span.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.model import Article, Paragraph

_ENTITY = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention that the corpus marks. Offsets are characters of the article's text."""

    start: int
    end: int
    head_start: int
    head_end: int
    chain: str
    kind: str  # "person", "organization", "place", …
    text: str
    pos: str  # universal part of speech of the head


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An article and what the corpus says of it."""

    article: Article
    genre: str
    mentions: tuple[GoldMention, ...]


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    pos: str
    misc: str


def read_gum(path: Path) -> Iterator[GoldDocument]:
    """The documents of a file, plain or gzipped."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and block:
                yield _document(block)
                block = []
            block.append(line.rstrip("\n"))
        yield _document(block)


def _document(lines: list[str]) -> GoldDocument:
    name = lines[0].split("=")[1].strip()
    text = ""
    paragraphs: list[int] = []
    sentences: list[list[_Token]] = []
    at = 0
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            if text:
                text = text.rstrip() + "\n\n"
            paragraphs.append(len(text))
        elif line.startswith("# text = "):
            if not paragraphs:
                paragraphs.append(0)
            at = len(text)
            text += line.removeprefix("# text = ") + " "
            sentences.append([])
        elif line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                at = max(text.find(cells[1], at), at)
                sentences[-1].append(_Token(at, at + len(cells[1]), cells[3], cells[9]))
                at += len(cells[1])
    text = text.rstrip()
    ends = [start - 2 for start in paragraphs[1:]] + [len(text)]
    article = Article(
        id=name,
        path=name,
        source_sha256="",
        title="",
        text=text,
        paragraphs=tuple(Paragraph(s, e, 0) for s, e in zip(paragraphs, ends, strict=True) if e > s),
    )
    return GoldDocument(article, name.split("_")[1], tuple(_mentions(sentences, text)))


def _mentions(sentences: list[list[_Token]], text: str) -> Iterator[GoldMention]:
    open_mentions: list[tuple[str, list[str], list[_Token], int]] = []
    for tokens in sentences:
        for i, token in enumerate(tokens):
            found = re.search(r"(?:^|\|)Entity=([^|]*)", token.misc)
            if found is None:
                continue
            for piece in _ENTITY.findall(found.group(1)):
                if piece.startswith("("):
                    fields = piece.strip("()").split("-")
                    opened = (fields[0], fields, tokens, i)
                    if not piece.endswith(")"):
                        open_mentions.append(opened)
                        continue
                else:
                    chain = piece.rstrip(")")
                    k = next(
                        (k for k in reversed(range(len(open_mentions))) if open_mentions[k][0] == chain), None
                    )
                    if k is None:
                        continue
                    opened = open_mentions.pop(k)
                chain, fields, within, first = opened
                head = within[min(first + int(fields[5].split(",")[0]) - 1, len(within) - 1)]
                yield GoldMention(
                    start=within[first].start,
                    end=token.end,
                    head_start=head.start,
                    head_end=head.end,
                    chain=chain,
                    kind=fields[1],
                    text=text[within[first].start : token.end],
                    pos=head.pos,
                )


def split_of(splits: Path) -> dict[str, str]:
    """From the corpus's page of splits: the split of each document."""
    part = ""
    found = {}
    for line in splits.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            found[line.strip()[2:]] = part
    return found
