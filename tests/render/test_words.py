from __future__ import annotations

import pytest

from digest.model import BriefRow, BriefVoice, Citation, Published, Sourcing
from digest.render import words


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026", "2026"),
        ("2026-11", "November 2026"),
        ("2026-11-03", "3 November 2026"),
        ("2026-11-03T06:05", "3 November 2026, 06:05"),
        (None, "date unknown"),
        ("2026-13-03", "2026-13-03"),
        ("soon", "soon"),
    ],
)
def test_dates(when: str | None, said: str) -> None:
    assert words.nice_date(when) == said


def test_the_day_of_the_week() -> None:
    assert words.long_date("2026-11-23") == "Monday, 23 November 2026"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-11-19", "2026-11-22", "19–22 November 2026"),
        ("2026-04-13", "2026-12-30", "13 April – 30 December 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2026-04", "2026-12", "April–December 2026"),
        ("2025", "2026", "2025–2026"),
        ("2026-04", "2026-12-30", "April 2026 – 30 December 2026"),
        ("2026-11-19", "2026-11-19", "19 November 2026"),
        ("2026-11-19", None, "19 November 2026"),
        (None, "2026-11-19", "19 November 2026"),
        (None, None, ""),
    ],
)
def test_ranges_say_nothing_twice(first: str | None, last: str | None, said: str) -> None:
    assert words.date_range(first, last) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "date unknown"),
        (Published("2026-11-22", "day", "22 November 2026", "stated"), "22 November 2026 (stated)"),
        (Published("2026-11-22", "day", "Nov 22", "stated"), "22 November 2026 (stated: “Nov 22”)"),
        (
            Published("2026-11", "month", "a caption of that month", "inferred"),
            "November 2026 (inferred: a caption of that month)",
        ),
    ],
)
def test_how_a_date_is_known(published: Published | None, said: str) -> None:
    assert words.known_how(published) == said


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://a.example/x?y=1&z#f", True),
        ("HTTP://a.example", True),
        ("mailto:desk@a.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example", False),
        ("a.example/page", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_what_may_be_a_link(url: str | None, may: bool) -> None:
    assert words.link(url) == (url if may else None)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("short", 10, "short"),
        ("cut at a word, please", 15, "cut at a word…"),
        ("W" * 30, 10, "W" * 9 + "…"),
        ("", 5, ""),
    ],
)
def test_shortening(text: str, length: int, short: str) -> None:
    assert words.shorten(text, length) == short
    assert len(short) <= length


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("two words", ("two", "words")),
        ("word", ("", "word")),
        ("a " + "W" * 40, ("a " + "W" * 40, "")),
        ("", ("", "")),
    ],
)
def test_the_last_word_can_be_kept_with_its_citation(text: str, parts: tuple[str, str]) -> None:
    assert words.split_last_word(text) == parts


def test_voices_are_counted_named_first() -> None:
    place = Citation(1, 1, 0, 3)
    kinds: tuple[Sourcing, ...] = ("document", "unnamed", "institution", "named", "institution")
    voices = tuple(BriefVoice(kind, "Roe", place, (place,)) for kind in kinds)
    assert [number for _, number, *_ in words.voices(voices)] == [
        "1 on the record",
        "2 institutions",
        "1 unnamed",
        "1 document",
    ]
    assert words.voices(()) == ()


@pytest.mark.parametrize(("origins", "said"), [(1, "Copies of one report"), (2, "Sources agree")])
def test_copies_of_one_report_do_not_agree_with_each_other(origins: int, said: str) -> None:
    assert words.relation(BriefRow(figures=(), best=0, relation="agree", origins=origins, reason="")) == said


@pytest.mark.parametrize(
    ("role", "before"),
    [
        ("Sen.", True),
        ("Ohio Rep.", True),
        ("Senator", False),
        ("head of Orr Mills Inc.", False),
        (None, False),
    ],
)
def test_a_short_form_of_address_stands_before_the_name(role: str | None, before: bool) -> None:
    assert words.titled(role) is before
