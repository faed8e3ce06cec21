from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest.model import Briefing
from digest.render import render
from digest.render.citations import labels
from digest.render.markdown import address, escape
from tests.render.sample import empty_sample

PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")))


@pytest.fixture(scope="module")
def markdown(briefing: Briefing) -> str:
    return render(briefing, "md").decode()


@given(PRINTABLE)
@example("1. one")
@example("1) one")
@example("# head")
@example("- list")
@example("+ list")
@example("---")
@example("===")
@example("> quote")
@example("```code")
@example("~~~")
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1)) ![i](x) [^1] <http://a.b>")
@example("a | b\n|---|")
@example("*a* _b_ __c__ ~~d~~ `e` \\f &amp; &#60;")
@example("    indented")
@example("\u202eturned")
def test_escaped_text_reads_as_itself(text: str) -> None:
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escape(text))
    inner = made.strip().removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert unescape(inner) == " ".join(text.split())


@given(PRINTABLE)
def test_escaped_text_stays_in_its_cell(text: str) -> None:
    table = f"| a | b |\n|---|---|\n| {escape(text)} | end |\n"
    made = MarkdownIt("commonmark").enable("table").render(table)
    cells = re.findall(r"<td>(.*?)</td>", made, re.DOTALL)
    assert [unescape(cell) for cell in cells] == [" ".join(text.split()), "end"]


def test_addresses_cannot_end_their_link() -> None:
    assert address("https://a.example/x_(y)|z>q w") == "https://a.example/x%5F%28y%29%7Cz%3Eq%20w"


def test_every_footnote_is_used_and_defined(markdown: str, briefing: Briefing) -> None:
    defined = re.findall(r"^\[\^([\d.]+)\]:", markdown, re.MULTILINE)
    used = re.findall(r"\[\^([\d.]+)\](?!:)", markdown)
    assert sorted(defined) == sorted(labels(briefing).values())
    assert set(used) == set(defined)


def test_nothing_in_it_is_markup_of_an_article(markdown: str) -> None:
    made = MarkdownIt("commonmark").enable("table").render(markdown)
    tags = set(re.findall(r"</?([a-z][a-z0-9]*)", made))
    assert tags == {
        *("h1", "h2", "h3", "p", "em", "strong", "ol", "ul", "li", "blockquote", "hr", "code", "a"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert set(re.findall(r'href="([a-z]+):', made)) == {"http", "https"}


def test_everything_in_the_briefing_is_in_it(markdown: str, briefing: Briefing) -> None:
    for topic in briefing.topics:
        assert escape(topic.headline.text) in markdown
        for event in topic.timeline:
            assert escape(event.line.text) in markdown
        for story in topic.stories:
            assert escape(story.headline.text) in markdown
            for quote in story.quotes:
                assert escape(quote.text) in markdown
            for group in story.agreement:
                assert escape(group.lines[0].text) in markdown
            for row in story.figures:
                for figure in row.figures:
                    assert escape(figure.text) in markdown
                    assert escape(figure.event or "") in markdown
    for reference in briefing.references:
        assert f"\\[{reference.number}\\]" in markdown


@pytest.mark.parametrize(
    "line",
    [
        "> — **Katerina Dvorak**, the chief engineer of the reservoir authority; also in [^4.3]",
        "> — said in the article",
        "> *The source’s quotation marks are lost in this copy.*",
        "- **1 March 2027** (ahead): She added that the first gates would open on 1 March 2027.[^1.3]",
        "- **Agreed by 2 origins:** Some 14,000 people live below the dam.[^4.2][^1.2]",
        "- **Only in The Levan Courier:** She added that the first gates would open on 1 March 2027.[^1.3]",
        "**Voices:** *1 on the record:* Brandt[^3.4]; *2 institutions:* the Vessin treasury[^3.5], "
        "1 whose name is not certain[^3.5]",
        "| 6.5% | pay (up) |  |  | The Levan Courier[^6.2] |  |",
        "- Set aside in \\[4\\]: comment form: 11 lines",
    ],
)
def test_it_reads(markdown: str, line: str) -> None:
    assert line in markdown.splitlines()


def test_a_day_with_nothing_says_so() -> None:
    assert "Nothing to report in this edition." in render(empty_sample(), "md").decode()


def test_what_befell_the_counted_stands_in_the_order_of_the_text(briefing: Briefing) -> None:
    def row(given: Briefing) -> str:
        lines = render(given, "md").decode().splitlines()
        return next(line for line in lines if "More than 14,000" in line and line.startswith("|"))

    assert "| people live below the dam |" in row(briefing)
    topic = briefing.topics[0]
    story = next(story for story in topic.stories if any(r.figures[0].event for r in story.figures))
    table = next(r for r in story.figures if r.figures[0].event)
    figure = table.figures[0]
    assert figure.event_citation is not None
    before = replace(figure, event_citation=replace(figure.event_citation, start=0))
    changed = replace(table, figures=(before, *table.figures[1:]))
    story = replace(story, figures=tuple(changed if r is table else r for r in story.figures))
    stories = tuple(story if s.id == story.id else s for s in topic.stories)
    turned = replace(briefing, topics=(replace(topic, stories=stories), *briefing.topics[1:]))
    assert "| people (live below the dam) |" in row(turned)
