"""Mail by SMTP: one line for many readers, one message for each."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable
from types import TracebackType
from typing import Self

from pydantic import SecretStr

from digest.config import Smtp
from digest.deliver.line import LineError, answer, close_line, open_line
from digest.deliver.outcome import SENT, Outcome
from digest.deliver.replies import at_message, at_reader, at_sender
from digest.deliver.secrets import redacted

LOST_IN_A_ROW = 2  # lines lost in two messages one after the other: it is the server, not the message
PATIENCE = 20  # times the timeout for the answer to a whole message: RFC 5321, 4.5.3.2.6 asks ten minutes
_GO_ON = 354
_AT_SERVICES_END = 421
_DOT = re.compile(rb"^\.", re.MULTILINE)

Connect = Callable[[], smtplib.SMTP]


class Post:
    """The line to the server, opened when the first message goes, opened anew when it breaks."""

    def __init__(
        self, smtp: Smtp, password: SecretStr | None, *, name: str, connect: Connect | None = None
    ) -> None:
        self._smtp = smtp
        self._password = password
        self._connect = connect or (lambda: open_line(smtp, password, name=name))
        self._line: smtplib.SMTP | None = None
        self._lost = 0

    def __enter__(self) -> Self:
        """Nothing is opened yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the line."""
        if self._line is not None:
            close_line(self._line)
            self._line = None

    def send(self, sender: str, to: str, data: bytes, *, utf8: bool = False) -> Outcome:
        """Hand one message over for one reader; ``utf8``: an address in it is not ASCII."""
        used = self._line is not None
        outcome = self._try(sender, to, data, utf8=utf8)
        if outcome is None and used:  # the server had closed a line that stood idle: nothing was handed over
            outcome = self._try(sender, to, data, utf8=utf8)
        if outcome is None:
            outcome = Outcome("later", "the server hung up, or did not answer, before it took the message")
        return self._counted(outcome)

    def _try(self, sender: str, to: str, data: bytes, *, utf8: bool) -> Outcome | None:
        """One attempt; None: the line broke before the message itself was begun."""
        try:
            line = self._line = self._line or self._connect()
        except LineError as error:
            return error.outcome
        if utf8 and not line.has_extn("smtputf8"):
            return Outcome("never", "the server does not take addresses with letters beyond ASCII (SMTPUTF8)")
        try:
            outcome = self._offer(line, sender, to, len(data), utf8=utf8)
        except (OSError, smtplib.SMTPServerDisconnected):
            self._drop()
            return None
        if outcome is not SENT:
            return outcome
        try:
            return self._hand_over(line, data)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self._drop()
            said = f"the line broke after the message was begun ({answer(str(error))}): it may have arrived"
            return Outcome("later", said)

    def _offer(self, line: smtplib.SMTP, sender: str, to: str, size: int, *, utf8: bool) -> Outcome:
        """MAIL FROM, RCPT TO and DATA; SENT: the server waits for the message."""
        options = [f"SIZE={size}"] if line.has_extn("size") else []
        options += ["SMTPUTF8", "BODY=8BITMIME"] if utf8 else []
        steps: tuple[tuple[Callable[[], tuple[int, bytes]], Callable[[int, str], Outcome]], ...] = (
            (lambda: line.mail(sender, options), at_sender),
            (lambda: line.rcpt(to), at_reader),
            (lambda: _as_250(line.docmd("DATA")), at_message),
        )
        for step, meaning in steps:
            code, reply = step()
            outcome = meaning(code, self._said(reply))
            if outcome is not SENT:
                self._begin_anew(line, code)
                return outcome
        return SENT

    def _hand_over(self, line: smtplib.SMTP, data: bytes) -> Outcome:
        """The message itself; its answer may take long, and giving up early would make it arrive twice."""
        line.send(_DOT.sub(b"..", data) + b".\r\n")
        self._wait(line, PATIENCE * self._smtp.timeout.total_seconds())
        code, reply = line.getreply()
        self._wait(line, self._smtp.timeout.total_seconds())
        outcome = at_message(code, self._said(reply))
        if outcome is not SENT:
            self._begin_anew(line, code)
        return outcome

    def _wait(self, line: smtplib.SMTP, seconds: float) -> None:
        if line.sock is not None:
            line.sock.settimeout(seconds)

    def _begin_anew(self, line: smtplib.SMTP, code: int) -> None:
        """After a refusal: make the line ready for the next message, or give it up."""
        if code == _AT_SERVICES_END:
            self._drop()
            return
        try:
            ready, _ = line.rset()
        except (OSError, smtplib.SMTPServerDisconnected):
            ready = 0
        if ready != 250:
            self._drop()

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def _counted(self, outcome: Outcome) -> Outcome:
        """An outcome with a lost line; after two in a row the rest of the messages is left for later."""
        self._lost = 0 if self._line is not None else self._lost + 1
        if outcome.result == "later" and self._lost >= LOST_IN_A_ROW:
            return Outcome("later", outcome.said, for_all=True)
        return outcome

    def _said(self, reply: bytes) -> str:
        return redacted(answer(reply), self._password, self._smtp.user)


def _as_250(reply: tuple[int, bytes]) -> tuple[int, bytes]:
    code, said = reply
    return (250, said) if code == _GO_ON else (code if code != 250 else 554, said)
