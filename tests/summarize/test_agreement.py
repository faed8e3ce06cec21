"""Who agrees, who differs, who is alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Figure, Origin, Reading
from digest.summarize import agreement
from tests.summarize.build import reading


def counting(base: Reading, number: str, counted: str) -> Reading:
    at = base.article.text.index(number)
    figure = Figure(at, at + len(number), number, "number", Decimal(number), counted=counted)
    return replace(base, figures=(figure,))


FIRE = [
    counting(
        reading("a", "The fire at the market hall of Orlin hurt 12 people.", "The bakery was still open."),
        "12",
        "people",
    ),
    counting(reading("b", "A fire at the market hall in Orlin hurt 14 people."), "14", "people"),
]


def test_different_counts_of_one_thing_differ() -> None:
    first, *_ = agreement(FIRE)
    assert (first.relation, first.origins, first.reason) == ("differ", 2, "12 against 14")


def test_what_one_origin_reports_is_single() -> None:
    article = FIRE[0].article
    single = [g for g in agreement(FIRE) if g.relation == "single"]
    assert [article.text[s.start : s.end] for g in single for s in g.spans] == ["The bakery was still open."]


def test_copies_do_not_agree_with_each_other() -> None:
    copies = [reading(i, "The fire at the market hall of Orlin hurt many people.") for i in "ab"]
    assert agreement(copies, [Origin("a", ("a", "b"), "exact copies")]) == ()
    assert [g.relation for g in agreement(copies)] == ["agree"]


def test_every_sentence_is_in_one_group_at_most() -> None:
    spans = [span for group in agreement(FIRE) for span in group.spans]
    assert len(spans) == len(set(spans))


def test_what_all_open_with_is_agreed_though_every_sentence_has_its_words() -> None:
    story = [
        reading(
            "a", "Mayor Lena Brandt of Orlin resigned on Monday over the harbour contract.", "Brandt is 61."
        ),
        reading("b", "Orlin's mayor Lena Brandt resigned on Monday in a row over the harbour contract."),
    ]
    first, *_ = agreement(story)
    assert (first.relation, first.origins, len(first.spans)) == ("agree", 2, 2)


@given(st.permutations([*FIRE, reading("c", "The market hall of Orlin burned for hours in the fire.")]))
def test_law_order_of_articles_does_not_matter(shuffled: list[Reading]) -> None:
    assert agreement(shuffled) == agreement(sorted(shuffled, key=lambda r: r.article.id))
