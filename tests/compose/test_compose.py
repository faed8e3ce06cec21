"""Composing: numbering, passages, the opening, and the refusal to print what does not stand there."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from digest.errors import EvidenceError
from digest.model import Article, Paragraph, Reading, Sentence, Span, StatementGroup, Story, StorySummary
from tests.compose.factory import DAM, FISH, WHY, findings, made, quote, reading, topic


def test_every_printed_line_is_cited_and_marked_in_its_passage() -> None:
    briefing = made(topic("t1", findings("s1", DAM)), readings=[DAM])
    line = briefing.in_brief[0]
    passage = briefing.passages[line.citation.passage - 1]
    assert line.text == "The wall moved on Tuesday."
    assert passage.text == "The wall moved on Tuesday."
    assert [(mark.start, mark.end) for mark in passage.marks] == [(0, 26)]
    assert passage.line == 3


def test_references_are_numbered_by_first_use_and_every_source_has_one() -> None:
    briefing = made(topic("t1", findings("s1", FISH)), readings=[DAM, FISH])
    assert [reference.article_id for reference in briefing.references] == ["fish", "dam"]
    assert [reference.number for reference in briefing.references] == [1, 2]


def test_topic_with_more_origins_comes_first() -> None:
    both = topic("t2", findings("s2", DAM), findings("s3", FISH))
    third = reading("third", "Alone", "One thing happened.")
    briefing = made(topic("t1", findings("s1", third)), both, readings=[DAM, FISH, third])
    assert [t.id for t in briefing.topics] == ["t2", "t1"]


def test_opening_takes_the_latest_story_of_each_topic_before_the_second_of_one() -> None:
    two = topic("t1", findings("s1", DAM), findings("s2", FISH))
    third = reading("third", "Alone", "One thing happened.")
    briefing = made(two, topic("t2", findings("s3", third)), readings=[DAM, FISH, third], in_brief=2)
    assert [line.text for line in briefing.in_brief] == [
        "Two countries shared a catch.",
        "One thing happened.",
    ]


@pytest.mark.parametrize(("confidence", "printed"), [(0.95, "Pieter Holm"), (0.94, None)])
def test_speaker_is_printed_only_when_certain(confidence: float, printed: str | None) -> None:
    said = quote(DAM, "We have time,", "Pieter Holm", confidence=confidence)
    briefing = made(topic("t1", findings("s1", DAM, said)), readings=[DAM])
    [found] = briefing.topics[0].stories[0].quotes
    assert found.speaker == printed
    assert (found.cue is None) == (printed is None)


@pytest.mark.parametrize("change", [{"marked": False}, {"kind": "mixed"}])
def test_words_whose_marks_are_lost_and_fragments_need_a_certain_speaker(change: dict[str, Any]) -> None:
    said = dataclasses.replace(quote(DAM, "We have time,", "Pieter Holm", confidence=0.5), **change)
    briefing = made(topic("t1", findings("s1", DAM, said)), readings=[DAM])
    assert briefing.topics[0].stories[0].quotes == ()


def test_finding_that_is_not_what_its_span_says_is_refused() -> None:
    false = dataclasses.replace(
        quote(DAM, "We have time,", "Pieter Holm", confidence=1), text="We have none,"
    )
    with pytest.raises(EvidenceError, match="We have none"):
        made(topic("t1", findings("s1", DAM, false)), readings=[DAM])


def test_span_outside_its_source_is_refused() -> None:
    beyond = dataclasses.replace(findings("s1", FISH), lead=Span("fish", 0, 10_000))
    with pytest.raises(EvidenceError, match="no such characters"):
        made(topic("t1", beyond), readings=[FISH])


def test_long_paragraph_shows_the_sentences_around_the_span() -> None:
    said = [f"Sentence number {n} says a thing that takes some room to say in full." for n in range(30)]
    text = " ".join(said)
    starts = [text.index(s) for s in said]
    article = Article("long", "long.txt", "0" * 64, "Long", text, paragraphs=(Paragraph(0, len(text), 1),))
    long = Reading(article, tuple(Sentence(a, a + len(s), 0, ()) for a, s in zip(starts, said, strict=True)))
    found = findings("s1", long)
    cited = Span("long", starts[9], starts[9] + len(said[9]))
    found = dataclasses.replace(found, lead=cited, summary=StorySummary("s1", cited, (cited,)))
    [passage] = made(topic("t1", found), readings=[long]).passages
    assert passage.text == " ".join(said[8:11])
    assert text[passage.start : passage.end] == passage.text


def test_what_origins_agree_on_is_cited_in_each_of_them() -> None:
    spans = (Span("dam", 0, len("The wall moved on Tuesday.")), Span("fish", 0, len("Two countries shared")))
    group = StatementGroup(spans, "agree", 2, "reported by 2 origins")
    both = Story("s1", ("dam", "fish"), None, None, WHY)
    found = dataclasses.replace(findings("s1", DAM), story=both, agreement=(group,))
    [printed] = made(topic("t1", found), readings=[DAM, FISH]).topics[0].stories[0].agreement
    assert (printed.relation, printed.origins, printed.reason) == ("agree", 2, "reported by 2 origins")
    assert [line.text for line in printed.lines] == ["The wall moved on Tuesday.", "Two countries shared"]
    assert [line.citation.reference for line in printed.lines] == [1, 2]


def test_empty_day_is_an_edition_too() -> None:
    briefing = made(readings=[])
    assert briefing.topics == ()
    assert briefing.in_brief == ()
