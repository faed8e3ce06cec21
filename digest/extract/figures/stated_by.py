"""Who states a figure, and how sure the sentence is of it.

A statement reaches to the figure where its clause holds the figure, where it follows the clause after a
comma or a quotation mark ("…, officials said"), or where the sentence says "according to".
"""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Token

from digest.annotate import Annotated
from digest.extract.figures.groups import NOUNS, Words
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import any_of, words_of

Status = Literal["reported", "planned", "denied", "doubted"]

SAYING = words_of(
    """say tell add note write report announce state claim argue warn insist explain acknowledge declare tweet
    reply estimate predict project forecast calculate put allege confirm reveal disclose admit suggest believe
    think expect show find indicate maintain assert deny reject dismiss dispute testify conclude reckon count
    record promise pledge vow propose plan cite stress tell"""
)
_ONLY_WITH_CLAUSE = words_of("add show find indicate believe think expect plan suggest propose cite pledge")
_SAYING_NOUNS = words_of(
    """report claim estimate statement suggestion rumour rumor allegation forecast prediction projection
    assertion"""
)
_SAID = words_of(
    "said says estimated estimates announced reported confirmed added claimed warned predicted found"
)
_NAMES = frozenset({"NNP", "NNPS"})
_IN_NAMES = words_of("of for and &")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUNS = words_of("he she they it we i who which that you this")
_RELATIVE = words_of("who which that")
_SURE_LINK = 0.95  # as sure as a printed speaker has to be: a wrong name beside a number is no better
_ACCORDING = re.compile(r"\b(?:according to|as per|in the words of|per figures from)[ ]", re.IGNORECASE)
_DENIALS = any_of(
    """den(?:y|ies|ied|ying) reject(?:s|ed)? dismiss(?:es|ed)? refut(?:e|es|ed) rebut(?:s|ted)? false untrue
    baseless no_truth no_basis"""
)
_DESCRIBING = re.compile(
    r"\b(?:false|untrue|baseless)[ ](?:or[ ]|and[ ])?(?!that\b|to\b|but\b|reports?\b|claims?\b)\w",
    re.IGNORECASE,
)
_DECISIONS = any_of(
    """motions? bills? amendments? proposals? plans? appeals? petitions? requests? offers? bids? deals?
    lawsuits? suits? drafts? resolutions? treat(?:y|ies) budgets? takeovers? applications?"""
)
_DENIED = re.compile(
    rf"\b(?:{_DENIALS})\b(?![ ](?:\S+[ ]){{0,3}}?(?:{_DECISIONS})\b)",  # voting down a motion denies no fact
    re.IGNORECASE,
)
_DECIDING = words_of("reject dismiss")
_DECIDED = re.compile(rf"(?:\S+[ ]){{0,3}}?(?:{_DECISIONS})\b", re.IGNORECASE)
_DOUBTS = any_of(
    """(?:little|no|scant|without|not_seen)_evidence
    (?:un|not_(?:been_)?(?:independently_)?)(?:confirmed|verified)
    (?:can|could)(?:_not|n['’]t|not)_be_(?:independently_)?(?:verified|confirmed) doubts? doubted sceptic\\w*
    skeptic\\w* question(?:ed|able) disputed"""
)
_DOUBTED = re.compile(rf"\b(?:{_DOUBTS})\b", re.IGNORECASE)
_PLANS = any_of(
    """will would shall plan(?:s|ned|ning)? set_to due_to expect(?:s|ed)? intend(?:s|ed)? aims? aimed
    target(?:s|ed)? propos(?:e|es|ed|al) pledg(?:e|es|ed) promis(?:e|es|ed) vow(?:s|ed)? to_be forecasts?
    project(?:s|ed|ing) hop(?:es?|ing) seek(?:s|ing)? agreed_to scheduled earmarked by_20\\d\\d
    call(?:ed|s)_for is_to are_to"""
)
_PLANNED = re.compile(rf"\b(?:{_PLANS})\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:reportedly|allegedly|said[ ]to|reported(?:ly)?|believed[ ]to|thought[ ]to)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:relating[ ]to|related[ ]to|concerning|regarding)\b", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[;—]|,[ ](?:but|while|although|though|whereas|and[ ](?:that|the|it|he|she|they)|which|who)\b"
)


