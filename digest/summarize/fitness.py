"""Whether a sentence can be printed by itself: complete, not half of a quotation, not page furniture."""

from __future__ import annotations

import re

from digest.language.lists.people import ROLES
from digest.matching import matching_form
from digest.model import Reading, Sentence
from digest.summarize.wording import is_furniture, is_pointer, is_unbalanced

SHORTEST = 5  # words; below it, news sentences are labels, answers and cries
OPENING_WORDS = 8  # a quotation that goes on after so few has not said yet what it was quoted for
CLAUSE = 90  # characters: a longer sentence says more than who said what stands in another
BEFORE = 10  # characters in which an abbreviation would stand that a sentence was cut after
LONGEST = 60  # words; above it, sentence splitting has mostly failed

EASY = 35  # words that can be followed at one reading
LONG = 0.85  # worth of a longer sentence
QUOTATION = 0.5  # worth of a sentence that is mostly a quotation: quotations have their own place
UNANSWERED_LENGTH = 150  # characters: a longer sentence tells something else too
UNANSWERED = 0.3  # worth of a sentence that only tells who did not answer a reporter, or would not be named
FLEETING = 0.7  # worth of a sentence whose "yesterday" is another day for who reads it later

UNNAMED_BODY = "speaks of a group that another sentence names"
TAKES_UP = "takes up what another sentence says"

_QUOTED = re.compile(r'“[^”]*”|"[^"]*"')
_FLEETING = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))\b(?!['’]s)", re.IGNORECASE
)
_UNANSWERED = re.compile(
    r"\b(?:(?:not|n['’]t) (?:\w+ )?(?:returned|answered|respond(?:ed)? to|return|reply to|reached|be reached)"
    r"|declined (?:\w+ )?to comment|declined (?:an?|interview) requests?)\b.{0,60}$"
    r"|\bspoke (?:to .{1,60} )?(?:anonymously|on (?:the )?condition of anonymity)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!][\"'”’)\]]*$")
_TRAILS_OFF = re.compile(r"(?:\.\.|…|\. \.)[.\"'”’)\] ]*$")
_CUT = re.compile(
    r"\b(?:No|Nos|Sens?|Reps?|Govs?|Gens?|Lt|Cols?|Sgt|Capt|Cmdr|Maj|Adm|Rev|Messrs|Mr|Mrs|Ms|Drs?|Profs?|St|vs)\.$"
)  # "ran for the No."
_TO_THE_READER = re.compile(r"\b[Yy]ou(?:rs?)?\b")
_DESCRIBED = re.compile(
    r"[\"“]?The (?:former|retired|senior|older|younger|other|second|top) (?:[A-Z]\w+ ){0,2}"
    rf"(?:{'|'.join(sorted(ROLES))})"
    r"(?!\s(?:at|for|from|in|of|to|who|whose)\b|\s[A-Z])\b"
)
_UNNAMED_BODY = re.compile(
    r"The (?:[A-Z]\w+ )?(?:agency|association|body|chain|club|committee|company|firm|group|movement"
    r"|organi[sz]ation|panel|party|union"
    r"|(?:\w+ )?(?:manufacturer|maker|drugmaker|automaker|carmaker|retailer))"
    r"(?:['’]s)?\s(?!(?:and|at|behind|for|from|in|of|that|to|which|whose)\b|[A-Z])"
)
_TAKES_UP = re.compile(
    r"The (?:\w+ )?\w+ (?:comes?|came) (?:as|after|amid|ahead|an?|on|one|two"
    r"|(?:just )?(?:hours|days|weeks|months))\b"
    r"|The latest (?:\w+ )?\w+ to\b"
    r"|[^,“\"]{1,50}, (?:though|however|meanwhile|instead|too|by contrast),"
    r"|[^“\"]*\b[Tt]he other (?:one|two|three|four|five)\b"
)
_OBJECT = re.compile(  # "Democrats want them kept": whoever does something does it to others
    r"[\"“]?(?:(?:the|all|both|many|most|some) )?"
    r"(?:(?!(?:and|by|for|from|in|of|or|that|to|which|who|whose|with)\b)[\w.-]+ ){1,3}them\b",
    re.IGNORECASE,
)
_ADDS = "adds with"
_LEANS = re.compile(
    rf"opens with|points back with|{_ADDS}|.* (?:is not named in it|takes up another sentence)$"
)
_POINTS_WITHIN = re.compile(r"points back with|'[a-z].* (?:is not named in it|takes up another sentence)$")


def discount(text: str) -> float:
    """What remains of the worth of a sentence: for length, quotations, "yesterday", a call not returned."""
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(text)) / max(1, len(text))
    long = LONG if len(text.split()) > EASY else 1.0
    answered = UNANSWERED if _UNANSWERED.search(text) and len(text) < UNANSWERED_LENGTH else 1.0
    return (
        long * answered * (QUOTATION if quoted > 0.5 else 1.0) * (FLEETING if _FLEETING.search(text) else 1.0)
    )


def unfit(reading: Reading, sentence: Sentence) -> str | None:
    """Why the sentence should not be printed by itself; None where it can be.

    What the parse tells of it (half a quotation, a pronoun without its name) is in ``sentence.dangling``.
    """
    article = reading.article
    text = matching_form(article.text[sentence.start : sentence.end])
    before = article.text[max(0, sentence.start - BEFORE) : sentence.start].rstrip()
    return (
        _incomplete(text)
        or ("begins in the middle of a sentence" if _CUT.search(before) else None)
        or ("page furniture" if is_furniture(text) else None)
        or ("says only where something is told" if is_pointer(text) else None)
        or _to_the_reader(text)
        or ("'the former official' of another sentence" if _DESCRIBED.match(text) else None)
        or _goes_on(reading, sentence, text)
        or _speaker_elsewhere(reading, sentence)
        or (TAKES_UP if _TAKES_UP.match(text) or _OBJECT.match(text) else None)
        or (UNNAMED_BODY if _UNNAMED_BODY.match(text) else None)
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


def _incomplete(text: str) -> str | None:
    words = len(text.split())
    if words < SHORTEST:
        return "shorter than a sentence"
    if words > LONGEST:
        return "longer than a sentence that can be followed"
    if text.rstrip("\"'”’)] ").endswith("?"):
        return "a question"
    if not _CLOSED.search(text) or _CUT.search(text) or _TRAILS_OFF.search(text):
        return "not a finished sentence"
    if is_unbalanced(text):
        return "holds half of a quotation or bracket"
    return None


def _to_the_reader(text: str) -> str | None:
    """Advice to the reader, or somebody's words whose marks are lost."""
    return "speaks to the reader" if _TO_THE_READER.search(_QUOTED.sub(" ", text)) else None


def _goes_on(reading: Reading, sentence: Sentence, text: str) -> str | None:
    """The first few words of somebody who goes on: "'It is his right,' Okoro said. 'But …'"."""
    quoted = _QUOTED.match(text)
    if quoted is None or len(quoted.group().split()) > OPENING_WORDS:
        return None
    after = matching_form(reading.article.text[sentence.end : sentence.end + BEFORE]).lstrip(" ")
    return "its quotation goes on" if after[:1] in ('"', "“") else None


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
