"""Universal Dependencies in, CLEAR-style trees out: one invented sentence for each move."""

from __future__ import annotations

import pytest

from training.clear import to_clear
from training.conllu import Word

# form, UPOS, XPOS, UD head (from 1, 0 at the root), UD relation -> CLEAR head, CLEAR label
CASES = {
    "a name is headed by its last word": """
        Ingrid    PROPN NNP 3 nsubj  2 compound
        Halvorsen PROPN NNP 1 flat   3 nsubj
        left      VERB  VBD 0 root   0 ROOT
    """,
    "a preposition heads its object": """
        Ships    NOUN NNS 2 nsubj  2 nsubj
        sailed   VERB VBD 0 root   0 ROOT
        to       ADP  IN  5 case   2 prep
        the      DET  DT  5 det    5 det
        port     NOUN NN  2 obl    3 pobj
    """,
    "according to is a chain": """
        According VERB VBG 4 case   6 prep
        to        ADP  IN  1 fixed  1 prep
        the       DET  DT  4 det    4 det
        mayor     NOUN NN  6 obl    2 pobj
        it        PRON PRP 6 nsubj  6 nsubj
        sank      VERB VBD 0 root   0 ROOT
    """,
    "a copula heads its attribute": """
        She    PRON PRP 4 nsubj  2 nsubj
        is     AUX  VBZ 4 cop    0 ROOT
        a      DET  DT  4 det    4 det
        judge  NOUN NN  0 root   2 attr
    """,
    "a copula heads a phrase of place": """
        She    PRON PRP 4 nsubj  2 nsubj
        is     AUX  VBZ 4 cop    0 ROOT
        in     ADP  IN  4 case   2 prep
        Oslo   PROPN NNP 0 root  3 pobj
    """,
    "a verb of speech heads what is said": """
        It     PRON PRP 2 nsubj      2 nsubj
        sank   VERB VBD 0 root       5 ccomp
        ,      PUNCT , 2 punct       5 punct
        he     PRON PRP 5 nsubj      5 nsubj
        said   VERB VBD 2 parataxis  0 ROOT
    """,
    "coordination is a chain": """
        Ships   NOUN NNS 5 nsubj  5 nsubj
        ,       PUNCT , 3 punct   1 punct
        boats   NOUN NNS 1 conj   1 conj
        fine    ADJ JJ 3 amod     3 amod
        left    VERB VBD 0 root   0 ROOT
    """,
    "a passive has its own labels": """
        It      PRON PRP 3 nsubj:pass  3 nsubjpass
        was     AUX  VBD 3 aux:pass    3 auxpass
        closed  VERB VBN 0 root        0 ROOT
        by      ADP  IN  5 case        3 agent
        police  NOUN NNS 3 obl:agent   4 pobj
    """,
    "a preposition heads a gerund": """
        He      PRON PRP 2 nsubj   2 nsubj
        left    VERB VBD 0 root    0 ROOT
        without SCONJ IN 4 mark    2 prep
        paying  VERB VBG 2 advcl   3 pcomp
    """,
    "a negation is a negation": """
        He      PRON PRP 4 nsubj   4 nsubj
        did     AUX  VBD 4 aux     4 aux
        not     PART RB  4 advmod  4 neg
        pay     VERB VB  0 root    0 ROOT
    """,
}


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES)
def test_conversion(rows: str) -> None:
    table = [row.split() for row in rows.strip().split("\n")]
    lemmas = {"said": "say"}
    words = [
        Word(form, lemmas.get(form, form.lower()), upos, xpos, "", int(head) - 1, relation, "_", True)
        for form, upos, xpos, head, relation, *_ in table
    ]
    tree = to_clear(words)
    assert tree is not None
    got = [(head + 1, label) for head, label in zip(tree.heads, tree.labels, strict=True)]
    assert got == [(int(row[5]), row[6]) for row in table]


def test_a_broken_tree_is_refused() -> None:
    words = [
        Word("a", "a", "NOUN", "NN", "", 1, "nmod", "_", True),
        Word("b", "b", "NOUN", "NN", "", 0, "nmod", "_", True),
    ]
    assert to_clear(words) is None
