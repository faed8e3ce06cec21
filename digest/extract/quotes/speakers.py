"""From a mention to a Speaker: the fullest name, the role, what kind of source it is."""

from __future__ import annotations

from digest.extract.quotes.confidence import confidence_of
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.model import Article, Speaker


def speaker_of(tokens: Tokens, article: Article, said: Said) -> Speaker | None:
    """The speaker of something said; None where no mention was found."""
    if said.mention is None:
        return None
    start, end = tokens.start[said.mention.first], tokens.end[said.mention.last]
    text = article.text[start:end]
    return Speaker(
        start=start,
        end=end,
        text=text,
        name=text,
        name_start=start,
        name_end=end,
        sourcing="named",
        confidence=confidence_of(said.evidence),
        how=said.how,
    )
