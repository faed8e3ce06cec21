"""Files that are being written, moved, linked, unreadable or gone: what each look at the folder gives."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from pathlib import Path

import pytest

from digest.records import FileState
from digest.watch import Watch


class Folder:
    """Looks at a folder as the service does; what is given to be read is known from then on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.watch = Watch([path], settle=2.0)
        self.known: dict[str, FileState] = {}
        self.at = 0.0
        self.problems: list[str] = []

    def look(self, after: float = 2.0) -> list[str]:
        """The names that are to be read, ``after`` seconds since the last look."""
        self.at += after
        found = self.watch.look(self.known, at=self.at)
        self.known |= {
            state.path: FileState(state.path, state.size, state.mtime_ns, sha256="0") for state in found.files
        }
        for path in found.gone:
            del self.known[path]
        self.gone = [os.path.relpath(path, self.path) for path in found.gone]
        self.problems += [problem.reason for problem in found.problems]
        return [os.path.relpath(state.path, self.path) for state in found.files]

    def settle(self) -> list[str]:
        return [*self.look(), *self.look()]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "news").mkdir()
    return Folder(tmp_path / "news")


def test_file_is_read_when_two_looks_see_it_the_same(folder: Folder) -> None:
    (folder.path / "a.txt").write_text("The dam")
    assert folder.look() == []
    (folder.path / "a.txt").write_text("The dam held.")
    assert folder.look() == []
    assert folder.look(1.0) == []  # too soon to say
    assert folder.look(1.0) == ["a.txt"]
    assert folder.settle() == []


def test_known_file_that_changes_is_read_again_when_it_is_settled(folder: Folder) -> None:
    (folder.path / "a.txt").write_text("The dam held.")
    assert folder.settle() == ["a.txt"]
    (folder.path / "a.txt").write_text("The dam held overnight.")
    assert folder.settle() == ["a.txt"]


def test_slow_writer_is_read_once_and_whole(tmp_path: Path) -> None:
    """I01: six writes 0.6 s apart, with a settling time that is a little longer, in real time."""
    path = tmp_path / "slow.txt"
    read: list[int] = []

    def write() -> None:
        with path.open("w") as file:
            for _ in range(6):
                file.write("x" * 1000)
                file.flush()
                time.sleep(0.6)

    writer = threading.Thread(target=write)
    watch, known = Watch([tmp_path], settle=0.9), dict[str, FileState]()
    writer.start()
    until = time.monotonic() + 6.0
    while time.monotonic() < until:
        for state in watch.look(known, at=time.monotonic()).files:
            read.append(len(path.read_text()))
            known[state.path] = state
        time.sleep(0.1)
    writer.join()
    assert read == [6000]


def test_folder_moved_in_and_one_made_with_its_file_are_found(folder: Folder, tmp_path: Path) -> None:
    """I02: events miss both; a look finds them."""
    (tmp_path / "aside").mkdir()
    for number in range(5):
        (tmp_path / "aside" / f"{number}.txt").write_text("The dam held.")
    shutil.move(tmp_path / "aside", folder.path / "moved")
    (folder.path / "a" / "b").mkdir(parents=True)
    (folder.path / "a" / "b" / "new.txt").write_text("The dam held.")
    assert sorted(folder.settle()) == ["a/b/new.txt", *(f"moved/{n}.txt" for n in range(5))]


def test_files_that_were_there_before_are_found_by_the_first_looks(tmp_path: Path) -> None:
    """I03."""
    (tmp_path / "old.txt").write_text("The dam held.")
    assert Folder(tmp_path).settle() == ["old.txt"]


def test_name_that_is_not_utf8_is_found(folder: Folder) -> None:
    """I04."""
    try:
        Path(os.fsdecode(os.fsencode(folder.path) + b"/bad\xff.txt")).write_text("The dam held.")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert [os.fsencode(name) for name in folder.settle()] == [b"bad\xff.txt"]


