"""Article -> Annotated: the only place that runs a language pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from digest.language.coreference import find_links
from digest.language.entities import refine
from digest.matching import matching_form
from digest.model import Article, Link


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its parse.

    The characters of ``doc`` are the characters of ``Article.text`` one for one (and ``title`` those
    of ``Article.title``): ``token.idx`` is an offset of the article. What the tokens spell is the
    matching form (plain spaces, straightened letters), so print from the article, never from the doc.
    A paragraph break is one white-space token; no sentence runs over it. The entities of both have
    been made better by our own layer, whichever pipeline ran.
    """

    article: Article
    doc: Doc
    title: Doc
    links: tuple[Link, ...] = ()  # who is meant: mentions of the body, in order


def annotate(articles: Iterable[Article], nlp: Language, *, batch_size: int = 64) -> Iterator[Annotated]:
    """Parse articles, paragraph by paragraph, in batches; yields in the order given."""
    parts = ((part, article) for article in articles for part in _parts(article))
    docs = nlp.pipe(parts, as_tuples=True, batch_size=batch_size)
    for _, group in groupby(docs, key=lambda pair: id(pair[1])):
        pairs = list(group)
        article = pairs[0][1]
        title, *paragraphs = (doc for doc, _ in pairs)
        doc = _join(article, paragraphs, nlp)
        refine(doc, title)
        yield Annotated(article=article, doc=doc, title=title, links=find_links(doc))


def _parts(article: Article) -> Iterator[str]:
    """The title, then each paragraph, in their matching form."""
    yield matching_form(article.title)
    text = matching_form(article.text)
    for paragraph in article.paragraphs:
        yield text[paragraph.start : paragraph.end]


def _join(article: Article, docs: list[Doc], nlp: Language) -> Doc:
    """One Doc over the whole text: the paragraphs' parses with a white-space token in each gap."""
    pieces: list[Doc] = []
    at = 0
    for paragraph, doc in zip(article.paragraphs, docs, strict=True):
        pieces += _gap(article.text[at : paragraph.start], nlp)
        pieces.append(doc)
        at = paragraph.end
    pieces += _gap(article.text[at:], nlp)
    pieces = [piece for piece in pieces if len(piece)]
    if not pieces:
        return Doc(nlp.vocab)
    for piece in pieces:
        piece.tensor = numpy.zeros((0,), dtype="float32")  # not needed, and gaps have none to join
    joined = Doc.from_docs(pieces, ensure_whitespace=False)
    assert joined is not None
    assert len(joined.text) == len(article.text)
    return joined


def _gap(text: str, nlp: Language) -> list[Doc]:
    if not text:
        return []
    doc = Doc(nlp.vocab, words=[text], spaces=[False])
    for token in doc:
        token.tag_, token.pos_, token.dep_ = "_SP", "SPACE", "dep"
    return [doc]
