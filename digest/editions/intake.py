"""Taking in: files are read, articles parsed once, numbered as they arrive, and put among the stories.

Each step is kept as it is done: a run that ends early is taken up where it ended. Doing it again with the
same files changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from digest import __version__
from digest.cluster import cluster
from digest.config import Config
from digest.errors import DigestError
from digest.ingest import identify, read_file
from digest.language import describe, load
from digest.model import Article, NotRead, Reading
from digest.pipeline import Progress, Silent, read_closely
from digest.records import Arrival, FileRead, FileState, Found
from digest.store import Kept, Store

T = TypeVar("T")
FILES = 64  # that are recorded at once
ARTICLES = 64  # whose readings are kept at once
PLACED = 1_000  # articles that are put among the stories at once


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a run took in."""

    files: int  # that were read
    arrivals: tuple[Arrival, ...]
    not_read: tuple[NotRead, ...]
    placed: int  # articles that were put among the stories


def take_in(
    store: Store,
    files: Sequence[FileState],
    gone: Sequence[str],
    *,
    config: Config,
    at: str,
    progress: Progress | None = None,
) -> TakenIn:
    """Read files that are new or changed, withdraw those that are gone, and bring the stories up to date.

    A file that vanished meanwhile or cannot be read is a problem that the store keeps, never an end; nor is
    one on which a reader or the language pipeline fails in a way that nobody foresaw.
    """
    progress = progress or Silent()
    arrived: list[Arrival] = []
    not_read: list[NotRead] = []
    with progress.stage("read"):
        for some in _batches(progress.watch(files, len(files)), FILES):
            reads = _read(store, some)
            failed = _understand(store, reads, pipeline=config.pipeline)
            reads = [_without(file, failed) for file in reads]
            arrived += store.record(reads, at=at)
            not_read += [item for file in reads for item in file.not_read]
        if gone:
            store.record((), gone=gone, at=at)
    with progress.stage("group"):
        placed = place(store, pipeline=config.pipeline)
    return TakenIn(len(files), tuple(arrived), tuple(not_read), placed)


def place(store: Store, *, pipeline: str) -> int:
    """Put the articles that have no place yet among the stories; gives how many they were."""
    placed = 0
    while kept := store.to_place(PLACED):
        readings = list(renewed(store, kept, pipeline=pipeline))
        ids = {reading.article.id for reading in readings}
        days = {r.article.published.when for r in readings if r.article.published}
        before = store.load_state(articles=ids, days=days)
        clustering = cluster(readings, previous=before, links=store.links(), recall=store.closed_of)
        store.save_state(clustering.state, before=before, placed=ids)
        placed += len(ids)
    return placed


def renewed(store: Store, kept: Sequence[Kept], *, pipeline: str) -> Iterator[Reading]:
    """Readings as this version of Digest and of the language pipeline makes them, in the order given.

    Those that another version made are made anew from the article, so that anyone who reads the sources
    again finds the same.
    """
    now = made_with(pipeline)
    stale = {k.content: k.reading.article for k in kept if k.made_with != now}
    made: dict[int, Reading] = {}
    for some in _batches(stale.items(), ARTICLES):
        fresh = read_closely([article for _, article in some], pipeline=pipeline)
        done = dict(zip([number for number, _ in some], fresh, strict=True))
        store.renew(done, made_with=now)
        made |= done
    for k in kept:
        reading = made.get(k.content, k.reading)
        yield replace(reading, article=replace(reading.article, path=k.reading.article.path))


def made_with(pipeline: str) -> str:
    """The versions that a reading depends on."""
    return f"Digest {__version__}, {describe(load(pipeline))}"


def _read(store: Store, states: Sequence[FileState]) -> list[FileRead]:
    """What is in some files, each article under the id that it has in the store."""
    opened = [(state, *_opened(state.path)) for state in states]
    came = {item.id for _, _, items in opened for item in items if isinstance(item, Article)}
    known = store.came_as(came)
    return [_identified(store, state, sha256, items, known) for state, sha256, items in opened]


def _opened(path: str) -> tuple[str | None, Sequence[Article | NotRead]]:
    try:
        return read_file(path)
    except Exception as error:  # one bad file must not cost all the others their briefing
        shown = os.fsencode(path).decode(errors="replace")
        return "", (NotRead(shown, _unforeseen(error)),)


def _identified(
    store: Store,
    state: FileState,
    sha256: str | None,
    items: Sequence[Article | NotRead],
    known: dict[str, list[Article]],
) -> FileRead:
    def taken(name: str) -> bool:
        return name in known or bool(store.taken_ids({name}))

    articles = [item for item in items if isinstance(item, Article)]
    not_read = tuple(item for item in items if isinstance(item, NotRead))
    here = {item.path for item in not_read}
    problem = not_read[0].reason if not articles and len(here) == 1 else None
    found: dict[str, Found] = {}
    for article in articles:
        named = identify(article, known, taken=taken)
        found.setdefault(named.id, Found(named, article.id))
    return FileRead(replace(state, sha256=sha256, problem=problem), tuple(found.values()), not_read)


def _understand(store: Store, reads: Sequence[FileRead], *, pipeline: str) -> dict[str, str]:
    """Parse the articles that the store has no reading of, and keep what is found.

    Gives the articles on which the pipeline failed, by id, each with the reason.
    """
    came_as: Mapping[str, str] = {f.article.id: f.came_as for file in reads for f in file.found}
    missing = store.missing(f.article for file in reads for f in file.found)
    failed: dict[str, str] = {}
    for some in _batches(missing, ARTICLES):
        try:
            readings = list(read_closely(some, pipeline=pipeline))
        except DigestError:  # of the pipeline itself: no article can be read
            raise
        except Exception:  # find out which article it was, and read the others
            readings = []
            for article in some:
                try:
                    readings += read_closely([article], pipeline=pipeline)
                except Exception as error:
                    failed[article.id] = _unforeseen(error)
        pairs = [(reading, came_as[reading.article.id]) for reading in readings]
        store.keep(pairs, made_with=made_with(pipeline))
    return failed


def _without(file: FileRead, failed: Mapping[str, str]) -> FileRead:
    """The file, articles that failed among what could not be read."""
    lost = [f.article for f in file.found if f.article.id in failed]
    if not lost:
        return file
    not_read = (*file.not_read, *(NotRead(article.path, failed[article.id]) for article in lost))
    return replace(file, found=tuple(f for f in file.found if f.article.id not in failed), not_read=not_read)


def _unforeseen(error: Exception) -> str:
    return f"reading it failed ({type(error).__name__}: {error}); please report this"


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
