"""Sentences, with their content words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from digest.annotate import Annotated
from digest.extract.dangling import why_dangling
from digest.model import Sentence

_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def find_sentences(annotated: Annotated) -> tuple[Sentence, ...]:
    """The sentences of the body, without the white space at their edges."""
    starts = [paragraph.start for paragraph in annotated.article.paragraphs]
    links = annotated.links
    mentions = [link.start for link in links]
    found = []
    for sent in whole_sentences(annotated.doc):
        if sent.text.strip():
            within = links[bisect_left(mentions, sent.start_char) : bisect_left(mentions, sent.end_char)]
            paragraph = bisect_right(starts, sent.start_char) - 1
            found.append(_sentence(sent, paragraph=paragraph, dangling=why_dangling(sent, within)))
    return tuple(found)


def whole_sentences(doc: Doc) -> Iterator[TokenSpan]:
    """The parser's sentences, put together again where it cut one in two.

    Inside a paragraph a sentence does not end without a full stop or its like (``“We go,” | he said``),
    nor before a lower-case letter (``“Go!” | he said``).
    """
    start = None
    for sent in doc.sents:
        start = sent.start if start is None else start
        after = doc[sent.end] if sent.end < len(doc) else None
        if after is None or after.is_space or sent[-1].is_space:
            done = True
        else:
            done = bool(_ENDED.search(sent.text)) and not after.is_lower
        if done:
            yield doc[start : sent.end]
            start = None


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
