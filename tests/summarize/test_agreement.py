"""Who agrees, who differs, who is alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Entity, Figure, FigureRow, Origin, Reading, Span, StatementGroup
from digest.summarize import agreement
from digest.summarize.difference import apart
from tests.summarize.build import reading


def counting(base: Reading, text: str, number: str, counted: str = "people") -> Reading:
    at = base.article.text.index(text)
    figure = Figure(at, at + len(text), text, "number", Decimal(number), counted=counted)
    return replace(base, figures=(*base.figures, figure))


def naming(base: Reading, *names: str) -> Reading:
    found = [(base.article.text.index(name), name) for name in names]
    entities = tuple(Entity(at, at + len(name), name, "PERSON", name) for at, name in found)
    return replace(base, entities=entities)


def said(group: StatementGroup, *readings: Reading) -> list[str]:
    articles = {r.article.id: r.article for r in readings}
    return [articles[span.article_id].at(span) for span in group.spans]


HALL = reading(
    "a",
    "The fire at the market hall of Orlin on Monday hurt 12 people.",
    "Inspectors warned twice that the sprinklers of the market hall were broken.",
)
STREET = reading(
    "b",
    "A fire at the market hall in Orlin sent 19 people to hospital, the mayor said.",
    "The sprinklers of the market hall were broken, as inspectors warned twice.",
)


def test_what_another_origin_bears_out_is_agreed() -> None:
    [agreed] = agreement([HALL, STREET])
    assert (agreed.relation, agreed.origins, agreed.reason) == ("agree", 2, "reported by 2 origins")
    assert len(said(agreed, HALL, STREET)) == 2
    assert all("sprinklers" in line for line in said(agreed, HALL, STREET))


def test_copies_do_not_agree_with_each_other() -> None:
    assert agreement([HALL, STREET], [Origin("a", ("a", "b"), "copies")]) == ()


def test_sentence_that_was_copied_word_for_word_is_no_second_report() -> None:
    copied = "Inspectors warned twice that the sprinklers of the market hall were broken."
    assert agreement([HALL, reading("c", "Traders want the hall back by spring, they said.", copied)]) == ()


def test_what_one_affirms_and_the_other_denies_is_not_agreed() -> None:
    denial = "The sprinklers of the market hall were not broken, though inspectors warned twice."
    assert agreement([HALL, reading("c", "Traders want the hall back by spring, they said.", denial)]) == ()


def test_of_two_sentences_the_one_that_the_other_bears_out_is_printed() -> None:
    less = "The sprinklers were broken, a trader of the market said."
    short = reading("c", "Traders want the hall back by spring, they said.", less)
    [group] = agreement([HALL, short])
    assert said(group, HALL, short)[0] == less


def test_number_that_the_other_origin_does_not_give_is_not_printed_as_agreed() -> None:
    line = "Inspectors warned 14 times that sprinklers of the market hall were broken."
    one = counting(reading("a", line), "14", "14")
    [group] = agreement([one, STREET])
    assert (
        said(group, one, STREET)[0]
        == "The sprinklers of the market hall were broken, as inspectors warned twice."
    )


def test_what_the_summary_prints_is_not_told_in_other_words() -> None:
    sprinklers = HALL.sentences[1]
    first = Span("a", sprinklers.start, sprinklers.end)
    [group] = agreement([HALL, STREET], printed=[first])
    assert group.spans[0] == first  # named as agreed, with the others that say so
    reworded = reading(
        "c", "That sprinklers were broken in the market hall is what inspectors warned of twice."
    )
    other = Span("c", reworded.sentences[0].start, reworded.sentences[0].end)
    groups = agreement([HALL, STREET, reworded], printed=[other])
    assert [group.spans[0] for group in groups] == [other]


def test_figures_that_reconciling_found_to_differ_are_shown_in_their_sentences() -> None:
    one, other = counting(HALL, "12", "12"), counting(STREET, "19", "19")
    row = FigureRow((("a", one.figures[0]), ("b", other.figures[0])), 0, "differ", 2, "both count the hurt")
    differ = next(g for g in agreement([one, other], figures=[row]) if g.relation == "differ")
    assert (differ.origins, differ.reason) == (2, "12 against 19")
    assert said(differ, one, other) == [
        "The fire at the market hall of Orlin on Monday hurt 12 people.",
        "A fire at the market hall in Orlin sent 19 people to hospital, the mayor said.",
    ]
    agreeing = replace(row, relation="development")
    assert all(g.relation != "differ" for g in agreement([one, other], figures=[agreeing]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("12", None), ("14", None), True),
        (("6000", "more than"), ("6200", "about"), False),
        (("6200", "about"), ("7500", "Some"), True),
        (("100", "up to"), ("80", None), False),
        (("100", "up to"), ("120", None), True),
    ],
)
def test_figures_are_apart_where_no_value_satisfies_both(
    one: tuple[str, str | None], other: tuple[str, str | None], expected: bool
) -> None:
    first, second = (
        Figure(0, 1, value, "number", Decimal(value), qualifier=qualifier)
        for value, qualifier in (one, other)
    )
    assert apart(first, second) == expected
    assert apart(second, first) == expected


def test_name_that_no_other_origin_has_is_reported_by_one_alone() -> None:
    line = "Judge Oskar Lindqvist will lead the inquiry from next month."
    one = naming(reading("a", "The market hall of Orlin burned down on Monday.", line), "Oskar Lindqvist")
    single = [g for g in agreement([one, STREET]) if g.relation == "single"]
    assert [said(group, one) for group in single] == [[line]]
    told = reading("b", "Lindqvist is the judge of a panel that begins its work on the fire soon.")
    assert all(g.relation != "single" for g in agreement([one, told]))


def test_what_has_a_name_that_another_origin_knows_may_be_told_there_too() -> None:
    line = "Owners in the Fjordgate worry about the Lantern Feast that Norland will hold in their street."
    one = naming(reading("a", HALL.article.text, line), "Fjordgate", "Lantern Feast")
    feast = reading("c", STREET.article.text, "The mayor said that the Lantern Feast brings guests.")
    assert [g.relation for g in agreement([one, STREET])] == ["agree", "single"]
    assert all(g.relation != "single" for g in agreement([one, feast]))


def test_sequel_is_not_told_as_one_origins_own() -> None:
    line = "While critics such as Judge Oskar Lindqvist kept quiet, traders mourned their stalls."
    one = naming(reading("a", "The market hall of Orlin burned down on Monday.", line), "Oskar Lindqvist")
    assert all(group.relation != "single" for group in agreement([one, STREET]))


def test_every_sentence_is_in_one_group_at_most() -> None:
    spans = [span for group in agreement([HALL, STREET]) for span in group.spans]
    assert len(spans) == len(set(spans))


@given(
    st.permutations([HALL, STREET, reading("c", "The market hall of Orlin burned for hours in the fire.")])
)
def test_law_order_of_articles_does_not_matter(shuffled: list[Reading]) -> None:
    assert agreement(shuffled) == agreement(sorted(shuffled, key=lambda r: r.article.id))
