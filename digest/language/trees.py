"""Trees that cannot be, made possible: what a parser decides word by word and the whole clause contradicts.

Each rule needs a contradiction that the tree or the sentence itself shows; what merely looks unlikely is
left as it is. They hold for any pipeline and touch six sentences in a thousand of the news.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from digest.language.lists.calendar import CALENDAR
from digest.language.lists.people import ROLES, SPEECH_VERBS

TREES = "digest_trees"
"""The name of this component, the last of every pipeline that ``digest.language.load`` gives."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLOSING = frozenset({"”", '"', "''", "’", "»"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS"})
_NAMES = frozenset({"NNP", "NNPS"})
_OF_NOUNS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_TOLD = frozenset({"tell", "remind", "assure", "warn", "inform", "notify", "advise"})
_OBJECTS = frozenset({"pobj", "dobj"})


@Language.component(TREES)
def mend(doc: Doc) -> Doc:
    """Make the impossible trees of a parsed text possible, in place; gives the same Doc."""
    if not doc.has_annotation("DEP"):
        return doc
    sentences = list(doc.sents)
    for before, after in pairwise(sentences):
        _cut_name(before, after)
    for sentence in list(doc.sents):
        _no_verb(sentence)
    for token in doc:
        _tag_and_label(token)
        if token.pos_ in ("VERB", "AUX"):
            _subjects_of(token)
            _told_as_relative(token)
    return doc


def _cut_name(before: Span, after: Span) -> None:
    """A sentence that begins within a name: "Secretary of State Ana | Ruiz said"."""
    name, last = after[0], before[-1]
    joined = all(token.tag_ in _NAMES and token.is_title for token in (last, name))
    if not joined or name.head.i < name.i or not last.whitespace_ or any(t.tag_ in _FINITE for t in before):
        return
    while name.dep_ == "compound":
        name = name.head
    before.root.head, before.root.dep_ = name, "compound"


def _told_as_relative(verb: Token) -> None:
    """A clause with "that" before its own subject, taken for a relative one: "told Poe [that Roe left]"."""
    told = verb.head.head
    listener = verb.head.dep_ in ("dative", "dobj") and told.lemma_ in _TOLD
    day = verb.head.text in CALENDAR and told.lemma_ in SPEECH_VERBS
    if verb.dep_ != "relcl" or not (listener or day) or told.i > verb.head.i:
        return
    labels = {child.dep_ for child in verb.lefts}
    opening = next(iter(verb.lefts))
    if opening.lower_ == "that" and opening.dep_ == "mark" and labels & _SUBJECTS:
        opening.tag_, opening.pos_ = "IN", "SCONJ"
        verb.head, verb.dep_ = told, "ccomp"


def _tag_and_label(token: Token) -> None:
    """One word whose tag or label its neighbours rule out."""
    if token.tag_ == "WP" and token.is_upper and token.i and token.nbor(-1).tag_ == "DT":
        token.tag_, token.pos_ = "NNP", "PROPN"  # "the WHO"
    elif token.tag_ == "VBZ" and token.dep_ in _OBJECTS and not token.n_rights:
        token.tag_, token.pos_ = "NNS", "NOUN"  # "spent it on [drains]"
    elif token.tag_ in ("VB", "VBP") and token.dep_ in _OBJECTS | _SUBJECTS:
        if any(child.dep_ in ("det", "compound", "poss") for child in token.lefts):
            token.tag_, token.pos_ = "NN", "NOUN"  # "cuts the herring [catch]"
    elif token.tag_ in ("RB", "JJ") and token.dep_ in _SUBJECTS and token.is_title and token.n_lefts:
        if token.nbor(-1).dep_ == "compound" and token.nbor(-1).is_title:
            token.tag_, token.pos_ = "NNP", "PROPN"  # "the Politics [Daily] reported"
    elif token.tag_ in _FINITE and token.dep_ in _AUXILIARIES and token.head.dep_ in _AUXILIARIES:
        main = token.head.head
        if token.head.lower_ == "been" and main.tag_ in ("VBN", "VBG"):
            token.head = main  # "[have] been paid"


