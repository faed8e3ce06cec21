"""Which quotes carry a story: by what they say, where they stand, and who says them."""

from __future__ import annotations

import re

from digest.model import Quote, QuoteGroup, Reading
from digest.reconcile.utterances import wording_of

CERTAIN = 0.95  # the confidence at which a speaker is named in print
_COMMITS = re.compile(
    r"\b(?:will|won['’]t|shall|must|pledge|promise|commit\w*|guarantee|intend|going to|never|always|demand|"
    r"refuse|reject|oppose|support|condemn|urge|need to|have to|cannot|can['’]t|should)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:wrong|right|worst|best|crisis|danger\w*|threat\w*|unacceptable|mistake|failure|success|important|"
    r"serious|clear|concern\w*|fear|hope|believe|think|regret|sorry|proud|outrag\w*|unprecedented|historic|tragedy)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(?:and|but|so|or|because|which|that['’]s|it['’]s|this|that|it|he|she|they)\b", re.IGNORECASE
)
_MARKED = re.compile(r"“[^“”]*[”\"]|\"[^\"]*\"|‘[^‘’]*’|\'\'.*?\'\'|«[^»]*»")
_OPPOSES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|refut\w*|oppos\w*|condemn\w*|blam\w*|accus\w*|"
    r"critici[sz]\w*|disagree\w*|false|untrue|lies?|nonsense|(?:is|was|are|were) not true|never happened)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_TO_READERS = re.compile(
    r"\b(?:like and (?:share|subscribe)|share (?:this|and like)|subscribe (?:to|now|here)|"
    r"click (?:here|the link)|follow (?:us|me) on|sign up (?:for|here|to)|"
    r"link in (?:the )?(?:bio|description)|stay tuned)\b",
    re.IGNORECASE,
)


def worth_of(group: QuoteGroup, reading: Reading, origins: int) -> float:
    """How much a quote tells a reader, in points that only order the quotes of one story."""
    quote = group.quotes[group.best][1]
    words = len(wording_of(quote).words)
    points = 3.0 if quote.kind == "direct" else 0.5 + 2.0 * _own_share(quote)
    points += 2.0 * (origins - 1)
    points += 1.5 if quote.speaker is not None and quote.speaker.confidence >= CERTAIN else 0.0
    points += {"named": 1.0, "institution": 0.5, "document": 0.25, "unnamed": 0.0}[
        quote.speaker.sourcing if quote.speaker is not None else "unnamed"
    ]
    points += 1.0 if _COMMITS.search(quote.text) else 0.0
    points += 0.7 if _JUDGES.search(quote.text) else 0.0
    points += 0.5 if _NUMBER.search(quote.text) else 0.0
    points -= 0.5 if _DANGLING.match(quote.text) else 0.0
    points -= 0.08 * max(0, 8 - words) + 0.03 * max(0, words - 45)
    points -= 1.0 if not quote.marked else 0.0
    return points - 1.5 * quote.start / max(1, len(reading.article.text))


def opposes(group: QuoteGroup) -> bool:
    """Whether a quote contradicts or attacks what another says: "It is false", "… he rejected as …"."""
    quote = group.quotes[group.best][1]
    return bool(_OPPOSES.search(quote.text) or (quote.cue and _OPPOSES.search(quote.cue)))


def _own_share(quote: Quote) -> float:
    """How much of a fragment's clause is in marks: the words of the speaker, not of the reporter."""
    letters = sum(char.isalnum() for char in quote.text)
    marked = sum(char.isalnum() for match in _MARKED.finditer(quote.text) for char in match.group())
    return marked / max(1, letters)


def stands_alone(quote: Quote) -> bool:
    """Whether a quote means something by itself: a sentence, or a fragment inside its clause."""
    words = wording_of(quote).words
    if _TO_READERS.search(quote.text):
        return False
    if quote.kind == "mixed":
        return len(words) >= 5 and (_own_share(quote) >= 0.35 or _own_share(quote) * len(words) >= 6)
    sentence = quote.text[:1].isupper() or quote.text[:1].isdigit() or quote.text[:1] in "“[…"
    return len(words) >= (3 if sentence else 6)
