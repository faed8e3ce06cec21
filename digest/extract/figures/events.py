"""What those that a figure counts did or suffered: ``were hurt``, ``left the valley``, ``killed``.

Read from the parse (labels of the CLEAR style) and given only where the words stand together and say
something: a doubtful or empty predicate is left out, since what is counted can be printed without it.
"""

from __future__ import annotations

from spacy.tokens import Token

from digest.extract.figures.amounts import Amount
from digest.extract.figures.groups import NOUNS, Words
from digest.extract.figures.places import Places
from digest.extract.figures.predicates import predicate_span
from digest.extract.figures.vocabulary import words_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPERS = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
_FAR = 12  # words from what is counted to its verb: a relative clause may stand between
_PRONOUNS = words_of("them whom which these those us you")
_KNOWN = words_of("the both these those other its their")
_UNSURE = words_of("if unless whether until lest")
_MAYBE = words_of("could may might can")
# Of these the counted are the object: "the storm killed 12 people", "the army sent 450 soldiers".
_BEFALLING = words_of(
    """kill injure wound hurt maim shoot stab poison sicken infect drown behead execute arrest detain jail
    imprison capture kidnap abduct seize free release rescue save evacuate displace uproot trap bury strand
    expel deport evict move transfer airlift send deploy withdraw treat hospitalise hospitalize vaccinate
    test sack fire hire dismiss suspend recruit destroy damage burn flatten wreck demolish sink raze flood
    close shut cancel ground recall delay reopen build rebuild repair plant sentence charge convict
    add create cut cast serve sign buy sell order deliver publish issue award grant approve receive win donate
    discover recover confiscate inspect interview survey process launch produce obtain attend apprehend
    encounter stop purchase commit repeal veto nominate appoint elect lose"""
)
_PARTICLES = {"lay": "off", "cut": "off", "drive": "out", "pull": "out", "call": "up", "shut": "down"}
_BEFALLEN = words_of("injured wounded hurt")
_ORDERING = words_of("order force tell instruct direct command")
# Words that are the event themselves.
_TELLING = words_of(
    """death deaths fatality fatalities injury injuries injured dead wounded missing killed hurt homeless
    casualty casualties arrest arrests victim victims survivor survivors case cases evacuee evacuees
    refugee refugees departure departures closure closures"""
)


def event_of(places: Places, amount: Amount, counted: Words | None, *, planned: bool) -> Words | None:
    """The words that tell what the counted did or suffered; None where they are not sure.

    ``planned``: whether the figure is told as one to come, so that "to send 450 soldiers" tells of them.
    """
    share = amount.type == "percentage" and counted is not None and counted.start > amount.end
    if counted is None or not (share or (amount.type == "number" and not amount.unit)):
        return None
    head = _head(places, amount, counted)
    if head is None or any(t.lower_ in _TELLING for t in places.tokens_over(counted.start, counted.end)):
        return None
    if _of_others(places, amount) or _whole(places, amount):
        return None
    befallen = places.token_over(counted.end + 1)
    if befallen is not None and counted.start > amount.end and befallen.lower_ in _BEFALLEN:
        return Words(befallen.idx, befallen.idx + len(befallen))  # 15 others injured
    top = _top(head)
    if top.dep_ in _SUBJECTS and top.head.i > head.i and not _infinitive(top.head):
        return _predicate(top.head, after=head)
    if top.dep_ not in _SUBJECTS and (verb := _verb_at(head)) is not None:
        return _predicate(verb, after=head)
    return _clause_of(head) or _suffered(top, planned=planned)


def _head(places: Places, amount: Amount, counted: Words) -> Token | None:
    """The token that the clause hangs from: the counted noun after the number, or else the number."""
    number = places.token_over(amount.core_end - 1)
    if amount.type == "percentage":
        return number
    if counted.start < amount.start or number is None:
        noun = places.token_over(counted.end - 1)
        return number if noun is not None and noun.tag_ == "NNS" else None
    for token in places.tokens_over(counted.start, counted.end):
        inside = counted.start <= token.head.idx < counted.end
        if token.tag_ in NOUNS and not inside:
            return token
    return None


def _of_others(places: Places, amount: Amount) -> bool:
    """``two of them``, ``the two leaders``: some of those counted elsewhere, or two that are known."""
    doc = places.doc
    after, before = places.token_from(amount.end), places.token_from(amount.start) - 1
    if after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after + 1].lower_ in _PRONOUNS:
        return True
    few = amount.value is not None and amount.value <= 2
    return few and before >= 0 and doc[before].lower_ in _KNOWN


def _whole(places: Places, amount: Amount) -> bool:
    """Whether the number is the whole of which some did it: the 338 of ``won 157 of 338 seats``."""
    before = places.token_from(amount.start) - 1
    while before > 0 and places.doc[before].lower_ in {"the", "its", "their"}:
        before -= 1
    return before > 0 and places.doc[before].lower_ == "of" and places.doc[before - 1].tag_ == "CD"


def _infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" and child.i < verb.i for child in verb.children)


