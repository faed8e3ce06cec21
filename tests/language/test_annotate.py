"""Articles into parses: every character kept, long paragraphs bounded, nothing remembered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import annotate as room
from digest.annotate import Annotated, annotate, annotate_each
from digest.language import load
from digest.model import Article, Paragraph


def article(*paragraphs: str, title: str = "Harbour reopens", name: str = "a") -> Article:
    spans = []
    at = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        spans.append(Paragraph(at, at + len(paragraph), number))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article(id=name, path=name, source_sha256="", title=title, text=text, paragraphs=tuple(spans))


def sentences(annotated: Annotated) -> list[str]:
    return [text for sentence in annotated.doc.sents if (text := sentence.text.strip())]


@pytest.mark.language
def test_offsets_are_those_of_the_article() -> None:
    source = article("The port reopened.", "Ships  came\u00a0back on Friday.")
    [annotated] = annotate([source], load("embedded"))
    for token in annotated.doc:
        assert len(source.text[token.idx : token.idx + len(token)]) == len(token.text)
    assert len(annotated.doc.text) == len(source.text)
    assert sentences(annotated)[0] == "The port reopened."


@pytest.mark.language
@pytest.mark.parametrize(
    "text",
    [
        "The road was shut, said Sgt. Mara Lind of the Orr police.",
        "Supt. Tom Byrne met Lt. Col. Ana Ruiz at the Dept. of Mines.",
        "They drove to Orr, Tex., and slept.",
    ],
)
def test_no_sentence_ends_at_an_abbreviation(text: str) -> None:
    [annotated] = annotate([article(text)], load("embedded"))
    assert sentences(annotated) == [text]


@pytest.mark.language
def test_articles_of_the_same_text_stay_apart() -> None:
    source = article("The port reopened.")
    assert len(list(annotate([source, source], load("embedded")))) == 2


@pytest.mark.language
def test_an_article_without_body_is_annotated() -> None:
    [annotated] = annotate([article()], load("embedded"))
    assert len(annotated.doc) == 0
    assert annotated.title.text == "Harbour reopens"


@pytest.mark.language
def test_a_long_paragraph_is_cut_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LONGEST_PIECE", 200)
    paragraph = "The council met on Tuesday. Nobody left the room. " * 20
    [annotated] = annotate([article("Before it.", paragraph.strip(), "After it.")], load("embedded"))
    assert annotated.doc.text == annotated.article.text
    assert sentences(annotated).count("Nobody left the room.") == 20


@pytest.mark.language
def test_a_word_without_end_is_cut_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LONGEST_PIECE", 100)
    [annotated] = annotate([article("x" * 1_000)], load("embedded"))
    assert annotated.doc.text == "x" * 1_000


@given(st.text(st.sampled_from("ab. \n"), max_size=80))
@settings(max_examples=200)
def test_pieces_cover_a_paragraph_in_order(text: str) -> None:
    source = article(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "LONGEST_PIECE", 7)
        pieces = list(room._pieces(source))
    assert "".join(source.text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= 7 for start, end in pieces)


@pytest.mark.language
def test_annotate_each_yields_what_was_read_in_order() -> None:
    articles = [article(f"Ship number {n} left.", name=str(n)) for n in range(5)]

    def words(annotated: Annotated) -> tuple[str, int]:
        return annotated.article.id, len(annotated.doc)

    read = list(annotate_each(articles, load("embedded"), words, at_once=2))
    assert [name for name, _ in read] == ["0", "1", "2", "3", "4"]


@pytest.mark.language
def test_annotate_each_leaves_no_string_behind() -> None:
    nlp = load("embedded")
    list(annotate_each([article("Quizzlebrank met Voorstenhaal.")], nlp, lambda annotated: None))
    assert "Quizzlebrank" not in nlp.vocab.strings
