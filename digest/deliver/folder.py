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
            f"{target}: cannot be written ({error.strerror}); make room, mend the rights, or choose --out"
        ) from error
    return target


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
