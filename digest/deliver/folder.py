"""Editions into a folder: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from digest.errors import DeliveryError


def write_edition(folder: Path, name: str, edition: bytes) -> Path:
    """Write one file of an edition; a reader sees the old file or the new one, never a part.

    Raises DeliveryError, naming the folder and the remedy.
    """
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        temporary = Path(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(edition)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            temporary.unlink()
            raise
        _keep(folder)
    except OSError as error:
        raise DeliveryError(
            f"{target}: cannot be written ({error.strerror}); make room, mend the rights, "
            "or choose another folder"
        ) from error
    return target


def check_folder(folder: Path) -> None:
    """Try whether an edition could be written to a folder that may not exist yet; nothing is left behind.

    A file without a name is made in the nearest folder above that exists: permissions alone would not show
    a file system that is read-only or full. Raises DeliveryError, naming the place and the remedy.
    """
    place = folder.absolute()
    while not os.path.lexists(place):
        place = place.parent
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"\n")
    except OSError as error:
        raise DeliveryError(
            f"{folder}: no edition can be written there ({place}: {error.strerror}); "
            "make room, mend the rights, or choose another folder"
        ) from error


def _keep(folder: Path) -> None:
    """Have the disk keep the names of a folder: without it, a power cut can undo a rename that was told."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
