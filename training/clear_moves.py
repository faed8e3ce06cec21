"""The re-attachments that turn a Universal Dependencies tree into a CLEAR-style one, in order."""

from __future__ import annotations

from collections.abc import Callable

from training.conllu import Word

# Verbs that report speech or thought: in "..., she said" UD makes them a parataxis of what is said.
REPORTING = frozenset(
    """
    say tell add claim announce ask reply argue note warn insist explain report declare state comment write
    continue conclude suggest admit believe think stress confirm observe recall agree joke respond remark urge
    point hope acknowledge assert maintain reveal complain shout cry answer predict concede caution reiterate
    """.split()
)
CAN_BE_SAID = frozenset("VERB AUX ADJ NOUN PROPN ADV PRON NUM ADP INTJ DET".split())
NOMINAL = frozenset("NOUN PROPN PRON NUM SYM X DET ADJ INTJ PUNCT".split())
STAYS_WITH_COMPLEMENT = frozenset("det amod compound case nummod nmod:poss".split())
GOES_TO_COPULA = frozenset("nsubj csubj expl aux parataxis discourse vocative dislocated orphan".split())
CLAUSE_MARKS = frozenset("while when although though if as".split())
NOT = frozenset(("not", "n't", "n’t", "nt"))


class Tree:
    """A sentence whose heads and relations are being changed."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.heads = [word.head for word in words]
        self.relations = [word.deprel for word in words]

    def __len__(self) -> int:
        return len(self.words)

    def children(self, i: int) -> list[int]:
        """The words whose head is ``i``, in order."""
        return [j for j, head in enumerate(self.heads) if head == i]

    def subtree(self, i: int) -> list[int]:
        """``i`` and all below it, in order."""
        return [j for j in range(len(self)) if i in self.path(j)]

    def path(self, i: int) -> list[int]:
        """``i``, its head, and so on up to the root; cut where it would go round."""
        steps: list[int] = []
        while i != -1 and len(steps) <= len(self):
            steps.append(i)
            i = self.heads[i]
        return steps

    def attach(self, i: int, head: int, relation: str | None = None) -> None:
        """Give ``i`` another head, and another relation where one is named."""
        self.heads[i] = head
        if relation is not None:
            self.relations[i] = relation

    def is_sound(self) -> bool:
        """Whether this is one tree: one root, reached from everywhere."""
        return self.heads.count(-1) == 1 and all(len(self.path(i)) <= len(self) for i in range(len(self)))


def is_possessive_mark(word: Word) -> bool:
    """Whether a word is the ``'s`` or ``'`` of a possessive."""
    return word.xpos == "POS" or word.form in ("'s", "’s", "'", "’")


def head_names_by_last_word(tree: Tree) -> None:
    """UD heads "Angela Merkel" by its first word, CLEAR by its last."""
    for i, word in enumerate(tree.words):
        flat = [j for j in tree.children(i) if tree.relations[j].startswith("flat")]
        if not flat or word.upos != "PROPN" or any(tree.words[j].upos != "PROPN" for j in flat):
            continue
        last = max(flat)
        others = [j for j in tree.children(i) if j != last]
        inside = [j for j in others if i < j < last and j not in flat]
        if last < i or any(tree.relations[j] != "punct" for j in inside):
            continue
        tree.attach(last, tree.heads[i], tree.relations[i])
        tree.attach(i, last, "compound")
        for j in others:
            tree.attach(j, last, "compound" if j in flat else None)


def head_speech_by_its_verb(tree: Tree) -> None:
    """In "..., she said" the verb of speech becomes the head, what is said its clausal complement."""
    for verb, word in enumerate(tree.words):
        said = tree.heads[verb]
        if not tree.relations[verb].startswith("parataxis") or said < 0:
            continue
        if word.upos != "VERB" or word.lemma.lower() not in REPORTING:
            continue
        if tree.words[said].upos not in CAN_BE_SAID:
            continue
        if not any(tree.relations[j] in ("nsubj", "nsubj:pass") for j in tree.children(verb)):
            continue
        clause = tree.subtree(verb)
        rest = [j for j in tree.subtree(said) if j not in clause and tree.relations[j] != "punct"]
        if not (clause[-1] < rest[0] or clause[0] > rest[-1]):  # in the middle: stays a parenthesis
            continue
        marks = [j for j in tree.children(said) if tree.relations[j] == "punct"]
        tree.attach(verb, tree.heads[said], tree.relations[said])
        tree.attach(said, verb, "ccomp")
        for j in marks:
            tree.attach(j, verb)


def chain_coordination(tree: Tree) -> None:
    """In "a, b and c" each conjunct hangs on the one before; ``and`` on the conjunct before it."""
    for i in range(len(tree)):
        previous = i
        for conjunct in [j for j in tree.children(i) if j > i and tree.relations[j].startswith("conj")]:
            for j in tree.children(conjunct):
                comma = tree.relations[j] == "punct" and tree.words[j].form in (",", ";")
                if j < conjunct and (tree.relations[j] == "cc" or comma):
                    tree.attach(j, previous)
            tree.attach(conjunct, previous)
            previous = conjunct


def head_copular_clauses_by_the_copula(tree: Tree) -> None:
    """In "she is a minister" the verb heads the clause and ``minister`` is its attribute."""
    for copula in range(len(tree)):
        complement = tree.heads[copula]
        if tree.relations[copula] != "cop" or complement < 0 or tree.heads[complement] == copula:
            continue
        relation = _complement_relation(tree, complement, copula)
        tree.attach(copula, tree.heads[complement], tree.relations[complement])
        tree.attach(complement, copula, relation)
        for j in tree.children(complement):
            if _goes_to_copula(tree, j, complement, copula):
                tree.attach(j, copula)


def _complement_relation(tree: Tree, complement: int, copula: int) -> str:
    word = tree.words[complement]
    children = tree.children(complement)
    if any(tree.relations[j] == "case" and tree.words[j].xpos != "POS" for j in children):
        return "prep"  # "is in Berlin": the preposition takes this place in the next move
    if word.upos in ("VERB", "AUX") and any(
        tree.relations[j] == "mark" and copula < j < complement for j in children
    ):
        return "xcomp"
    if word.upos == "VERB":
        return "acomp" if word.xpos == "VBN" else "xcomp"
    return {"ADJ": "acomp", "ADV": "advmod"}.get(word.upos, "attr")


def _goes_to_copula(tree: Tree, j: int, complement: int, copula: int) -> bool:
    """Whether a child of the complement belongs to the clause rather than to the phrase."""
    relation = tree.relations[j]
    base = relation.partition(":")[0]
    if base in GOES_TO_COPULA or base == "advcl":
        return True
    if relation == "mark" and not copula < j < complement:
        return True
    if relation == "cc" and j < min(copula, complement):
        return True
    if relation == "punct" and (j < min(copula, complement) or j > complement):
        return True
    if relation == "advmod" and (j < copula or tree.words[j].form.lower() in NOT):
        return True
    if base == "obl" and (j < copula or tree.words[complement].upos in ("NOUN", "PROPN", "PRON")):
        return True
    if base == "conj":
        clausal = ("nsubj", "cop", "expl", "aux")
        if any(tree.relations[k].startswith(clausal) for k in tree.children(j)):
            return True
    return j < copula < complement and relation not in STAYS_WITH_COMPLEMENT


def head_phrases_by_their_preposition(tree: Tree) -> None:
    """In "in the city" ``in`` heads the phrase and ``city`` is its object; "according to" is a chain."""
    for noun in range(len(tree)):
        prepositions = [
            j
            for j in tree.children(noun)
            if j < noun and tree.relations[j] == "case" and not is_possessive_mark(tree.words[j])
        ]
        if not prepositions:
            continue
        top = prepositions[0]
        relation = _phrase_relation(tree.relations[noun])
        before = [j for j in tree.children(noun) if j < top]
        tree.attach(top, tree.heads[noun], relation)
        last = top
        for j in prepositions[1:]:
            tree.attach(j, last, "prep")
            last = j
        for j in [j for j in tree.children(last) if last < j < noun]:
            if tree.relations[j] == "fixed" and tree.words[j].upos == "ADP":
                tree.relations[j] = "prep"
                last = j
        tree.attach(noun, last, "pobj" if tree.words[noun].upos in NOMINAL else "pcomp")
        for j in before:
            tree.attach(j, top)
        if relation in ("conj", "root"):
            for j in [j for j in tree.children(noun) if j > noun]:
                phrase = tree.relations[j].startswith("conj") and any(
                    tree.relations[k] == "case" for k in tree.children(j)
                )
                if phrase or (tree.relations[j] == "punct" and relation == "root"):
                    tree.attach(j, top)


def _phrase_relation(relation: str) -> str:
    """What a preposition is to the head of its phrase, given what its object was."""
    if relation == "obl:agent":
        return "agent"
    if relation.startswith("conj"):
        return "conj"
    return relation if relation in ("root", "ccomp", "parataxis", "acl:relcl") else "prep"


def head_gerunds_by_their_preposition(tree: Tree) -> None:
    """In "without asking" the preposition, to UD a mark, heads the gerund."""
    for gerund, word in enumerate(tree.words):
        if word.xpos != "VBG" or tree.relations[gerund].partition(":")[0] not in ("advcl", "acl"):
            continue
        marks = [
            j
            for j in tree.children(gerund)
            if j < gerund and tree.relations[j] == "mark" and tree.words[j].xpos == "IN"
        ]
        if len(marks) != 1 or tree.words[marks[0]].form.lower() in CLAUSE_MARKS:
            continue
        mark = marks[0]
        before = [j for j in tree.children(gerund) if j < mark]
        tree.attach(mark, tree.heads[gerund], "prep")
        tree.attach(gerund, mark, "pcomp")
        for j in before:
            tree.attach(j, mark)


def settle_punctuation(tree: Tree) -> None:
    """Re-attach marks whose arc would cross another one after the moves."""
    arcs = [
        (min(i, head), max(i, head))
        for i, head in enumerate(tree.heads)
        if head >= 0 and tree.relations[i] != "punct"
    ]
    root = tree.heads.index(-1) if -1 in tree.heads else 0

    def crosses(i: int, head: int) -> bool:
        a, b = min(i, head), max(i, head)
        return a < root < b or any(x < a < y < b or a < x < b < y for x, y in arcs)

    for i, head in enumerate(tree.heads):
        if tree.relations[i] != "punct" or head < 0 or i in tree.heads or not crosses(i, head):
            continue
        nearby = [
            j
            for neighbour in (i - 1, i + 1)
            if 0 <= neighbour < len(tree)
            for j in tree.path(neighbour)
            if tree.relations[j] != "punct" and not crosses(i, j)
        ]
        if nearby:
            tree.heads[i] = root if nearby[-1] == root else nearby[0]


MOVES: tuple[Callable[[Tree], None], ...] = (
    head_names_by_last_word,
    head_speech_by_its_verb,
    chain_coordination,
    head_copular_clauses_by_the_copula,
    head_phrases_by_their_preposition,
    head_gerunds_by_their_preposition,
    settle_punctuation,
)
