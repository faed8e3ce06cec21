"""Texts in another language are not read, and said to be so; short ones are let through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest.ingest import read
from digest.ingest.english import is_english
from digest.model import NotRead

ENGLISH = (
    "The dam authority said on Tuesday that the wall had moved by two metres and that the people of "
    "the valley would have to leave their homes before nightfall, which many of them had already "
    "done when the army came with its trucks to help those who could not walk."
)
GERMAN = (
    "Die Behörde teilte am Dienstag mit, dass sich die Mauer um zwei Meter bewegt habe und die "
    "Bewohner des Tals ihre Häuser vor Einbruch der Nacht verlassen müssten, was viele schon getan "
    "hatten, als die Armee mit ihren Lastwagen kam, um denen zu helfen, die nicht gehen konnten und "
    "noch warteten."
)
SPANISH = (
    "La autoridad de la presa dijo el martes que el muro se había movido dos metros y que los "
    "vecinos del valle tendrían que dejar sus casas antes de la noche, lo que muchos ya habían hecho "
    "cuando llegó el ejército con sus camiones para ayudar a los que no podían andar y seguían "
    "esperando en la plaza del pueblo."
)
CHINESE = "大坝管理局周二表示墙体移动了两米山谷居民必须在天黑前离开家园"


@pytest.mark.parametrize(
    ("text", "english"), [(ENGLISH, True), (GERMAN, False), (SPANISH, False), (CHINESE, False)]
)
def test_language_is_told(text: str, english: bool) -> None:
    assert is_english(text) is english


@pytest.mark.parametrize("text", ["Dam wall moves", "", "3-1, 2-0, 4-4", "Kessary 14 Tarn 7 Ashby 3"])
def test_little_text_is_taken_as_english(text: str) -> None:
    assert is_english(text)


def test_article_in_another_language_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [json.dumps({"title": "T", "text": text}) for text in (GERMAN, ENGLISH)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    first, second = read([tmp_path])
    assert isinstance(first, NotRead)
    assert "not in English" in first.reason
    assert not isinstance(second, NotRead)


def test_text_must_be_a_string(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"title": "T", "text": 5}')
    [item] = read([tmp_path])
    assert isinstance(item, NotRead)
    assert '"text" is not a string' in item.reason
