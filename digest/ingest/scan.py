"""Which files of a folder are sources, and which are passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.model import NotRead

_TEMPORARY_ENDS = (
    "~",
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".swp",
    ".swx",
    ".bak",
    ".filepart",
)
_TEMPORARY_STARTS = ("~$", "._", ".~lock")
_FROZEN = "briefing.json"
_HEAD = 4096  # bytes of it in which its schema is named
_NOT_OURS = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX", "__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be read."""

    path: str  # as the user named it
    size: int  # bytes
    mtime_ns: int  # when it was last written, nanoseconds since 1970


def scan(root: str | Path) -> Iterator[Candidate | NotRead]:
    """The files at or below a path, folders in sorted order; never follows a link out of the folder.

    Hidden and temporary names in folders are passed over in silence, as their writers ask by the
    name, and so are the files of an edition that was written into the folder. A file that the user
    names is taken whatever it is called.
    """
    path = os.fspath(root)
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        yield NotRead(path=path, reason="there is no such file or folder")
        return
    except OSError as error:
        yield NotRead(path=path, reason=_reason(error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(path, top=os.path.realpath(path))
    else:
        yield _file(path, status)


def _folder(path: str, *, top: str) -> Iterator[Candidate | NotRead]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield NotRead(path=path, reason=_reason(error))
        return
    edition = _is_edition(path) if any(entry.name == _FROZEN for entry in entries) else False
    for entry in entries:
        if ignored(entry.name) or (edition and entry.name.startswith("briefing.")):
            continue
        try:
            if entry.is_symlink() and not _inside(entry.path, top):
                yield NotRead(path=entry.path, reason="it is a link that leads out of the folder, or nowhere")
            elif entry.is_symlink() and entry.is_dir():
                continue  # what it leads to lies in the folder and is read there
            elif entry.is_dir():
                yield from _folder(entry.path, top=top)
            else:
                yield _file(entry.path, entry.stat())
        except OSError as error:
            yield NotRead(path=entry.path, reason=_reason(error))


def _is_edition(folder: str) -> bool:
    """Whether the briefing.json of a folder is one that Digest wrote: an edition is no source of the next."""
    try:
        with Path(folder, _FROZEN).open("rb") as file:
            return b'"schema_version"' in file.read(_HEAD)
    except OSError:
        return False


def ignored(name: str) -> bool:
    """Whether a name in a folder is hidden or temporary."""
    lower = name.lower()
    return (
        name.startswith(".")
        or lower.startswith(_TEMPORARY_STARTS)
        or lower.endswith(_TEMPORARY_ENDS)
        or (name.startswith("#") and name.endswith("#"))
        or name in _NOT_OURS
    )


def _inside(path: str, top: str) -> bool:
    target = os.path.realpath(path)
    return Path(target).exists() and (target == top or target.startswith(top.rstrip(os.sep) + os.sep))


def _file(path: str, status: os.stat_result) -> Candidate | NotRead:
    if stat.S_ISREG(status.st_mode):
        return Candidate(path, status.st_size, status.st_mtime_ns)
    kind = (
        "a pipe"
        if stat.S_ISFIFO(status.st_mode)
        else "a socket"
        if stat.S_ISSOCK(status.st_mode)
        else "a device"
    )
    return NotRead(path=path, reason=f"it is {kind}, not a file")


def _reason(error: OSError) -> str:
    return f"it cannot be opened: {(error.strerror or str(error)).lower()}"
