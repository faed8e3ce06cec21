"""Article -> Annotated: the only place that runs a language pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TypeVar

import numpy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from digest.language.coreference import find_links
from digest.language.entities import refine
from digest.matching import matching_form
from digest.model import Article, Link

T = TypeVar("T")

LONGEST_PIECE = (
    20_000  # characters: some 4,000 tokens, a long article; paragraphs of the news stay below 2,000
)
MOST_LEMMAS = 50_000  # words in the lemmatizer's cache: some 15 MB


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
    """Parse articles, paragraph by paragraph, in batches of paragraphs; yields in the order given.

    The strings of every article stay in the vocabulary: for many articles use ``annotate_each``.
    """
    parts = ((text, (number, article)) for number, article in enumerate(articles) for text in _texts(article))
    docs = nlp.pipe(parts, as_tuples=True, batch_size=batch_size)
    for _, group in groupby(docs, key=lambda pair: pair[1][0]):
        pairs = list(group)
        _, article = pairs[0][1]
        title, *pieces = (doc for doc, _ in pairs)
        doc = _join(article, pieces, nlp)
        refine(doc, title)
        yield Annotated(article=article, doc=doc, title=title, links=find_links(doc))


def annotate_each(
    articles: Iterable[Article], nlp: Language, read: Callable[[Annotated], T], *, at_once: int = 64
) -> Iterator[T]:
    """Annotate articles and yield what ``read`` makes of each, in memory that does not grow.

    The vocabulary forgets what each ``at_once`` articles brought (spaCy's memory zone). So what ``read``
    returns must be plain data: a Doc, Span or Token of a past article is no longer valid.
    """
    remaining = iter(articles)
    while some := list(islice(remaining, at_once)):
        with nlp.memory_zone():
            yield from [read(annotated) for annotated in annotate(some, nlp)]
        _forget_lemmas(nlp)


def _forget_lemmas(nlp: Language) -> None:
    """Empty the lemmatizer's cache once it is large: no memory zone covers it."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and len(pipe.cache) > MOST_LEMMAS:
            pipe.cache.clear()


def _texts(article: Article) -> Iterator[str]:
    """The title, then each piece of the body, in their matching form."""
    yield matching_form(article.title)
    text = matching_form(article.text)
    for start, end in _pieces(article):
        yield text[start:end]


def _pieces(article: Article) -> Iterator[tuple[int, int]]:
    """Each paragraph, a very long one cut at white space: what the pipeline reads at a time is bounded."""
    for paragraph in article.paragraphs:
        start = paragraph.start
        while paragraph.end - start > LONGEST_PIECE:
            end = start + LONGEST_PIECE
            words_end = max(article.text.rfind(mark, start, end) for mark in (". ", "\n"))
            if words_end <= start:
                words_end = article.text.rfind(" ", start, end)
            if words_end > start:
                end = words_end + 1
            yield start, end
            start = end
        if start < paragraph.end:
            yield start, paragraph.end


def _join(article: Article, docs: list[Doc], nlp: Language) -> Doc:
    """One Doc over the whole text: the pieces' parses with a white-space token in each gap."""
    parts: list[Doc] = []
    at = 0
    for (start, end), doc in zip(_pieces(article), docs, strict=True):
        parts += _gap(article.text[at:start], nlp)
        parts.append(doc)
        at = end
    parts += _gap(article.text[at:], nlp)
    parts = [part for part in parts if len(part)]
    if not parts:
        return Doc(nlp.vocab)
    for part in parts:
        part.tensor = numpy.zeros((0,), dtype="float32")  # not needed, and gaps have none to join
    joined = Doc.from_docs(parts, ensure_whitespace=False)
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
