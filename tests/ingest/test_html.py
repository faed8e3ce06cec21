"""HTML pages: each fixture opens with a comment that says what is to be read from it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from digest.ingest import read
from digest.model import Article, NotRead
from tests.ingest.test_text import read_one, shown

FIXTURES = sorted((Path(__file__).parent / "html").glob("*.html"))
SENTENCE = "<p>The council said on Tuesday that the dam would be shut for two weeks, officials said.</p>"


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_page_is_read(fixture: Path, tmp_path: Path) -> None:
    comment, _, page = fixture.read_text(encoding="utf-8").partition("-->\n")
    head, _, body = comment.removeprefix("<!--\n").partition("=====\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    saved = tmp_path / "page.html"
    saved.write_bytes(page.encode(facts.get("encoding", "utf-8")))
    article = read_one(saved)

    expected = [line for line in body.splitlines() if line != "What happens now"]
    assert article.text.replace("\u00a0", " ").split("\n\n") == expected
    assert article.title == facts["title"]
    assert (article.publisher or "-") == facts["publisher"]
    assert (article.url or "-") == facts["url"]
    assert shown(article.published) == facts["published"]


def test_a_paragraph_knows_its_line(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(f"<html>\n<body>\n<h1>The dam is shut</h1>\n\n{SENTENCE}\n<p>\n\nIt rained.</p>")
    assert [paragraph.line for paragraph in read_one(saved).paragraphs] == [5, 8]


BOMBS = {
    "nested 300": "<div>" * 300 + SENTENCE,
    "nested 100,000": "<div>" * 100_000 + SENTENCE,
    "open inline elements": "<span><b>" * 20_000 + SENTENCE,
    "200,000 attributes": f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>" + SENTENCE,
    "end tags": "</div>" * 100_000 + SENTENCE,
    "open quotes": '<a href="' * 100_000 + '">' + SENTENCE,
    "deep JSON-LD": f'<script type="application/ld+json">{"[" * 100_000}</script>' + SENTENCE,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_page_is_read_or_refused_in_bounded_time(name: str, tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(BOMBS[name])
    began = time.process_time()
    (found,) = read([saved])
    assert time.process_time() - began < 10
    assert isinstance(found, NotRead) or "the dam would be shut" in found.text


def test_twenty_thousand_paragraphs_take_seconds(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text("".join(f"<p>Line {n} of the report says that it rained.</p>" for n in range(20_000)))
    began = time.process_time()
    article = read_one(saved)
    assert time.process_time() - began < 20
    assert len(article.text) <= 500_000
    assert "cut after 500,000 characters" in article.flags


def test_scripts_and_styles_are_never_text(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(
        f"<h1>The dam is shut</h1><script>var a='<p>evil words that are long enough</p>'</script>{SENTENCE}"
        "<style>p{color:red}</style><p>It rained &lt;script&gt;alert(1)&lt;/script&gt; all day, he said.</p>"
    )
    article = read_one(saved)
    assert "evil" not in article.text
    assert "color" not in article.text
    assert "<script>alert(1)</script>" in article.text  # what the page shows as text is text


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text("<html><body><nav><a href=/>Home</a></nav></body></html>")
    (found,) = read([saved])
    assert isinstance(found, NotRead)
    assert not isinstance(found, Article)
