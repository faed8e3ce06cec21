"""What an edition covers: everything that came to a profile's sources since its last completed edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.records import Arrival, Edition
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Window:
    """The arrivals that the next edition of a profile is about."""

    last: Edition | None  # the completed edition before; None: this is the first
    upto: int  # number of the last arrival that it covers
    new: tuple[Arrival, ...]  # articles that no edition had as new, where they stand
    revised: Mapping[str, Arrival]  # id of an article -> the one printed before that stood in its place
    withdrawn: tuple[Arrival, ...]  # printed before and standing nowhere now, nor anything in their place

    @property
    def after(self) -> int:
        """Number of the last arrival that the edition before covers; 0: there is none."""
        return self.last.upto if self.last else 0


def find_window(store: Store, profile: str, sources: Sequence[str | Path]) -> Window:
    """The window of the next edition of a profile, by the numbers of arrivals and never by a clock.

    An article is new once for a profile, however often and wherever it comes again. What came and went
    between two editions is in neither.
    """
    last = store.last_edition(profile)
    after = last.upto if last else 0
    upto = store.last_number()
    came = [arrival for arrival in store.arrivals(after, sources) if arrival.left is None]
    had = store.used(profile, {arrival.article_id for arrival in came}, role="new")
    new: dict[str, Arrival] = {}
    for arrival in came:
        if arrival.article_id not in had:
            new.setdefault(arrival.article_id, arrival)
    revised, withdrawn = _moved(store, profile, sources, after) if last else ({}, ())
    return Window(last, upto, tuple(new.values()), revised, withdrawn)


def standing(
    store: Store, articles: Iterable[str], sources: Sequence[str | Path]
) -> dict[str, tuple[Arrival, ...]]:
    """Those of some articles that stand in the sources, each with its places there, the first one first."""
    places = store.places(articles, sources)
    still = {name: tuple(p for p in each if p.left is None) for name, each in places.items()}
    return {name: each for name, each in still.items() if each}


def _moved(
    store: Store, profile: str, sources: Sequence[str | Path], after: int
) -> tuple[dict[str, Arrival], tuple[Arrival, ...]]:
    """What the editions before printed and is now revised, and what is withdrawn."""
    went = store.departures(after, sources)
    printed = store.used(profile, {arrival.article_id for arrival in went})
    heirs = _heirs(went)
    still = standing(store, {*(a.article_id for a in went), *heirs.values()}, sources)
    revised: dict[str, Arrival] = {}
    withdrawn: dict[str, Arrival] = {}
    for arrival in went:
        if arrival.article_id not in printed or arrival.article_id in still:
            continue
        heir = heirs.get((arrival.file, arrival.article_id))
        if heir in still and heir is not None:
            revised.setdefault(heir, arrival)
            withdrawn.pop(arrival.article_id, None)
        elif arrival.article_id not in {old.article_id for old in revised.values()}:
            withdrawn.setdefault(arrival.article_id, arrival)
    return revised, tuple(withdrawn.values())


def _heirs(went: Sequence[Arrival]) -> dict[tuple[str, str], str]:
    """For each article that went, by its file, the article that stands there at the end."""
    next_one = {(a.file, a.article_id): a.revised_by for a in went if a.revised_by is not None}
    heirs: dict[tuple[str, str], str] = {}
    for file, article in next_one:
        seen: Collection[str] = {article}
        heir = next_one[file, article]
        while heir is not None and (file, heir) in next_one and heir not in seen:
            seen = {*seen, heir}
            heir = next_one[file, heir]
        if heir is not None:
            heirs[file, article] = heir
    return heirs
