from __future__ import annotations

import re
from dataclasses import replace

import pytest

from digest.cluster import Links, cluster
from digest.cluster.naming import listed, names_of, topic_name, words_of
from digest.dates import spoken_day
from digest.model import Entity
from tests.cluster.build import reading


def test_of_a_name_and_a_part_of_it_only_one_is_given() -> None:
    assert names_of({"n:Ada Lund": 0.5, "n:Lund": 0.4, "n:Orsk": 0.3}, 3) == ("Ada Lund", "Orsk")


def test_words_that_are_part_of_a_name_are_not_given_as_words() -> None:
    assert words_of({"w:lund": 0.9, "w:dam": 0.5, "n:Ada Lund": 0.5, "w:12": 0.4}, 3) == ("dam",)


def test_words_that_stand_for_an_office_or_within_a_name_are_not_given() -> None:
    weights = {
        "w:minister": 0.9,
        "w:fil": 0.6,
        "w:sixer": 0.6,
        "w:queen": 0.5,
        "n:Quick-fil": 0.5,
        "n:Sixers": 0.4,
    }
    assert words_of(weights, 3) == ("queen",)


def test_of_two_forms_of_a_word_one_is_given() -> None:
    assert words_of({"w:meet": 0.9, "w:meeting": 0.6, "w:didn": 0.5, "w:treaty": 0.2}, 3) == (
        "meet",
        "treaty",
    )


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ("GOP", "Republicans"),
        ("Republican Party", "GOP"),
        ("China", "Chinese"),
        ("Iranian", "Iran"),
        ("European Union", "EU"),
        ("W.H.O.", "World Health Organization"),
    ],
)
def test_of_two_names_of_one_body_the_heavier_is_given(heavier: str, lighter: str) -> None:
    assert names_of({f"n:{heavier}": 0.5, f"n:{lighter}": 0.4, "n:Orsk": 0.3}, 3) == (heavier, "Orsk")


def test_names_that_only_look_alike_are_both_given() -> None:
    assert names_of({"n:Austria": 0.5, "n:Australia": 0.4, "n:Iraq": 0.3}, 3) == (
        "Austria",
        "Australia",
        "Iraq",
    )


@pytest.mark.parametrize(
    ("lemma", "word"),
    [("dos", "dose"), ("nee", "need"), ("specie", "species"), ("dam", "dam"), ("rehab", "rehab")],
)
def test_a_lemma_that_is_no_word_is_given_as_the_word_that_it_comes_from(lemma: str, word: str) -> None:
    assert words_of({f"w:{lemma}": 0.9}, 1) == (word,)


def test_words_of_every_report_are_not_given() -> None:
    assert words_of({"w:say": 0.9, "w:year": 0.8, "w:dam": 0.5}, 3) == ("dam",)


def test_halves_of_words_with_a_hyphen_are_not_given() -> None:
    assert words_of({"w:anti": 0.9, "w:lago": 0.8, "c:Mar-a-Lago": 0.5, "w:march": 0.2}, 3) == ("march",)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [(("FERGUSON", "Ferguson"), "Ferguson"), (("Ferguson", "FERGUSON"), "Ferguson"), (("NATO",), "NATO")],
)
def test_a_name_is_given_as_it_is_written_other_than_in_capitals(
    forms: tuple[str, ...], expected: str
) -> None:
    told = [
        reading("a", "".join(f"The police of {form} said so. " for form in forms)),
        reading("b", f"It was in {forms[0]} that the police said so."),
    ]
    entities = [
        tuple(
            Entity(m.start(), m.end(), m.group(), "GPE", m.group())
            for m in re.finditer("|".join(forms), each.article.text)
        )
        for each in told
    ]
    told = [replace(each, entities=found) for each, found in zip(told, entities, strict=True)]
    links = Links(together=(("a", "b"),))
    (topic,) = cluster(told, links=links).topics
    assert topic.name.startswith(expected)


def test_a_topic_is_named_by_names_and_words() -> None:
    key = {"n:Ada Lund": 0.6, "n:Orsk": 0.5, "w:dam": 0.4, "w:inquiry": 0.3, "w:crack": 0.1}
    assert topic_name(key) == "Ada Lund and Orsk: dam, inquiry"


def test_a_topic_without_anything_to_say_is_untitled() -> None:
    assert topic_name({}) == "Untitled"


@pytest.mark.parametrize(
    ("day", "said"), [("2031-04-13", "13 April 2031"), ("2031-04", "April 2031"), ("2031", "2031")]
)
def test_a_day_is_said_to_its_precision(day: str, said: str) -> None:
    assert spoken_day(day) == said


def test_an_enumeration() -> None:
    assert [listed(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
