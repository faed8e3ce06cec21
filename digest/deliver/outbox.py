"""The outbox: what becomes of each message after an attempt, and the loop that makes the attempts.

A message is marked "sending", durably, before its channel gets it, and settled after. Whatever happens
between, at most that one message may arrive twice, with the same Message-ID: a process that finds a message
"sending" cannot know whether the server has it, and sends it again, since lost would be worse.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from digest.deliver.outcome import Outcome
from digest.records import Message

DELAYS = tuple(
    timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120, 240, 480)
)  # after each failure; the last again and again
HELD = timedelta(minutes=15)  # until an account that refuses is tried again
GIVE_UP = timedelta(days=2)
WAITS = "waits until this is mended: "  # before the problem of a message that is held
LOG = logging.getLogger(__name__)

Channel = Callable[[Message], Outcome]


class Outbox(Protocol):
    """What of the store the outbox needs. Each call is one transaction."""

    def take(self, now: str) -> Message | None:
        """A message that is due, now marked "sending" and with one attempt more; None: none is.

        Also one that was being sent when the process died.
        """
        ...

    def settle(self, message: Message) -> None:
        """Store what became of a message."""
        ...


def flush(
    store: Outbox,
    channels: Mapping[str, Channel],
    *,
    now: str,
    give_up: timedelta = GIVE_UP,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Message, ...]:
    """Try every message that is due, and give them as they are settled.

    ``stop`` is asked before each message. Where one outcome holds for a whole channel, the other messages
    of it get the same without an attempt: a server that is down is asked once, not 500 times.
    """
    settled: list[Message] = []
    closed: dict[str, Outcome] = {}
    while not stop():
        message = store.take(now)
        if message is None:
            break
        outcome = closed.get(message.channel) or _attempt(channels[message.channel], message)
        if outcome.for_all:
            closed[message.channel] = outcome
        settled.append(after(message, outcome, now=now, give_up=give_up))
        store.settle(settled[-1])
    return tuple(settled)


def _attempt(channel: Channel, message: Message) -> Outcome:
    """One attempt; a fault of ours with one message must not keep the others from their readers."""
    try:
        return channel(message)
    except Exception as error:
        LOG.exception("message %d", message.number)
        return Outcome("later", f"a fault of Digest itself ({type(error).__name__}); the log has more")


def after(message: Message, outcome: Outcome, *, now: str, give_up: timedelta = GIVE_UP) -> Message:
    """The message after an attempt, which ``take`` has counted already."""
    tried = replace(message, problem=outcome.said or None)
    uncounted = message.attempts - 1
    match outcome.result:
        case "sent":
            return replace(tried, state="sent", problem=None, done=now)
        case "never":
            return replace(tried, state="failed", done=now)
        case "dropped":
            return replace(tried, state="dropped", attempts=uncounted, done=now)
        case "held":
            said = WAITS + outcome.said
            return replace(tried, state="waiting", attempts=uncounted, problem=said, due=_plus(now, HELD))
        case "later" if waited(tried.attempts) > give_up:
            said = f"given up after {tried.attempts} attempts: {outcome.said}"
            return replace(tried, state="failed", problem=said, done=now)
        case "later":
            return replace(tried, state="waiting", due=_plus(now, delay(tried.attempts)))


def is_held(message: Message) -> bool:
    """Whether a message waits until an account or a setting is mended."""
    return message.state == "waiting" and (message.problem or "").startswith(WAITS)


def again(message: Message, now: str) -> Message:
    """A message that is to be tried now, as if for the first time."""
    return replace(message, state="waiting", due=now, attempts=0, done=None)


def dropped(message: Message, now: str) -> Message:
    """A message that nobody waits for any more."""
    return replace(message, state="dropped", done=now)


def delay(attempts: int) -> timedelta:
    """How long a message waits after so many failed attempts."""
    return DELAYS[min(attempts, len(DELAYS)) - 1]


def waited(attempts: int) -> timedelta:
    """How long a message will have waited in all when it is tried again after so many failed attempts."""
    return sum((delay(n) for n in range(1, attempts + 1)), timedelta())


def _plus(instant: str, step: timedelta) -> str:
    return (datetime.fromisoformat(instant) + step).isoformat()
