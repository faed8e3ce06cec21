"""What is opened and what is refused: foreign, damaged, newer and older stores."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from digest.errors import StoreError
from digest.kept import Change, KeptStory, KeptTopic, Links, Profile
from digest.model import Why
from digest.store import VERSION, open_store
from digest.store.engine import store_url
from digest.store.schema import MIGRATIONS, VERSIONS
from digest.store.tables import metadata

# As Digest wrote it before there were migrations: schema version 1.
FIRST = """
CREATE TABLE profile (
    id TEXT PRIMARY KEY, published TEXT, features TEXT NOT NULL, codes BLOB NOT NULL, counts BLOB NOT NULL,
    lead INTEGER NOT NULL, whole INTEGER NOT NULL, weekdays TEXT NOT NULL, days TEXT NOT NULL,
    nearest BLOB NOT NULL
) STRICT;
CREATE TABLE story (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL, first TEXT, last TEXT, why TEXT NOT NULL, key TEXT NOT NULL,
    closed INTEGER NOT NULL
) STRICT;
CREATE TABLE member (
    article TEXT PRIMARY KEY, story TEXT NOT NULL, position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (story, position);
CREATE TABLE topic (id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, last TEXT) STRICT;
CREATE TABLE change (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, kept TEXT NOT NULL, other TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE TABLE correction (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('together', 'apart', 'pin', 'name')),
    subject TEXT NOT NULL, object TEXT NOT NULL
) STRICT;
PRAGMA application_id = 1145653075;
PRAGMA user_version = 1;
"""
WHY = (
    '{"entities": ["Ada Lund"], "terms": ["dam"], "dates": [], "text": "One.",'
    ' "kept_apart": null, "kept_apart_from": null}'
)
FIRST_ROWS = (
    ("INSERT INTO profile VALUES ('a', '2031-04-13', 'l:dam', x'01', x'02', 1, 1, 'monday', '', x'03')", ()),
    ("INSERT INTO story VALUES ('a', 'a', '2031-04-13', '2031-04-13', ?, '{\"l:dam\": 1.0}', 0)", (WHY,)),
    ("INSERT INTO story VALUES ('old', 'a', '2030-01-01', '2030-01-02', ?, '{}', 1)", (WHY,)),
    ("INSERT INTO member VALUES ('a', 'a', 0), ('old', 'old', 0), ('older', 'old', 1)", ()),
    ("INSERT INTO topic VALUES ('a', 'Orsk dam', '{\"l:dam\": 1.0}', '2031-04-13')", ()),
    ("INSERT INTO change VALUES (1, 'stories merged', 'a', 'b', 'it was so')", ()),
    ("INSERT INTO correction VALUES (1, 'name', 'a', 'Orsk dam'), (2, 'apart', 'a', 'old')", ()),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "digest.db"


@pytest.fixture
def stored(path: Path) -> Path:
    with open_store(path) as store:
        store.incident_open("test", "to have a row", "2031-04-13T05:00:00+00:00")
    return path


def first_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(FIRST)
    for statement, values in FIRST_ROWS:
        connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_a_store_of_the_first_version_is_brought_up_to_date_without_loss(path: Path) -> None:
    first_version(path)
    why = Why(("Ada Lund",), ("dam",), (), "One.")
    for _ in range(2):
        with open_store(path) as store:
            state = store.load_state()
            assert state.profiles == (
                Profile("a", "2031-04-13", ("l:dam",), b"\1", b"\2", (1, 1), ("monday",), (), b"\3"),
            )
            assert state.stories == (
                KeptStory("a", "a", ("a",), "2031-04-13", "2031-04-13", why, {"l:dam": 1.0}),
            )
            assert state.closed == (
                KeptStory("old", "a", ("old", "older"), "2030-01-01", "2030-01-02", why, {}),
            )
            assert state.topics == (KeptTopic("a", "Orsk dam", {"l:dam": 1.0}, "2031-04-13"),)
            assert state.changes == (Change("stories merged", "a", "b", "it was so"),)
            assert store.links() == Links(apart=(("a", "old"),), names={"a": "Orsk dam"})
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_a_migration_that_fails_leaves_the_first_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_version(path)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE incident (x)")  # in the way of the migration
    connection.commit()
    before = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    with pytest.raises(StoreError, match="incident"), open_store(path):
        pass
    assert connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == before
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_the_migrations_make_the_tables_that_the_code_knows(address: str) -> None:
    with open_store(address):
        engine = create_engine(store_url(address))
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert [d for d in compare_metadata(context, metadata) if "alembic_version" not in str(d)] == []
        engine.dispose()


def test_every_migration_is_listed() -> None:
    files = sorted(path.name[1:5] for path in (MIGRATIONS / "versions").glob("v*.py"))
    assert tuple(files) == VERSIONS


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"), open_store(path):
        pass
    assert path.read_bytes() == before


def test_a_server_database_of_another_program_is_refused(database: str) -> None:
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE story (x integer)")
    with pytest.raises(StoreError, match="another program"), open_store(database):
        pass
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        assert found.scalar() == 1
    engine.dispose()


def test_a_newer_store_is_refused(address: str) -> None:
    with open_store(address):
        pass
    engine = create_engine(store_url(address))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(StoreError, match="newer version"), open_store(address):
        pass


def test_a_newer_file_is_refused_and_left_alone(stored: Path) -> None:
    connection = sqlite3.connect(stored)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = stored.read_bytes()
    with pytest.raises(StoreError, match="newer version"), open_store(stored):
        pass
    assert stored.read_bytes() == before


def test_a_damaged_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"this is no database, it is a text of some length" * 40)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="move it away"), open_store(path):
        pass
    assert path.read_bytes() == before


def test_a_file_that_is_damaged_inside_is_said(stored: Path) -> None:
    data = bytearray(stored.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    stored.write_bytes(data)
    with pytest.raises(StoreError, match=r"malformed|damaged|corrupt"), open_store(stored) as store:
        store.incidents()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"), open_store(tmp_path / "none" / "digest.db"):
        pass


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("mysql://host/db", "a store is a file or a postgresql"),
        ("postgresql+psycopg://digest:planted@127.0.0.1:1/none", "cannot be used as a store"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_without_its_password(given: str, says: str) -> None:
    if given.startswith("postgresql"):
        pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    with pytest.raises(StoreError, match=says) as caught, open_store(given):
        pass
    assert "planted" not in str(caught.value)


def test_a_second_run_waits_or_is_told(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.store.engine.WAIT", 0.05)
    holder = sqlite3.connect(stored, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(StoreError, match="locked"),
        open_store(stored) as store,
    ):
        store.incident_over("test", "2031-04-13T05:00:00+00:00")
    holder.close()


def test_what_is_up_to_date_is_opened_without_the_migrations(stored: Path) -> None:
    code = f"""
import sys
from digest.store import open_store
with open_store({str(stored)!r}) as store:
    store.incidents()
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
