"""From a mention to a Speaker: the fullest name, the role, what kind of source it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.extract.quotes.confidence import confidence_of
from digest.extract.quotes.issuers import issuers_of
from digest.extract.quotes.phrases import Mention, phrase_at
from digest.extract.quotes.relays import relay_of
from digest.extract.quotes.roles import body_at, role_at, title_at
from digest.extract.quotes.said import Said
from digest.extract.quotes.sourcing import sourcing_of, unnamed_because
from digest.extract.quotes.things import is_thing
from digest.extract.quotes.tokens import Tokens
from digest.language.coreference import link_at
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.people import PARTY_MEMBERS, ROLES, TITLES
from digest.model import Article, Link, Speaker

_REACH = 120  # characters: no mention is longer
_IT = 0.85  # not measured: kept below the level that prints a name
_ISSUER = 0.97  # 17 of 17 issuers right, read by eye in news; two more at 0.8 counted in, as in confidence.py
_NOBODY = 0.5  # not measured: below the level that counts as a voice
_DANGLING = 0.9  # not measured: a voice, and below the level that prints a name
_CLOSING = frozenset({",", ".", ";", ":", "(", "”", '"'})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "his", "her", "their", "its", "this"}
)


@dataclass(frozen=True, slots=True)
class Voices:
    """What it takes to name the speakers of one article."""

    tokens: Tokens
    article: Article
    links: Sequence[Link]  # in order of their starts
    link_starts: Sequence[int]
    places: frozenset[str]  # words that are more often a place than a person in this article

    def link(self, start: int, end: int) -> Link | None:
        """The link of the mention at a stretch of characters."""
        low = bisect_left(self.link_starts, start - _REACH)
        high = bisect_left(self.link_starts, end)
        return link_at(self.links[low:high], start, end)


def voices_of(tokens: Tokens, article: Article, links: Sequence[Link]) -> Voices:
    """The links of an article made ready for look-up."""
    labels: dict[str, list[str]] = {}
    for word, label in zip(tokens.word, tokens.entity, strict=True):
        if label in _PLACES or label == "PERSON":
            labels.setdefault(word, []).append(label)
    places = {word for word, found in labels.items() if 2 * found.count("PERSON") < len(found)}
    return Voices(tokens, article, links, [link.start for link in links], frozenset(places))


def speaker_of(voices: Voices, said: Said) -> Speaker | None:
    """The speaker of something said; None where no mention was found."""
    if said.mention is None:
        return None
    speaker = _speaker(voices, said.mention, said, said.how)
    if speaker.sourcing == "document":
        speaker = _issued(voices, said.mention, said, speaker)
    if speaker.sourcing == "unnamed":
        speaker = replace(speaker, unnamed_because=_because(voices, said, speaker))
    relay = said.relay or relay_of(voices.tokens, said)
    if relay is not None and relay.head != said.mention.head:
        speaker = replace(speaker, relayed_by=_speaker(voices, relay, said, "passed the words on"))
    return speaker


def _speaker(voices: Voices, mention: Mention, said: Said, how: str) -> Speaker:
    tokens, text = voices.tokens, voices.article.text
    start, end = _span(tokens, mention)
    at_cue = mention if mention.relative is None else Mention(*[mention.relative] * 3)
    joint = _joint(tokens, mention)
    own = None if joint else _person_in(tokens, mention) or _person_after(tokens, mention)
    name = (tokens.start[own[0]], tokens.end[own[1]]) if own else (start, end)
    link = None if joint else voices.link(*name)
    if link is None and own is None and said.evidence == "transcript":
        own = _labelled(tokens, mention)
        name = (tokens.start[own[0]], tokens.end[own[1]]) if own else name
        link = voices.link(*name)
    target = _tokens_at(tokens, link.name_start, link.name_end) if link else None
    confidence = confidence_of(said.evidence, quoted=said.kind != "indirect")
    if link is not None and target is not None:
        name = link.name_start, link.name_end
        confidence *= link.confidence
        how = f"{how}; {link.how}"
        person = link.named and _is_person(tokens, *target)
        named = Mention(target[0], target[1], _head_of(tokens, *target))
        sourcing = sourcing_of(tokens, named, person=person)
        if tokens.lower[mention.head] in ("he", "she") and tokens.word[target[1]] in voices.places:
            confidence = min(confidence, 0.5)  # no place is a he or a she
    else:
        spoken = _it(tokens, mention) or mention
        if spoken is not mention:
            name, confidence, how = _span(tokens, spoken), confidence * _IT, f"{how}; subject before"
        sourcing = sourcing_of(tokens, spoken, person=joint or own is not None)
        if any(
            tokens.lower[i] in _PRONOUNS for i in ((spoken.first, spoken.last) if joint else (spoken.head,))
        ):
            sourcing = "unnamed"
            confidence = min(confidence, 0.5)
        elif tokens.word[spoken.head] in CALENDAR or (
            sourcing == "unnamed" and is_thing(tokens, spoken.head)
        ):
            confidence = min(confidence, _NOBODY)
        elif own is None and _dangles(tokens, spoken):
            confidence = min(confidence, _DANGLING)
    role = _role(tokens, own, target) if sourcing == "named" else None
    start, end = _span(tokens, at_cue)
    return Speaker(
        start=start,
        end=end,
        text=text[start:end],
        name=text[slice(*name)],
        name_start=name[0],
        name_end=name[1],
        sourcing=sourcing,
        confidence=round(confidence, 3),
        how=how,
        role=text[slice(*role)] if role else None,
        role_start=role[0] if role else None,
        role_end=role[1] if role else None,
    )


def _joint(tokens: Tokens, mention: Mention) -> bool:
    """Whether two people speak together: "Roe and Ms. Poe", "Roe and her lawyer"; neither is named alone."""
    for at in range(mention.first + 1, mention.last):
        after = at + 1 + (tokens.word[at + 1] in TITLES)
        one = tokens.entity[at - 1] == "PERSON" or tokens.lower[at - 1] in ("he", "she")
        other = after <= mention.last and (
            tokens.entity[after] == "PERSON" or tokens.tag[after] in ("PRP", "PRP$")
        )
        if tokens.lower[at] == "and" and one and other:
            return True
    return False


def _issued(voices: Voices, mention: Mention, said: Said, paper: Speaker) -> Speaker:
    """The one who issued the paper that speaks; the paper itself where that is nobody or not one alone."""
    found = [_speaker(voices, issuer, said, paper.how) for issuer in issuers_of(voices.tokens, mention)]
    names = {issuer.name.lower().removeprefix("the ") for issuer in found}
    if len(names) != 1 or found[-1].sourcing not in ("named", "institution"):
        return paper
    return replace(
        found[-1],
        start=paper.start,
        end=paper.end,
        text=paper.text,
        confidence=round(found[-1].confidence * _ISSUER, 3),
        how=f"{found[-1].how}; issuer",
    )


def _span(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    return tokens.start[mention.first], tokens.end[mention.last]


def _it(tokens: Tokens, mention: Mention) -> Mention | None:
    """The institution or document that "It said" goes on with: the subject of the sentence before."""
    first = mention.first
    if tokens.lower[mention.head] != "it" or first != tokens.sentence[first] or first < 2:
        return None
    before = first - 1
    while before > 0 and tokens.word[before].isspace():
        before -= 1
    start = tokens.sentence[before]
    for index in range(start, before):
        if tokens.dep[index] in ("nsubj", "nsubjpass") and tokens.stretch[index] < 0:
            subject = phrase_at(tokens, index)
            sourcing = sourcing_of(tokens, subject, person=tokens.entity[index] == "PERSON")
            return subject if sourcing in ("institution", "document") else None
    return None


def _labelled(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    """Where the text around a transcript has the name of a turn: "ROE:" is the "Jane Roe" of its lead."""
    label = [word for word in tokens.lower[mention.first : mention.last + 1] if word[-1:] != "."]
    size = len(label)
    for at in range(len(tokens) - size if size else 0):
        last = at + size - 1
        person = tokens.entity[last] == "PERSON" and not tokens.word[last].isupper()
        if person and tokens.lower[at : at + size] == label:
            first = last
            while first > 0 and tokens.entity[first - 1] == "PERSON":
                first -= 1
            return first, last
    return None


def _dangles(tokens: Tokens, mention: Mention) -> bool:
    """Whether a description says nothing without the words before it: "his site", "the Ohio Republican"."""
    first = tokens.lower[mention.first]
    return tokens.tag[mention.first] == "PRP$" or (
        first in ("the", "this", "that") and tokens.lower[mention.head] in PARTY_MEMBERS
    )


def _person_in(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    """The person's name that a mention ends with or stands for: first and last token."""
    last = mention.last
    while last >= mention.first and tokens.entity[last] != "PERSON":
        last -= 1
    if last < mention.first or (last < mention.head and last != mention.head):
        return None
    first = _first_of_name(tokens, mention, last)
    if first <= mention.head or not _another(tokens, mention, first, last):
        return first, last
    if tokens.entity[mention.head] != "PERSON":
        return None
    return _first_of_name(tokens, mention, mention.head), mention.head  # "[Jane Roe], like Poe"


