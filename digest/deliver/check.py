"""The mail account tried step by step, nothing sent: what works, and in plain words what does not."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.config import Smtp
from digest.config.address import Mailbox
from digest.deliver.line import PORTS, LineError, answer, close_line, open_line
from digest.deliver.outcome import SENT
from digest.deliver.replies import LOGIN_MISSING, at_reader, at_sender
from digest.deliver.secrets import password, redacted
from digest.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check."""

    works: bool
    said: str


def check_account(
    smtp: Smtp, environment: Mapping[str, str], *, sender: Mailbox, to: Sequence[Mailbox] = ()
) -> tuple[Step, ...]:
    """The steps up to the first that fails: password, server, TLS, login, sender; and every reader given."""
    done: list[Step] = []
    try:
        secret = password(smtp, environment)
    except ConfigError as error:
        return (Step(False, str(error)),)
    done.append(Step(True, "a password is there" if secret else "no login is asked for"))
    try:
        line = open_line(smtp, secret, name=sender.domain, told=lambda step: done.append(Step(True, step)))
    except LineError as error:
        return (*done, Step(False, str(error)))
    try:
        for step in _accepted(line, sender, to):
            done.append(replace(step, said=redacted(step.said, secret, smtp.user)))
    except (OSError, smtplib.SMTPException) as error:
        host = f"{smtp.host}, port {smtp.port or PORTS[smtp.security]}"
        done.append(Step(False, f"{host} hangs up when the sender is named ({answer(str(error))})"))
    finally:
        close_line(line)
    return tuple(done)


def _accepted(line: smtplib.SMTP, sender: Mailbox, to: Sequence[Mailbox]) -> Iterator[Step]:
    """Whether the server would take mail from the sender, and for the readers; then all is taken back."""
    code, reply = line.mail(sender.address, ["SMTPUTF8"] if not sender.local.isascii() else [])
    outcome = at_sender(code, answer(reply))
    if outcome is not SENT:
        missing = code in LOGIN_MISSING
        remedy = "set user and a password in [smtp]" if missing else f"does the account own {sender.address}?"
        yield Step(False, f"{outcome.said}: {remedy}")
        return
    yield Step(True, f"the server takes mail from {sender.address}")
    for reader in to:
        code, reply = line.rcpt(reader.address)
        outcome = at_reader(code, answer(reply))
        if outcome is SENT:
            yield Step(True, f"the server takes mail for {reader.address}")
        else:
            yield Step(False, f"{reader.address}: {outcome.said}")
    line.rset()
