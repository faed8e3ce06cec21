"""The corpora of names agree after harmonising; swapped organisations bring their initials."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from training import augment_names
from training.entity_docs import Sentence, to_doc
from training.entity_harmony import harmonised


@pytest.mark.parametrize(
    ("words", "names", "labels"),
    [
        ("Norway voted", [(0, 1, "ORG")], ["LOC", "O"]),
        ("Danish farmers", [(0, 1, "LOC")], ["O", "O"]),
        ("Republicans left", [(0, 1, "ORG")], ["?", "O"]),
        ("She left Norway", [], ["O", "O", "?"]),
        ("The Governor left", [(1, 2, "PERSON")], ["O", "?", "O"]),
        ("Oslo University won", [(0, 2, "ORG")], ["ORG", "ORG", "O"]),
    ],
)
def test_harmonised(words: str, names: list[tuple[int, int, str]], labels: list[str]) -> None:
    doc = to_doc([Sentence(words.split(), names)])
    assert doc is not None
    found = [token.ent_type_ or ("?" if token.ent_iob == 0 else "O") for token in harmonised(doc)]
    assert found == labels


def test_a_swapped_organisation_may_bring_its_initials(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    pools = tmp_path / "pools.json"
    pools.write_text(json.dumps({"ORG": ["Harbour and River Agency"]}), encoding="utf-8")
    augment = augment_names.augmenter(str(pools), swap=1.0, quotes=0.0, lower=0.0, title_case=0.0, upper=0.0)
    doc = to_doc([Sentence(["Nobody", "asked", "Acme", "again"], [(2, 3, "ORG")])])
    assert doc is not None
    texts = set()
    for _ in range(200):
        [example] = augment(nlp, Example(nlp.make_doc(doc.text), doc))
        texts.add((example.reference.text.strip(), tuple(e.text for e in example.reference.ents)))
    assert texts == {
        ("Nobody asked Acme again", ("Acme",)),
        ("Nobody asked Harbour and River Agency again", ("Harbour and River Agency",)),
        ("Nobody asked Harbour and River Agency (HRA) again", ("Harbour and River Agency", "HRA")),
    }
