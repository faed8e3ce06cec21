"""Who is named in print as a voice, and who is no voice: readable pairs through the language pipeline."""

from __future__ import annotations

import pytest

from digest.reconcile.sourcing import LIKELY
from digest.reconcile.worth import CERTAIN
from tests.extract.quote_cases import quotes_of

VOICES = [  # text, its voices: a name in print, or "" where the name is not certain enough for that
    (
        "The Rev. Paul Okafor of Orr said it would open. “We have room,” the Rev. Okafor said.",
        ["Paul Okafor"] * 2,
    ),
    ("“It is dead,” the Ohio Republican said.", [""]),
    ("“It is dead,” an Ohio Republican said.", ["an Ohio Republican"]),
    ("“He has lost his way and his friends,” his lawyer said.", [""]),
    ("“He has lost his way and his friends,” a lawyer said.", ["a lawyer"]),
    ("“It is weak,” the fact sheet says.", ["the fact sheet"]),
    ("A sign in the window said: “We have moved to the mill.”", ["A sign in the window"]),
    ("Nadia Rahimi Friday said that the mill was shut.", ["Nadia Rahimi"]),
    ("The Indian Navy in November said it had sunk the “mother ship.”", ["The Indian Navy"]),
    ("“We have met,” the Guild President Ana Maria Ruiz said.", ["Ana Maria Ruiz"]),
    ("Ana Ruiz met Tom Byrne. “We win,” Ruiz and Byrne said.", ["Ruiz and Byrne"]),
    ("Ana Ruiz met Tom Byrne. “We win,” she and Byrne said.", []),
    ("The crowd chanted that the mayor must go.", [""]),
]
NO_VOICES = [
    "Mr. Okafor’s loss recalled the defeat of Nadia Rahimi.",
    "The long-awaited summit offers an early test of the premier’s goal.",
    "The premier’s stance underlines the risk to the party.",
    "The goal also acknowledges a fall in trade.",
    "An aide who describes herself on the web as a friend of cats left.",
    "The mill found itself in debt despite its trade, and the town is seizing its chance.",
    "The town was shut by the rain, no matter the cost, Nadia Rahimi will insist on being heard.",
    "An aide, who asked not to be named, left the mill.",
    "As the clerk tried to speak, Mr. Byrne continued.",
    "The doctor once again found himself embroiled in a fight with Senator Byrne.",
]
CONTENTS = [
    ("At another point, Mara Lind said, “We take the road to be open.”", "We take the road to be open."),
    (
        "“It is a block,” said Tom Byrne, a Republican who represents the district that will host the talks.",
        "It is a block",
    ),
    ("When Mara Lind said he had failed, Tom Byrne produced a “letter.”", "he had failed"),
    ("The White House announced Friday afternoon that it would not go on.", "that it would not go on"),
    ("The premier vowed Wednesday to press ahead with the dam.", "to press ahead with the dam"),
    ("The ministry said Friday morning the talks had failed.", "the talks had failed"),
    (
        "The attorney Paul Lind said only that the office was reviewing it.",
        "that the office was reviewing it",
    ),
    (
        "Tom Byrne also said that Ms. Rahimi told him about the plan.",
        "that Ms. Rahimi told him about the plan",
    ),
    (
        "Asked later whether it was true, Tom Byrne said, “Yes, it was at the mill.”",
        "Yes, it was at the mill.",
    ),
]


@pytest.mark.language
@pytest.mark.parametrize(("text", "expected"), VOICES, ids=[text for text, _ in VOICES])
def test_a_voice_has_a_name_that_says_who_it_is(text: str, expected: list[str]) -> None:
    speakers = [q.speaker for q in quotes_of(text) if q.speaker and q.speaker.confidence >= LIKELY]
    assert [s.name if s.confidence >= CERTAIN else "" for s in speakers] == expected


@pytest.mark.language
@pytest.mark.parametrize("text", NO_VOICES)
def test_events_deeds_and_things_are_no_voices(text: str) -> None:
    assert all(q.speaker is None or q.speaker.confidence < LIKELY for q in quotes_of(text))


@pytest.mark.language
@pytest.mark.parametrize(("text", "expected"), CONTENTS, ids=[text for text, _ in CONTENTS])
def test_the_time_of_saying_is_no_part_of_what_was_said(text: str, expected: str) -> None:
    assert [quote.text for quote in quotes_of(text)] == [expected]


@pytest.mark.language
@pytest.mark.parametrize("text", ["A Ledger clerk on Friday apologized for a post that mocked the mayor."])
def test_the_day_of_saying_is_no_part_of_who_says_it(text: str) -> None:
    assert [quote.speaker.text for quote in quotes_of(text) if quote.speaker] == ["A Ledger clerk"]


@pytest.mark.language
def test_who_sends_a_letter_speaks_in_it_and_not_who_gets_it() -> None:
    [quote] = quotes_of("Tom Byrne sent a letter to the members saying the mill “will open.”")
    assert quote.speaker is not None
    assert quote.speaker.text == "Tom Byrne"
