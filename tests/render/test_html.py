from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from digest.model import Briefing
from digest.render import render
from digest.render.citations import labels
from tests.render.sample import empty_sample, long_sample, short_sample
from tests.render.sources import HOSTILE_TITLE, LONG_TITLE, RIGHT_TO_LEFT_TITLE

VOID = {"meta", "link", "br", "img", "input", "hr", "rect", "path"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


class Page(HTMLParser):
    """Every element of a page with the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text.append(data)

    def all(self, tag: str, css_class: str = "") -> list[Element]:
        return [
            e
            for e in self.elements
            if e.tag == tag and (not css_class or css_class in e.attributes.get("class", "").split())
        ]

    @property
    def text(self) -> str:
        return self.all("body")[0].words


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_it_loads_nothing_and_runs_nothing(html: str, page: Page) -> None:
    tags = {element.tag for element in page.elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base", "video"})
    assert not any(name.startswith("on") for element in page.elements for name in element.attributes)
    assert "src" not in {name for element in page.elements for name in element.attributes}
    style = "".join(element.words for element in page.all("style"))
    assert "@import" not in style
    assert {address.split(",")[0] for address in re.findall(r"url\(([^)]*)\)", style)} == {
        "data:font/woff2;base64"
    }
    policy = next(e for e in page.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"].startswith("default-src 'none';")


def test_what_an_article_says_is_text(page: Page) -> None:
    headings = [e.words for e in page.all("h3")]
    for title in (HOSTILE_TITLE, RIGHT_TO_LEFT_TITLE, LONG_TITLE):
        assert any(heading.startswith(title) for heading in headings)
    assert "Vessin Observer <i>" in page.text
    assert "seeds/<img src=x onerror=alert(1)>.html" in page.text


def test_only_web_addresses_are_links(page: Page) -> None:
    targets = {e.attributes["href"] for e in page.all("a")}
    outside = {target for target in targets if not target.startswith("#")}
    assert {target.split(":")[0] for target in outside} == {"http", "https"}
    assert "javascript:alert(document.cookie)" in page.text
    assert "file:///etc/passwd" in page.text


def test_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    broken = [e.attributes["href"] for e in page.all("a") if e.attributes["href"].startswith("#")]
    assert [target for target in broken if target[1:] not in ids] == []
    named = [e.attributes["aria-labelledby"] for e in page.elements if "aria-labelledby" in e.attributes]
    assert [name for name in named if name not in ids] == []


def test_every_citation_leads_to_its_passage_and_back(page: Page, briefing: Briefing) -> None:
    there = {e.attributes["id"]: e.attributes["href"] for e in page.all("a") if "id" in e.attributes}
    blocks = {"#" + e.attributes["id"]: e for e in page.all("div", "passage")}
    back = [e.attributes["href"][1:] for e in page.all("a", "back")]
    assert set(there.values()) == set(blocks)
    assert sorted(there) == sorted(back)
    assert len(blocks) == len(briefing.passages)
    names = labels(briefing)
    for passage in briefing.passages:
        assert f"{names[passage.number]} " in blocks[f"#passage-{passage.number}"].words


def test_passages_are_shown_whole_with_their_marks(page: Page, briefing: Briefing) -> None:
    shown = [e.words for e in page.all("blockquote") if "class" not in e.attributes]
    assert sorted(shown) == sorted(" ".join(p.text.split()) for p in briefing.passages)
    marked = Counter(e.words for e in page.all("mark"))
    expected = Counter(" ".join(p.text[m.start : m.end].split()) for p in briefing.passages for m in p.marks)
    assert marked - Counter(["Marked"]) == expected


def test_everything_in_the_briefing_is_printed(page: Page, briefing: Briefing) -> None:
    text = page.text
    for topic in briefing.topics:
        assert topic.name in text
        for event in topic.timeline:
            assert event.line.text in text
        for story in topic.stories:
            assert story.why.text in text
            for line in story.summary:
                assert line.text in text
            for quote in story.quotes:
                assert quote.text in text
                assert (quote.speaker or "said in the article") in text
                assert (quote.role or "") in text
                assert (quote.note or "") in text
            for group in story.agreement:
                assert group.lines[0].text in text
                assert group.relation != "differ" or group.reason in text
            for row in story.figures:
                assert row.relation == "single" or row.reason in text
                for figure in row.figures:
                    for part in (figure.text, figure.counted, figure.event, figure.stated_by):
                        assert (part or "") in text
    for item in briefing.not_read:
        assert item.path in text
        assert item.reason in text


@pytest.mark.parametrize(
    "words",
    [
        "“We used to spend longer looking for the right stamp than for the leak,” Katerina Dvorak, the chief "
        "engineer of the reservoir authority 1.3 also in 4.3 The Harbour Wire has “than the leak”",
        "a senior official of the Karsa water ministry not named 1.4",
        "the president, as relayed by Ilo Brandt 4.4",
        "There is no draft that I recognise Brandt 3.4 The source’s quotation marks are lost in this copy.",
        "about 220 said in the article 2.3",
        "that a mark was unlit The captain not named 2.4 Reported by the source, not word for word.",
        "Agreed by 2 origins above: “Vessin and Upper Karsa will share the water of…” 1.1, 4.5",
        "Agreed by 2 origins Some 14,000 people live below the dam. 4.2, 1.2",
        "Differs: 212 against all The coastguard counted 212 passengers. 2.3 above: “All passengers of the",
        "Only in The Levan Courier She added that the first gates would open on 1 March 2027. 1.3",
        "Only in Harbour Wire and its copies The ministry's spokesman",
        "Only in source 7 A tug will try",
        "Sources agree: the same number of people below the dam",
        "Sources differ: how many were aboard",
        "Changed over time: the same terminal, at three times",
        "One source is more exact: the second gives the span",
        "says the Vessin treasury planned",
        "19 November 2026 from “on Thursday” The Karsa delegation left",
        "1 March 2027 ahead She added that",
        "19 November 2026 (inferred: its caption is dated 20 November 2026",
        "22 November 2026 (stated)",
        "The Levan Courier. date unknown",
        "no title ferry2.txt. date unknown",
        "copy of 4",
        "mixed-script letters",
        "Voices: 2 on the record",
        "comment form: 11 lines",
        "Nearest other story: <script>",
    ],
)
def test_it_reads(page: Page, words: str) -> None:
    spaced = re.sub(r"(?<=\w)(?=\d\.\d\b)", " ", page.text)
    assert _loose(words) in _loose(spaced)


def _loose(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_bars_tell_in_words_what_they_show(page: Page) -> None:
    shown = page.all("svg", "bar")
    assert len(shown) == 9
    assert {e.attributes["role"] for e in shown} == {"img"}
    assert [e.words for e in shown] == [e.attributes["aria-label"] for e in shown]
    assert "Vessin Observer <i>: between $45 million and $60 million" in [e.words for e in shown]


def test_each_number_of_voices_opens_their_passages(page: Page) -> None:
    opened = [" ".join(e.words.split()) for e in page.all("details", "voices")]
    assert len(opened) == 7
    assert opened[0] == "1 on the record Brandt3.4"
    assert opened[1] == "2 institutions the Vessin treasury3.51 whose name is not certain3.5"


def test_it_can_be_used_with_a_keyboard(page: Page) -> None:
    first = page.all("a")[0]
    assert first.attributes["href"] == "#main"
    assert page.all("html")[0].attributes["lang"] == "en"
    assert len(page.all("details", "why")) == 4
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("make", [empty_sample, short_sample, long_sample])
def test_small_and_large_editions_hold_together(make) -> None:
    page = Page(render(make(), "html").decode())
    test_every_link_inside_leads_somewhere(page)


def test_a_day_with_nothing_says_so() -> None:
    text = Page(render(empty_sample(), "html").decode()).text
    assert "Nothing to report in this edition." in text
    assert "Every source that was given could be read." in text


def test_it_is_light_enough_to_mail(html: str) -> None:
    assert len(html.encode()) < 700_000
