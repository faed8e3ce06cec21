"""The words of a mail: what they say, that they are safe, that they fit."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Briefing
from digest.render.mail import Letter, Wishes, letter, subject_line
from digest.render.mail.letter import MOST_BYTES, size
from digest.render.mail.subject import LONGEST, in_header
from tests.render.in_series import quiet_sample, series_sample
from tests.render.sample import empty_sample, long_sample, sample

MADE = "2026-11-23T05:30:00+00:00"
TEMPLATE = "{title}: {top_story} · {date}"


def of(briefing: Briefing, **wishes: object) -> Letter:
    return letter(briefing, Wishes(**wishes), made=MADE)  # type: ignore[arg-type]


def flat(text: str) -> str:
    """On one line, without the marks that turn text around."""
    return " ".join(re.sub("[\u202a-\u202e]", "", text).split())


class Elements(HTMLParser):
    """Every element with its attributes, as a browser would see it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


# ─────────────────────────────────────────────── what it says


def test_both_parts_say_the_core_of_every_story() -> None:
    briefing = sample()
    made = of(briefing)
    plain = " ".join(made.plain.split())
    for topic in briefing.topics:
        for story in topic.stories:
            for line in (story.headline, *story.summary):
                for text in (line.text, f"[{line.citation.reference}]"):
                    assert flat(text) in plain
            for text in (story.quotes[0].text, story.figures[0].figures[story.figures[0].best].text):
                assert flat(text) in plain


def test_plain_part_is_wrapped_and_has_no_markup() -> None:
    lines = of(sample()).plain.splitlines()
    assert all(len(line) <= 72 or " " not in line.strip() for line in lines)
    assert not any(line != line.rstrip() for line in lines)
    assert lines[0] == "Northlight"


def test_every_cited_number_is_in_the_list_of_sources() -> None:
    plain = of(sample()).plain
    told, listed = plain.split("\nSources\n")
    assert set(re.findall(r"\[(\d+)\]", told)) == set(re.findall(r"^\[(\d+)\]", listed, re.MULTILINE))


def test_empty_edition_says_so() -> None:
    made = of(empty_sample())
    assert "Nothing to report in this edition." in made.plain
    assert "Nothing to report in this edition." in made.html
    assert not made.empty  # sent: that nothing came is news


def test_time_is_that_of_the_reader() -> None:
    made = of(sample(), timezone=ZoneInfo("Asia/Tokyo"))
    assert "Made on Monday, 23 November 2026, 14:30 (Asia/Tokyo)" in made.plain


# ─────────────────────────────────────────────── one of a series


def test_edition_of_a_series_says_what_is_new() -> None:
    made = of(series_sample(late=True))
    plain = flat(made.plain)
    for text in (
        "2 new stories, 2 developing, 3 still open, 2 corrections, 7 sources",
        "Late, covers 22 November 2026, 06:30 to 23 November 2026, 06:30; 1,204 files checked",
        "(Developing, 22 November 2026, 3 sources, 2 independent origins)",
        "Since 22 November 2026, 06:30: 1 new article, 1 figure moved.",
        "Figure: 207 [2] in the edition of 22 November 2026, 06:30, now 212 passengers [2]",
        "Still open",
        "- Edited: Ferry aground, Port Levan Gazette, cited in “Ferry aground with 207 aboard”.",
    ):
        assert text in plain
    assert "207<" in made.html.replace("&nbsp;", "<")
    assert "Corrections to earlier briefings" in made.html


def test_edition_with_nothing_new_says_so() -> None:
    made = of(quiet_sample())
    assert "Nothing new; 1,204 files checked." in made.plain
    assert "Nothing new; 1,204 files checked." in made.html
    assert subject_line(quiet_sample(), TEMPLATE) == "Northlight: nothing new · 23 November 2026"


def test_lists_of_a_series_are_cut_too() -> None:
    quiet = quiet_sample()
    assert quiet.news is not None
    news = replace(quiet.news, still_open=quiet.news.still_open * 60)
    made = of(replace(quiet, news=news))
    assert size(made.html) <= MOST_BYTES
    assert "lines more of this in the PDF" in made.html


# ─────────────────────────────────────────────── wishes


def test_topics_that_are_wanted_or_muted() -> None:
    wanted, muted = of(sample(), topics=("Ferry",)), of(sample(), mute=("ferry",))
    assert "Port Levan" in wanted.plain
    assert "Sorrel" not in wanted.plain
    assert "Sorrel" in muted.plain
    assert "1 topic of this edition is left out here, as you wished" in muted.html


def test_words_are_whole_words() -> None:
    assert of(sample(), topics=("ferr",)).empty


