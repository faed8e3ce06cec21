"""Quotes of an article: who said exactly what.

Read from ``gather``, which makes one list of two ways of looking:

- marked stretches first (``marks``) with the reporting clause next to them (``quotations``: ``before`` and
  ``after`` in the ``gaps`` between marks, one speaker settled in ``beside``, taken over in ``carried``);
- then what the parse shows of reported contents (``reports`` and ``clauses``: ``behind`` the verb,
  ``preposed``, ``objects``; where they begin and end in ``openings``, ``extents`` and ``edges``), made
  things said in ``reported``.

``subjects`` finds who reports, ``speakers`` names them.
"""

from __future__ import annotations

from digest.annotate import Annotated
from digest.extract.quotes.gather import gather
from digest.extract.quotes.marks import find_stretches
from digest.extract.quotes.said import Said
from digest.extract.quotes.speakers import Voices, speaker_of, voices_of
from digest.extract.quotes.tokens import read_tokens
from digest.model import Quote

__all__ = ["find_quotes"]


def find_quotes(annotated: Annotated) -> tuple[Quote, ...]:
    """The quotes of the body, in order."""
    article = annotated.article
    stretches = find_stretches(annotated.doc.text, article.paragraphs)
    tokens = read_tokens(annotated.doc, article.paragraphs, stretches)
    voices = voices_of(tokens, article, annotated.links)
    return tuple(_quote(voices, said) for said in gather(tokens, stretches, article.paragraphs))


def _quote(voices: Voices, said: Said) -> Quote:
    tokens, text = voices.tokens, voices.article.text
    cue_start = tokens.start[said.cue[0]] if said.cue else None
    cue_end = tokens.end[said.cue[1]] if said.cue else None
    return Quote(
        start=said.start,
        end=said.end,
        text=text[said.start : said.end],
        kind=said.kind,
        cue=text[cue_start:cue_end] if said.cue else None,
        cue_start=cue_start,
        cue_end=cue_end,
        speaker=speaker_of(voices, said),
        marked=said.marked,
        act=said.act,
    )
