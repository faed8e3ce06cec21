"""One instance for a store: the second is told who holds it, and a dead one holds nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from digest.errors import StoreError
from digest.store import hold, holder

AT = "2031-04-14T06:00:00+00:00"
HOLDER = """
import sys, time
from digest.store import hold
with hold(sys.argv[1], command="digest run", at="2031-04-14T05:00:00+00:00"):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another(address: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the store."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, address], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        yield holder
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()


def test_the_second_is_told_who_holds_it(address: str) -> None:
    with another(address) as holder:
        says = rf"held by digest run pid {holder.pid} on \S+ since 2031-04-14T05:00"
        with pytest.raises(StoreError, match=says), hold(address, command="digest build", at=AT):
            pass


def test_the_holder_is_named_while_it_holds(address: str) -> None:
    assert holder(address) is None
    with another(address) as process:
        who = rf"digest run pid {process.pid} on \S+ since 2031-04-14T05\S*"
        assert re.fullmatch(who, holder(address) or "")
    assert any(holder(address) is None for _ in range(50))  # killed: its words are left, the lock is not
    with hold(address, command="digest build", at=AT):
        pass
    assert holder(address) is None


def test_a_process_that_died_holds_nothing(address: str) -> None:
    with another(address) as holder:
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        for _ in range(50):  # the server notices a closed connection a moment later
            try:
                with hold(address, command="digest build", at=AT):
                    return
            except StoreError:
                pass
        pytest.fail("the store is still held")


def test_what_was_held_is_free_again(address: str) -> None:
    for _ in range(2):
        with hold(address, command="digest build", at=AT):
            pass