def test_time_that_is_covered_is_told_in_the_zone_of_the_reader() -> None:
    oslo, tokyo = ZoneInfo("Europe/Oslo"), ZoneInfo("Asia/Tokyo")
    briefing = series_sample()
    assert briefing.news is not None
    briefing = replace(
        briefing, news=replace(briefing.news, after="2026-11-22T19:30", until="2026-11-23T06:30")
    )
    for zone, covers in (
        (oslo, "Covers 22 November 2026, 19:30 to 23 November 2026, 06:30"),
        (tokyo, "Covers 23 November 2026, 03:30 to 23 November 2026, 14:30"),
    ):
        made = of(briefing, timezone=zone, edition_zone=oslo)
        assert covers in flat(made.plain)
        assert covers in flat(made.html)


def test_nothing_left_for_a_reader_is_told() -> None:
    made = of(sample(), topics=("zeppelins",))
    assert made.empty
    said = subject_line(made.shown, TEMPLATE, empty=made.empty)
    assert said == "Northlight: nothing on your topics · 23 November 2026"  # there is news for others
    assert "None of its topics has the words that you asked for." in made.plain


def test_link_only() -> None:
    made = of(sample(), format="link", link="https://example.org/2026-11-23")
    assert "https://example.org/2026-11-23" in made.plain
    assert 'href="https://example.org/2026-11-23"' in made.html
    assert "Dvorak" not in made.html


# ─────────────────────────────────────────────── size


@pytest.mark.parametrize(("topics", "stories"), [(1, 1), (12, 5)])
def test_html_is_never_clipped(topics: int, stories: int) -> None:
    made = of(long_sample(topics, stories))
    assert size(made.html) <= MOST_BYTES
    assert ("too long for a mail" in made.html) == (made.left_out > 0)
    assert ("too long for a mail" in made.plain) == (made.left_out > 0)


def test_as_much_is_whole_as_fits() -> None:
    made = of(long_sample(20, 8))
    assert 0 < made.left_out < 160
    assert size(made.html) > MOST_BYTES * 0.9
    told = re.search(
        r"(\d+) stories are only named here, (\d+) stories are not shown; the PDF", flat(made.plain)
    )
    assert told
    assert int(told[1]) + int(told[2]) == made.left_out


# ─────────────────────────────────────────────── safe


def test_text_of_sources_is_text_and_nothing_is_fetched() -> None:
    for tag, attributes in Elements(of(long_sample(3, 4)).html).found:
        assert tag not in {
            "script",
            "iframe",
            "img",
            "svg",
            "object",
            "link",
            "form",
            "base",
            "video",
            "audio",
        }
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "srcset", "srcdoc")
        ]
        assert "url(" not in (attributes.get("style") or "")
        assert re.match(r"https?:|mailto:", attributes.get("href") or "https:")


def test_only_web_and_mail_addresses_become_links() -> None:
    briefing = sample()
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://ok.example/\nx"):
        poisoned = replace(briefing, references=tuple(replace(r, url=url) for r in briefing.references))
        made = of(poisoned, link=url)
        assert "href=" not in made.html
        assert url not in made.plain.split("Sources")[1]


def test_style_sheet_loads_nothing() -> None:
    html = of(sample()).html
    assert "@import" not in html
    assert "url(" not in html
    assert "prefers-color-scheme" in html
    assert 'name="color-scheme"' in html


# ─────────────────────────────────────────────── subject


@pytest.mark.parametrize("sign", ["\r\n", "\u2028", "\u2029", "\v", "\x00", "\x85", "\u202e", "\ud800", "\t"])
def test_subject_stays_one_clean_line(sign: str) -> None:
    briefing = replace(sample(), title=f"North{sign}Bcc: thief@example.org")
    assert subject_line(briefing, "{title}") == "North Bcc: thief@example.org"


def test_long_top_story_is_cut_and_the_rest_stays() -> None:
    subject = subject_line(replace(sample(), topics=sample().topics[1:]), TEMPLATE)
    assert subject.startswith("Northlight: The ferry that ran aground")
    assert subject.endswith("… · 23 November 2026")
    assert len(subject) <= LONGEST


def test_subject_of_an_empty_edition() -> None:
    made = of(empty_sample())
    assert "What has a number" not in made.plain + made.html  # where nothing has one
    assert subject_line(empty_sample(), TEMPLATE) == "Northlight: nothing new · 23 November 2026"


@given(st.text())
def test_a_header_never_breaks(text: str) -> None:
    made = in_header(text)
    assert made == made.strip()
    assert made.isprintable()
    assert len(made.splitlines()) <= 1
