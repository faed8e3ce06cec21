"""The deterministic layer over a pipeline's named entities.

A statistical recogniser looks at one sentence at a time; this layer looks at the whole document and at
short lists of what is known the world over. It takes and gives the labels of ``en_core_web_*``, and
works over any pipeline that has entities and tags.

The order of the steps is the order of ``refine`` and ``_refine_part``.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from digest.language.agreement import agree, is_date, learn, repeats, surname
from digest.language.lists import words as words_of
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.countries import AMBIGUOUS, CAPITALS, COUNTRIES, DEMONYMS, US_STATES
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.lists.people import (
    OFFICES,
    PARTICLES,
    PARTY_MEMBERS,
    ROLES,
    ROYAL_TITLES,
    SUFFIXES,
    TITLES,
)
from digest.language.mentions import NAMES, PLACES, NameMention, add_mentions, find_phrases, index_phrases

_PROPER = frozenset({"NNP", "NNPS", "HYPH"})
_OPENERS = frozenset({"CC", "IN", "RB", "WRB"})
_EDGES = frozenset("\"'“”‘’«»„()[]{},;:-–—*/|#@&") | {"``", "''", "...", "…"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_ADDRESS = TITLES - ROYAL_TITLES - words_of("Justice Judge Brother Sister")
_MINISTRIES = words_of("Defense Defence Foreign Interior Finance Prime Health Justice Economy Energy Trade")
_NOT_BEFORE = words_of("election elections general presidential parliamentary special by-election campaign")
_LIKE_ORDINARY_WORDS = words_of("general major chief head deputy officer attorney chair")
_ORGANISATION_WORDS = words_of("""
    School College University Airport Street Avenue Road Park Stadium Center Centre League County Island
    Prize Foundation Institute Hospital Court Library Museum Award Cup Church House
""")

_OF_OFFICE = words_of("Vice Deputy Former Acting Assistant")
_CHAMBERS = words_of("House Senate Assembly")

_KNOWN_INSTITUTIONS = index_phrases(INSTITUTIONS)
_KNOWN_DEMONYMS = index_phrases(DEMONYMS - AMBIGUOUS)


def refine(*docs: Doc) -> None:
    """Make the entities of one document's parts (its body, its title) better, in place."""
    parts = [([token.text for token in doc], [token.tag_ for token in doc]) for doc in docs]
    surnames = {
        s for doc in docs for e in doc.ents if e.label_ == "PERSON" for s in surname([t.text for t in e])
    }
    found = [
        _refine_part(words, tags, surnames, [_whole_name(e, words) for e in doc.ents])
        for doc, (words, tags) in zip(docs, parts, strict=True)
    ]
    knowledge = learn((words, mentions) for (words, _), mentions in zip(parts, found, strict=True))
    for doc, (words, tags), mentions in zip(docs, parts, found, strict=True):
        mentions = agree(mentions, words, knowledge)
        mentions = add_mentions(mentions, repeats(words, tags, knowledge))
        doc.set_ents([Span(doc, m.start, m.end, label=m.label) for m in mentions], default="outside")


def _whole_name(entity: Span, words: list[str]) -> NameMention:
    """A person with the surname that the parse has for the head of the name: "Ana Maria [Ruiz]"."""
    end = entity.end
    if entity.label_ == "PERSON" and len(entity) > 1 and end < len(words):
        surname = entity.doc[end]
        named = surname.tag_ == "NNP" and surname.is_title and not surname.ent_type_
        plain = words[end] not in _ORGANISATION_WORDS | CALENDAR and words[end].lower() not in ROLES
        if named and plain and surname == entity.root.head and entity.root.dep_ == "compound":
            end += 1
    return NameMention(entity.start, end, entity.label_)


def _refine_part(
    words: list[str], tags: list[str], surnames: set[str], mentions: list[NameMention]
) -> list[NameMention]:
    trimmed = (_trim(_without_opener(mention, words, tags), words, surnames) for mention in mentions)
    mentions = [mention for mention in trimmed if mention is not None]
    mentions = add_mentions(mentions, _well_known(words, tags), over=PLACES | {"PERSON", "ORG"})
    mentions = add_mentions(
        mentions, find_phrases(words, _KNOWN_DEMONYMS, "NORP"), over=PLACES | {"PERSON", "ORG"}
    )
    mentions = add_mentions(mentions, _named_after_roles(words, tags), over=PLACES | {"ORG"})
    return [_settle(m, words) for m in mentions]