def stated_by(annotated: Annotated, places: Places, start: int, end: int) -> Words | None:
    """The words that name who states the figure at ``start``; None where nobody is named."""
    first, last = places.sentence_of(start)
    doc = places.doc
    if words := _according_to(places, first, last):
        return _resolved(annotated, places, words)
    figure = places.tokens_over(start, end)
    if words := _said_in_noun(places, figure, first):
        return words
    speakers = [
        (verb, subject)
        for verb in doc[first:last]
        if verb.lemma_.lower() in SAYING and verb.pos_ == "VERB" and (subject := _speaker(verb)) is not None
    ]
    for verb, subject in sorted(speakers, key=lambda pair: -pair[0].i):
        if _decides(verb) or _puts(verb, figure[0].i):
            continue
        if _reaches(verb, subject, figure[0].i, figure[-1].i):
            return _resolved(annotated, places, _name(places, subject))
    if words := _said_after(places, figure[-1].i, last):
        return _resolved(annotated, places, words)
    return None


def _said_after(places: Places, figure: int, last: int) -> Words | None:
    """``…, a western official said.`` read off the words, where the parse has lost the subject."""
    doc = places.doc
    for verb in range(last - 1, figure, -1):
        if doc[verb].lower_ not in _SAID:
            continue
        begin = verb
        while begin - 1 > figure and doc[begin - 1].tag_ in NOUNS | {"DT", "JJ", "HYPH", "POS", "VBN"}:
            begin -= 1
        if begin == verb or doc[begin - 1].text not in {",", "”", '"'} or doc[verb - 1].tag_ not in NOUNS:
            continue
        begin += doc[begin].text in {"a", "an", "the"} and begin + 1 < verb
        begin = _name_start(places, begin, figure)
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
        doc[at].tag_ in NOUNS | {"DT", "JJ", "PRP$", "HYPH", "POS", "CD", "VBN"} or doc[at].lower_ == "of"
    ):
        at += 1
    while at > begin and doc[at - 1].tag_ not in NOUNS:
        at -= 1
    if at == begin:
        return None
    if begin + 1 < at and doc[begin].text in {"the", "a", "an"}:
        begin += 1
    at = _name_end(places, at, last, before_verb=False)
    return Words(doc[begin].idx, doc[at - 1].idx + len(doc[at - 1]))


def _name_end(places: Places, at: int, stop: int, *, before_verb: bool) -> int:
    """Past the rest of a name that ends before token ``at``: ``Centres`` | ``for Care and Safety``.

    ``before_verb``: whether a verb is to follow the name, as it does where the name is a subject.
    """
    doc = places.doc
    while at + 1 < stop and doc[at - 1].tag_ in _NAMES and doc[at].lower_ in _IN_NAMES:
        end = at + 1 + (doc[at + 1].lower_ == "the")
        if end >= stop or not (doc[end].tag_ in _NAMES or (doc[end].tag_ == "JJ" and doc[end].is_title)):
            break
        while end < stop and (doc[end].tag_ in NOUNS or doc[end].is_title):
            end += 1
        joined = doc[at].lower_ in {"and", "&"}
        if joined and not before_verb and end < stop and doc[end].tag_ in _FINITE:
            break  # "according to Orr, and Lesk denied"
        at = end
    return at


def _office_end(places: Places, last: int, stop: int) -> int:
    """Past ``of state's office`` of a secretary, right before the verb of which the office is the subject."""
    doc = places.doc
    if last + 2 >= stop or doc[last + 1].lower_ != "of":
        return last
    end = last + 2
    while end < stop and doc[end].tag_ in NOUNS | {"POS", "DT"}:
        end += 1
    return end - 1 if end < stop and doc[end].tag_ in _FINITE and doc[end - 1].tag_ in NOUNS else last


def _name_start(places: Places, first: int, floor: int) -> int:
    """Of ``the Health and Human Services department``, the token of ``Health``."""
    doc = places.doc
    if first - 3 < floor or doc[first].tag_ not in _NAMES or doc[first - 1].lower_ not in {"and", "&"}:
        return first
    begin = first - 1
    while begin - 1 > floor and doc[begin - 1].tag_ in _NAMES:
        begin -= 1
    return begin if begin < first - 1 and doc[begin - 1].lower_ == "the" else first


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
            clauses = (child for child in verb.children if child.dep_ == "ccomp")
            return any(clause.left_edge.i <= first <= clause.right_edge.i for clause in clauses)
        stop = next((t.i for t in verb.doc[verb.i : first] if t.text in {";"}), None)
        return stop is None and not _new_clause(verb, first)
    own = (child for child in verb.children if child.dep_ == "ccomp" and child.left_edge.i > verb.i)
    if any(clause.left_edge.lower_ == "that" for clause in own):
        return False  # "among 9 million idle, employers report that": what they report comes after
    if verb.dep_ == "relcl" or any(token.lower_ == "whose" for token in subject.subtree):
        return False  # "17 opposed the bill, whose sponsor said …"
    follows = verb.doc[max(0, min(verb.i, subject.left_edge.i) - 1)].text in {",", "”", '"', "’", "'", "—"}
    return last < min(verb.i, subject.left_edge.i) and follows


