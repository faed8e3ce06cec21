"""Which sentences may be printed by themselves."""

from __future__ import annotations

import pytest

from digest.summarize.fitness import unfit
from tests.summarize.build import reading


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday to close the ferry line.",
        "“The ferry line is too dear to keep,” Mayor Lena Brandt said on Monday.",
        "The council called the ferry line “a luxury of our past” and voted to close it.",
        "Former F.B.I. agent Ada Okoro told the U.S. council to close the ferry line.",
        "The U.S. council voted on Monday to close the ferry line, according to a U.S. official.",
    ],
)
def test_fit(text: str) -> None:
    story = reading("a", text)
    assert unfit(story, story.sentences[0]) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Will the council close the ferry line?", "a question"),
        ("Closed for good.", "shorter than a sentence"),
        ("“The ferry line is too dear to keep.", "half of a quotation"),
        ("“The ferry line is too dear to keep.”", "a quotation without its speaker"),
        ("We think the ferry line is too dear to keep.", "somebody's own words without quotation marks"),
        ("FILE PHOTO: A ferry leaves the harbour of Orlin.", "page furniture"),
        ("Sign up for our newsletter about ferries and ports.", "page furniture"),
        ("The council voted on Monday to close the ferry", "not a finished sentence"),
        ("and voted on Monday to close the ferry line.", "begins in the middle of a sentence"),
    ],
)
def test_unfit(text: str, reason: str) -> None:
    story = reading("a", text)
    assert unfit(story, story.sentences[0]) == reason
