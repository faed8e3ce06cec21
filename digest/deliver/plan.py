"""Who gets an edition: the lines of the outbox that are stored together with it."""

from __future__ import annotations

from collections.abc import Iterator

from digest.config import Profile
from digest.config.address import mailbox
from digest.config.recipients import readers
from digest.deliver.identity import message_id
from digest.records import EditionKey, Message

_HERE = "digest.invalid"  # domain of the ids of what never leaves this machine


def plan_messages(profile: Profile, key: EditionKey, now: str) -> tuple[Message, ...]:
    """A message for each reader and for the command of a profile, due now and not stored yet.

    Raises ConfigError where the readers' file is wrong: before the edition is stored, not after.
    """
    return tuple(_messages(profile, key, now))


def _messages(profile: Profile, key: EditionKey, now: str) -> Iterator[Message]:
    if profile.mail is not None:
        domain = mailbox(profile.mail.sender).domain
        for reader in readers(profile.mail):
            ident = message_id(key, reader.address, domain=domain)
            yield Message(0, key, "mail", reader.address, ident, due=now)
    if profile.command:
        yield Message(
            0, key, "command", profile.command[0], message_id(key, profile.command[0], domain=_HERE), due=now
        )
