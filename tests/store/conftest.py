"""Stores to test: a SQLite file, and a database of a real PostgreSQL server where one is at hand.

``DIGEST_TEST_POSTGRES`` names a server in which databases may be made; without it, a server of the system's
own packages is started for the run.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

_NUMBERS = count(1)
_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server; the test is skipped, with a reason, where there is none."""
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    given = os.environ.get("DIGEST_TEST_POSTGRES")
    if given:
        yield given
        return
    if not _BINARIES:
        pytest.skip("no PostgreSQL server: set DIGEST_TEST_POSTGRES, or install one")
    if os.geteuid() == 0 and not _is_user("postgres"):
        pytest.skip("a PostgreSQL server does not run as root, and there is no user postgres")
    folder = tmp_path_factory.mktemp("server") if os.geteuid() else Path(f"/tmp/digest-pg-{os.getpid()}")
    folder.mkdir(exist_ok=True)
    as_user: dict[str, str] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_user = {"user": "postgres"}
    quiet = {
        "check": True,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "cwd": folder,
        **as_user,
    }
    bin_, data = _BINARIES[0], folder / "data"
    subprocess.run([bin_ / "initdb", "-D", data, "-A", "trust", "-U", "digest", "-E", "UTF8"], **quiet)  # type: ignore[call-overload]
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    subprocess.run([bin_ / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], **quiet)  # type: ignore[call-overload]
    try:
        yield f"postgresql+psycopg://digest@/postgres?host={folder}"
    finally:
        subprocess.run([bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"digest_test_{os.getpid()}_{next(_NUMBERS)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store may be made, in each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "digest.db")
    found: str = request.getfixturevalue("database")
    return found