def _subjects_of(verb: Token) -> None:
    for child in list(verb.children):
        if child.dep_ in _SUBJECTS:
            _name_behind_its_body(child)
    subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    if len(subjects) > 1:
        _name_beside_its_role(subjects)
    elif verb.lemma_ in SPEECH_VERBS and verb.tag_ in ("VBD", "VBZ"):
        if not subjects:
            _speaker_behind(verb)
        elif verb.dep_ == "relcl":
            _report_as_relative(verb, subjects[0])


def _name_beside_its_role(subjects: list[Token]) -> None:
    """Two subjects side by side, a noun and a name: "[foreign minister] [Nadia Rahimi] said"."""
    role, name = subjects[-2:]
    if name.left_edge.i == role.i + 1 and role.tag_ in _NOUNS and name.tag_ in _NAMES:
        name.head, name.dep_ = role, "appos"


def _name_behind_its_body(body: Token) -> None:
    """A name in no commas behind the body that it leads: "[Guild for Potters] [President Nadia Rahimi]"."""
    name = next((child for child in body.rights if child.dep_ == "appos"), None)
    if name is None or name.tag_ not in _NAMES or body.tag_ not in _NAMES:
        return
    title = name.left_edge
    if title.lower_ in ROLES and title.is_title and title.i < name.i and title.nbor(-1).tag_ in _NAMES:
        name.head, name.dep_ = body.head, body.dep_
        body.head, body.dep_ = name, "nmod"


def _speaker_behind(verb: Token) -> None:
    """An object right behind a verb of speech that follows a closing mark: "…,” said [an official]"."""
    if any(child.dep_ in _SUBJECTS for child in verb.rights):
        return
    following = next((child for child in verb.rights if child.dep_ not in ("advmod", "neg")), None)
    if following is None or following.dep_ != "dobj" or following.left_edge.i != verb.i + 1:
        return
    if verb.i > verb.sent.start and verb.nbor(-1).text in _CLOSING:
        following.dep_ = "nsubj"


def _report_as_relative(verb: Token, name: Token) -> None:
    """A report taken for a relative clause of the role in it: "…,” [engineer] Colm Byrne [said]."."""
    role, root = verb.head, verb.sent.root
    closed = role.left_edge.i > verb.sent.start and role.left_edge.nbor(-1).text in _CLOSING | {","}
    if not closed or role.tag_ not in _NOUNS or name.tag_ not in _NAMES or name.left_edge.i != role.i + 1:
        return
    if role == root or root.i > role.i:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    role.head, role.dep_ = verb, "nsubj"
    name.head, name.dep_ = role, "appos"
    root.head, root.dep_ = verb, "ccomp"


def _no_verb(sentence: Span) -> None:
    """A sentence without a verb, and a noun before a participle: "The flood [killed] 12 people."."""
    root = sentence.root
    if root.tag_ not in _NOUNS or sentence[-1].text != "." or not _verbless(sentence):
        return
    participle = next((child for child in root.lefts if child.tag_ == "VBN" and child.dep_ == "amod"), None)
    if participle is None or participle.i <= sentence.start:
        return
    noun = participle.nbor(-1)
    if noun.tag_ not in _NOUNS | _NAMES or noun.head not in (root, participle) or participle.n_rights:
        return
    before = [child for child in (*root.lefts, *participle.lefts) if child.i < noun.i]
    joined = [child for child in root.rights if child.tag_ in _FINITE or child.dep_ == "cc"]
    participle.head, participle.dep_, participle.tag_ = participle, "ROOT", "VBD"
    root.head, root.dep_ = participle, "dobj"
    noun.head, noun.dep_ = participle, "nsubj"
    for child in before:
        child.head = noun if child.dep_ in _OF_NOUNS else participle
    for child in joined if any(child.tag_ in _FINITE for child in joined) else ():
        child.head = participle


def _verbless(sentence: Span) -> bool:
    """Whether a sentence has no finite verb but such as are joined to its head by "and"."""
    return all(t.tag_ not in _FINITE or (t.dep_ == "conj" and t.head.i == sentence.root.i) for t in sentence)
