"""What is wrong with the quotation marks of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPEECH = re.compile(r"\b(?:said|told|says|added|asked|continued)\b")
_ANY_MARK = re.compile("[\"'“”‘’«»„`]")
_LEAST = 150  # words of a text in which marks would be expected


def mark_flags(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """ "quote marks lost" and "quote marks mismatched", where they are."""
    text = "\n".join(paragraphs)
    if len(text.split()) >= _LEAST and len(_SPEECH.findall(text)) >= 3 and not _ANY_MARK.search(text):
        return ("quote marks lost",)
    following = [*paragraphs[1:], ""]
    wrong = any(_mismatched(one, after) for one, after in zip(paragraphs, following, strict=True))
    return ("quote marks mismatched",) if wrong else ()


def _mismatched(paragraph: str, following: str) -> bool:
    """Whether marks open and do not close, or close in another kind; speech may run on below."""
    depth, opened = 0, ""
    for mark in re.findall('[“”"]', paragraph):
        if depth == 0:
            if mark == "”":
                return True
            depth, opened = 1, mark
        elif (opened, mark) in (("“", "”"), ('"', '"')):
            depth = 0
        else:
            return True
    return depth == 1 and not following.lstrip().startswith(opened)
