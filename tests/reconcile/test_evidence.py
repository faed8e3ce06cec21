"""What speaks for one quantity: senses, meanings, units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digest.model import Figure
from digest.reconcile.figures.contrasts import disputes, set_against
from digest.reconcile.figures.course import is_new, is_part, reached
from digest.reconcile.figures.events import event_of
from digest.reconcile.figures.modes import sense_of
from digest.reconcile.figures.nouns import stems
from digest.reconcile.figures.second_look import Weighed, look_again
from digest.reconcile.figures.speakers import two_speakers
from digest.reconcile.figures.values import Interval, compatible, equal, interval_of
from digest.reconcile.figures.weights import OF_ONE_VALUE, OF_UNLIKE_VALUES


@pytest.mark.parametrize(
    ("clause", "sense"),
    [
        ("the union wants a rise of", "asked"),
        ("the port offered a rise of", "offered"),
        ("the hall can hold", "limit"),
        ("seas could rise", "forecast"),
        ("the firm will hire", "planned"),
        ("the firm hired", None),
        ("a better-than-expected rise, and fewer left than expected", None),
    ],
)
def test_a_plan_a_demand_and_a_fact_are_told_apart(clause: str, sense: str | None) -> None:
    assert sense_of(clause, None) == sense


def test_words_of_one_meaning_are_one_stem() -> None:
    assert stems("the blaze destroyed houses") == stems("the fire destroyed dwellings")


def length(value: str, metres: str) -> Interval:
    stated = Decimal(value) * Decimal(metres)
    return Interval(stated, stated, (stated, stated), "metre", metres, 0)


def test_a_conversion_may_round_and_one_unit_may_not() -> None:
    assert equal(length("75", "1609.344"), length("120", "1000"))
    assert not equal(length("120", "1000"), length("121", "1000"))


def number(text: str, words: str, counted: str | None = None, qualifier: str | None = None) -> Figure:
    digits = "".join(character for character in words if character.isdigit())
    start = text.index(words)
    return Figure(
        start, start + len(words), words, "number", Decimal(digits), counted=counted, qualifier=qualifier
    )


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("more than 33,000", "33,412", True),
        ("more than 33,000", "38,000", False),
        ("more than 250", "290", True),
        ("at least 250", "290", True),
        ("no more than 390", "425", False),
        ("no more than 390", "380", True),
        ("no fewer than 390", "425", True),
        ("about 390", "425", False),
    ],
)
def test_a_bound_goes_as_far_as_a_writer_would_mean_it(one: str, other: str, fit: bool) -> None:
    bound = interval_of(number(one, one, qualifier=one.rpartition(" ")[0]))
    exact = interval_of(number(other, other))
    assert bound is not None
    assert exact is not None
    assert compatible(bound, exact) == fit


@pytest.mark.parametrize(
    ("text", "words", "way"),
    [
        ("The toll has climbed to 31.", "31", 1),
        ("The number behind bars fell to about 580.", "about 580", -1),
        ("The number is 31.", "31", 0),
        ("The toll rose by 12 to at least 31.", "at least 31", 0),
        ("Ships rose and fell. They brought it to 31.", "31", 0),
    ],
)
def test_a_value_is_reached_by_a_rise_or_a_fall(text: str, words: str, way: int) -> None:
    assert reached(text, number(text, words)) == way


@pytest.mark.parametrize(
    ("text", "words", "counted", "new"),
    [
        ("Doctors reported 74 new cases.", "74", "new cases", True),
        ("Doctors saw 74 patients in a single day.", "74", "patients", True),
        ("Doctors have seen 74 patients.", "74", "patients", False),
        ("The number of new cases rose to 74.", "74", "new cases", False),
    ],
)
def test_what_came_in_some_time_is_not_all_there_is(text: str, words: str, counted: str, new: bool) -> None:
    assert is_new(text, number(text, words, counted)) == new


@pytest.mark.parametrize(
    ("text", "opposed"),
    [
        ("The union counts 3,200 posts, almost twice the official figure of 1,700.", True),
        ("It was 3,200 rather than 1,700 posts.", True),
        ("It had 3,200 posts and now has 1,700 posts.", False),
        ("It has 3,200 posts, far more than the 1,700 of last year.", False),
    ],
)
def test_an_article_may_set_two_numbers_against_each_other(text: str, opposed: bool) -> None:
    figures = [number(text, "3,200"), number(text, "1,700")]
    assert bool(set_against(text, figures)) == opposed


def test_each_kind_of_evidence_speaks_as_its_name_says() -> None:
    for table in (OF_ONE_VALUE, OF_UNLIKE_VALUES):
        assert all(weight < 0 for name, weight in table.items() if name.startswith(("other ", "opposed")) and
                   name != "other day")  # fmt: skip
        assert all(weight > 0 for name, weight in table.items() if name.startswith("same "))


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("the health ministry", "a health ministry spokesman", False),
        ("organisers", "its organisers", False),
        ("the health ministry", "the interior ministry", False),  # they share a word: not surely two
        ("police", "organisers", True),
        ("police", None, False),
    ],
)
def test_two_speakers_are_told_by_their_words(one: str, other: str | None, two: bool) -> None:
    assert two_speakers(one, other) is two


@pytest.mark.parametrize(
    ("text", "words", "course"),
    [
        ("The toll from the sinking of the Anna has risen to 29.", "29", 1),
        ("Stocks sank and then climbed above 40.", "40", 1),
        ("The queue slipped below 40.", "40", -1),
        ("Cases have topped 400.", "400", 1),
    ],
)
def test_the_last_verb_says_from_where_a_value_was_reached(text: str, words: str, course: int) -> None:
    assert reached(text, number(text, words)) == course


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("Some 500 people will lose their jobs.", "500", "fired"),
        ("Some 500 people lost their homes.", "500", "displaced"),
        ("The army lost 500 soldiers.", "500", "dead"),
        ("A hall for 500 people is to cost much.", "500", None),
    ],
)
def test_what_was_lost_says_what_befell_those_counted(text: str, words: str, event: str | None) -> None:
    counted = "soldiers" if "soldiers" in text else "people"
    assert event_of(text, number(text, words, counted)) == event


def test_a_part_is_told_from_the_whole() -> None:
    assert is_part(
        "It has 600 stalls, of which 230 burned.", number("It has 600 stalls, of which 230", "230")
    )
    text = "That brings the number of those killed to 22."
    assert not is_part(text, number(text, "22"))


def test_a_sentence_that_disputes_others_is_known() -> None:
    assert disputes("The union doubts that and by its own count 7,000 came.")
    assert not disputes("Some 7,000 came.")


def test_a_better_partner_weakens_a_pair_and_its_like_strengthens_it() -> None:
    articles = ["a", "a", "b", "c"]
    alone = look_again({(0, 2): Weighed(False, 1.0)}, articles)[0, 2]
    rivalled = look_again({(0, 2): Weighed(False, 1.0), (1, 2): Weighed(False, 3.0)}, articles)[0, 2]
    first = {(0, 2): Weighed(False, 1.0), (0, 3): Weighed(True, 3.0), (2, 3): Weighed(False, 3.0)}
    assert rivalled < alone < look_again(first, articles)[0, 2]
