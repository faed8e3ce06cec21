from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from digest.model import Briefing
from digest.render import render


def rows(briefing: Briefing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(briefing, "csv").decode(), newline="")))


def test_every_figure_of_every_source_is_a_line(briefing: Briefing) -> None:
    figures = [
        figure
        for topic in briefing.topics
        for story in topic.stories
        for row in story.figures
        for figure in row.figures
    ]
    found = rows(briefing)
    assert [row["figure"] for row in found] == [figure.text for figure in figures]
    assert [row["value"] for row in found][:3] == ["48200000", "45000000", "71000000"]
    assert found[1]["high"] == "60000000"
    assert found[1]["stated by"] == "the Vessin treasury"
    assert [row["printed"] for row in found][:3] == ["yes", "", ""]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_value_is_a_formula(briefing: Briefing, sign: str) -> None:
    topic = replace(briefing.topics[0], name=f"{sign}HYPERLINK(1)")
    found = rows(replace(briefing, topics=(topic,)))
    assert {row["topic"] for row in found} == {f"'{sign}HYPERLINK(1)"}
