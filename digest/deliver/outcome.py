"""What came of one attempt to deliver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one attempt.

    ``later``: tried again with growing delay. ``never``: refused for good. ``held``: nothing is wrong with
    the message, the account or a setting is; it waits until that is mended, and the operator is told.
    ``dropped``: nobody is there any more to get it.
    """

    result: Literal["sent", "later", "never", "held", "dropped"]
    said: str = ""  # why, in words, with what the server said
    for_all: bool = False  # it holds for every message of the channel: the others are not tried now


SENT = Outcome("sent")
