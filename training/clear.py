"""Universal Dependencies trees of English as CLEAR-style ones: the heads and labels of ``en_core_web_*``.

Rules and noun chunks written for spaCy's own pipelines then work with ours. The two schemes differ in who
is the head: in CLEAR style a preposition heads its object, a copula its complement, the last word a name,
a verb of speech what is said, and coordinated words form a chain. Each move is a function of
``clear_moves``; this module runs them in order and names the labels. The conversion is deterministic and
made for the trees of EWT and GUM; a tree that comes out broken is refused (none of 24,000 does).
"""

from __future__ import annotations

from dataclasses import dataclass

from training.clear_moves import MOVES, Tree, is_possessive_mark
from training.conllu import Word

NEGATIONS = frozenset(("not", "n't", "n’t", "nt", "never"))
# UD relation (with its subtype where that decides) -> CLEAR label.
RENAMED = {
    "obj": "dobj", "iobj": "dative", "nsubj:pass": "nsubjpass", "nsubj:outer": "nsubj",
    "csubj:pass": "csubjpass", "csubj:outer": "csubj", "aux:pass": "auxpass", "acl:relcl": "relcl",
    "advcl:relcl": "advcl", "nmod:poss": "poss", "compound:prt": "prt", "obl:npmod": "npadvmod",
    "obl:unmarked": "npadvmod", "obl:tmod": "npadvmod", "nmod:npmod": "npadvmod", "nmod:unmarked": "npadvmod",
    "nmod:tmod": "npadvmod", "det:predet": "predet", "cc:preconj": "preconj", "discourse": "intj",
    "goeswith": "compound", "list": "dep", "dislocated": "dep", "orphan": "dep", "reparandum": "dep",
    "vocative": "npadvmod", "root": "ROOT", "fixed": "pcomp", "obl": "npadvmod", "obl:agent": "npadvmod",
    "nmod:desc": "compound", "flat": "compound", "cop": "dep",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClearTree:
    """Head index (-1 at the root) and label of each word."""

    heads: list[int]
    labels: list[str]


def to_clear(words: list[Word]) -> ClearTree | None:
    """Convert one sentence; None where the outcome is not a tree with one root."""
    tree = Tree(words)
    for move in MOVES:
        move(tree)
    if not tree.is_sound():
        return None
    return ClearTree(tree.heads, [_label(tree, i) for i in range(len(words))])


def _label(tree: Tree, i: int) -> str:
    """The CLEAR label of word ``i``, once every head is final."""
    word, relation, head = tree.words[i], tree.relations[i], tree.heads[i]
    if head == -1:
        return "ROOT"
    if relation == "mark" and word.xpos == "TO":
        return "aux"
    if relation.startswith("advmod"):
        if word.form.lower() in NEGATIONS:
            return "neg"
        return "quantmod" if tree.words[head].upos == "NUM" else "advmod"
    if relation == "xcomp" and word.upos == "ADJ":
        return "acomp"
    if relation == "case":
        return "case" if is_possessive_mark(word) else "prep"
    base = relation.partition(":")[0]
    label = RENAMED.get(relation) or RENAMED.get(base) or base
    return "dep" if label == "ROOT" else label
