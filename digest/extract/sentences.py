"""Sentences, with their content words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Literal

from spacy.tokens import Span as TokenSpan

from digest.annotate import Annotated
from digest.extract.dangling import why_dangling
from digest.model import Sentence

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def find_sentences(annotated: Annotated) -> tuple[Sentence, ...]:
    """The sentences of the body, without the white space at their edges."""
    starts = [paragraph.start for paragraph in annotated.article.paragraphs]
    links = annotated.links
    mentions = [link.start for link in links]
    found = []
    for sent in annotated.doc.sents:
        if sent.text.strip():
            within = links[bisect_left(mentions, sent.start_char) : bisect_left(mentions, sent.end_char)]
            paragraph = bisect_right(starts, sent.start_char) - 1
            found.append(_sentence(sent, paragraph=paragraph, dangling=why_dangling(sent, within)))
    return tuple(found)


def find_title(annotated: Annotated) -> Sentence | None:
    """The title as one sentence; None where there is none."""
    if not annotated.title.text.strip():
        return None
    return _sentence(annotated.title[:], paragraph=-1, part="title")


def _sentence(
    sent: TokenSpan, *, paragraph: int, part: Literal["text", "title"] = "text", dangling: str | None = None
) -> Sentence:
    text = sent.text
    start = sent.start_char + len(text) - len(text.lstrip())
    end = sent.end_char - (len(text) - len(text.rstrip()))
    terms = tuple(t.lemma_.lower() for t in sent if t.pos_ in CONTENT and not t.is_stop and not t.is_punct)
    return Sentence(start=start, end=end, paragraph=paragraph, terms=terms, dangling=dangling, part=part)
