"""Laws of reading that hold for every text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.ingest import read
from digest.ingest.assemble import LINE_BREAK
from digest.model import Article
from tests.ingest.test_text import FIXTURES, parse

PIECES = [
    "The council voted on Tuesday to keep the dam, by 52% to 48%, officials said.",
    "“Nobody was hurt,” said Anna Vik, the harbour master of Skerra.",
    "Dam vote",
    "By Jo Bell",
    "March 5, 2024",
    "https://www.example.org/2024/03/05/dam",
    "Full Screen",
    "1 / 3",
    "(AP Photo/Jo Bell)",
    "FILE PHOTO: The dam in the rain, May 4, 2023.",
    "Leave a Reply",
    "2 Comments",
    "Read more",
    "Related stories",
    "SEE ALSO: The dam that moved",
    "© 2024 The Valley Post",
    "*",
    "\u00a0",
    "",
    "",
    "Orvania-ba\u0441ked \u202e",
    "\x0b",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("\r\n".join),
    st.text(max_size=300),
)


def article_of(text: str) -> Article | None:
    (found,) = read(["-"], stdin=BytesIO(text.encode("utf-8", "surrogatepass")))
    return found if isinstance(found, Article) else None


def plain(text: str) -> str:
    """Without the signs by which standard input is told from other formats."""
    return "Text. " + text.lstrip("{[<\ufeff")


@given(TEXTS)
def test_cleaning_never_invents_a_character(text: str) -> None:
    source = plain(text)
    article = article_of(source)
    if article is None:
        return
    whole = " ".join(source.split())
    for paragraph in article.paragraphs:
        words = " ".join(article.text[paragraph.start : paragraph.end].split())
        assert words in whole or "\ufffd" in words
    assert " ".join(article.title.split()) in whole or "\ufffd" in article.title


@given(TEXTS)
def test_paragraphs_cover_the_text_in_order(text: str) -> None:
    article = article_of(plain(text))
    if article is None:
        return
    pieces = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    assert "\n\n".join(pieces) == article.text
    assert all(piece == piece.strip() and piece for piece in pieces)


@given(TEXTS)
def test_every_line_is_kept_or_set_aside_with_a_reason(text: str) -> None:
    source = plain(text)
    article = article_of(source)
    if article is None:
        return
    lines = LINE_BREAK.split(source.replace("\x00", "\ufffd"))
    known = {paragraph.line for paragraph in article.paragraphs} | {aside.line for aside in article.set_aside}
    left = [line.strip() for number, line in enumerate(lines, 1) if line.strip() and number not in known]
    assert len(left) <= 1 or _wrapped(article)  # one line may be the title
    for aside in article.set_aside:
        assert aside.reason
        assert lines[aside.line - 1].strip().startswith(aside.text.split(" ")[0])


def _wrapped(article: Article) -> bool:
    """Whether lines of a wrapped paragraph were joined; they carry the number of the first."""
    return any(len(article.text[p.start : p.end]) > 100 for p in article.paragraphs)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert article_of(plain(text)) == article_of(plain(text))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_cleaned_text_stays_clean(fixture: Path) -> None:
    """The body of an article, saved as a file of its own, is body again."""
    _, rows = parse(fixture)
    body = [text for reason, text in rows if reason == "body"]
    title = next((text for reason, text in rows if reason == "title"), "")
    article = article_of("\n\n".join([title, *body]) if title else "\n\n".join(body))
    assert article is not None
    assert re.sub(r"\s+", " ", article.text) == re.sub(r"\s+", " ", "\n\n".join(body))
