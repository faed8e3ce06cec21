"""A sentence that the parser cut in two is put together again."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from digest.extract.sentences import whole_sentences

VOCAB = English().vocab


def cut(text: str) -> Doc:
    """A Doc of space-separated words, with a sentence beginning after each bar; / is a paragraph break."""
    words, starts, spaces = [], [], []
    begins = True
    for word in text.split():
        if word == "|":
            begins = True
            continue
        words.append("\n\n" if word == "/" else word)
        starts.append(begins)
        spaces.append(word != "/")
        begins = word == "/"
    return Doc(VOCAB, words=words, spaces=spaces, sent_starts=starts)


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("“We go,” | Holm said .", ["“We go,” Holm said ."]),
        ("“Go!” | he said .", ["“Go!” he said ."]),
        ("“Go!” | Holm left .", ["“Go!” ", "Holm left ."]),
        ("It rained . | Holm left .", ["It rained . ", "Holm left ."]),
        ("The U.S. | and Velmora | agreed .", ["The U.S. and Velmora agreed ."]),
        ("A heading / Holm left .", ["A heading \n\n", "Holm left ."]),
    ],
)
def test_whole_sentences(given: str, whole: list[str]) -> None:
    assert [sent.text_with_ws.rstrip() for sent in whole_sentences(cut(given))] == [w.rstrip() for w in whole]
