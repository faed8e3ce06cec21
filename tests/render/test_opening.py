from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Briefing
from digest.render.opening import Layout, layout
from tests.render.sample import empty_sample, long_sample, sample, short_sample


@pytest.mark.parametrize(
    ("briefing", "expected"),
    [
        (empty_sample(), "together"),
        (short_sample(), "together"),
        (sample(), "together"),
        (replace(sample(), in_brief=sample().in_brief * 4), "shared"),
        (replace(long_sample(3, 1), in_brief=sample().in_brief * 2), "shared"),
        (long_sample(), "apart"),
    ],
    ids=["empty", "short", "middling", "long opening", "three topics", "long"],
)
def test_the_first_pages_share_their_room(briefing: Briefing, expected: Layout) -> None:
    assert layout(briefing) == expected
