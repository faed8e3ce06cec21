"""What kind of source a speaker is: a named person, an institution, a document, or someone unnamed."""

from __future__ import annotations

import re
from typing import Literal

from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.people import OFFICES, PARTY_MEMBERS, ROLES

Sourcing = Literal["named", "institution", "unnamed", "document"]

_DOCUMENTS = words("""
    statement report letter poll polls survey surveys study document documents filing complaint lawsuit
    email emails memo memorandum book article ad transcript bill resolution indictment affidavit ruling
    opinion readout communique communiqué dossier petition tweet post data figures records order treaty
    agreement manifesto editorial essay paper release summary text note notice guidance brief column
    video film documentary proclamation declaration decree decision verdict suit op-ed headline caption blog
    posting message sheet factsheet sign banner placard poster label plaque inscription testimony deposition
    audit census index analysis review finding findings estimate forecast projection rule rules law act
    constitution code contract warrant subpoena advisory alert bulletin log newsletter page profile
""")
_INSTITUTIONS = words("""
    ministry government department agency company court campaign police committee commission union
    network administration embassy military army navy bank group party council parliament congress
    senate house organization organisation institute university association federation authority office
    board bureau newspaper magazine website paper network broadcaster firm corporation foundation
    coalition alliance panel team regime state city county hospital school museum church club league
    fund service center centre think-tank palace presidency cabinet airline manufacturer
    site watchdog regulator outlet chamber treasury tribunal coastguard secretariat consulate directorate
""")
_PEOPLE = words("""
    people source sources person someone others many some those both all critics supporters experts
    aides officials advocates insiders families voters lawmakers Republicans Democrats leaders
    scientists workers residents witnesses protesters police-officers
""")

_BECAUSE = re.compile(
    r"on (?:the )?(?:condition|grounds?|promise) (?:of|that) (?:anonymity|(?:he|she|they|his|her)\b)"
    r"[^.“”\"]*?(?=,|\.|“|\"|;|\bsaid\b|$)(?:,? because [^.“”\"]*?(?=[,.“\";]|$))?"
    r"|(?:declined|refused) to be (?:named|identified|quoted)(?: by name)?[^.,“”\"]*"
    r"|(?:asked|requested|wished|preferred|wanted|chose) (?:not to be|to not be|to remain|to stay) "
    r"(?:named|identified|quoted|anonymous|unnamed|unidentified)[^.,“”\"]*"
    r"|(?:requested|asked for|requesting|demanded|insisted on|granted) anonymity[^.,“”\"]*"
    r"|under (?:[\w.’'-]+ ){0,5}(?:rules|terms|conditions) that (?:require|demand)(?:d|ed)? anonymity"
    r"|(?:was|were|is|are|being) not (?:authori[sz]ed|permitted|allowed) to [^.,“”\"]*"
    r"|(?:wasn[’']t|weren[’']t|isn[’']t|aren[’']t) (?:authori[sz]ed|permitted|allowed) to [^.,“”\"]*"
    r"|(?:who|which) (?:was|were) not (?:named|identified)"
    r"|who spoke (?:anonymously|on background)[^.,“”\"]*|speaking on background[^.,“”\"]*"
)


def sourcing_of(tokens: Tokens, mention: Mention, *, person: bool) -> Sourcing:
    """The kind of source that a mention names; ``person`` says that it has a person's name."""
    if person:
        return "named"
    head = tokens.lower[mention.head]
    lemma = tokens.lemma[mention.head]
    if (head in _DOCUMENTS or lemma in _DOCUMENTS) and tokens.entity[mention.head] != "ORG":
        return "document"
    if head in ROLES or lemma in ROLES or head in _PEOPLE or head in PARTY_MEMBERS:
        return "unnamed"
    if _in_office(tokens, mention):
        return "named"
    if tokens.entity[mention.head] in ("ORG", "GPE", "NORP", "LOC", "FAC") or head in _INSTITUTIONS:
        plural = tokens.entity[mention.head] == "NORP" and tokens.tag[mention.head] == "NNPS"
        return "unnamed" if plural else "institution"
    proper = tokens.tag[mention.head] in ("NNP", "NNPS") and tokens.word[mention.head][:1].isupper()
    return "institution" if proper else "unnamed"


def _in_office(tokens: Tokens, mention: Mention) -> bool:
    """Whether a proper name, known for nothing else, stands behind an office: "Mayor Roe"."""
    head = mention.head
    proper = tokens.tag[head] == "NNP" and tokens.entity[head] == "" and mention.last == head > mention.first
    office = tokens.word[head - 1]
    return proper and office[:1].isupper() and office.lower() in OFFICES


def unnamed_because(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of text says why a source is not named: characters of the text."""
    match = _BECAUSE.search(text, start, end)
    if match is None:
        return None
    stop = match.end()
    while stop > match.start() and text[stop - 1] in " ,;":
        stop -= 1
    return match.start(), stop
