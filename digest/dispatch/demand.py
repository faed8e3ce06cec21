"""A briefing mailed because somebody asks for it, not because it is due: no outbox, no second attempt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from digest.config import Config, Mail, Profile, Recipient
from digest.config.address import Mailbox, mailbox
from digest.config.recipients import readers
from digest.deliver.identity import message_id
from digest.deliver.message import needs_utf8
from digest.deliver.outcome import Outcome
from digest.deliver.secrets import password
from digest.deliver.smtp import Connect, Post
from digest.dispatch.mailing import Paper, envelope_of, wishes_of
from digest.errors import ConfigError, UsageError
from digest.records import EditionKey, Message
from digest.serialise import load

_DIGITS = 12  # of the hash that names the file in a Message-ID


@dataclass(frozen=True, slots=True)
class Mailing:
    """One message that is ready to go."""

    sender: Mailbox
    to: Mailbox
    data: bytes
    utf8: bool


def mailings(
    data: bytes, to: Sequence[str], *, config: Config, profile: str | None, now: str
) -> Iterator[Mailing]:
    """The messages of a briefing's JSON for some addresses; a reader of the profile gets what he wished.

    Sending one briefing to one address twice makes one Message-ID. Raises BriefingError for what is no
    briefing, UsageError for what is no address, ConfigError where no mail is set.
    """
    name, chosen, mail = mail_of(config, profile)
    briefing = load(data)
    paper = Paper(briefing, made=None, templates=config.templates)
    key = EditionKey(name, briefing.date, f"file-{sha256(data).hexdigest()[:_DIGITS]}")
    known = {mailbox(reader.address).same: reader for reader in readers(mail)}
    for box in mailboxes(to):
        asked = Recipient.model_validate({"address": box.address, "name": box.name})
        reader = known.get(box.same, asked)
        wishes = wishes_of(reader, chosen, mail, key)
        if wishes.format == "pdf" and paper.pdf() is None:
            wishes = replace(wishes, format="html", pdf_failed=True)
        ident = message_id(key, reader.address, domain=mailbox(mail.sender).domain)
        message = Message(0, key, "mail", reader.address, ident, due=now)
        envelope = envelope_of(
            mail, reader, message, at=datetime.fromisoformat(now), wishes=wishes, title=briefing.title
        )
        made = paper.message(envelope, wishes, paper.words(wishes), template=mail.subject)
        yield Mailing(envelope.sender, envelope.to, made, needs_utf8(envelope))


def mailboxes(to: Sequence[str]) -> tuple[Mailbox, ...]:
    """The addresses that are asked for, each once. Raises UsageError for what is none."""
    found: dict[str, Mailbox] = {}
    for address in to:
        try:
            box = mailbox(address)
        except ValueError as error:
            raise UsageError(f"--to {address!r} {error}") from None
        found.setdefault(box.same, box)
    return tuple(found.values())


def send(
    ready: Sequence[Mailing],
    *,
    config: Config,
    environment: Mapping[str, str],
    connect: Connect | None = None,
) -> Iterator[tuple[Mailing, Outcome]]:
    """Hand the messages over, one line for all; what came of each."""
    if config.smtp is None:
        raise ConfigError("[smtp] is not set: name the server that sends mail")
    secret = password(config.smtp, environment)
    name = ready[0].sender.domain if ready else ""
    with Post(config.smtp, secret, name=name, connect=connect) as post:
        for mailing in ready:
            yield (
                mailing,
                post.send(mailing.sender.address, mailing.to.address, mailing.data, utf8=mailing.utf8),
            )


def mail_of(config: Config, profile: str | None) -> tuple[str, Profile, Mail]:
    """The profile whose mail settings count: the one that is named, or the only one that has any."""
    with_mail = {name: p for name, p in config.profiles.items() if p.mail is not None}
    if profile is not None and profile not in with_mail:
        known = ", ".join(with_mail) or "none does"
        raise UsageError(
            f"--profile {profile}: no such profile sends mail; of those that do there is {known}"
        )
    if profile is None and len(with_mail) != 1:
        known = ", ".join(with_mail)
        raise UsageError(
            f"several profiles send mail: choose one with --profile ({known})"
            if with_mail
            else "no profile sends mail: write a [profiles.NAME.mail] table with a sender (docs/mail.md)"
        )
    name = profile or next(iter(with_mail))
    chosen = with_mail[name]
    if chosen.mail is None:
        raise ConfigError(f"the profile {name} has no mail table")
    return name, chosen, chosen.mail
