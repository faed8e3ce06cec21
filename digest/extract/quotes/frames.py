"""Whether a word reports, and as what: the frame of its verb."""

from __future__ import annotations

from digest.extract.quotes.cues import FRAMES, SAID_FORMS, Frame
from digest.extract.quotes.tokens import Tokens

_STEMS = {"sa": "say", "to": "tell", "te": "tell", "ad": "add", "wr": "write", "tw": "tweet"}
_NOUN_LIKE = frozenset({"reports", "claims", "notes", "reveals", "argues", "warns", "states", "vows"})


def frame_of(tokens: Tokens, index: int) -> Frame | None:
    """The frame of a reporting verb; None for any other token."""
    if (index and tokens.word[index - 1] == "-") or tokens.dep[index] == "prep":
        return None  # "so-called", "regarding"
    if tokens.lower[index] in SAID_FORMS:
        if tokens.lower[index : index + 2] == ["said", "to"] and tokens.tag[index + 2 : index + 3] == ["VB"]:
            return None  # "the road said to be the oldest"
        return FRAMES[_STEMS[tokens.lower[index][:2]]]
    if tokens.tag[index].startswith("VB"):
        return FRAMES.get(tokens.lemma[index])
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    if (
        tokens.lower[index] in _NOUN_LIKE
        and following == "that"
        and index
        and tokens.tag[index - 1][:3] == "NNP"
    ):
        return FRAMES[tokens.lower[index][:-1]]  # "The Post reports that", read as a noun
    return None
