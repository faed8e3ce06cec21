"""What the embedded pipeline must get right: sentences of our own, of the kinds that the product rests on."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from digest.language import load

pytestmark = pytest.mark.language


def parse(text: str) -> Doc:
    return load("embedded")(text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The minister said the talks would go on.", "said", "minister"),
        ("“We will rebuild the bridge,” said Ingrid Halvorsen, the mayor.", "said", "Halvorsen"),
        ("“We will rebuild the bridge,” the mayor told reporters on Friday.", "told", "mayor"),
        ('"Nobody was hurt," a spokeswoman for the port added.', "added", "spokeswoman"),
        ("Officials warned on Monday that the river could rise again.", "warned", "Officials"),
        ("The company, which employs 300 people, denied that it had broken the rules.", "denied", "company"),
        ("Asked about the delay, the governor replied that engineers needed time.", "replied", "governor"),
        ("The report was published after the union announced a strike.", "announced", "union"),
        ("He added that the army had left the town.", "added", "He"),
    ],
)
def test_a_verb_of_speech_has_its_subject(text: str, verb: str, subject: str) -> None:
    pairs = {(token.head.text, token.text) for token in parse(text) if token.dep_ == "nsubj"}
    assert (verb, subject) in pairs


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry, three people were hurt.",
        "Three people were hurt, according to the ministry.",
    ],
)
def test_according_to_is_a_chain_of_prepositions(text: str) -> None:
    doc = parse(text)
    source = next(token for token in doc if token.text == "ministry")
    assert [source.dep_, source.head.lower_, source.head.head.lower_] == ["pobj", "to", "according"]


def test_an_agent_is_found() -> None:
    doc = parse("The bridge was closed by the police.")
    assert {token.dep_ for token in doc} >= {"nsubjpass", "auxpass", "agent", "pobj"}


@pytest.mark.parametrize(
    "first",
    [
        "The delegation flew to the U.S. on Friday and met Mr. Okafor in Washington, D.C. on Sunday.",
        "Gen. Petrov spoke to Sen. Hale on Jan. 14 about the plan.",
        "Shares of Brandt & Co. fell by 3.5 percent at 9 a.m. in London.",
        "“It is over,” he said.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(first: str) -> None:
    doc = parse(f"{first} Nobody else was there.")
    assert [sentence.text for sentence in doc.sents] == [first, "Nobody else was there."]


def test_a_quote_of_two_sentences_is_two_sentences() -> None:
    doc = parse("“We waited all night. Nobody came.” The minister left early.")
    assert len(list(doc.sents)) == 3


def test_noun_chunks_work_as_with_other_pipelines() -> None:
    chunks = {chunk.text for chunk in parse("The old harbour sends fresh fish to the town.").noun_chunks}
    assert chunks == {"The old harbour", "fresh fish", "the town"}


def test_names_are_found_with_their_kinds() -> None:
    doc = parse(
        "Maria Kowalska, who runs the World Bank office in Nairobi, met Chancellor Olaf Brandt in Berlin."
    )
    found = {(entity.text, entity.label_) for entity in doc.ents}
    assert found >= {
        ("Maria Kowalska", "PERSON"),
        ("Nairobi", "LOC"),
        ("Olaf Brandt", "PERSON"),
        ("Berlin", "LOC"),
    }


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The children were running.", "children", "child"),
        ("The children were running.", "running", "run"),
        ("She has told them.", "told", "tell"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    assert next(token.lemma_ for token in parse(text) if token.text == word) == lemma
