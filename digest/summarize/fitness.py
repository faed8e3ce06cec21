"""Whether a sentence can be printed by itself: complete, not half of a quotation, not page furniture."""

from __future__ import annotations

import re

from digest.matching import matching_form
from digest.model import Article, Reading, Sentence

SHORTEST = 5  # words; below it, news sentences are labels, answers and cries
CLAUSE = 90  # characters: a longer sentence says more than who said what stands in another
LONGEST = 60  # words; above it, sentence splitting has mostly failed

EASY = 35  # words that can be followed at one reading
LONG = 0.85  # worth of a longer sentence
QUOTATION = 0.5  # worth of a sentence that is mostly a quotation: quotations have their own place
FLEETING = 0.7  # worth of a sentence whose "yesterday" is another day for who reads it later

OPINION = 0.5  # worth of a sentence of an article that gives itself out as opinion

_OPINION_TITLE = re.compile(
    r"^\W*(?:opinion|editorial|commentary|column|op-ed|perspective|letters?|guest essay)\b", re.IGNORECASE
)
_OPINION_ADDRESS = re.compile(
    r"/(?:opinions?|editorials?|op-?eds?|commentary|commentisfree|columnists?|letters)/"
)
_QUOTED = re.compile(r'“[^”]*”|"[^"]*"')
_FLEETING = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))\b(?!['’]s)", re.IGNORECASE
)
_CLOSED = re.compile(r"[.!…][\"'”’)\]]*$")
_CUT = re.compile(r"\b(?:No|Nos|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Mr|Mrs|Ms|Dr|Prof|St|vs)\.$")  # "ran for the No."
_TO_THE_READER = re.compile(r"\b[Yy]ou(?:rs?)?\b")
_ADDS = "adds with"
_LEANS = re.compile(
    rf"opens with|points back with|{_ADDS}|.* (?:is not named in it|takes up another sentence)$"
)
_POINTS_WITHIN = re.compile(r"points back with|'[a-z].* (?:is not named in it|takes up another sentence)$")
_FURNITURE = re.compile(
    r"\b(?:file photo|handout via|getty images|all rights reserved|copyright ©|photo by|ap photo|photo:"
    r"|click here|sign up|subscribe|newsletter|read more|see also|follow us|scroll down|listen to this)\b"
    r"|^(?:advertisement|image|related|more on|watch|photos?|pictured)\b\s*:?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|announce[sd]|declare[sd]|vow(?:s|ed)|promise[sd]|pledge[sd]|warn(?:s|ed)|add(?:s|ed)"
    r"|confirm(?:s|ed)|indicate[sd]|signal(?:s|ed)|argue[sd]|insist(?:s|ed)|predict(?:s|ed)|report(?:s|ed))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,]*,")
_AGENCY = (
    r"\((?:AP|AFP|AAP|ANI|BBC|Bloomberg|CBS|CNN|CP|DPA|EFE|IANS|NBC|NPR|PA|PTI|Reuters|TASS|UPI|Xinhua)\)"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+)*(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*)?)?[ ]*)?"
    r"(?:\([A-Z][\w .]{1,20}\)[ ]*)?(?:[—–-]+[ ]+|—)(?=[A-Z“\"])"
    rf"|(?:[A-Z][\w.'’-]*,?[ ]?){{0,4}}{_AGENCY}[ ]*(?:[—–-]+[ ]*)?(?=[A-Z“\"])"
    r"|(?i:updated?|breaking|exclusive)[ ]?[:—–-]+[ ]+"
)
_ANNOUNCES = re.compile(
    r"\b(?:will|(?:is|are) (?:set|due|scheduled|expected|likely|poised|about|preparing|planning|going) to"
    r"|(?:plans?|prepares?|intends?|hopes?) to|to be held)\b",
    re.IGNORECASE,
)


