"""What composing is told of the editions before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from digest import serialise
from digest.compose import Earlier, Since
from digest.editions.material import Material
from digest.editions.window import Window
from digest.records import Edition, EditionKey
from digest.store import Store


def since_last(
    store: Store,
    key: EditionKey,
    window: Window,
    material: Material,
    sources: Sequence[str | Path],
    *,
    now: str,
    late: bool,
    zone: ZoneInfo,
) -> Since | None:
    """What came since the edition before; None: there was none."""
    if window.last is None:
        return None
    old = [*window.revised.values(), *window.withdrawn]
    today = {story.id for topic in material.topics for story in topic.stories}
    numbers = {
        *store.printed(key.profile, today).values(),
        *store.used(key.profile, {arrival.article_id for arrival in old}).values(),
    }
    editions = {edition.key: edition for edition in store.numbered(numbers).values()}
    editions[window.last.key] = window.last
    earlier = tuple(_earlier(store, edition) for edition in _latest_first(editions.values(), window.last))
    articles = {kept.reading.article.id: kept.reading.article for kept in store.readings(old)}
    new = {arrival.article_id for arrival in window.new}
    return Since(
        edition=f"{key.date} {key.slot}",
        after=_local(window.last.made, zone),
        until=_local(now, zone),
        late=late,
        files=store.count_files(sources),
        new=frozenset(new),
        earlier=earlier,
        revised={heir: articles[arrival.article_id] for heir, arrival in window.revised.items()},
        withdrawn=frozenset(arrival.article_id for arrival in window.withdrawn),
        former=_former(store, earlier, window, sources),
    )


def _former(
    store: Store, earlier: Sequence[Earlier], window: Window, sources: Sequence[str | Path]
) -> frozenset[str]:
    """The articles that earlier editions cite and that were gone before the last one was made."""
    cited = {reference.article_id for each in earlier for reference in each.briefing.references}
    places = store.places(cited, sources)
    return frozenset(
        name
        for name in cited
        if all(place.left is not None and place.left <= window.after for place in places.get(name, ()))
    )


def _latest_first(editions: Iterable[Edition], last: Edition) -> list[Edition]:
    rest = sorted((e for e in editions if e.key != last.key), key=lambda e: (e.made, e.upto), reverse=True)
    return [last, *rest]


def _earlier(store: Store, edition: Edition) -> Earlier:
    briefing = serialise.load(store.briefing(edition.key))
    return Earlier(f"{edition.key.date} {edition.key.slot}", briefing)


def _local(instant: str, zone: ZoneInfo) -> str:
    return datetime.fromisoformat(instant).astimezone(zone).strftime("%Y-%m-%dT%H:%M")
