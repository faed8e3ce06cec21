from __future__ import annotations

import pytest

from digest.cluster.naming import listed, names_of, topic_name, words_of
from digest.dates import spoken_day


def test_of_a_name_and_a_part_of_it_only_one_is_given() -> None:
    assert names_of({"n:Ada Lund": 0.5, "n:Lund": 0.4, "n:Orsk": 0.3}, 3) == ("Ada Lund", "Orsk")


def test_words_that_are_part_of_a_name_are_not_given_as_words() -> None:
    assert words_of({"w:lund": 0.9, "w:dam": 0.5, "n:Ada Lund": 0.5, "w:12": 0.4}, 3) == ("dam",)


def test_words_that_stand_for_an_office_or_within_a_name_are_not_given() -> None:
    weights = {"w:minister": 0.9, "w:fil": 0.6, "w:queen": 0.5, "n:Quick-fil": 0.5}
    assert words_of(weights, 3) == ("queen",)


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