def dateline(text: str) -> int:
    """Characters of "LIMA, Peru (Agency) — " or "Updated: " at the head of a sentence; 0: none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def discount(text: str) -> float:
    """What remains of the worth of a sentence that is long, mostly quotation, or dated by "yesterday"."""
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(text)) / max(1, len(text))
    long = LONG if len(text.split()) > EASY else 1.0
    return long * (QUOTATION if quoted > 0.5 else 1.0) * (FLEETING if _FLEETING.search(text) else 1.0)


def is_opinion(article: Article) -> bool:
    """Whether an article says of itself that it is opinion, in its title or its address."""
    return bool(_OPINION_TITLE.match(article.title) or _OPINION_ADDRESS.search(article.url or ""))


def unfit(reading: Reading, sentence: Sentence) -> str | None:
    """Why the sentence should not be printed by itself; None where it can be.

    What the parse tells of it (half a quotation, a pronoun without its name) is in ``sentence.dangling``.
    """
    text = matching_form(reading.article.text[sentence.start : sentence.end])
    return (
        _incomplete(text)
        or _page_furniture(text)
        or _to_the_reader(text)
        or _speaker_elsewhere(reading, sentence)
        or (None if adds(sentence) or _points_inside(reading, sentence) else sentence.dangling)
    )


def _points_inside(reading: Reading, sentence: Sentence) -> bool:
    """Whether it opens its article, so that "those cuts" or "his plan" can only mean what it says itself."""
    opens = sentence.start == reading.sentences[0].start
    return opens and bool(_POINTS_WITHIN.match(sentence.dangling or ""))


def leans(sentence: Sentence) -> bool:
    """Whether all that a sentence lacks is said in the sentence before it."""
    return sentence.dangling is not None and bool(_LEANS.match(sentence.dangling))


def adds(sentence: Sentence) -> bool:
    """Whether a sentence could stand alone but for an "also": clear anywhere but at the head."""
    return sentence.dangling is not None and sentence.dangling.startswith(_ADDS)


def is_furniture(text: str) -> bool:
    """Whether a text is a caption, a credit or a call to click rather than reporting."""
    return _page_furniture(matching_form(text)) is not None


def _incomplete(text: str) -> str | None:
    words = len(text.split())
    if words < SHORTEST:
        return "shorter than a sentence"
    if words > LONGEST:
        return "longer than a sentence that can be followed"
    if text.rstrip("\"'”’)] ").endswith("?"):
        return "a question"
    if not _CLOSED.search(text) or _CUT.search(text):
        return "not a finished sentence"
    return None


def _page_furniture(text: str) -> str | None:
    return "page furniture" if _FURNITURE.search(text) else None


def _to_the_reader(text: str) -> str | None:
    """Advice to the reader, or somebody's words whose marks are lost."""
    return "speaks to the reader" if _TO_THE_READER.search(_QUOTED.sub(" ", text)) else None


def _speaker_elsewhere(reading: Reading, sentence: Sentence) -> str | None:
    """Words of somebody who is named in another sentence would read as the reporter's own."""
    said_here = said_elsewhere = False
    for quote in reading.quotes:
        cue = (
            quote.cue_start if quote.cue_start is not None else quote.speaker.start if quote.speaker else None
        )
        cued = cue is not None and sentence.start <= cue < sentence.end
        if quote.start >= sentence.end or quote.end <= sentence.start:
            said_elsewhere |= cued
            continue
        said_here = True
        if quote.speaker is not None and not cued:
            return "its speaker is named in another sentence"
        if quote.speaker is None and quote.start <= sentence.start + 1 and quote.end >= sentence.end - 1:
            return "a quotation without its speaker"
    if said_elsewhere and not said_here and sentence.end - sentence.start < CLAUSE:
        return "names the speaker of another sentence"
    return None


def announces(text: str) -> bool:
    """Whether a sentence speaks of what is to come; not where it reports that somebody said so."""
    text = _RELATIVE.sub(" ", text)
    future = _ANNOUNCES.search(text)
    return future is not None and not _SAID.search(text, 0, future.start())
