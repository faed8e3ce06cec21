"""Who states a figure.

A statement reaches to the figure where its clause holds the figure, where it follows the clause after a
comma or a quotation mark ("…, officials said"), or where the sentence says "according to".
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from digest.annotate import Annotated
from digest.extract.figures.groups import NOUNS, Words
from digest.extract.figures.places import Places
from digest.extract.figures.speakers import DAYS, name_end, name_of, name_start, resolved
from digest.extract.figures.status import DECISIONS
from digest.extract.figures.vocabulary import words_of

SAYING = words_of(
    """say tell add note write report announce state claim argue warn insist explain acknowledge declare tweet
    reply estimate predict project forecast calculate put allege confirm reveal disclose admit suggest believe
    think expect show find indicate maintain assert deny reject dismiss dispute testify conclude reckon count
    record promise pledge vow propose plan cite stress tell"""
)
_ONLY_WITH_CLAUSE = words_of(
    "add show find indicate believe think expect plan suggest propose cite pledge promise vow reveal disclose"
)
_UNDERTAKING = words_of(
    "plan propose pledge promise vow expect"
)  # to buy 40 trains: a plan, and no statement
_SAYING_NOUNS = words_of(
    """report claim estimate statement suggestion rumour rumor allegation forecast prediction projection
    assertion"""
)
_SAID = words_of(
    "said says estimated estimates announced reported confirmed added claimed warned predicted found"
)
_RELATIVE = words_of("who which that")
_ACCORDING = re.compile(r"\b(?:according to|as per|in the words of|per figures from)[ ]", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r",[ ](?:but|while|although|though|whereas|and[ ](?:it|he|she|they|we))[ ]")
_ASIDE = re.compile(r",[ ](?:which|who|where|whose)[ ][^,;]*$")
_PARTS = words_of("half third quarter percent % most all vote votes ballot ballots")
_DECIDING = words_of("reject dismiss")
_DECIDED = re.compile(rf"(?:\S+[ ]){{0,3}}?(?:{DECISIONS})\b", re.IGNORECASE)


def stated_by(annotated: Annotated, places: Places, start: int, end: int) -> Words | None:
    """The words that name who states the figure at ``start``; None where nobody is named."""
    first, last = places.sentence_of(start)
    doc = places.doc
    if words := _according_to(places, first, last):
        return resolved(annotated, places, words)
    figure = places.tokens_over(start, end)
    if words := _said_in_noun(places, figure, first):
        return words
    speakers = [
        (verb, subject)
        for verb in doc[first:last]
        if verb.lemma_.lower() in SAYING and verb.pos_ == "VERB" and (subject := _speaker(verb)) is not None
    ]
    for verb, subject in sorted(speakers, key=lambda pair: -pair[0].i):
        if _decides(verb) or _puts(verb, figure[0].i) or _counted(subject):
            continue
        if _reaches(verb, subject, figure[0].i, figure[-1].i):
            return resolved(annotated, places, name_of(places, subject))
    if words := _said_after(places, figure[-1].i, last):
        return resolved(annotated, places, words)
    return None


def _said_after(places: Places, figure: int, last: int) -> Words | None:
    """``…, a western official said.`` read off the words, where the parse has lost the subject."""
    doc = places.doc
    for verb in range(last - 1, figure, -1):
        if doc[verb].lower_ not in _SAID or _said_next(doc[verb]):
            continue
        begin = verb
        while begin - 1 > figure and doc[begin - 1].tag_ in NOUNS | {"DT", "JJ", "HYPH", "POS", "VBN"}:
            begin -= 1
        if begin == verb or doc[begin - 1].text not in {",", "”", '"'} or doc[verb - 1].tag_ not in NOUNS:
            continue
        begin += doc[begin].text in {"a", "an", "the"} and begin + 1 < verb
        begin = name_start(places, begin, figure)
        return Words(doc[begin].idx, doc[verb - 1].idx + len(doc[verb - 1]))
    return None


def _according_to(places: Places, first: int, last: int) -> Words | None:
    doc = places.doc
    sentence = doc[first:last]
    match = _ACCORDING.search(sentence.text)
    if match is None:
        return None
    at = places.token_from(sentence.start_char + match.end())
    begin = at
    while at < last and (
        doc[at].tag_ in NOUNS | {"DT", "JJ", "JJS", "PRP$", "HYPH", "POS", "CD", "VBN"}
        or doc[at].lower_ == "of"
    ):
        at += 1
    while at > begin and doc[at - 1].tag_ not in NOUNS:
        at -= 1
    if at == begin:
        return None
    if begin + 1 < at and doc[begin].text in {"the", "a", "an"}:
        begin += 1
    at = name_end(places, at, last, before_verb=False)
    return Words(doc[begin].idx, doc[at - 1].idx + len(doc[at - 1]))


def _said_in_noun(places: Places, figure: list[Token], first: int) -> Words | None:
    """``a report over the weekend that …``: the report states it."""
    doc = places.doc
    for index in range(figure[0].i - 1, first, -1):
        if doc[index].lower_ == "that" and doc[index - 1].tag_ in NOUNS:
            at = index - 1
            while at > first and at > index - 7 and doc[at].lower_.removesuffix("s") not in _SAYING_NOUNS:
                if doc[at].pos_ == "VERB":
                    return None
                at -= 1
            if doc[at].lower_.removesuffix("s") in _SAYING_NOUNS:
                begin = at
                while begin > first and doc[begin - 1].tag_ in {"DT", "JJ", "NN", "NNP", "POS"}:
                    begin -= 1
                return Words(doc[begin].idx, doc[at].idx + len(doc[at]))
            return None
    return None


def _speaker(verb: Token) -> Token | None:
    """The subject of a verb of saying; of what is said by others ("claims are reported"), nobody."""
    if verb.tag_ == "VBN" and any(child.lemma_ == "be" and child.i < verb.i for child in verb.children):
        return None
    for child in verb.children:
        if (
            child.dep_ in {"nsubj"}
            and child.lower_ not in _RELATIVE
            and child.pos_ in {"NOUN", "PROPN", "PRON"}
        ):
            return child
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return None


def _reaches(verb: Token, subject: Token, first: int, last: int) -> bool:
    """Whether the statement of a verb holds the tokens of the figure."""
    if subject.left_edge.i <= first <= subject.right_edge.i and subject.i < verb.i and first < verb.i:
        return False
    if first > verb.i:
        if verb.lemma_.lower() in _ONLY_WITH_CLAUSE:
            return _in_clause(verb, first)
        stop = next((t.i for t in verb.doc[verb.i : first] if t.text in {";"}), None)
        return stop is None and not _new_clause(verb, first) and not _aside(verb, first)
    own = (child for child in verb.children if child.dep_ == "ccomp" and child.left_edge.i > verb.i)
    if _leads_on(verb, subject) or any(clause.left_edge.lower_ == "that" for clause in own):
        return False  # "among 9 million idle, employers report that": what they report comes after
    if verb.dep_ == "relcl" or any(token.lower_ == "whose" for token in subject.subtree):
        return False  # "17 opposed the bill, whose sponsor said …"
    follows = verb.doc[max(0, min(verb.i, subject.left_edge.i) - 1)].text in {",", "”", '"', "’", "'", "—"}
    return last < min(verb.i, subject.left_edge.i) and follows


def _leads_on(verb: Token, subject: Token) -> bool:
    """Whether what is said begins right after the verb: ``with ten hurt, he said officials have decided``."""
    return subject.i < verb.i and _said_next(verb)


def _said_next(verb: Token) -> bool:
    """Whether a noun follows a verb of saying, of which it says something; a day says when it was said."""
    if verb.i + 1 >= verb.sent.end:
        return False
    after = verb.nbor()
    return after.tag_ in NOUNS | {"PRP", "DT", "EX"} and after.lower_ not in DAYS


def _in_clause(verb: Token, first: int) -> bool:
    """Whether the figure is in what is said by a verb that may have another object: ``revealed that 40``."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        told = child.dep_ == "ccomp" or (child.dep_ == "dobj" and lemma in {"reveal", "disclose"})
        infinitive = any(mark.tag_ == "TO" for mark in child.children)
        if told and child.left_edge.i <= first <= child.right_edge.i:
            return not (infinitive and lemma in _UNDERTAKING) and not _aside(verb, first)
    return False


