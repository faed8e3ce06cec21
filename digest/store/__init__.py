"""The only place that speaks SQL: what outlives a run, in one SQLite file or a PostgreSQL database.

Every method of a ``Store`` is one transaction, so that a crash leaves the state as it was before or after,
never between. A database that is not ours, damaged, or of a newer version is refused and never written to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.store.arrivals import Arrivals, Kept
from digest.store.clustering import Clustering
from digest.store.corrections import Corrections
from digest.store.editions import Editions
from digest.store.engine import connect, shown, store_url
from digest.store.incidents import Incidents
from digest.store.lock import hold, holder
from digest.store.outbox import Outbox
from digest.store.pruning import Pruned, Pruning
from digest.store.schema import VERSION, prepare

__all__ = ["VERSION", "Kept", "Pruned", "Store", "hold", "holder", "open_store"]


class Store(Clustering, Corrections, Arrivals, Editions, Outbox, Incidents, Pruning):
    """An open store. Made by ``open_store``; safe to use from several threads."""


@contextmanager
def open_store(store: str | Path) -> Iterator[Store]:
    """Open the store: a file, made where there is none, or a ``postgresql+psycopg://`` address.

    Raises StoreError where it is damaged, not a store, of a newer version, or held by another process.
    """
    url = store_url(store)
    engine = connect(url)
    try:
        prepare(engine)
        yield Store(engine, shown(url))
    finally:
        engine.dispose()
