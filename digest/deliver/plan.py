"""Who gets an edition: the lines of the outbox that are stored together with it."""

from __future__ import annotations

from collections.abc import Iterator

from digest.config import Mail, Profile
from digest.config.address import mailbox
from digest.config.recipients import readers
from digest.deliver.identity import message_id
from digest.errors import ConfigError
from digest.records import EditionKey, Message

_HERE = "digest.invalid"  # domain of the ids of what never leaves this machine


def plan_messages(profile: Profile, key: EditionKey, now: str) -> tuple[Message, ...]:
    """A message for each reader and for the command of a profile, due now and not stored yet.

    Where the readers cannot be read, one message of the channel "readers" stands for all of theirs: an
    edition does not wait for a file to be mended, and its readers are not forgotten.
    """
    return tuple(_messages(profile, key, now))


def mail_messages(mail: Mail, key: EditionKey, now: str) -> Iterator[Message]:
    """A message for each reader. Raises ConfigError where the readers cannot be read."""
    domain = mailbox(mail.sender).domain
    for reader in readers(mail):
        ident = message_id(key, reader.address, domain=domain)
        yield Message(0, key, "mail", reader.address, ident, due=now)


def _messages(profile: Profile, key: EditionKey, now: str) -> Iterator[Message]:
    if profile.mail is not None:
        try:
            yield from mail_messages(profile.mail, key, now)
        except ConfigError:  # read again, and told, when the message is due
            listed = str(profile.mail.recipients_file or "digest.toml")
            yield Message(0, key, "readers", listed, message_id(key, listed, domain=_HERE), due=now)
    if profile.command:
        yield Message(
            0, key, "command", profile.command[0], message_id(key, profile.command[0], domain=_HERE), due=now
        )
