"""What single signs say for or against one event: numbers, weekdays."""

from __future__ import annotations

import numpy as np
import pytest

from digest.cluster.features import profile
from digest.cluster.setting import NUMBERS, shared_numbers
from digest.cluster.time import OTHER_WEEKDAY, SAME_WEEKDAY, agreement, read_dates
from tests.cluster.build import reading


def numbers(*texts: str) -> list[list[float]]:
    found: list[list[float]] = shared_numbers([profile(reading("a", text)) for text in texts], 2).tolist()
    return found


def test_a_number_that_two_articles_share_counts_and_small_ones_do_not() -> None:
    assert numbers("He is 57 and has 2 boats.", "A man of 57 lost 2 boats.")[0][1] == 1
    assert numbers("He has 2 boats.", "She lost 2 boats.")[0][1] == 0


def test_a_number_that_all_have_counts_less() -> None:
    alone = numbers("He is 57.", "A man of 57.", "A dog of 9.")[0][1]
    common = numbers("He is 57.", "A man of 57.", "A dog of 57.")[0][1]
    assert 0 < common < alone


def test_many_numbers_count_as_a_few() -> None:
    assert numbers("Votes: 57, 61, 72, 85.", "It got 57, 61, 72 and 85.")[0][1] == NUMBERS


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("The ferry sank on Monday.", "A ferry was lost on Monday.", SAME_WEEKDAY),
        ("The ferry sank on Monday.", "A ferry was lost on Friday.", OTHER_WEEKDAY),
        ("The ferry sank on Monday.", "A ferry was lost.", 1.0),
    ],
)
def test_weekdays_of_leads_speak_for_and_against_one_event(one: str, other: str, factor: float) -> None:
    dates = read_dates([profile(reading("a", one)), profile(reading("b", other))])
    assert agreement(dates, np.array([0]), np.array([1])).tolist() == [factor]
