"""Everything that is due is tried; the operator hears of mail that is stuck or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Protocol

from digest.config import Config
from digest.config.address import mailbox
from digest.deliver import alert, outbox
from digest.deliver.secrets import password
from digest.deliver.smtp import Connect, Post
from digest.dispatch.channels import alerts, commands, lists
from digest.dispatch.mailing import Editions, Mailer
from digest.errors import ConfigError
from digest.records import Incident, Message


class Store(Editions, outbox.Outbox, Protocol):
    """What of the store delivery needs."""

    def messages(self, state: str | None = None) -> Sequence[Message]:
        """The messages in a state."""
        ...

    def post(self, messages: Sequence[Message]) -> None:
        """Add messages; one that is there already stays as it is."""
        ...

    def incidents(self, *, open_only: bool = False) -> Sequence[Incident]:
        """What the operator is told of."""
        ...

    def incident_open(self, name: str, reason: str, at: str) -> bool:
        """Note that something goes wrong."""
        ...

    def incident_told(self, name: str, at: str) -> None:
        """Note that the operator is told."""
        ...

    def incident_over(self, name: str, at: str) -> None:
        """Note that it is over."""
        ...


def flush(
    store: Store,
    *,
    config: Config,
    now: str,
    environment: Mapping[str, str],
    connect: Connect | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Message, ...]:
    """Tell of new incidents, try every message that is due, and note what is stuck or refused.

    ``now`` is an instant, ``environment`` has the password, ``connect`` opens another line than the one
    that is configured, ``stop`` is asked before each message. Gives the messages as they were settled.
    """
    _post_alerts(store, config, now)
    settled = _empty(store, config, now, environment, connect, stop)
    _note(store, settled, now)
    if _post_alerts(store, config, now):
        settled += _empty(store, config, now, environment, connect, stop)
    return settled


def undelivered(settled: Sequence[Message]) -> tuple[str, ...]:
    """What will not go without somebody's hand: refused for good, or waiting for a setting to be mended."""
    return tuple(
        f"{message.channel} to {message.to}: {message.problem}"
        for message in settled
        if message.state == "failed" or outbox.is_held(message)
    )


def _empty(
    store: Store,
    config: Config,
    now: str,
    environment: Mapping[str, str],
    connect: Connect | None,
    stop: Callable[[], bool],
) -> tuple[Message, ...]:
    with ExitStack() as lines:
        opened: list[Post] = []

        def post() -> Post:
            if not opened:
                opened.append(lines.enter_context(_post(config, environment, connect)))
            return opened[0]

        channels: dict[str, outbox.Channel] = {
            "mail": Mailer(store, config, post=post),
            "readers": lists(store, config),
            "command": commands(store, config, environment),
            "alert": alerts(store, config, environment, post=post),
        }
        give_up = config.smtp.give_up if config.smtp else outbox.GIVE_UP
        return outbox.flush(store, channels, now=now, give_up=give_up, stop=stop)


def _post(config: Config, environment: Mapping[str, str], connect: Connect | None) -> Post:
    if config.smtp is None:
        raise ConfigError("mail is to be sent, and [smtp] is not set: name the server that sends it")
    sender = alert.sender(config)
    return Post(config.smtp, password(config.smtp, environment), name=mailbox(sender).domain, connect=connect)


def _note(store: Store, settled: Sequence[Message], now: str) -> None:
    """Open and close the incidents of mail."""
    lasting = {incident.name for incident in store.incidents(open_only=True)}
    stuck = alert.stuck(store.messages("waiting"))
    refused = alert.refused(settled)
    for name, reason in (stuck | refused).items():
        store.incident_open(name, reason, now)
    for name in sorted(lasting & alert.over(settled, stuck)):
        store.incident_over(name, now)


def _post_alerts(store: Store, config: Config, now: str) -> bool:
    """Put a message for each incident that nobody was told of into the outbox; True: there was one."""
    untold = [incident for incident in store.incidents(open_only=True) if incident.told is None]
    planned = False
    for incident in untold:
        messages = alert.plan(incident, config, now)
        if messages:
            store.post(messages)
            planned = True
        store.incident_told(incident.name, now)
    return planned
