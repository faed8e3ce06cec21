"""The channels besides mail to readers: a list of readers that could not be read, a program, the operator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from digest.config import Config
from digest.config.address import mailbox
from digest.deliver import alert
from digest.deliver.command import run_command
from digest.deliver.message import Envelope, compose_message
from digest.deliver.outbox import Channel
from digest.deliver.outcome import SENT, Outcome
from digest.deliver.plan import mail_messages
from digest.deliver.smtp import Post
from digest.dispatch.mailing import Editions
from digest.errors import BriefingError, ConfigError, RenderError, StoreError
from digest.records import Incident, Message
from digest.render import render
from digest.serialise import load


class Lists(Protocol):
    """What of the store the readers of a list are put into."""

    def post(self, messages: Sequence[Message]) -> None:
        """Add messages; one that is there already stays as it is."""
        ...


class Incidents(Protocol):
    """What of the store an alert is made of."""

    def incidents(self, *, open_only: bool = False) -> Sequence[Incident]:
        """What the operator is told of."""
        ...


def lists(store: Lists, config: Config) -> Channel:
    """The readers of an edition whose list could not be read when it was made."""

    def deliver(message: Message) -> Outcome:
        profile = config.profiles.get(message.key.profile)
        if profile is None or profile.mail is None:
            return Outcome("dropped", f"the profile {message.key.profile} sends no mail any more")
        try:
            store.post(tuple(mail_messages(profile.mail, message.key, message.due)))
        except ConfigError as error:
            return Outcome("held", str(error))
        return SENT

    return deliver


def commands(store: Editions, config: Config, environment: Mapping[str, str]) -> Channel:
    """An edition on the standard input of the profile's program."""

    def deliver(message: Message) -> Outcome:
        profile = config.profiles.get(message.key.profile)
        if profile is None or not profile.command:
            return Outcome("dropped", f"the profile {message.key.profile} has no command any more")
        try:
            made = store.edition_files(message.key).get(f"briefing.{profile.command_format}")
            if made is None:
                briefing = load(store.briefing(message.key))
                made = render(briefing, profile.command_format, templates=config.templates)
        except RenderError as error:
            return Outcome("held", str(error))
        except (BriefingError, StoreError) as error:
            return Outcome("never", str(error))
        told = {
            "DIGEST_EDITION_PROFILE": message.key.profile,
            "DIGEST_EDITION_DATE": message.key.date,
            "DIGEST_EDITION_SLOT": message.key.slot,
        }
        return run_command(profile.command, made, environment=without_password(config, environment) | told)

    return deliver


def alerts(
    store: Incidents, config: Config, environment: Mapping[str, str], *, post: Callable[[], Post]
) -> Channel:
    """A short mail to the operator, or the reason on the standard input of a program."""

    def deliver(message: Message) -> Outcome:
        incident = alert.incident_of(message, store.incidents())
        if incident is None:
            return Outcome("dropped", "the incident is not known any more")
        if message.to not in config.alerts.to:
            if not config.alerts.command:
                return Outcome("dropped", "nobody is told here any more")
            data = alert.body(incident).encode()
            return run_command(config.alerts.command, data, environment=without_password(config, environment))
        try:
            envelope = Envelope(
                sender=mailbox(alert.sender(config)),
                to=mailbox(message.to),
                message_id=message.message_id,
                at=datetime.fromisoformat(incident.since),
            )
            data = compose_message(envelope, subject=alert.subject(incident), plain=alert.body(incident))
            return post().send(envelope.sender.address, envelope.to.address, data)
        except ConfigError as error:
            return Outcome("held", str(error))

    return deliver


def without_password(config: Config, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment that programs get: what they need not know stays here."""
    secret = config.smtp.password_env if config.smtp else None
    return {name: value for name, value in environment.items() if name != secret}
