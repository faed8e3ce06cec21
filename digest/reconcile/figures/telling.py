"""Which rows say what they count when they are read alone.

A row that several origins give is joined by what they say of it and stands. A row of one article must tell
for itself: "9.8 million | people" and "10.8 percent | record" tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.model import Figure, FigureRow
from digest.reconcile.figures.keys import is_definite
from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.stems import WORD, stem

# Whoever is counted by these alone may be anybody: what they did has to be said.
_ANYBODY_WORDS = """people persons individuals adults men women americans residents citizens respondents
    voters those them others members ones folks public population"""
_ANYBODY = frozenset(_ANYBODY_WORDS.split())
# These name what a number is, and not of what.
_ANYTHING_WORDS = """part set past upward downward record cost total figure number amount level average
    expectation expectations estimate estimates forecast forecasts prediction projection
    rate share mark high low peak rest increase rise drop fall decline decrease jump gain
    loss change difference gap margin majority minority threshold baseline maximum minimum
    limit cap goal target percentage portion half lot times cases things ways points time
    year month week day home one some occasions january february march april may june july
    august september october november december"""
_ANYTHING = frozenset(_ANYTHING_WORDS.split())
_LOOSE_WORDS = """the a an this that its their his her our any all each every previous recent new last
    other different more further such same various several prior following"""
_LOOSE = frozenset(_LOOSE_WORDS.split())
# What a share before its noun is a size of, and not a part of: a 15 percent minimum tax.
_SIZED_WORDS = """increase rise drop fall decline decrease jump cut raise reduction tax tariff rate
    support approval chance stake share interest discount growth inflation turnout
    unemployment probability risk margin lead minimum"""
_SIZED = frozenset(stem(word) for word in _SIZED_WORDS.split())
_STANDS_IN = re.compile(r"\b(?:it|they|he|she|we)[ ](?:\w+[ ]){1,3}$", re.IGNORECASE)
_BROKEN = re.compile(r"(?:[ ]and|,)[ ][A-Z]")  # "the $50 billion Orr | and Lesk Fund": half a name
_SOME_OF = re.compile(r"[ ]of[ ](?:these|those|them|whom|which)\b")


def tells(row: FigureRow, mentions: Sequence[Mention], texts: Mapping[str, str]) -> bool:
    """Whether a row says of what it is a number; ``texts`` are those of the articles, by their ids."""
    if all(mention.figure.counted is None for mention in mentions):
        return False
    return row.origins > 1 or any(_tells_alone(m.figure, texts[m.article_id]) for m in mentions)


def _tells_alone(figure: Figure, text: str) -> bool:
    if figure.counted is None or is_definite(text, figure):
        return False
    words = [word for word in WORD.findall(figure.counted.lower()) if word not in _LOOSE]
    if not words or (len(words) == 1 and words[0] in _ANYTHING):
        return False
    if _BROKEN.match(text, figure.counted_end or figure.end) and figure.counted.split()[0].istitle():
        return False
    if figure.event:
        return True
    first, last = figure.counted_start or 0, figure.counted_end or 0
    ahead = first < figure.start
    if figure.value is None and len(words) == 1 and not ahead:
        return False  # millions of workers: who did what?
    if ahead and (stands := _STANDS_IN.search(text, max(last, figure.start - 40), figure.start)):
        return stands.start() < last  # a decade in which it grew by 7.3%: it, not the decade
    if figure.type == "number" and ahead and figure.counted.istitle():
        return False  # Orr reached 108
    follows = figure.counted_start is not None and figure.counted_start > figure.end
    share = figure.type == "percentage" or (figure.value is not None and 0 < figure.value < 1)
    if share and follows and not _SIZED & {stem(word) for word in words}:
        return False  # 29 percent of people in the country: who did what?
    return not (_SOME_OF.match(text, figure.end) or (len(words) == 1 and words[0] in _ANYBODY))