def _aside(verb: Token, first: int) -> bool:
    """Whether a clause set off by a comma holds the figure: ``spoke of the raid, which killed four``."""
    return bool(_ASIDE.search(verb.doc[verb.i : first].text))


def _counted(subject: Token) -> bool:
    """Whether the subject is itself counted: ``190 arrests``, ``with half of the votes counted``."""
    if subject.lower_ in _PARTS:
        return True
    return subject.tag_ == "NNS" and any(child.dep_ == "nummod" for child in subject.children)


def _decides(verb: Token) -> bool:
    """Whether a verb of denial says a decision, not a statement: ``rejected a motion by 97 votes``."""
    after = verb.doc.text[verb.idx + len(verb) + 1 : verb.sent.end_char]
    return verb.lemma_.lower() in _DECIDING and bool(_DECIDED.match(after))


def _puts(verb: Token, first: int) -> bool:
    """Whether "put", "add", "admit" or "count" states nothing: ``the flu put 300 in hospital``."""
    if verb.lemma_.lower() == "count":
        return verb.nbor().lower_ == "on"
    if verb.lemma_.lower() in {"admit", "add"}:  # hospitals admitted 310 people, the firm added just 260 jobs
        return any(token.tag_ == "CD" for token in verb.doc[verb.i + 1 : verb.i + 4])
    at = any(token.lower_ == "at" for token in verb.doc[max(verb.i, first - 4) : first])
    return verb.lemma_.lower() == "put" and first > verb.i and not at


def _under(verb: Token, index: int) -> bool:
    token = verb.doc[index]
    return verb in token.ancestors


def _new_clause(verb: Token, first: int) -> bool:
    """Whether a clause of its own begins between a verb of saying and the figure (", but …")."""
    between = verb.doc[verb.i : first].text
    return bool(_NEW_CLAUSE.search(between)) and not _under(verb, first)
