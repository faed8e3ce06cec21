"""Plain text, line by line: each fixture gives the lines of a file with what each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.ingest import read
from digest.model import Article, Published

FIXTURES = sorted((Path(__file__).parent / "text").glob("*.txt"))


def parse(fixture: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The expected facts, and (reason, line) of every line."""
    head, _, rows = fixture.read_text(encoding="utf-8").partition("=====\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return facts, [
        (row.partition("|")[0], row.partition("|")[2].removeprefix(" ")) for row in rows.splitlines()
    ]


def read_one(path: Path) -> Article:
    (article,) = read([path])
    assert isinstance(article, Article), article
    return article


def sorted_lines(article: Article) -> Iterator[tuple[int, str]]:
    """(line, reason) of everything that the article keeps or sets aside, but its title."""
    yield from ((paragraph.line, "body") for paragraph in article.paragraphs)
    yield from ((aside.line, aside.reason) for aside in article.set_aside)


def shown(published: Published | None) -> str:
    return f"{published.when} {published.precision} {published.how}" if published else "-"


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_every_line_is_told_for_what_it_is(
    fixture: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    facts, rows = parse(fixture)
    if "xfail" in facts:
        request.applymarker(pytest.mark.xfail(reason=facts["xfail"], strict=True))
    saved = tmp_path / "saved.txt"
    saved.write_text("\n".join(text for _, text in rows) + "\n", encoding="utf-8")
    article = read_one(saved)

    expected = [
        (number, reason) for number, (reason, _) in enumerate(rows, 1) if reason not in ("", "+", "title")
    ]
    got = sorted(sorted_lines(article))
    texts = {number: text for number, (_, text) in enumerate(rows, 1)}
    assert [(reason, texts[line]) for line, reason in got] == [
        (reason, texts[line]) for line, reason in expected
    ]

    title = next((text for reason, text in rows if reason == "title"), "")
    assert article.title == facts.get("title", title)
    assert (article.publisher or "-") == facts["publisher"]
    assert (article.url or "-") == facts.get("url", "-")
    assert shown(article.published) == facts["published"]
    assert "; ".join(article.flags) == facts.get("flags", "")
