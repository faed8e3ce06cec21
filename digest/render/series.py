"""What an edition says of those before it, in the words that a reader sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from digest.model import Briefing, BriefStory, BriefTopic, Muted, News, StoryNews
from digest.render.words import count, nice_date

_TIME = re.compile(r"\d\d:\d\d")
_NUMBERED = re.compile(r"new-(\d+)")


def edition_name(key: str) -> str:
    """``2026-03-12 06:30`` → "12 March 2026, 06:30"; ``2026-03-12 new-2`` → "12 March 2026, no. 2"."""
    day, _, slot = key.partition(" ")
    if number := _NUMBERED.fullmatch(slot):
        return f"{nice_date(day)}, no. {number[1]}"
    return (
        nice_date(f"{day}T{slot}")
        if _TIME.fullmatch(slot)
        else ", ".join(filter(None, (nice_date(day), slot)))
    )


def covers(news: News) -> str:
    """From when to when an edition covers, and whether it is late."""
    span = f"overs {nice_date(news.after)} to {nice_date(news.until)}"
    return f"Late, c{span}" if news.late else f"C{span}"


def nothing_new(news: News | None) -> str:
    """What an edition without any story says."""
    return (
        f"Nothing new; {count(news.files, 'file')} checked." if news else "Nothing to report in this edition."
    )


def summing_up(briefing: Briefing) -> str:
    """ "1 new story · 2 developing · 3 still open · 7 sources"; outside a series, topics and stories."""
    stories = [story for topic in briefing.topics for story in topic.stories]
    sources = count(len(briefing.references), "source")
    if briefing.news is None:
        topics = count(len(briefing.topics), "topic")
        return f"{topics} · {count(len(stories), 'story', 'stories')} · {sources}"
    states = Counter(story.news.state for story in stories if story.news)
    states.update(named.state for named in briefing.more if named.state)
    parts = [
        count(states["new"], "new story", "new stories"),
        f"{states['developing']} developing",
        f"{len(briefing.news.still_open)} still open",
        count(len(briefing.news.corrections), "correction"),
        sources,
    ]
    return " · ".join(part for part in parts if not part.startswith("0 ")) or "nothing new"


def what_came(news: StoryNews) -> str:
    """What a developing story has got: "1 article, 2 statements, 1 figure moved"."""
    return _parts([news])


def topic_news(topic: BriefTopic) -> str:
    """What changed in a topic: "1 new story; 2 developing: 3 articles, 1 quote"; "" outside a series."""
    told = [story.news for story in topic.stories if story.news]
    new = sum(news.state == "new" for news in told)
    developing = [news for news in told if news.state == "developing"]
    said = [count(new, "new story", "new stories")] if new else []
    if developing:
        said.append(f"{len(developing)} developing: {_parts(developing)}")
    return "; ".join(said)


def _parts(told: Iterable[StoryNews]) -> str:
    sums: Counter[str] = Counter()
    for news in told:
        sums["article"] += len(news.articles) - len(news.revised)
        sums["revised"] += len(news.revised)
        sums["statement"] += len(news.statements)
        sums["quote"] += len(news.quotes)
        sums["figure"] += len(news.figures)
        sums["moved"] += len(news.moved)
    parts = [
        count(sums[kind], f"new {kind}") for kind in ("article", "statement", "quote", "figure") if sums[kind]
    ]
    if sums["revised"]:
        parts.insert(1 if sums["article"] else 0, count(sums["revised"], "revised article"))
    if sums["moved"]:
        parts.append(count(sums["moved"], "figure") + " moved")
    return ", ".join(parts)


def moves(story: BriefStory) -> dict[int, int]:
    """Row of a story's figures → place in ``news.moved`` of what it moved from."""
    return {move.row: n for n, move in enumerate(story.news.moved)} if story.news else {}


def is_new(story: BriefStory, kind: str, number: int) -> bool:
    """Whether a statement, quote or figure of a developing story is new."""
    news = story.news
    if news is None:
        return False
    numbers = {"statement": news.statements, "quote": news.quotes, "figure": news.figures}
    return number in numbers[kind]


def is_quiet(briefing: Briefing) -> bool:
    """Whether an edition has nothing but what is still open: it is one page."""
    return bool(
        briefing.news
        and not (briefing.topics or briefing.more or briefing.news.corrections or briefing.news.gone)
    )


def left_out(muted: Iterable[Muted]) -> str:
    """The stories left out for muted terms: "“tennis”: 2 stories; “golf”, “tennis”: 1 story"."""
    return "; ".join(
        f"{', '.join(f'“{term}”' for term in item.terms)}: {count(item.stories, 'story', 'stories')}"
        for item in muted
    )