def _decides(verb: Token) -> bool:
    """Whether a verb of denial says a decision, not a statement: ``rejected a motion by 97 votes``."""
    after = verb.doc.text[verb.idx + len(verb) + 1 : verb.sent.end_char]
    return verb.lemma_.lower() in _DECIDING and bool(_DECIDED.match(after))


def _puts(verb: Token, first: int) -> bool:
    """Whether "put" or "count" states nothing: ``the flu put 300 in hospital``, ``counts on 125 votes``."""
    if verb.lemma_.lower() == "count":
        return verb.nbor().lower_ == "on"
    at = any(token.lower_ == "at" for token in verb.doc[max(verb.i, first - 4) : first])
    return verb.lemma_.lower() == "put" and first > verb.i and not at


def _under(verb: Token, index: int) -> bool:
    token = verb.doc[index]
    return verb in token.ancestors


def _new_clause(verb: Token, first: int) -> bool:
    """Whether a clause of its own begins between a verb of saying and the figure (", but …")."""
    between = verb.doc[verb.i : first].text
    return bool(re.search(r",[ ](?:but|while|although|though|whereas)[ ]", between)) and not _under(
        verb, first
    )


def _name(places: Places, subject: Token) -> Words:
    """The noun group of a speaker, with what stands before its name; the name set beside a role."""
    doc = places.doc
    for child in subject.children:
        if child.dep_ == "appos" and child.ent_type_ == "PERSON" and subject.ent_type_ != "PERSON":
            name = next(ent for ent in doc.ents if ent.start <= child.i < ent.end)
            return Words(name.start_char, name.end_char)
    first = last = subject.i
    begin = subject.sent.start
    while first > begin and doc[first - 1].tag_ in NOUNS | {"DT", "JJ", "PRP$", "HYPH", "POS", "JJS", "VBN"}:
        first -= 1
    while (
        last + 1 < subject.sent.end
        and doc[last + 1].tag_ in NOUNS | {"HYPH"}
        and doc[last + 1].head.i in range(first, last + 2)
    ):
        last += 1
    if doc[first].lower_ in {"the", "a", "an"} and first < last:
        first += 1
    first = _name_start(places, first, begin)
    last = _name_end(places, last + 1, subject.sent.end, before_verb=True) - 1
    last = _office_end(places, last, subject.sent.end)
    return Words(doc[first].idx, doc[last].idx + len(doc[last]))


def _resolved(annotated: Annotated, places: Places, words: Words) -> Words | None:
    """The fullest name of the one that the words mean; None for a pronoun that nobody stands behind."""
    text = places.doc.text[words.start : words.end]
    for link in annotated.links:
        crosses = link.start < words.end and words.start < link.end
        ends_alike = link.end == words.end or text.lower() in _PRONOUNS
        if crosses and ends_alike and link.named and link.confidence >= _SURE_LINK:
            return Words(link.name_start, link.name_end)
    return None if text.lower() in _PRONOUNS else words


def status_of(places: Places, start: int, end: int, *, attributed: bool) -> Status | None:
    """How sure the sentence is of a figure; None where it is plainly stated."""
    first, last = places.sentence_of(start)
    sentence = places.doc[first:last]
    text = sentence.text
    at = start - sentence.start_char
    if _DOUBTED.search(text) and len(text) < 600:
        return "doubted"
    left = max((m.end() for m in _CLAUSE_BREAK.finditer(text, 0, at)), default=0)
    if any(not _DESCRIBING.match(text, found.start()) for found in _DENIED.finditer(text, left, at)):
        return "denied"
    plan = max((m.end() for m in _PLANNED.finditer(text, max(left, at - 90), at)), default=None)
    if plan is not None and not _told_as_past(places, sentence.start_char + plan, start, end):
        return "planned"
    if attributed or _REPORTED.search(text, left):
        return "reported"
    return None


def _told_as_past(places: Places, plan: int, start: int, end: int) -> bool:
    """Whether what a figure counts was done, though a plan stands before: ``a plan with 23 steps he took``.

    ``plan`` is the character after the words of the plan, ``start`` and ``end`` are those of the figure.
    """
    doc = places.doc
    between = doc[places.token_from(plan) : places.token_from(start)]
    if any(token.tag_ == "VBD" for token in between) or _ABOUT.search(between.text):
        return True
    after = places.token_from(end)
    while after < len(doc) and doc[after].tag_ in NOUNS | {"JJ"}:
        after += 1
    return after + 1 < len(doc) and doc[after].tag_ == "PRP" and doc[after + 1].tag_ == "VBD"