def _trim(mention: NameMention, words: list[str], surnames: set[str]) -> NameMention | None:
    """Without marks, possessives and forms of address at its edges; None where no name is left."""
    start, end, label = mention.start, mention.end, mention.label
    if label not in NAMES:
        return mention
    while start < end and _is_edge(words[start]):
        start += 1
    if label in PLACES | {"ORG"} and end - start > 1 and _is_addressed(words, start, end):
        label = "PERSON"
    shop = label == "ORG" and end - start == 2 and not words[start].isupper()  # "Harper's"
    while start < end and (_is_edge(words[end - 1]) or (words[end - 1] in _POSSESSIVE and not shop)):
        end -= 1
    if label == "PERSON":
        while end - start > 1 and (
            words[start] in _ADDRESS
            or words[start].lower() in OFFICES
            or (words[start] in _OF_OFFICE and words[start + 1].lower() in OFFICES)
            or _is_of_office(words, start)
            or _is_edge(words[start])
        ):
            if words[start] in ROYAL_TITLES:
                break  # "Queen Beatrix": nothing but the title says who
            start += 1
        if all(_is_role_word(word) for word in words[start:end]):
            return None
    if label == "ORG" and (_is_part_of_role(words, start, end) or _is_member(words, start, end)):
        return None
    if not any(letter.isupper() or letter.isdigit() for word in words[start:end] for letter in word):
        return None  # no name in edited text is written so: "mend", "briefed"
    if start == end or all(word in CALENDAR or word.isdigit() for word in words[start:end]):
        somebody = end - start == 1 and words[start] in surnames and not is_date(words, start)
        return NameMention(start, end, "PERSON") if somebody else None
    if end - start == 1 and "-" in words[start] and words[start].split("-")[0] in COUNTRIES:
        return None  # "U.S.-Russia" in one token names two
    return NameMention(start, end, label)


def _is_of_office(words: list[str], at: int) -> bool:
    """Whether a word belongs to the office before the name: "Secretary of [State] Ruiz"."""
    department = words[at] in _MINISTRIES or words[at] in ("State", "Treasury", "Commerce", "Labor")
    return department and at > 1 and words[at - 1] == "of" and words[at - 2].lower() in OFFICES


def _is_addressed(words: list[str], start: int, end: int) -> bool:
    """Whether a name begins with a form of address, so that it is no place: "Rev. Hall"."""
    named = all(word[:1].isupper() and word not in _ORGANISATION_WORDS for word in words[start + 1 : end])
    return words[start] in _ADDRESS and words[start][-1:] == "." and named


def _is_member(words: list[str], start: int, end: int) -> bool:
    """Whether it is somebody by party and home: "Ohio Republican"; "Orr Republican" may be a paper."""
    home = " ".join(words[start : end - 1])
    return words[end - 1].lower() in PARTY_MEMBERS and (
        home in US_STATES or home in DEMONYMS or home in _CHAMBERS
    )


def _without_opener(mention: NameMention, words: list[str], tags: list[str]) -> NameMention:
    """A person without the small word that opens the sentence before the name: "Plus Obama"."""
    start = mention.start
    if mention.label != "PERSON" or mention.end - start < 2:
        return mention
    opens = tags[start] in _OPENERS and words[start].lower() not in PARTICLES
    return replace(mention, start=start + 1) if opens else mention


def _is_edge(word: str) -> bool:
    return word in _EDGES or not word.strip()


def _is_role_word(word: str) -> bool:
    return word in _ADDRESS or word.lower() in OFFICES or word in ("Vice", "The")


def _is_part_of_role(words: list[str], start: int, end: int) -> bool:
    """Whether it is the front of a role: "Chilean Defense" of "Chilean Defense Minister"."""
    return (
        end < len(words)
        and words[end] in ("Minister", "Secretary")
        and words[end - 1] in _MINISTRIES
        and end - start <= 2
    )


def _settle(mention: NameMention, words: list[str]) -> NameMention:
    """A well-known name has its well-known label."""
    name = " ".join(words[mention.start : mention.end])
    if mention.label == "LOC" and (name in COUNTRIES or name in CAPITALS or name in US_STATES):
        return replace(mention, label="GPE")
    return mention


def _well_known(words: list[str], tags: list[str]) -> list[NameMention]:
    """Well-known institutions, save inside a longer name ("2014 Senate election", "Hackers Congress")."""
    found = []
    for m in find_phrases(words, _KNOWN_INSTITUTIONS, "ORG"):
        before = m.start - 1
        single = m.end - m.start == 1
        part = single and m.start and tags[before] in _PROPER and words[before] not in COUNTRIES
        if not part and (m.end == len(words) or words[m.end] not in _NOT_BEFORE):
            found.append(m)
    return found


def _named_after_roles(words: list[str], tags: list[str]) -> list[NameMention]:
    """``Mr. Hall``, ``President Ana Ruiz``, ``Spokesman Li Wei``: the name after the word for a person."""
    found = []
    for i, word in enumerate(words[:-1]):
        title = word in _ADDRESS
        role = word.lower().removeprefix("then-")
        if not title and (role not in OFFICES or role in _LIKE_ORDINARY_WORDS or not word[-1].isalpha()):
            continue
        end = i + 1
        while end < len(words) and end - i <= 4 and _is_name_word(words[end], tags[end]):
            end += 1
        if end < len(words) and (words[end] in _ORGANISATION_WORDS or words[end - 1] in _ORGANISATION_WORDS):
            continue
        while end > i + 1 and words[end - 1] in PARTICLES:
            end -= 1
        length = end - i - 1
        if length and (title or length > 1 or "-" in word) and (word[0].isupper() or "-" in word):
            found.append(NameMention(i + 1, end, "PERSON"))
    return found


def _is_name_word(word: str, tag: str) -> bool:
    """Whether a word can be part of the name of a person."""
    if word in PARTICLES or word in SUFFIXES:
        return True
    return (
        tag in ("NNP", "NNPS")
        and word[0].isupper()
        and word.lower() not in ROLES
        and word not in CALENDAR
        and word not in COUNTRIES
        and word not in DEMONYMS
        and (word[-1] != "." or len(word) == 2)
    )
