"""The mail account tried step by step, nothing sent: what works, and in plain words what does not."""

from __future__ import annotations

import smtplib
from collections.abc import Mapping
from dataclasses import dataclass

from digest.config import Smtp
from digest.config.address import Mailbox
from digest.deliver.line import PORTS, LineError, answer, close_line, open_line
from digest.deliver.outcome import SENT
from digest.deliver.replies import at_reader, at_sender
from digest.deliver.secrets import password
from digest.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check."""

    works: bool
    said: str


def check_account(
    smtp: Smtp, environment: Mapping[str, str], *, sender: Mailbox, to: Mailbox | None = None
) -> tuple[Step, ...]:
    """The steps up to the first that fails: password, server, TLS, login, sender, and one reader if given."""
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
        done += _accepted(line, sender, to)
    except (OSError, smtplib.SMTPException) as error:
        host = f"{smtp.host}, port {smtp.port or PORTS[smtp.security]}"
        done.append(Step(False, f"{host} hangs up when the sender is named ({answer(str(error))})"))
    finally:
        close_line(line)
    return tuple(done)


def _accepted(line: smtplib.SMTP, sender: Mailbox, to: Mailbox | None) -> list[Step]:
    """Whether the server would take mail from the sender, and for the reader; then all is taken back."""
    code, reply = line.mail(sender.address, ["SMTPUTF8"] if not sender.local.isascii() else [])
    outcome = at_sender(code, answer(reply))
    if outcome is not SENT:
        return [Step(False, f"{outcome.said}: does the account own {sender.address}?")]
    done = [Step(True, f"the server takes mail from {sender.address}")]
    if to is not None:
        outcome = at_reader(*_words(line.rcpt(to.address)))
        said = f"the server takes mail for {to.address}" if outcome is SENT else outcome.said
        done.append(Step(outcome is SENT, said))
    line.rset()
    return done


def _words(reply: tuple[int, bytes]) -> tuple[int, str]:
    return reply[0], answer(reply[1])
