"""Which sentences cannot stand alone, and why."""

from __future__ import annotations

import pytest

from digest.annotate import annotate
from digest.extract.sentences import find_sentences
from digest.language import load
from digest.model import Article, Paragraph, Sentence

pytestmark = pytest.mark.language

BEFORE = "Prime Minister Marta Lindholm met a senior energy official in Oslo on Monday."

WHOLE = [
    "Prime Minister Marta Lindholm met reporters in Oslo on Monday.",
    "Lindholm said she would visit the plant in May.",
    "In her speech, Lindholm praised the workers.",
    "“We are ready to talk,” Lindholm told reporters in Oslo.",
    "This week the company will open two plants in Norway.",
    "More than 300 people were hurt in the fire, the police said.",
    "It is not clear who started the fire, the police said.",
    "Though the plant is old, the company will open it again in May.",
    "The former minister will visit the plant in Bergen in May.",
    "The US military will open two plants in Norway in May.",
    "Those who stayed behind were rescued by the army.",
]

DANGLING = [
    ("She said the plant would open in May.", "'She' is not named in it"),
    ("On Monday he flew to Oslo for more talks.", "'he' is not named in it"),
    ("But the government has not paid the workers.", "opens with 'But'"),
    ("However, the plant will open in May.", "opens with 'However'"),
    ("The latter has not paid the workers since May.", "opens with 'the latter'"),
    ("The two will meet in Oslo next week.", "opens with 'the two'"),
    ("That would be the first visit in ten years.", "opens with 'That'"),
    ("These plans have angered the workers of the plant.", "opens with 'These'"),
    ("It said the plant would open in May.", "opens with 'It'"),
    ("In addition, the plant will hire 300 workers.", "opens with 'in addition'"),
    ("In fact, the plant has paid 300 workers since May.", "opens with 'in fact'"),
    ("Lindholm also visited the plant in Bergen.", "adds with 'also'"),
    ("Lindholm visited the plant after that meeting.", "points back with 'that meeting'"),
    ("The official said the plant would open in May.", "'The official' is not named in it"),
    ("The announcement came a day after the fire.", "'the announcement' takes up another sentence"),
    ("We have not paid the workers since May.", "speaks as 'We'"),
    ("“The plant will open in May and stay open.”", "is all quotation, and does not say whose"),
    ("A long day at the plant in Bergen.", "has no finite verb"),
    ("Read more here.", "has fewer than four words"),
    ("Lindholm answered three questions of the workers:", "breaks off"),
]


def last_sentence(text: str) -> Sentence:
    paragraphs = (Paragraph(0, len(BEFORE), 1), Paragraph(len(BEFORE) + 2, len(BEFORE) + 2 + len(text), 3))
    article = Article("a", "a", "", title="", text=f"{BEFORE}\n\n{text}", paragraphs=paragraphs)
    (annotated,) = annotate([article], load("embedded"))
    return find_sentences(annotated)[-1]


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_sentence_stands_alone(text: str) -> None:
    assert last_sentence(text).dangling is None


@pytest.mark.parametrize(("text", "why"), DANGLING)
def test_a_sentence_that_needs_another_says_why(text: str, why: str) -> None:
    assert last_sentence(text).dangling == why