def _first_of_name(tokens: Tokens, mention: Mention, last: int) -> int:
    while last > mention.first and tokens.entity[last - 1] == "PERSON":
        last -= 1
    return last


def _another(tokens: Tokens, mention: Mention, first: int, last: int) -> bool:
    """Whether a name behind the head is not that of who speaks: "the statement from [Roe]'s lawyer", "a
    lawyer for [Roe]", "the office of Governor [Roe]"; but "Secretary of State [Roe]", "a post by [Roe]".
    """
    if last < mention.last and tokens.tag[last + 1] == "POS":
        return True
    if all(tokens.tag[i] != "IN" for i in range(mention.head + 1, first)):
        return False
    if tokens.tag[first - 1] == "IN":
        return tokens.lower[first - 1] not in ("by", "from")
    return tokens.tag[mention.head] == "NN" and tokens.lower[mention.head] not in ROLES


def _person_after(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    """The name set beside a role, "[its chairwoman], Elsa Brandt": first and last token."""
    comma = mention.last + 1
    if tokens.lower[mention.head] not in ROLES or comma + 1 >= len(tokens) or tokens.word[comma] != ",":
        return None
    last = comma
    while last + 1 < len(tokens) and tokens.entity[last + 1] == "PERSON":
        last += 1
    closed = last + 1 >= len(tokens) or tokens.word[last + 1] in _CLOSING
    return (comma + 1, last) if last > comma and closed else None


def _is_person(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.entity[i] == "PERSON" for i in range(first, last + 1))


def _head_of(tokens: Tokens, first: int, last: int) -> int:
    """The token of a phrase whose head lies outside it."""
    return next((i for i in range(first, last + 1) if not first <= tokens.head[i] <= last), last)


def _tokens_at(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    first, stop = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
    return (first, stop - 1) if stop > first else None


def _role(
    tokens: Tokens, own: tuple[int, int] | None, target: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The role at the quote, else where the fullest name stands: characters of the text."""
    for place in (own, target):
        role = role_at(tokens, *place) if place else None
        if role is not None:
            return tokens.start[role[0]], tokens.end[role[1]]
    for place in (own, target):
        title = title_at(tokens, place[0]) or body_at(tokens, place[1]) if place else None
        if title is not None:
            return tokens.start[title[0]], tokens.end[title[1]]
    return None


def _because(voices: Voices, said: Said, speaker: Speaker) -> str | None:
    """Why the source is not named, as its sentence or the sentence of its description says."""
    tokens, text = voices.tokens, voices.article.text
    places = [said.cue[0]] if said.cue else []
    if said.mention is not None:
        places.append(said.mention.first)
    target = _tokens_at(tokens, speaker.name_start, speaker.name_end)
    places += [target[0]] if target else []
    for place in places:
        start = tokens.start[tokens.sentence[place]]
        end = tokens.end[tokens.sentence_end[place] - 1]
        span = unnamed_because(text, start, end)
        if span is not None:
            return text[slice(*span)]
    return None
