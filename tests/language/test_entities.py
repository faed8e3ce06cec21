"""The layer over named entities: Docs made by hand, then a few through the pipeline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from digest.language.entities import refine

VOCAB = Vocab()


def make(text: str, *entities: tuple[str, str], tags: dict[str, str] | None = None) -> Doc:
    """A Doc of words apart by spaces; capitalised words are proper nouns unless ``tags`` says else."""
    words = text.split()
    given_tags = [(tags or {}).get(w, "NNP" if w[0].isupper() else "NN") for w in words]
    doc = Doc(VOCAB, words=words, tags=given_tags)
    spans = []
    for name, label in entities:
        parts = name.split()
        start = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        spans.append(Span(doc, start, start + len(parts), label=label))
    doc.set_ents(spans)
    return doc


def after(doc: Doc, *others: Doc) -> list[tuple[str, str]]:
    refine(doc, *others)
    return [(e.text, e.label_) for e in doc.ents]


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(make("on Jan. 10", ("Jan.", "PERSON")), [], id="a month is nobody"),
        pytest.param(
            make("the White House said", ("White House", "LOC")), [("White House", "ORG")], id="office"
        ),
        pytest.param(make("the Russians said"), [("Russians", "NORP")], id="a people that was passed over"),
        pytest.param(
            make("a Peruvian court", ("Peruvian", "LOC")), [("Peruvian", "NORP")], id="an adjective"
        ),
        pytest.param(make("in Peru", ("Peru", "LOC")), [("Peru", "GPE")], id="a country"),
        pytest.param(
            make("in Lake Zurich", ("Lake Zurich", "LOC")), [("Lake Zurich", "LOC")], id="another place"
        ),
        pytest.param(
            make("by President Ana Ruiz", ("President Ana Ruiz", "PERSON")),
            [("Ana Ruiz", "PERSON")],
            id="a title is cut off",
        ),
        pytest.param(
            make("the Rev. Ruiz said", ("Rev. Ruiz", "LOC")),
            [("Ruiz", "PERSON")],
            id="who is addressed is no place",
        ),
        pytest.param(
            make("the Ohio Republican said", ("Ohio Republican", "ORG")),
            [("Republican", "NORP")],
            id="somebody by party is no body",
        ),
        pytest.param(
            make("the Orr Republican said", ("Orr Republican", "ORG")),
            [("Orr Republican", "ORG")],
            id="a paper",
        ),
        pytest.param(
            make("Plus Ruiz signed", ("Plus Ruiz", "PERSON"), tags={"Plus": "CC"}),
            [("Ruiz", "PERSON")],
            id="a small word that opens the sentence is cut off",
        ),
        pytest.param(
            make("De Rooij signed", ("De Rooij", "PERSON"), tags={"De": "IN"}),
            [("De Rooij", "PERSON")],
            id="a particle is kept",
        ),
        pytest.param(
            make("said Queen Beatrix", ("Queen Beatrix", "PERSON")),
            [("Queen Beatrix", "PERSON")],
            id="a title that the name needs is kept",
        ),
        pytest.param(
            make("“ Ana Ruiz ’s plan", ("“ Ana Ruiz ’s", "PERSON")), [("Ana Ruiz", "PERSON")], id="marks"
        ),
        pytest.param(make("Vice President", ("Vice President", "PERSON")), [], id="a bare office is nobody"),
        pytest.param(make("said Mr. Okonjo today"), [("Okonjo", "PERSON")], id="passed over after a title"),
        pytest.param(
            make("then-President Okonjo left"), [("Okonjo", "PERSON")], id="passed over after then-President"
        ),
        pytest.param(
            make("Chilean Defense Minister Ana Ruiz", ("Chilean Defense", "ORG"), ("Ana Ruiz", "PERSON")),
            [("Chilean", "NORP"), ("Ana Ruiz", "PERSON")],
            id="the front of a role is no institution",
        ),
        pytest.param(
            make("the Garrigan High School", ("Garrigan High School", "ORG")),
            [("Garrigan High School", "ORG")],
            id="what was right stays",
        ),
        pytest.param(
            make("Secretary of State Ruiz", ("State Ruiz", "PERSON")),
            [("Ruiz", "PERSON")],
            id="a department is no part of the name",
        ),
        pytest.param(
            make("the 2012 Senate election"), [], id="an institution inside the name of an election"
        ),
    ],
)
def test_refine(doc: Doc, expected: list[tuple[str, str]]) -> None:
    assert after(doc) == expected


def test_a_surname_has_the_label_of_the_full_name() -> None:
    doc = make("Ana Ruiz said . Ruiz left . then Ruiz came", ("Ana Ruiz", "PERSON"), ("Ruiz left", "ORG"))
    doc.set_ents([doc.ents[0], Span(doc, 4, 5, label="ORG")])
    assert after(doc) == [("Ana Ruiz", "PERSON"), ("Ruiz", "PERSON"), ("Ruiz", "PERSON")]


def test_a_month_is_somebody_where_the_document_has_a_person_of_that_name() -> None:
    doc = make("Clara May said that May left in May", ("Clara May", "PERSON"))
    assert after(doc) == [("Clara May", "PERSON"), ("May", "PERSON")]


def test_the_title_knows_the_people_of_the_body() -> None:
    title = make("Ruiz leaves Oslo", ("Ruiz", "ORG"))
    refine(make("Ana Ruiz said", ("Ana Ruiz", "PERSON")), title)
    assert [(e.text, e.label_) for e in title.ents] == [("Ruiz", "PERSON")]


def test_two_names_joined_by_a_dash_are_told_apart() -> None:
    doc = make(
        "the Ruiz - Hall talks . Ana Ruiz met Tom Hall .",
        ("Ruiz - Hall", "LOC"),
        ("Ana Ruiz", "PERSON"),
        ("Tom Hall", "PERSON"),
    )
    assert after(doc)[:2] == [("Ruiz", "PERSON"), ("Hall", "PERSON")]


def test_an_institution_named_after_a_person_is_not_taken_apart() -> None:
    doc = make("Ana Ruiz left the Ruiz Foundation", ("Ana Ruiz", "PERSON"))
    assert after(doc) == [("Ana Ruiz", "PERSON")]


NAMES = [
    "Ana",
    "Ruiz",
    "Peru",
    "Russian",
    "White",
    "House",
    "Jan.",
    "said",
    "President",
    "“",
    "’s",
    "Mr.",
    "-",
    "the",
]
LABELS = ["PERSON", "ORG", "GPE", "LOC", "NORP", "DATE"]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=20), st.data())
def test_names_never_begin_or_end_with_marks_and_other_labels_stay(
    words: list[str], data: st.DataObject
) -> None:
    doc = Doc(VOCAB, words=words, tags=["NNP" if w[0].isupper() else "NN" for w in words])
    spans = []
    at = 0
    while at < len(words):
        length = data.draw(st.integers(1, 4))
        if data.draw(st.booleans()):
            spans.append(
                Span(doc, at, min(at + length, len(words)), label=data.draw(st.sampled_from(LABELS)))
            )
        at += length
    doc.set_ents(spans)
    dates = [(e.start, e.end) for e in doc.ents if e.label_ == "DATE"]
    refine(doc)
    assert [(e.start, e.end) for e in doc.ents if e.label_ == "DATE"] == dates
    for ent in doc.ents:
        if ent.label_ != "DATE":
            assert ent[0].text not in ("“", "-")
            assert ent[-1].text not in ("“", "-")
