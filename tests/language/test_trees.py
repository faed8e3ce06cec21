"""Impossible trees, written by hand, and what is made of them; possible ones stay."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from digest.language.trees import mend

# word/tag/label>head, heads counted from 0
MENDED = {
    "a name beside its role": (
        "Foreign/JJ/amod>1 minister/NN/nsubj>4 Ana/NNP/compound>3 Ruiz/NNP/nsubj>4 said/VBD/ROOT>4",
        {"Ruiz": ("appos", "minister")},
    ),
    "a speaker behind what was said": (
        "No/UH/intj>2 ”/''/punct>2 said/VBD/ROOT>2 an/DT/det>4 aide/NN/dobj>2 ././punct>2",
        {"aide": ("nsubj", "said")},
    ),
    "a report taken for a relative clause": (
        "It/PRP/nsubj>1 broke/VBD/ROOT>1 ”/''/punct>1 engineer/NN/dobj>1 Ana/NNP/compound>5 Ruiz/NNP/nsubj>6 "
        "said/VBD/relcl>3 ././punct>1",
        {
            "said": ("ROOT", "said"),
            "engineer": ("nsubj", "said"),
            "Ruiz": ("appos", "engineer"),
            "broke": ("ccomp", "said"),
        },
    ),
    "a name behind the body that it leads": (
        "”/''/punct>1 said/VBD/ROOT>1 Guild/NNP/nsubj>1 for/IN/prep>2 Potters/NNPS/pobj>3 "
        "President/NNP/compound>6 Ruiz/NNP/appos>2 ././punct>1",
        {"Ruiz": ("nsubj", "said"), "Guild": ("nmod", "Ruiz")},
    ),
    "a sentence without a verb": (
        "The/DT/det>2 heavy/JJ/amod>2 flood/NN/nsubj>3 killed/VBN/amod>5 ten/CD/nummod>5 "
        "people/NNS/ROOT>5 ././punct>5",
        {
            "killed": ("ROOT", "killed"),
            "people": ("dobj", "killed"),
            "flood": ("nsubj", "killed"),
            "The": ("det", "flood"),
        },
    ),
    "a clause with that taken for a relative one": (
        "Ana/NNP/nsubj>1 told/VBD/ROOT>1 Tom/NNP/dative>1 that/WDT/mark>5 it/PRP/nsubj>5 rained/VBD/relcl>2",
        {"rained": ("ccomp", "told")},
    ),
    "a sentence that begins within a name": (
        "Secretary/NNP/ROOT>0 of/IN/prep>0 State/NNP/pobj>1 Ana/NNP/pobj>1 Ruiz/NNP/nsubj>5 left/VBD/ROOT>5",
        {"Secretary": ("compound", "Ruiz"), "Ruiz": ("nsubj", "left")},
    ),
    "an auxiliary of an auxiliary": (
        "They/PRP/nsubjpass>3 have/VBP/aux>2 been/VBN/auxpass>3 paid/VBN/ROOT>3",
        {"have": ("aux", "paid")},
    ),
}
LEFT = {
    "a comma between two subjects": (
        "Rain/NN/nsubj>3 ,/,/punct>3 Ruiz/NNP/nsubj>3 said/VBD/ROOT>3 ,/,/punct>3 fell/VBD/ccomp>3"
    ),
    "an object of said in plain text": "She/PRP/nsubj>1 said/VBD/ROOT>1 a/DT/det>3 word/NN/dobj>1",
    "a relative clause": (
        "The/DT/det>1 letter/NN/nsubj>4 Ruiz/NNP/nsubj>3 wrote/VBD/relcl>1 burned/VBD/ROOT>4 ././punct>4"
    ),
    "a name in commas": (
        "The/DT/det>1 Guild/NNP/nsubj>5 ,/,/punct>1 President/NNP/compound>4 Ruiz/NNP/appos>1 said/VBD/ROOT>5"
    ),
    "a fragment": "A/DT/det>2 damaged/VBN/amod>2 car/NN/ROOT>2 ././punct>2",
    "a relative clause of a listener": (
        "Ana/NNP/nsubj>1 told/VBD/ROOT>1 men/NNS/dative>1 that/WDT/nsubj>4 worked/VBD/relcl>2"
    ),
    "a heading": "Flood/NN/compound>2 killed/VBN/amod>2 people/NNS/ROOT>2",
}


def tree(line: str) -> Doc:
    rows = [[*cell.rsplit(">", 1)[0].rsplit("/", 2), cell.rsplit(">", 1)[1]] for cell in line.split()]
    words, tags, labels, heads = (list(column) for column in zip(*rows, strict=True))
    lemmas = [{"said": "say", "wrote": "write", "told": "tell"}.get(word, word) for word in words]
    pos = ["VERB" if tag.startswith("VB") else "NOUN" for tag in tags]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        tags=tags,
        deps=labels,
        heads=[int(h) for h in heads],
        lemmas=lemmas,
        pos=pos,
    )


@pytest.mark.parametrize("name", MENDED)
def test_an_impossible_tree_is_mended(name: str) -> None:
    line, changes = MENDED[name]
    doc = tree(line)
    mend(doc)
    assert {t.text: (t.dep_, t.head.text) for t in doc if t.text in changes} == changes
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("name", LEFT)
def test_what_may_be_is_left_as_it_is(name: str) -> None:
    before, doc = tree(LEFT[name]), tree(LEFT[name])
    mend(doc)
    assert [(t.dep_, t.head.i, t.tag_) for t in doc] == [(t.dep_, t.head.i, t.tag_) for t in before]


def test_a_capital_who_behind_an_article_is_a_name() -> None:
    doc = tree("The/DT/det>1 WHO/WP/nsubj>2 said/VBD/ROOT>2 so/RB/advmod>2")
    mend(doc)
    assert doc[1].tag_ == "NNP"


def test_a_verb_after_a_preposition_is_a_noun() -> None:
    doc = tree("It/PRP/nsubj>1 went/VBD/ROOT>1 on/IN/prep>1 drains/VBZ/pobj>2")
    mend(doc)
    assert doc[3].tag_ == "NNS"


def test_a_name_that_ends_in_an_adverb_is_a_name() -> None:
    doc = tree("The/DT/det>2 Orr/NNP/compound>2 Daily/RB/nsubj>3 reported/VBD/ROOT>3 so/RB/advmod>3")
    mend(doc)
    assert [token.tag_ for token in doc] == ["DT", "NNP", "NNP", "VBD", "RB"]


def test_an_object_with_an_article_is_no_verb() -> None:
    doc = tree("It/PRP/nsubj>1 cuts/VBZ/ROOT>1 the/DT/det>4 herring/NN/compound>4 catch/VB/dobj>1")
    mend(doc)
    assert doc[4].tag_ == "NN"
