"""``digest send``: mail a briefing now, or try the mail account."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import AsJson, ConfigPath, Exit, print_json, settings
from digest.errors import BriefingError, ConfigError, UsageError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.dispatch.demand import Mailing


def send(
    briefing: Annotated[
        Path | None, typer.Argument(metavar="BRIEFING.json", help="The briefing to mail.")
    ] = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="ADDRESS", help="Who gets it; may be repeated.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Whose mail settings count.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing; write each message as an .eml file.")
    ] = False,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where --dry-run writes.")] = Path(),
    test: Annotated[
        bool, typer.Option("--test", help="Send nothing; try server, TLS, login, sender and --to.")
    ] = False,
    config_path: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """Mail a briefing to somebody, or find out what is wrong with the mail account.

    Example: digest send output/2026-03-13/briefing.json --to ann@example.org
    """
    from digest.dispatch.demand import mailings
    from digest.dispatch.demand import send as hand_over

    config = settings(config_path)
    if test:
        raise typer.Exit(_test(config, profile, to, as_json=as_json))
    if briefing is None or not to:
        raise UsageError("name a briefing and at least one --to, or --test")
    try:
        data = briefing.read_bytes()
    except OSError as error:
        raise UsageError(f"{briefing}: cannot be read ({error.strerror})") from error
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    try:
        ready = list(mailings(data, to, config=config, profile=profile, now=now))
    except BriefingError as error:
        raise BriefingError(f"{briefing}: no briefing, or an altered one: {error}") from error
    if dry_run:
        _write(ready, out, as_json=as_json)
        return
    failed = False
    for mailing, outcome in hand_over(ready, config=config, environment=os.environ):
        failed = failed or outcome.result != "sent"
        if as_json:
            print_json({"to": mailing.to.address, "sent": outcome.result == "sent", "said": outcome.said})
        else:
            typer.echo(f"{mailing.to.address}: {'sent' if outcome.result == 'sent' else outcome.said}")
    raise typer.Exit(Exit.FAILED if failed else Exit.DONE)


def _write(ready: list[Mailing], out: Path, *, as_json: bool) -> None:
    from digest.deliver.folder import write_edition

    for number, mailing in enumerate(ready, 1):
        path = write_edition(out, f"message-{number}.eml", mailing.data)
        if as_json:
            print_json({"to": mailing.to.address, "file": str(path), "bytes": len(mailing.data)})
        else:
            typer.echo(f"{mailing.to.address}: {path}, {len(mailing.data):,} bytes")


def _test(config: Config, profile: str | None, to: list[str] | None, *, as_json: bool) -> Exit:
    from digest.config.address import mailbox
    from digest.deliver.check import check_account
    from digest.dispatch.demand import mail_of, mailboxes

    if config.smtp is None:
        raise ConfigError("[smtp] is not set: name the server that sends mail (docs/mail.md)")
    _, _, mail = mail_of(config, profile)
    steps = check_account(config.smtp, os.environ, sender=mailbox(mail.sender), to=mailboxes(to or ()))
    for step in steps:
        if as_json:
            print_json({"works": step.works, "said": step.said})
        else:
            typer.echo(f"{'ok  ' if step.works else 'FAIL'}  {step.said}")
    return Exit.DONE if all(step.works for step in steps) else Exit.FAILED
