"""Who is meant: surnames, short names, acronyms, roles and pronouns linked to the fullest name.

Light, deterministic and within one article. ``find_links`` reads a parsed body whose entities have been
refined; each link says how it was made and how often links of its kind were right on held-out text.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from digest.language.coreference.bodies import link_bodies
from digest.language.coreference.descriptions import link_descriptions
from digest.language.coreference.names import find_parties
from digest.language.coreference.parties import Mention
from digest.language.coreference.pronouns import link_pronouns, link_relatives
from digest.language.tokens import read_tokens
from digest.model import Link

__all__ = ["find_links", "link_at"]


def find_links(doc: Doc) -> tuple[Link, ...]:
    """The links of a parsed text, in the order of the mentions. A mention of the fullest name has none."""
    if not doc.has_annotation("DEP"):
        return ()
    tokens = read_tokens(doc)
    ends = [start + len(word) for start, word in zip(tokens.start, tokens.text, strict=True)]
    parties = find_parties(doc, tokens)
    parties += link_descriptions(tokens, parties)
    link_bodies(tokens, parties)
    link_pronouns(tokens, parties)
    link_relatives(tokens, parties)

    def spelt(mention: Mention) -> list[str]:
        return tokens.text[mention.start : mention.end]

    links = [
        Link(
            start=tokens.start[m.start],
            end=ends[m.end - 1],
            name_start=tokens.start[party.name.start],
            name_end=ends[party.name.end - 1],
            confidence=m.confidence,
            how=m.how,
            named=party.named,
        )
        for party in parties
        for m in party.mentions
        if m.how and spelt(m) != spelt(party.name)
    ]
    return tuple(sorted(links, key=lambda link: (link.start, link.end)))


def link_at(links: Sequence[Link], start: int, end: int) -> Link | None:
    """The link of the mention that a stretch of text is about, None where there is none.

    A link fits when its mention is the stretch, or lies at its end ("White House spokeswoman Ruiz":
    "Ruiz"), or holds it. Of several the one that fills the stretch best is taken.
    """
    best: tuple[int, int] | None = None
    chosen = None
    for link in links:
        if link.start <= start and end <= link.end:
            fit = (2, -(link.end - link.start))
        elif start <= link.start and link.end == end:
            fit = (1, link.end - link.start)
        else:
            continue
        if best is None or fit > best:
            best, chosen = fit, link
    return chosen
