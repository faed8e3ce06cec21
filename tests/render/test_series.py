"""Editions of a series in every format: what is new is marked, and nothing of it is lost."""

from __future__ import annotations

import io
import json
import re

import jsonschema
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import BriefingError
from digest.model import Briefing
from digest.render import render
from digest.render.series import covers, edition_name, nothing_new, summing_up, topic_news
from digest.serialise import dump, load, schema
from tests.render.in_series import quiet_sample, series_sample
from tests.render.sample import empty_sample, sample
from tests.render.test_html import Page


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return series_sample(late=True)


@pytest.fixture(scope="module")
def page(briefing: Briefing) -> Page:
    return Page(render(briefing, "html").decode())


@pytest.fixture(scope="module")
def markdown(briefing: Briefing) -> str:
    return render(briefing, "md").decode()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("2026-03-12 06:30", "12 March 2026, 06:30"),
        ("2026-03-12 new-2", "12 March 2026, no. 2"),
        ("2026-03-12 now", "12 March 2026, now"),
        ("2026-03-12", "12 March 2026"),
    ],
)
def test_editions_have_names(key: str, name: str) -> None:
    assert edition_name(key) == name


def test_the_edition_is_summed_up_in_a_line(briefing: Briefing) -> None:
    assert summing_up(briefing) == "2 new stories · 2 developing · 3 still open · 2 corrections · 7 sources"
    assert summing_up(sample()) == "2 topics · 4 stories · 7 sources"
    assert summing_up(quiet_sample(0)) == "7 sources"


def test_a_late_edition_says_what_it_covers(briefing: Briefing) -> None:
    assert briefing.news is not None
    assert covers(briefing.news) == "Late, covers 22 November 2026, 06:30 to 23 November 2026, 06:30"
    early = series_sample().news
    assert early is not None
    assert covers(early).startswith("Covers 22")


def test_the_topic_line_says_what_changed(briefing: Briefing) -> None:
    assert [topic_news(topic) for topic in briefing.topics] == [
        "1 developing: 1 new article, 2 new statements, 2 new quotes",
        "1 new story; 1 developing: 1 new article, 1 figure moved",
    ]
    assert topic_news(sample().topics[0]) == ""


@pytest.mark.parametrize(
    "words",
    [
        "2 new stories · 2 developing",
        "Late, covers 22 November 2026, 06:30 to 23 November 2026, 06:30 · 1,204 files checked",
        "1 developing: 1 new article, 2 new statements, 2 new quotes",
        "Since 22 November 2026, 06:30: 1 new article, 1 figure moved.",
        "Watched term upper karsa:",
        "207 → 212",
        "in the edition of 22 November 2026, 06:30, 212 now",
        "its source is not as it was",
        "Printed 22 November 2026, 06:30: 207 passengers were aboard",
        "Now reads: A ferry with 212 passengers ran aground",
        "Now: no longer in the source.",
        "And 2 texts more of this source, in briefing.json.",
        "“tennis”: 2 stories; “golf”, “tennis”: 1 story.",
    ],
)
def test_the_page_says_what_is_new(page: Page, words: str) -> None:
    assert words in page.text


@pytest.mark.parametrize(
    "words",
    [
        "2 new stories · 2 developing",
        "*Late, covers 22 November 2026, 06:30 to 23 November 2026, 06:30 · 1,204 files checked*",
        "**Since 22 November 2026, 06:30:** 1 new article, 1 figure moved.",
        "*New:* Vessin and Upper Karsa will share",
        "> — *new:* **Katerina Dvorak**",
        "Watched term: **upper karsa**, “Vessin and Upper Karsa",
        "207[^2.3][^2.1] (22 November 2026, 06:30) → **212**",
        "## More stories",
        "## Still open",
        "as printed 22 November 2026, 06:30*",
        "    - Printed 22 November 2026, 06:30: “207 passengers were aboard”; now reads: A ferry with 212",
        "; no longer in the source",
        "“Words number 5.”",
        "Left out, since each of their articles has a muted term: “tennis”: 2 stories",
    ],
)
def test_the_markdown_says_what_is_new(markdown: str, words: str) -> None:
    assert words in markdown


def test_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = [e.attributes["href"] for e in page.all("a") if e.attributes["href"].startswith("#")]
    assert {link[1:] for link in links} <= {*ids, "main"}


def test_new_is_said_in_words_and_not_in_colour_alone(page: Page) -> None:
    tags = [tag.words for tag in page.all("span", "tagged")]
    assert tags.count("new") >= 3
    assert [state.words for state in page.all("span", "state")] == ["Developing", "Developing", "New"]


def test_data_comes_back_as_it_was(briefing: Briefing) -> None:
    assert load(dump(briefing)) == briefing
    assert load(dump(quiet_sample())) == quiet_sample()


DATA = dump(series_sample())


@given(at=st.integers(0, len(DATA) - 1), byte=st.integers(0, 255))
def test_any_altered_byte_is_detected(at: int, byte: int) -> None:
    altered = DATA[:at] + bytes([byte]) + DATA[at + 1 :]
    try:
        unaltered = dump(load(altered)) == altered
    except BriefingError:
        unaltered = False
    assert unaltered == (altered == DATA)


def test_a_series_satisfies_the_schema() -> None:
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(json.loads(DATA))) == []


def test_nothing_of_a_series_is_written_where_there_is_none() -> None:
    unsaid = json.loads(dump(sample()))
    assert not {"news", "more", "muted"} & unsaid.keys()
    spelled_out = dump(sample()).replace(b'"notes"', b'"news": null,\n  "notes"', 1)
    assert dump(load(spelled_out)) != spelled_out


def test_the_key_figures_as_a_table_are_those_of_the_edition(briefing: Briefing) -> None:
    lines = render(briefing, "csv").decode().splitlines()
    rows = sum(len(r.figures) for t in briefing.topics for s in t.stories for r in s.figures)
    assert len(lines) == 1 + rows


def test_nothing_new_is_said_plainly() -> None:
    quiet = quiet_sample()
    assert nothing_new(quiet.news) == "Nothing new; 1,204 files checked."
    assert nothing_new(empty_sample().news) == "Nothing to report in this edition."
    page = Page(render(quiet, "html").decode())
    assert "Nothing new; 1,204 files checked." in page.text
    assert "Nothing new; 1,204 files checked." in render(quiet, "md").decode()
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = [e.attributes["href"] for e in page.all("a") if e.attributes["href"].startswith("#")]
    assert {link[1:] for link in links} <= set(ids)


@pytest.mark.parametrize("stories", [0, 15])
def test_nothing_new_is_one_page(stories: int) -> None:
    document = pypdf.PdfReader(io.BytesIO(render(quiet_sample(stories), "pdf")))
    assert len(document.pages) == 1
    text = " ".join(document.pages[0].extract_text().split())
    assert "Nothing new; 1,204 files checked." in text
    assert ("stories more, in briefing.json" in text) == (stories > 12)


def test_the_pdf_has_all_of_it(briefing: Briefing) -> None:
    document = pypdf.PdfReader(io.BytesIO(render(briefing, "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    for words in (
        "Still open",
        "Corrections to earlier briefings",
        "More stories",
        "207 → 212",
        "Late, covers",
    ):
        assert words in text
    assert re.search(r"2 new stor", text, re.IGNORECASE)
