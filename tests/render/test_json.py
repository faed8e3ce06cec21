from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import BriefingError
from digest.model import LATER, BriefFigure, Briefing
from digest.render.json import dump, load
from digest.serialise import schema, schema_text
from tests.render.sample import empty_sample, long_sample, sample

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "briefing.schema.json"


@pytest.mark.parametrize("make", [sample, empty_sample, long_sample])
def test_what_is_written_is_read_back(make) -> None:
    briefing = make()
    data = dump(briefing)
    assert load(data) == briefing
    assert dump(load(data)) == data


def test_keys_stand_in_the_order_of_the_fields(briefing: Briefing) -> None:
    keys = list(json.loads(dump(briefing)))
    fields = [name for name, f in Briefing.__dataclass_fields__.items() if f.metadata != LATER]
    assert keys == [*fields, "integrity"]


def test_decimals_are_exact_numbers(briefing: Briefing) -> None:
    data = dump(briefing).decode()
    assert '"value": 9500.50,' in data
    assert '"value": 3.10E+8,' in data


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_decimal_survives(value: Decimal) -> None:
    briefing = sample()
    changed = _with_first_figure(briefing, value)
    again = load(dump(changed))
    first = _first_figure(again).value
    assert first is not None
    assert first.as_tuple() == value.as_tuple()


@pytest.fixture(scope="module")
def data() -> bytes:
    return dump(sample())


@given(at=st.integers(min_value=0), byte=st.integers(min_value=0, max_value=255))
def test_any_altered_byte_is_detected(data: bytes, at: int, byte: int) -> None:
    at %= len(data)
    altered = data[:at] + bytes([byte]) + data[at + 1 :]
    try:
        unaltered = dump(load(altered)) == altered
    except BriefingError:
        unaltered = False
    assert unaltered == (altered == data)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"title": "Northlight"', '"title": 7', "title"),
        ('"relation": "differ"', '"relation": "unsure"', r"topics\[0\].stories\[0\].figures\[0\].relation"),
        ('"date": "2026-11-23",', "", "date"),
        ('"number": 1,', '"number": 1, "number": 2,', "'number' stands twice"),
        ('"lines": 2', '"lines": NaN', "NaN is not a number"),
        ('"lines": 2', '"lines": ]', "line"),
        ('"integrity"', '"integrety"', "integrity"),
    ],
)
def test_the_place_of_a_fault_is_named(briefing: Briefing, old: str, new: str, place: str) -> None:
    text = dump(briefing).decode()
    assert old in text
    with pytest.raises(BriefingError, match=place):
        load(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"[" * 100_000, b'{"n": ' + b"9" * 5000 + b"}"])
def test_what_is_no_briefing_is_refused(data: bytes) -> None:
    with pytest.raises(BriefingError):
        load(data)


def test_half_a_surrogate_pair_is_refused(briefing: Briefing) -> None:
    with pytest.raises(BriefingError, match="surrogate"):
        dump(replace(briefing, title="\ud800"))


def test_the_published_schema_is_that_of_the_model() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "the model has changed, so publish its schema: python -c "
        "'from digest.serialise import schema_text as s; print(s(), end=\"\")' > docs/briefing.schema.json"
    )


def test_a_briefing_satisfies_the_schema(briefing: Briefing) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    tree = json.loads(dump(briefing))
    assert list(validator.iter_errors(tree)) == []
    del tree["integrity"]
    tree["topics"][0]["stories"][0]["extra"] = 1
    tree["topics"][0]["timeline"][0]["how"] = "guessed"
    assert len(list(validator.iter_errors(tree))) == 3


def _first_figure(briefing: Briefing) -> BriefFigure:
    return briefing.topics[0].stories[0].figures[0].figures[0]


def _with_first_figure(briefing: Briefing, value: Decimal) -> Briefing:
    topic = briefing.topics[0]
    story = topic.stories[0]
    row = story.figures[0]
    row = replace(row, figures=(replace(row.figures[0], value=value), *row.figures[1:]))
    story = replace(story, figures=(row, *story.figures[1:]))
    topic = replace(topic, stories=(story, *topic.stories[1:]))
    return replace(briefing, topics=(topic, *briefing.topics[1:]))
