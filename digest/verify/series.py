"""What an edition says of those before it: held against itself, its sources, and them where given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from digest.model import Briefing, BriefStory, Correction, News, StoryNews
from digest.terms import stands_in
from digest.verify import findings
from digest.verify.proof import Fault, Proof

Kind = Literal["figure", "headline", "words"]
_DAY = len("2026-03-12")  # of a key


def story_news(proof: Proof, where: str, story: BriefStory, news: StoryNews) -> Iterator[Fault]:
    """What is new is of the articles that came; a figure moved from what an older source says."""
    fresh = set(news.articles)
    if not fresh or not fresh <= set(story.references):
        yield Fault(where, "the articles that came are not among its sources")
    if not set(news.revised) <= fresh:
        yield Fault(where, "articles are called revised that did not come")
    if (news.state == "new") != (news.since is None):
        yield Fault(where, f"cannot be {news.state} and last printed in {news.since}")
    if news.state == "new" and (news.revised or news.statements or news.quotes or news.figures or news.moved):
        yield Fault(where, "is new and lists what is new in it")
    cited = {
        "sentence": [[line.citation] for line in story.summary],
        "quote": [[quote.citation, *quote.also] for quote in story.quotes],
        "figure": [[figure.citation for figure in row.figures] for row in story.figures],
    }
    given = {"sentence": news.statements, "quote": news.quotes, "figure": news.figures}
    for kind, numbers in given.items():
        for n in numbers:
            if not 0 <= n < len(cited[kind]):
                yield Fault(where, f"has no {kind} {n + 1} that could be new")
            elif not {citation.reference for citation in cited[kind][n]} <= fresh:
                yield Fault(where, f"{kind} {n + 1} is called new and is of an older source")
    for n, move in enumerate(news.moved, 1):
        here = f"{where}, moved figure {n}"
        yield from findings.figure(proof, here, move.earlier)
        if not 0 <= move.row < len(story.figures):
            yield Fault(here, f"there is no figure {move.row + 1}")
            continue
        now = story.figures[move.row].figures[story.figures[move.row].best]
        if (now.value, now.high) == (move.earlier.value, move.earlier.high) or now.unit != move.earlier.unit:
            yield Fault(here, f"did not move from {move.earlier.text!r} to {now.text!r}")
        if now.citation.reference not in fresh or move.earlier.citation.reference in fresh:
            yield Fault(here, "must go from an older source to one that came")


def series_holds(proof: Proof, briefing: Briefing) -> Iterator[Fault]:
    """The lines on stories still open and on corrections; every edition named is an older one."""
    news = briefing.news
    if news is None:
        return
    if not news.edition.startswith(briefing.date):
        yield Fault("edition", f"{news.edition} is not of {briefing.date}")
    for key in sorted(_named(briefing, news)):
        if key == news.edition or key[:_DAY] > news.edition[:_DAY]:
            yield Fault("edition", f"{key} is no edition before {news.edition}")
    printed = {story.id for topic in briefing.topics for story in topic.stories}
    for n, line in enumerate(news.still_open, 1):
        where = f"still open {n}"
        if line.headline.citation is not None:
            yield from proof.cited(where, line.headline.text, line.headline.citation)
        if line.id in printed:
            yield Fault(where, "is printed whole as well")
    for n, correction in enumerate(news.corrections, 1):
        yield from _correction(proof, f"correction {n}", correction)


def _correction(proof: Proof, where: str, correction: Correction) -> Iterator[Fault]:
    """What the source reads now stands there; what was printed then stands there no more."""
    if (correction.kind == "withdrawn") != (correction.reference is None):
        yield Fault(where, "an edited source has a number, one that was withdrawn has none")
    if not correction.changes:
        yield Fault(where, "nothing changed")
    article = proof.article(correction.reference) if correction.reference is not None else None
    for m, change in enumerate(correction.changes, 1):
        here = f"{where}.{m}"
        if change.now is not None:
            yield from proof.line(here, change.now)
            if change.now.citation.reference != correction.reference:
                yield Fault(here, "is of another source")
        if article and stands_in(change.printed, article.title, article.text):
            yield Fault(here, f"the source still says {change.printed!r}")


def against(briefing: Briefing, earlier: Sequence[Briefing]) -> Iterator[Fault]:
    """What is given as printed in an earlier edition, and is not in it; ``earlier`` are editions at hand."""
    if briefing.news is None:
        return
    at_hand = {key: e for key in _named(briefing, briefing.news) for e in earlier if _is(e, key)}
    for where, key, kind, text in _attributed(briefing, briefing.news):
        if key in at_hand and not _prints(at_hand[key], kind, text):
            yield Fault(where, f"the edition of {key} does not print {text!r}")
    stories = {key: {s.id for t in e.topics for s in t.stories} for key, e in at_hand.items()}
    for t, topic in enumerate(briefing.topics, 1):
        for s, story in enumerate(topic.stories, 1):
            known = [key for key, ids in stories.items() if story.id in ids]
            if story.news and story.news.state == "new" and known:
                yield Fault(f"topic {t}, story {s}", f"is called new and stood in the edition of {known[0]}")


def unproved(briefing: Briefing, earlier: Sequence[Briefing] = ()) -> tuple[str, ...]:
    """What no source can prove, and the editions at hand do not either, in words."""
    news = briefing.news
    said: list[str] = []
    if news is not None:
        missing = {k for k in _named(briefing, news) if not any(_is(edition, k) for edition in earlier)}
        lines = sum(key in missing for _, key, _, _ in _attributed(briefing, news))
        if lines:
            said.append(
                f"{lines} texts as printed in {', '.join(sorted(missing))}: name its JSON with --earlier"
            )
        said.append(f"that {news.files} files were checked, and which articles came since {news.before}")
    if briefing.muted:
        said.append("which stories were left out for muted terms")
    return tuple(said)


def _is(edition: Briefing, key: str) -> bool:
    """Whether an edition is that of a key; the first of a series knows only its date."""
    return edition.news.edition == key if edition.news else edition.date == key[:_DAY]


def _named(briefing: Briefing, news: News) -> set[str]:
    """The keys of all earlier editions that a briefing names."""
    stories = (story.news for topic in briefing.topics for story in topic.stories)
    since = {told.since for told in stories if told is not None and told.since is not None}
    return {news.before, *since, *(key for _, key, _, _ in _attributed(briefing, news))}


def _attributed(briefing: Briefing, news: News) -> Iterator[tuple[str, str, Kind, str]]:
    """Every text given as printed earlier: where it stands here, in which edition, as what, its words."""
    for t, topic in enumerate(briefing.topics, 1):
        for s, story in enumerate(topic.stories, 1):
            for move in story.news.moved if story.news else ():
                yield f"topic {t}, story {s}, moved figure", move.edition, "figure", move.earlier.text
    for n, line in enumerate(news.still_open, 1):
        yield f"still open {n}", line.headline.edition, "headline", line.headline.text
    for n, correction in enumerate(news.corrections, 1):
        for change in correction.changes:
            yield f"correction {n}", change.edition, "words", change.printed
            yield f"correction {n}, headline", change.edition, "headline", correction.headline


def _prints(edition: Briefing, kind: Kind, text: str) -> bool:
    """Whether an edition prints a text as what it is said to be."""
    stories = [story for topic in edition.topics for story in topic.stories]
    if kind == "figure":
        return any(f.text == text for story in stories for row in story.figures for f in row.figures)
    if kind == "words":
        return any(text in passage.text for passage in edition.passages)
    carried = [line.headline.text for line in edition.news.still_open] if edition.news else []
    named = [story.headline.text for story in edition.more]
    return text in [*(story.headline.text for story in stories), *named, *carried]
