"""Reading the corpora: spacing guessed, tags and mentions into names."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training import augment_trees
from training.conllu import Word, read_conllu
from training.demonyms import is_demonym
from training.entity_docs import UNKNOWN, Sentence, from_tags, to_doc
from training.entity_gum import _names
from training.silver import silver
from training.spacing import guessed_spaces, joined_apostrophes


@pytest.mark.parametrize(
    "text",
    [
        "He left , she stayed .",
        "The port 's owner ( a firm ) paid $ 5 .",
        'She said " no " twice .',
    ],
)
def test_spaces_are_guessed(text: str) -> None:
    words = text.split()
    spaces = guessed_spaces(words)
    joined = "".join(word + " " * space for word, space in zip(words, spaces, strict=True)).strip()
    assert (
        joined
        == {
            "He left , she stayed .": "He left, she stayed.",
            "The port 's owner ( a firm ) paid $ 5 .": "The port's owner (a firm) paid $5.",
            'She said " no " twice .': 'She said "no" twice.',
        }[text]
    )


def test_a_split_clitic_is_joined_and_names_follow() -> None:
    words, names = joined_apostrophes(["Oslo", "'", "s", "Nora", "Lie"], [(3, 5, "PERSON")])
    assert words == ["Oslo", "'s", "Nora", "Lie"]
    assert names == [(2, 4, "PERSON")]


def test_tags_become_names() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "B-MISC", "I-MISC", "I-ORG"]
    names = from_tags(tags, {"PER": "PERSON", "ORG": "ORG"}.get)
    assert names == [(0, 2, "PERSON"), (2, 3, "PERSON"), (6, 7, "ORG")]


def test_an_unsure_name_is_left_open() -> None:
    doc = to_doc([Sentence(["The", "Herald", "of", "Oslo"], [(1, 2, UNKNOWN), (3, 4, "LOC")])])
    assert doc is not None
    assert [token.ent_iob_ for token in doc] == ["O", "", "O", "B"]


@pytest.mark.parametrize(("word", "demonym"), [("Danish", True), ("Kenyans", True), ("Oslo", False)])
def test_demonyms(word: str, demonym: bool) -> None:
    assert is_demonym(word) is demonym


def word(form: str, upos: str, misc: str = "_", xpos: str = "NNP") -> Word:
    return Word(form, form, upos, xpos, "", -1, "dep", misc, True)


def test_a_mention_of_gum_becomes_a_name_without_its_title() -> None:
    words = [
        word("Mayor", "PROPN", "Entity=(1-person-new-nnnnn-cf1-2-sgl"),
        word("Lie", "PROPN", "Entity=1)"),
        word("of", "ADP", xpos="IN"),
        word("the", "DET", "Entity=(2-organization-new-nnnnn-cf2-2-sgl", xpos="DT"),
        word("University", "PROPN"),
        word("of", "ADP", xpos="IN"),
        word("Oslo", "PROPN", "Entity=(3-place-new-nnnnn-cf3-1-sgl)2)"),
        word("he", "PRON", "Entity=(1-person-giv-nnnnn-cf1-1-ana)", xpos="PRP"),
    ]
    assert sorted(_names(words)) == [(1, 2, "PERSON"), (4, 7, "ORG")]


def test_conllu_keeps_the_spacing_of_joined_words(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = d",
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_",
        "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_",
        "3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_",
        "",
        "",
    ]
    file = tmp_path / "a.conllu"
    file.write_text("\n".join(rows), encoding="utf-8")
    [paragraph] = read_conllu(file)
    [sentence] = paragraph.sentences
    assert [word.space_after for word in sentence] == [False, False, True]


def test_a_found_name_is_believed_only_between_the_ends_of_proper_nouns() -> None:
    vocab = spacy.blank("en").vocab
    words = ["Nora", "Lie", "met", "Olaf", "Brandt"]
    doc = Doc(vocab, words=words, pos=["PROPN", "PROPN", "VERB", "PROPN", "PROPN"])
    silver(doc, [(0, 2, "PERSON"), (3, 4, "PERSON")])
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "", ""]


def test_augmentation_keeps_a_tree_a_tree(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    rows = """
    Senator PROPN NNP 1 compound|Lie PROPN NNP 2 nsubj|left VERB VBD 2 ROOT|Iraq PROPN NNP 2 dobj
    |in ADP IN 2 prep|January PROPN NNP 4 pobj|. PUNCT . 2 punct|It PRON PRP 8 nsubj
    |rained VERB VBD 8 ROOT|all DET DT 10 det|day NOUN NN 8 npadvmod|. PUNCT . 8 punct
    """
    words, pos, tags, heads, deps = zip(*(row.split() for row in rows.split("|")), strict=True)
    doc = Doc(
        nlp.vocab,
        words=list(words),
        pos=list(pos),
        tags=list(tags),
        heads=[int(head) for head in heads],
        deps=list(deps),
    )
    pools = tmp_path / "pools.json"
    pools.write_text('{"PERSON one": ["Okafor"], "LOC": ["Lima"]}', encoding="utf-8")
    chances = dict.fromkeys(("rename", "renumber", "quotes", "abbreviate", "wrap", "double_space"), 0.5)
    augment = augment_trees.augmenter(
        pools=str(pools), first_lower=0.2, all_lower=0.2, title_case=0.2, **chances
    )
    for _ in range(50):
        [example] = augment(nlp, Example(nlp.make_doc(doc.text), doc))
        varied = example.reference
        assert len(list(varied.sents)) == 2
        assert sum(token.dep_ == "ROOT" for token in varied) == 2
        kept = [token.dep_ for token in varied if token.dep_ not in ("punct", "dep")]
        assert kept == [token.dep_ for token in doc if token.dep_ != "punct"]
