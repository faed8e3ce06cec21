"""``digest outbox``: what is still to be delivered; try again, or give up."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import AsJson, ConfigPath, StorePath, configured_store, print_json
from digest.errors import UsageError

if TYPE_CHECKING:
    from digest.records import Message
    from digest.store import Store

app = typer.Typer(help="List what is still to be delivered, try it again, or drop it.")
Numbers = Annotated[list[int] | None, typer.Argument(metavar="NUMBER", help="As the list shows them.")]
NEEDED_BY = "the outbox needs"
OfProfile = Annotated[str | None, typer.Option("--profile", metavar="NAME", help="Only of this profile.")]


@app.callback(invoke_without_command=True)
def outbox(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Also what was sent or dropped.")] = False,
    profile: OfProfile = None,
    config_path: ConfigPath = None,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """List the messages that wait or have failed, with what the last attempt met.

    Example: digest outbox retry --failed
    """
    if context.invoked_subcommand:
        return
    with configured_store(config_path, store, needed_by=NEEDED_BY) as kept:
        listed = [m for m in kept.messages() if profile in (None, m.key.profile)]
    counts = Counter(message.state for message in listed)
    for message in listed:
        if every or message.state not in ("sent", "dropped"):
            if as_json:
                print_json(dataclasses.asdict(message))
            else:
                typer.echo(_line(message))
    if not as_json:
        said = ", ".join(f"{number} {state}" for state, number in counts.items())
        typer.echo(said or "The outbox is empty.")


@app.command()
def retry(
    numbers: Numbers = None,
    failed: Annotated[bool, typer.Option("--failed", help="All that have failed.")] = False,
    waiting: Annotated[bool, typer.Option("--waiting", help="All that wait: not later, now.")] = False,
    profile: OfProfile = None,
    config_path: ConfigPath = None,
    store: StorePath = None,
) -> None:
    """Make messages due now. They go with the next `digest run`.

    Example: digest outbox retry 12 13
    """
    from digest.deliver.outbox import again

    states = {name for name, wanted in (("failed", failed), ("waiting", waiting)) if wanted}
    kept = configured_store(config_path, store, needed_by=NEEDED_BY)
    _change(kept, numbers, states, profile, again, "to be tried again")


@app.command()
def drop(
    numbers: Numbers = None,
    failed: Annotated[bool, typer.Option("--failed", help="All that have failed.")] = False,
    waiting: Annotated[bool, typer.Option("--waiting", help="All that wait.")] = False,
    profile: OfProfile = None,
    config_path: ConfigPath = None,
    store: StorePath = None,
) -> None:
    """Give messages up for good.

    Example: digest outbox drop --failed
    """
    from digest.deliver.outbox import dropped

    states = {name for name, wanted in (("failed", failed), ("waiting", waiting)) if wanted}
    kept = configured_store(config_path, store, needed_by=NEEDED_BY)
    _change(kept, numbers, states, profile, dropped, "dropped")


def _change(
    opened: AbstractContextManager[Store],
    numbers: Sequence[int] | None,
    states: set[str],
    profile: str | None,
    change: Callable[[Message, str], Message],
    said: str,
) -> None:
    if not numbers and not states:
        raise UsageError("name messages by their numbers, or --failed or --waiting")
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with opened as store:
        every = {message.number: message for message in store.messages()}
        unknown = [number for number in numbers or () if number not in every]
        if unknown:
            raise UsageError(f"there is no message {unknown[0]}; digest outbox --all lists them")
        chosen = [every[number] for number in numbers or ()]
        chosen += [m for m in every.values() if m.state in states and profile in (None, m.key.profile)]
        for message in chosen:
            if message.state in ("sending", "sent"):
                raise UsageError(f"message {message.number} is {message.state}: nothing can be changed")
        for message in chosen:
            if not store.change(change(message, now), was=message.state):
                raise UsageError(f"message {message.number} is being sent: look again with digest outbox")
    typer.echo(f"{len(chosen)} {said}")


def _line(message: Message) -> str:
    edition = " ".join(part for part in (message.key.profile, message.key.date, message.key.slot) if part)
    head = f"{message.number:>6}  {message.state:<8}  {edition}  {message.channel} to {message.to}"
    tries = f", {message.attempts} attempts" if message.attempts > 1 else ""
    due = f", next {message.due}" if message.state == "waiting" else ""
    return head + tries + due + (f"\n        {message.problem}" if message.problem else "")
