"""Why figures are in one row, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.values import digits

_EVENTS = {
    "dead": "the dead", "hurt": "the injured", "missing": "the missing",
    "displaced": "those driven from home",
    "detained": "those detained", "infected": "the infected", "fired": "what is cut",
    "gained": "what is added", "rescued": "those rescued",
    "held": "those held", "voted": "votes", "marched": "the marchers", "struck": "the strikers",
    "power": "those without power", "sheltered": "those in shelters", "treated": "those treated",
    "left": "those that left",
}  # fmt: skip


def reason_of(mentions: Sequence[Mention], relation: str) -> str:
    """One sentence: what the figures share, and how they stand to each other."""
    if len(mentions) == 1:
        return "given by one article only"
    origins = len({mention.origin for mention in mentions})
    sources = "one origin" if origins == 1 else f"{origins} independent origins"
    thing = f"count {_thing(mentions)}"
    if relation == "single":
        return f"one article gives it {len(mentions)} times"
    if relation == "agree":
        return f"all {thing} and give the same value; {sources}"
    texts = list(
        {mention.figure.text.casefold(): mention.figure.text for mention in reversed(mentions)}.values()
    )
    texts.reverse()
    if relation == "sharper":
        by_vagueness = sorted(mentions, key=lambda m: (m.interval.vague, -digits(m.interval.stated[0])))
        sharp = by_vagueness[0].figure.text
        vaguer = [text for text in texts if text.casefold() != sharp.casefold()]
        return f"all {thing}; “{sharp}” is sharper than {_listed(vaguer)}; {sources}"
    if relation == "development":
        first = next((mention for mention in mentions if mention.was is not None), mentions[0])
        last = [mention for mention in mentions if mention.was is None][-1]
        newer = mentions[0].interval.stated not in (first.interval.stated, last.interval.stated)
        if first.was is not None and newer:
            first = mentions[0]
        since = f" ({first.date})" if first.was is None and first.date else ""
        now = f" ({last.date})" if last.date else ""
        return (
            f"all {thing} at different dates: from “{first.figure.text}”{since}"
            f" to “{last.figure.text}”{now}; {sources}"
        )
    said = [_with_source(mentions, text) for text in texts]
    return f"all {thing}, and the sources differ: {', '.join(said)}; {sources}"


def _with_source(mentions: Sequence[Mention], text: str) -> str:
    """A figure with the first that states it, where one does."""
    alike = [mention.figure for mention in mentions if mention.figure.text.casefold() == text.casefold()]
    stated_by = next((figure.stated_by for figure in alike if figure.stated_by), None)
    return f"“{text}” ({stated_by})" if stated_by else f"“{text}”"


def _thing(mentions: Sequence[Mention]) -> str:
    """What the figures count: the event, else the noun that two of them share."""
    events = [mention.event for mention in mentions if mention.event]
    if events and not mentions[0].noun.head:
        return _EVENTS.get(events[0], events[0])
    nouns = Counter(_noun(mention) for mention in mentions if mention.figure.counted)
    shared = next((m for m in mentions if m.figure.counted and nouns[_noun(m)] > 1), None)
    if shared is None and len(nouns) == 1:
        shared = next((m for m in mentions if nouns[_noun(m)] and _noun(m) in _spoken_of(mentions, m)), None)
    return f"“{shared.figure.counted}”" if shared else "one thing by the words around them"


def _noun(mention: Mention) -> str:
    return mention.noun.head or mention.noun.word


def _spoken_of(mentions: Sequence[Mention], mention: Mention) -> frozenset[str]:
    """The words beside the other figures."""
    return frozenset(word for other in mentions if other is not mention for word in other.words)


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