def _verb_at(head: Token) -> Token | None:
    """The verb of the helper right after a number that stands alone: ``and 14 were rescued``."""
    if head.tag_ != "CD" or head.i + 1 >= head.sent.end:
        return None
    after = head.nbor()
    if after.dep_ in _HELPERS and after.tag_ in _FINITE:
        return after.head if after.head.i > after.i else None
    return after if after.tag_ == "VBD" else None


def _top(head: Token) -> Token:
    """``thousands`` of ``thousands of people``; the first of things joined by ``and``."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        above = head.head.head
        if above.tag_ == "CD" or above.lower_.endswith(("dozens", "hundreds", "thousands", "millions")):
            head = above
    while head.dep_ == "conj" and head.head.tag_ in NOUNS and head.head.i < head.i:
        head = head.head
    return head


def _predicate(verb: Token, *, after: Token) -> Words | None:
    """``were ordered out of their homes``: the verb with its helpers and what it needs to say something."""
    told = verb.tag_ == "VBN" and after.head is verb and after.dep_ == "nsubj" and verb.dep_ == "advcl"
    if verb.pos_ not in {"VERB", "AUX"} or (verb.tag_ in _NOT_FINITE and not _helpers(verb) and not told):
        return None
    if any(child.dep_ == "mark" and child.lower_ in _UNSURE for child in verb.children):
        return None
    first = min([verb.i, *(child.i for child in _helpers(verb))])
    if not 0 < first - after.i <= _FAR or (after.tag_ in {"NNS", "NNPS"} and verb.doc[first].tag_ == "VBZ"):
        return None
    return predicate_span(verb, first)


def _helpers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _HELPERS and child.i < verb.i]


def _clause_of(head: Token) -> Words | None:
    """``killed``, in ``12 people killed by``; ``had fled``, in ``300 people who had fled``."""
    for verb in head.children:
        if verb.i <= head.i:
            continue
        if verb.dep_ in {"acl", "advcl"} and verb.tag_ in {"VBN", "VBG"} and verb.i == head.i + 1:
            return predicate_span(verb, verb.i)
        if verb.dep_ == "relcl":
            subject = [child for child in verb.children if child.dep_ in _SUBJECTS]
            aside = bool(subject) and subject[0].lower_ == "which" and subject[0].nbor(-1).text == ","
            if aside:  # a letter signed by all 42 of them, which stated
                return None
            if [child.lower_ for child in subject] in (["who"], ["that"], ["which"]):
                return _predicate(verb, after=subject[0])
    return None


def _suffered(counted: Token, *, planned: bool) -> Words | None:
    """The verb of which the counted are the object: ``killed``; ``to leave the valley`` of those ordered."""
    verb = counted.head
    if counted.dep_ in _SUBJECTS and verb.dep_ in {"ccomp", "xcomp"}:
        return _ordered(verb.head, counted)
    if counted.dep_ not in {"dobj", "dative"} or verb.i > counted.i:
        return None
    lemma, after = verb.lemma_.lower(), verb.nbor()
    with_particle = after.lower_ == _PARTICLES.get(lemma)
    told = _past(verb) or _under_way(verb) or (planned and _to_come(verb))
    if not (lemma in _BEFALLING or with_particle) or not told:
        return _ordered(verb, counted)
    last = after if with_particle else verb
    return Words(verb.idx, last.idx + len(last))


def _past(verb: Token) -> bool:
    """Whether it happened: ``sent`` and ``had sent``, but not ``did not send`` or ``might have sent``."""
    if verb.tag_ == "VBG":  # the ferry sank, killing 12 people
        led = verb.nbor(-1).text == "," and verb.head.tag_ == "VBD"
        return led and verb.dep_ == "advcl" and _past(verb.head)
    if verb.tag_ not in {"VBD", "VBN"}:
        return False
    before = [child for child in verb.children if child.i < verb.i]
    if any(child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ in _UNSURE for child in before):
        return False
    return verb.tag_ == "VBD" or any(
        child.lower_ in {"have", "has", "had", "'ve", "'s", "'d"} for child in before
    )


def _under_way(verb: Token) -> bool:
    """``is laying off 84 workers``."""
    before = [child for child in verb.children if child.i < verb.i]
    being = any(child.lower_ in {"is", "are", "'s", "'re"} for child in before)
    return verb.tag_ == "VBG" and being and not any(child.dep_ == "neg" for child in before)


def _to_come(verb: Token) -> bool:
    """``will send``, ``to send``, but not ``could send`` or ``would not send``."""
    before = [child for child in verb.children if child.i < verb.i]
    sure = all(child.dep_ != "neg" and child.lower_ not in _UNSURE | _MAYBE for child in before)
    return verb.tag_ == "VB" and sure


def _ordered(verb: Token, counted: Token) -> Words | None:
    """``to leave the valley``, right after those who were told to."""
    if verb.lemma_.lower() not in _ORDERING or verb.i > counted.i or not _past(verb):
        return None
    for child in (*counted.children, *verb.children):
        marks = [token for token in child.children if token.tag_ == "TO" and token.i < child.i]
        if child.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and marks and marks[0].i == counted.i + 1:
            return predicate_span(child, marks[0].i)
    return None
