"""What makes two sides of a group two events."""

from __future__ import annotations

import numpy as np
import pytest

from digest.cluster.features import profile
from digest.cluster.sides import two_events
from digest.cluster.space import make_space
from tests.cluster.samples import look_alikes

TUESDAY, THURSDAY = 2, 8  # bits, as in digest.cluster.time.Dates


@pytest.mark.parametrize(
    ("weekdays", "expected"),
    [
        ((TUESDAY, TUESDAY, 0, THURSDAY, THURSDAY, 0), True),
        ((TUESDAY, TUESDAY, 0, TUESDAY, THURSDAY, 0), False),
        ((TUESDAY, 0, 0, THURSDAY, 0, 0), False),
        ((0, 0, 0, 0, 0, 0), False),
    ],
)
def test_leads_that_name_other_days_only_speak_for_two_events(
    weekdays: tuple[int, ...], expected: bool
) -> None:
    space = make_space([profile(r) for _, r in look_alikes(events=1, articles=6)])
    side = np.array([True, True, True, False, False, False])
    similarity = np.full((6, 6), 0.15)
    assert two_events(space, range(6), side, similarity, np.array(weekdays)) is expected


def test_other_names_and_leads_speak_for_two_events_without_any_day() -> None:
    space = make_space([profile(r) for _, r in look_alikes(events=2, articles=3)])
    side = np.array([True, True, True, False, False, False])
    similarity = np.full((6, 6), 0.15)
    assert two_events(space, range(6), side, similarity, np.zeros(6, dtype=np.int64))
