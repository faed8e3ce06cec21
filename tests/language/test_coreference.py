"""Who is meant: whole short texts through the pipeline."""

from __future__ import annotations

import pytest

from digest.annotate import Annotated, annotate
from digest.language import load
from digest.language.coreference import link_at
from digest.model import Article, Link, Paragraph


def read(*paragraphs: str, title: str = "") -> Annotated:
    text = "\n\n".join(paragraphs)
    spans = []
    at = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        spans.append(Paragraph(at, at + len(paragraph), number))
        at += len(paragraph) + 2
    article = Article(id="a", path="a", source_sha256="", title=title, text=text, paragraphs=tuple(spans))
    return next(annotate([article], load("embedded")))


def who(annotated: Annotated, mention: str, *, nth: int = 0) -> str | None:
    """The name that the nth occurrence of a mention is linked to."""
    text = annotated.article.text
    start = -1
    for _ in range(nth + 1):
        start = text.index(mention, start + 1)
    link = link_at(annotated.links, start, start + len(mention))
    return None if link is None else text[link.name_start : link.name_end]


@pytest.mark.language
def test_a_surname_is_linked_to_the_full_name() -> None:
    annotated = read("Prime Minister Marta Lindholm arrived on Monday.", "Lindholm said the talks were hard.")
    assert who(annotated, "Lindholm", nth=1) == "Marta Lindholm"


@pytest.mark.language
def test_a_pronoun_is_linked_to_the_speaker_of_the_sentence_before() -> None:
    annotated = read(
        "Government spokeswoman Marta Lindholm met reporters in Brussels.",
        "“We are ready to talk,” Lindholm said.",
        "“There is still time,” she added.",
    )
    assert who(annotated, "she") == "Marta Lindholm"


@pytest.mark.language
def test_a_name_after_a_title_spoke_as_its_subject_does() -> None:
    annotated = read(
        "Velmora's parliament has voted for a public inquiry into the dam.",
        "Prime Minister Hanne Voss said the inquiry would be free to question ministers under oath.",
        '"The people of the valley are owed the truth," Voss said.',
        "Opposition leader Karel Dusek said the vote came too late. "
        '"Nine days ago thousands of people ran from a wall that nobody was told to mend," he said.',
    )
    assert who(annotated, "he", nth=annotated.article.text[:-8].count("he")) == "Karel Dusek"


@pytest.mark.language
def test_a_role_is_linked_to_the_name_it_stood_beside() -> None:
    annotated = read(
        "French President Paul Ferrand met German Chancellor Anna Bergmann in Paris.",
        "The French president said that the talks went well.",
    )
    assert who(annotated, "The French president") == "Paul Ferrand"


@pytest.mark.language
def test_an_unnamed_official_is_linked_to_the_first_description() -> None:
    annotated = read(
        "A senior Foreign Ministry official briefed reporters.",
        "The talks failed, the official said.",
    )
    start = annotated.article.text.index("the official")
    link = link_at(annotated.links, start, start + len("the official"))
    assert link is not None
    assert not link.named
    assert (who(annotated, "the official") or "").endswith("senior Foreign Ministry official")


@pytest.mark.language
def test_what_nobody_was_called_before_is_linked_to_nobody() -> None:
    assert read("It said that the minister would leave.").links == ()


LINKS = (
    Link(0, 3, 10, 20, 0.9, "pronoun"),
    Link(30, 35, 10, 20, 0.9, "surname"),
    Link(30, 50, 60, 70, 0.9, "role"),
)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 3, LINKS[0], id="the mention itself"),
        pytest.param(30, 35, LINKS[1], id="the smallest that holds it"),
        pytest.param(25, 35, LINKS[1], id="the mention at the end of the stretch"),
        pytest.param(36, 40, LINKS[2], id="inside a longer mention"),
        pytest.param(3, 9, None, id="none"),
    ],
)
def test_link_at(start: int, end: int, expected: Link | None) -> None:
    assert link_at(LINKS, start, end) == expected


@pytest.mark.language
def test_who_is_quoted_does_not_name_himself() -> None:
    annotated = read(
        "Analyst Peter Brandt follows the talks between Erik Lindholm and the union.",
        "Brandt said the plan was late.",
        "“Nobody listens to Lindholm any more,” he said.",
    )
    assert who(annotated, "he", nth=annotated.article.text.count("he") - 1) == "Peter Brandt"


@pytest.mark.language
def test_a_title_that_speaks_against_the_given_name_means_another_person() -> None:
    annotated = read("Laura Bergmann runs the plant.", "Mr. Bergmann said on Monday that he would leave.")
    assert who(annotated, "Bergmann", nth=1) is None
    assert who(annotated, "he", nth=annotated.article.text.count("he") - 1) == "Bergmann"


@pytest.mark.language
def test_a_vice_president_is_not_the_president() -> None:
    annotated = read(
        "President Anna Bergmann and Vice President Erik Lindholm spoke in Berlin.",
        "The president said the talks went well.",
    )
    assert who(annotated, "The president") == "Anna Bergmann"


@pytest.mark.language
def test_an_acronym_stands_for_the_long_form() -> None:
    annotated = read(
        "The World Health Organization sent 30 doctors to Chad.", "The WHO said more help was on its way."
    )
    assert who(annotated, "WHO") == "World Health Organization"
