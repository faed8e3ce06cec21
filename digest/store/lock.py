"""One instance for a store: whoever makes editions holds it, and the second is told who does."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from digest.errors import HeldError, StoreError
from digest.store.engine import ADVISORY, connect, is_sqlite, reason, shown, store_url

_WHO = (  # of a PostgreSQL store
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE "
    f"locktype = 'advisory' AND classid = {ADVISORY} AND objid = 0 AND granted"
)


def holder(store: str | Path) -> str | None:
    """Who holds a store: command, process, machine, since when; None: nobody does. Holds nothing itself."""
    url = store_url(store)
    if is_sqlite(url):
        return _file_holder(Path(f"{url.database}.lock"))
    engine = connect(url)
    try:
        with engine.connect() as connection:
            return connection.exec_driver_sql(_WHO).scalar()
    except SQLAlchemyError as error:
        raise StoreError(f"{shown(url)} cannot be used as a store: {reason(error)}") from error
    finally:
        engine.dispose()


@contextmanager
def hold(store: str | Path, *, command: str, at: str) -> Iterator[None]:
    """Hold a store for this process until the end of the block, or of the process, however it ends.

    Beside a SQLite file the lock is a file that the system frees when the process dies; in PostgreSQL it
    is an advisory lock of the session. ``command`` and ``at`` tell a second process who holds it since
    when. Raises HeldError, which is a StoreError, naming the holder where another process holds it.
    """
    url = store_url(store)
    if is_sqlite(url):
        with _hold_file(Path(f"{url.database}.lock"), shown(url), command, at):
            yield
        return
    engine = connect(url)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            said = f"{command} pid {os.getpid()} on {socket.gethostname()} since {at}"[:63]
            connection.exec_driver_sql("SELECT set_config('application_name', %s, false)", (said,))
            if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({ADVISORY}, 0)").scalar():
                who = connection.exec_driver_sql(_WHO).scalar()
                raise HeldError(_refusal(shown(url), f"{who or 'another process'}"))
            yield
    except SQLAlchemyError as error:
        raise StoreError(f"{shown(url)} cannot be used as a store: {reason(error)}") from error
    finally:
        engine.dispose()


@contextmanager
def _hold_file(path: Path, name: str, command: str, at: str) -> Iterator[None]:
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}): it keeps others from {name}"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise HeldError(_refusal(name, _said(file.read()))) from error
        file.truncate(0)
        file.write(
            json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": at, "command": command})
        )
        file.flush()
        yield
        file.truncate(0)


def _file_holder(path: Path) -> str | None:
    """What stands in a lock file that is locked: who was killed leaves its words there, not the lock."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read()
            if not text:  # not tried then: the lock taken for a moment could refuse one that just begins
                return None
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return None
    except BlockingIOError:
        return _said(text)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}): it says who holds the store") from error


def _said(text: str) -> str:
    try:
        said = json.loads(text)
        return f"{said['command']} pid {said['pid']} on {said['host']} since {said['since']}"
    except (ValueError, KeyError, TypeError):  # it has the lock and has not written yet who it is
        return "another process"


def _refusal(name: str, who: str) -> str:
    return f"the store {name} is held by {who}: stop it first, or give another store"
