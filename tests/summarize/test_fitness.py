"""Which sentences may be printed by themselves."""

from __future__ import annotations

import pytest

from digest.summarize.fitness import discount, unfit
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


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "The council voted on Monday to close the ferry line.",
            "The council voted today to close the line.",
        ),
        (
            "Mayor Lena Brandt called the line too dear to keep.",
            "“The line has been far too dear to keep for years,” Brandt said.",
        ),
        (
            "The council voted on Monday to close it.",
            "The council voted " + "and voted again " * 12 + "to close it.",
        ),
    ],
)
def test_less_good_to_print(better: str, worse: str) -> None:
    assert discount(worse) < discount(better) == 1.0


def test_todays_possessive_is_no_date() -> None:
    assert discount("Today's ferries are faster than those of the last century.") == 1.0