@pytest.mark.parametrize(
    "name", [".a.tmp", "a.tmp", "a.txt.part", "a.txt~", "a.txt.crdownload", ".~lock.a.txt#", "~$a.txt"]
)
def test_temporary_name_is_ignored_until_it_is_renamed(folder: Folder, name: str) -> None:
    """I05."""
    (folder.path / name).write_text("The dam held.")
    assert folder.settle() == []
    (folder.path / name).rename(folder.path / "a.txt")
    assert folder.settle() == ["a.txt"]
    assert folder.settle() == []


def test_links_that_loop_or_lead_out_are_not_followed(folder: Folder) -> None:
    """I06."""
    (folder.path / "a.txt").write_text("The dam held.")
    (folder.path / "loop").symlink_to(folder.path)
    (folder.path / "out.txt").symlink_to("/etc/hostname")
    assert folder.settle() == ["a.txt"]
    assert folder.problems == ["it is a link that leads out of the folder, or nowhere"]


def test_pipes_and_sockets_are_not_opened(folder: Folder) -> None:
    """I07."""
    os.mkfifo(folder.path / "x.txt")
    (folder.path / "zero.txt").symlink_to("/dev/zero")
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    try:
        os.chdir(folder.path)  # the name of a socket is short
        server.bind("s.txt")
    finally:
        os.chdir(here)
        server.close()
    assert folder.settle() == []
    assert {"it is a pipe, not a file", "it is a socket, not a file"} < set(folder.problems)


def test_problem_is_told_once_while_it_lasts(folder: Folder) -> None:
    """I25."""
    (folder.path / "out.txt").symlink_to("/etc/hostname")
    for _ in range(5):
        folder.look()
    assert len(folder.problems) == 1
    (folder.path / "out.txt").unlink()
    folder.look()
    (folder.path / "out.txt").symlink_to("/etc/hostname")
    folder.look()
    assert len(folder.problems) == 2


def test_file_that_could_not_be_opened_is_tried_again_when_it_may_be(folder: Folder) -> None:
    """I25."""
    path = folder.path / "a.txt"
    path.write_text("The dam held.")
    assert folder.settle() == ["a.txt"]
    state = folder.known[str(path)]
    reason = "it cannot be opened: permission denied"
    folder.known[str(path)] = FileState(state.path, state.size, state.mtime_ns, problem=reason)
    assert folder.settle() == ["a.txt"]
    folder.known[str(path)] = FileState(state.path, state.size, state.mtime_ns, problem=reason)
    assert folder.settle() == []  # not at every look
    assert folder.look(300) == []
    assert folder.look() == ["a.txt"]


def test_file_that_vanishes_is_gone_after_two_looks(folder: Folder) -> None:
    path = folder.path / "a.txt"
    path.write_text("The dam held.")
    folder.settle()
    path.unlink()
    folder.look()
    assert folder.gone == []
    folder.look()
    assert folder.gone == ["a.txt"]


def test_folder_that_cannot_be_seen_loses_nothing(folder: Folder) -> None:
    for number in range(12):
        (folder.path / f"{number}.txt").write_text("The dam held.")
    folder.settle()
    aside = folder.path.with_name("aside")
    folder.path.rename(aside)  # the share is gone
    folder.look()
    folder.look()
    assert folder.gone == []
    assert folder.problems == ["there is no such file or folder"]
    folder.path.mkdir()  # its place is there, and empty
    folder.look()
    folder.look()
    assert folder.gone == []
    assert "is it mounted?" in folder.problems[-1]
    folder.path.rmdir()
    aside.rename(folder.path)
    assert folder.settle() == []


def test_sources_within_each_other_are_looked_at_once(tmp_path: Path) -> None:
    (tmp_path / "news" / "sport").mkdir(parents=True)
    (tmp_path / "news" / "sport" / "a.txt").write_text("The dam held.")
    watch = Watch([tmp_path / "news" / "sport", f"{tmp_path}/news/", tmp_path / "news"], settle=0.0)
    assert watch.sources == (str(tmp_path / "news"),)
    assert watch.look({}, at=0.0).waiting == 1


def test_file_of_no_source_is_never_gone(tmp_path: Path) -> None:
    watch = Watch([tmp_path], settle=0.0)
    known = {"/other/a.txt": FileState("/other/a.txt", 1, 1)}
    assert watch.look(known, at=0.0).gone == ()
    assert watch.look(known, at=9.0).gone == ()
