"""A connection to the database, SQLite or PostgreSQL, and what a transaction is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from digest.errors import StoreError

WAIT = 10.0  # seconds to wait for another process that writes
DRIVER = "postgresql+psycopg"
ADVISORY = 0x44494753  # "DIGS": the advisory lock of those who write to one PostgreSQL database


def store_url(store: str | Path) -> URL:
    """The address of a store: a path is a SQLite file. Raises StoreError for one that is neither."""
    given = str(store)
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise StoreError("the address of the store is not readable as a URL") from error
    backend = url.get_backend_name()
    if backend == "postgresql":
        return url.set(drivername=DRIVER)
    if backend == "sqlite" and url.database:
        return url
    raise StoreError(f"a store is a file or a {DRIVER}:// address, not {backend}")


def shown(url: URL) -> str:
    """The address as messages may print it: a path, or a URL without its password."""
    return str(url.database) if is_sqlite(url) else url.render_as_string(hide_password=True)


def is_sqlite(url: URL) -> bool:
    """Whether the store is a file."""
    return url.get_backend_name() == "sqlite"


def connect(url: URL) -> Engine:
    """An engine whose transactions are our own; nothing is opened yet.

    Raises StoreError where the driver of the database is not installed.
    """
    try:
        if is_sqlite(url):
            engine = create_engine(url, connect_args={"timeout": WAIT, "isolation_level": None})
            event.listen(engine, "connect", _settle)
            event.listen(engine, "begin", _begin)
            return engine
        options = {"connect_timeout": int(WAIT), "options": "-c timezone=UTC"}
        return create_engine(url, connect_args=options, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            "a store in PostgreSQL needs the psycopg driver: pip install 'briefing-digest[postgresql]'"
        ) from error


def _settle(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what was committed outlives a power cut


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


class Session:
    """An open store: what every part of it stands on. Made by ``open_store``."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that writes: others that write wait. Raises StoreError where it cannot be done."""
        with self._transaction(reads=False) as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY}, 1)")
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One transaction that only reads: it sees one state of the store and hinders nobody."""
        with self._transaction(reads=True) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, reads: bool) -> Iterator[Connection]:
        options: dict[str, Any] = {"reads": reads}
        if reads and self._engine.dialect.name == "postgresql":
            options["isolation_level"] = "REPEATABLE READ"
        try:
            with self._engine.connect().execution_options(**options) as connection, connection.begin():
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"the store {self._name} cannot be used: {reason(error)}") from error


def reason(error: SQLAlchemyError) -> str:
    """What the database said, in one line, without the statement and its values."""
    said = str(error.orig) if isinstance(error, DBAPIError) and error.orig else str(error)
    return " ".join(said.split())
