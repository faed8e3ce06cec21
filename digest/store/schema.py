"""Opening: is this a store, of which version, and what brings it up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from digest.errors import StoreError
from digest.store import engine as database
from digest.store.engine import is_sqlite, reason, shown

APPLICATION = 0x44494753  # "DIGS": marks a SQLite file as ours (PRAGMA application_id)
VERSIONS = ("0001", "0002")  # the migrations, oldest first; tests hold them to the folder
VERSION = len(
    VERSIONS
)  # also PRAGMA user_version, so that a Digest of before the migrations refuses the file
MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(engine: Engine) -> None:
    """Make the store where there is none, bring an older one up to date, refuse any other.

    Nothing is written to a database that is refused. Raises StoreError.
    """
    name = shown(engine.url)
    if is_sqlite(engine.url):
        _look(Path(str(engine.url.database)))
    try:
        with engine.connect() as connection, connection.begin():
            version = _version(connection, name)
            if version < VERSION:
                _migrate(connection, version)
    except SQLAlchemyError as error:
        raise StoreError(f"{name} cannot be used as a store: {reason(error)}{_remedy(engine)}") from error


def _look(path: Path) -> None:
    """Refuse a SQLite file that is not ours before anything is written to it; set the write-ahead mode."""
    try:
        connection = sqlite3.connect(path, timeout=database.WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened: {error}") from error
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != APPLICATION:
            raise StoreError(f"{path} is a database of another program: give another path for the store")
        if version > VERSION:
            raise _newer(str(path), str(version))
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be used as a store: {error}{REMEDY}") from error
    finally:
        connection.close()


def _version(connection: Connection, name: str) -> int:
    """How many migrations the store has; 0: it is empty."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if found not in VERSIONS:
            raise _newer(name, str(found))
        return VERSIONS.index(found) + 1
    if not tables:
        return 0
    if {"story", "member", "correction"} <= tables and is_sqlite(connection.engine.url):
        return 1  # as Digest wrote it before there were migrations
    raise StoreError(f"{name} is a database of another program: give another one for the store")


def _migrate(connection: Connection, version: int) -> None:
    """Run the migrations that are missing, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if version == 1 and not inspect(connection).has_table("alembic_version"):
        command.stamp(config, VERSIONS[0])
    command.upgrade(config, VERSIONS[-1])
    if is_sqlite(connection.engine.url):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


REMEDY = "; move it away and run again to make a new one"


def _remedy(engine: Engine) -> str:
    return REMEDY if is_sqlite(engine.url) else ""


def _newer(name: str, version: str) -> StoreError:
    return StoreError(
        f"{name} was written by a newer version of Digest (schema {version}, this one knows {VERSION}): "
        "update Digest, or give another path for the store"
    )
