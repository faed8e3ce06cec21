"""Editions from the store: take in what is new in the sources, and make the edition of a profile.

    files ─take_in→ arrivals, stories ─window→ what is new ─make_edition→ Edition, with its files and messages

Every function takes the instants that it needs; nothing here reads a clock.
"""

from digest.editions.intake import TakenIn, take_in
from digest.editions.making import (
    folder_of,
    make_edition,
    preview,
    profile_of,
    sources_of,
    write_files,
)
from digest.editions.window import Window, find_window

__all__ = [
    "TakenIn",
    "Window",
    "find_window",
    "folder_of",
    "make_edition",
    "preview",
    "profile_of",
    "sources_of",
    "take_in",
    "write_files",
]
