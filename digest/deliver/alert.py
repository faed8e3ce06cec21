"""What the operator is told, once for each incident; readers never are.

An alert is a message of the outbox like any other: kept, tried again with growing delay, given up in the
end. That an alert cannot be sent never becomes an incident itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.config import Config
from digest.config.address import mailbox
from digest.deliver.identity import message_id
from digest.deliver.outbox import is_held
from digest.errors import ConfigError
from digest.records import EditionKey, Incident, Message

STUCK = 3  # failed attempts after which a message counts as stuck: 21 minutes
_EXAMPLES = 5  # messages that a reason names


def sender(config: Config) -> str:
    """Who writes to the operator. Raises ConfigError where no address is set anywhere."""
    if config.alerts.sender:
        return config.alerts.sender
    for profile in config.profiles.values():
        if profile.mail is not None:
            return profile.mail.sender
    if config.alerts.to:
        return config.alerts.to[0]
    raise ConfigError("no address to send from is set: write sender in [alerts]")


def plan(incident: Incident, config: Config, now: str) -> tuple[Message, ...]:
    """The messages that tell of an incident, one for each address and one for the command."""
    key = EditionKey("", incident.since, incident.name)
    domain = mailbox(sender(config)).domain if config.alerts.to else "digest.invalid"
    named = [*config.alerts.to, *config.alerts.command[:1]]
    return tuple(Message(0, key, "alert", to, message_id(key, to, domain=domain), due=now) for to in named)


def incident_of(message: Message, incidents: Sequence[Incident]) -> Incident | None:
    """The incident that a message tells of."""
    named = (message.key.slot, message.key.date)
    return next((i for i in incidents if (i.name, i.since) == named), None)


def subject(incident: Incident) -> str:
    """``Digest: mail stuck: morning``."""
    return f"Digest: {' '.join(incident.name.split())[:120]}"


def body(incident: Incident) -> str:
    """What happened, since when, why, and where to look."""
    return (
        f"{incident.name}\n\nSince {incident.since}.\n\n{incident.reason}\n\n"
        "`digest status` shows how things stand, `digest outbox` what is still to be sent.\n"
        "This is told once; nothing more comes until it is over and happens again.\n"
    )


def stuck(waiting: Sequence[Message]) -> dict[str, str]:
    """The incidents of mail that waits and fails: its name and the reason."""
    found: dict[str, list[Message]] = defaultdict(list)
    for message in waiting:
        tried_often = message.problem is not None and message.attempts >= STUCK
        if message.channel != "alert" and (tried_often or is_held(message)):
            found[f"{message.channel} stuck: {message.key.profile}"].append(message)
    return {
        name: f"{len(messages)} waiting; the last answer was: {messages[0].problem}"
        for name, messages in found.items()
    }


def refused(settled: Sequence[Message]) -> dict[str, str]:
    """The incidents of messages that failed for good."""
    found: dict[str, list[Message]] = defaultdict(list)
    for message in settled:
        if message.channel != "alert" and message.state == "failed":
            found[f"{message.channel} failed: {message.key.profile}"].append(message)
    return {name: _reason(messages) for name, messages in found.items()}


def over(settled: Sequence[Message], still: Mapping[str, str]) -> set[str]:
    """The incidents that are over: something was sent, and nothing is stuck or has failed."""
    sent = {(m.channel, m.key.profile) for m in settled if m.state == "sent"}
    failed = {(m.channel, m.key.profile) for m in settled if m.state == "failed"}
    names = {f"{channel} stuck: {profile}" for channel, profile in sent}
    names |= {f"{channel} failed: {profile}" for channel, profile in sent - failed}
    return names - set(still)


def _reason(messages: Sequence[Message]) -> str:
    lines = [f"{message.to}: {message.problem}" for message in messages[:_EXAMPLES]]
    if len(messages) > _EXAMPLES:
        lines.append(f"and {len(messages) - _EXAMPLES} more")
    return f"{len(messages)} not delivered and not tried again:\n" + "\n".join(lines)
