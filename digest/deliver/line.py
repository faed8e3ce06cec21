"""The line to a mail server: opened step by step, each fault told in words with its remedy."""

from __future__ import annotations

import base64
import contextlib
import smtplib
import socket
import ssl
from collections.abc import Callable

from pydantic import SecretStr

from digest.config import Smtp
from digest.deliver.outcome import Outcome
from digest.deliver.replies import at_login
from digest.deliver.secrets import redacted

PORTS = {"starttls": 587, "tls": 465, "none": 25}
LONGEST_REPLY = 300  # characters of a server's answer that are kept
_GO_ON = 334
_WELCOME = 235
_READY = 220


class LineError(Exception):
    """The line could not be opened; ``outcome`` says what that means for the messages."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.said)
        self.outcome = outcome


def open_line(
    smtp: Smtp, password: SecretStr | None, *, name: str, told: Callable[[str], None] = lambda step: None
) -> smtplib.SMTP:
    """A line on which mail can be sent; ``name`` is what we call ourselves.

    ``told`` hears of each step that is done. Raises LineError.
    """
    context = _context(smtp)
    line = _connect(smtp, context, name)
    try:
        if line.sock is not None:  # else each message waits 40 ms for the system to send its last piece
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        told(f"connected to {smtp.host}, port {smtp.port or PORTS[smtp.security]}")
        _greet(line)
        if smtp.security == "starttls":
            _start_tls(line, smtp, context)
        if smtp.security != "none":
            told("the line is private, and the certificate is the server's")
        if smtp.user is not None and password is not None:
            _log_in(line, smtp.user, password)
            told(f"logged in as {smtp.user}")
    except LineError:
        close_line(line)
        raise
    except (OSError, smtplib.SMTPException) as error:
        line.close()
        raise LineError(_broken(error, smtp)) from error
    return line


def answer(reply: bytes | str) -> str:
    """A server's answer on one line, and not more of it than helps."""
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    flat = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return flat[:LONGEST_REPLY]


def close_line(line: smtplib.SMTP) -> None:
    """Say goodbye, whether the server listens or not."""
    with contextlib.suppress(OSError, smtplib.SMTPException):
        line.quit()
    line.close()


def _context(smtp: Smtp) -> ssl.SSLContext:
    """The system's authorities and those of ``ca_file``; TLS 1.2 at least; the name is checked."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if smtp.ca_file is not None:
        try:
            context.load_verify_locations(smtp.ca_file)
        except OSError as error:
            said = f"ca_file {smtp.ca_file} cannot be used ({error.strerror or error}); mend [smtp]"
            raise LineError(_held(said)) from error
    return context


def _connect(smtp: Smtp, context: ssl.SSLContext, name: str) -> smtplib.SMTP:
    port = smtp.port or PORTS[smtp.security]
    timeout = smtp.timeout.total_seconds()
    try:
        if smtp.security == "tls":
            return smtplib.SMTP_SSL(smtp.host, port, name, timeout=timeout, context=context)
        return smtplib.SMTP(smtp.host, port, name, timeout=timeout)
    except (OSError, smtplib.SMTPException) as error:
        raise LineError(_broken(error, smtp)) from error


def _greet(line: smtplib.SMTP) -> None:
    code, reply = line.ehlo()
    if not 200 <= code < 300:
        code, reply = line.helo()
    if not 200 <= code < 300:
        raise LineError((_held if code >= 500 else _later)(f"no greeting: {code} {answer(reply)}"))


def _start_tls(line: smtplib.SMTP, smtp: Smtp, context: ssl.SSLContext) -> None:
    if not line.has_extn("starttls"):
        said = (
            f"{smtp.host} does not offer STARTTLS here, and nothing is sent in the clear: "
            'try port 465 with security = "tls"'
        )
        raise LineError(_held(said))
    code, reply = line.starttls(context=context)
    if code != _READY:
        said = f"the server does not begin TLS: {code} {answer(reply)}"
        raise LineError(_later(said))
    _greet(line)


def _log_in(line: smtplib.SMTP, user: str, password: SecretStr) -> None:
    """AUTH PLAIN (RFC 4616) or LOGIN, in UTF-8, which smtplib's own login cannot do."""
    offered = line.esmtp_features.get("auth", "").upper().split()
    secret = password.get_secret_value()
    if "PLAIN" in offered:
        code, reply = line.docmd("AUTH", f"PLAIN {_base64(chr(0) + user + chr(0) + secret)}")
    elif "LOGIN" in offered:
        code, reply = line.docmd("AUTH", f"LOGIN {_base64(user)}")
        if code == _GO_ON:
            code, reply = line.docmd(_base64(secret))
    else:
        said = (
            f"the server offers no login that is known here ({', '.join(offered) or 'none at all'}): "
            "check the port, or take user out of [smtp]"
        )
        raise LineError(_held(said))
    if code != _WELCOME:
        raise LineError(at_login(code, redacted(answer(reply), password, user)))


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _broken(error: Exception, smtp: Smtp) -> Outcome:
    """What an exception on the way to a line means. Certificates and protocols need a hand, the rest time."""
    host = f"{smtp.host}, port {smtp.port or PORTS[smtp.security]}"
    match error:
        case ssl.SSLCertVerificationError():
            return _held(
                f"the certificate of {smtp.host} does not hold ({error.verify_message.rstrip('.')}): check "
                "host, or name the authority that signed it in ca_file"
            )
        case ssl.SSLError():
            return _held(
                f'no TLS with {host} ({error.reason or error}): port 465 wants security = "tls", '
                'port 587 security = "starttls"'
            )
        case socket.gaierror():
            return _later(
                f"the name {smtp.host} is not known ({error.strerror}): check host in [smtp], "
                "and that this machine is online"
            )
        case TimeoutError():
            return _later(
                f"no answer from {host} within {smtp.timeout.total_seconds():g} s: a firewall, or a port "
                "that speaks otherwise"
            )
        case smtplib.SMTPConnectError():
            result = _held if error.smtp_code >= 500 else _later
            return result(f"{host} turns us away: {error.smtp_code} {answer(error.smtp_error)}")
        case smtplib.SMTPServerDisconnected():
            return _later(
                f'{host} hangs up ({answer(str(error))}): port 465 wants security = "tls"; else the server '
                "turns this machine away, or is down"
            )
        case smtplib.SMTPResponseException():
            return _later(f"{host} says {error.smtp_code} {answer(error.smtp_error)}")
        case OSError():
            return _later(f"no line to {host} ({error.strerror or error}): does a mail server listen there?")
        case _:
            return _later(f"{host} cannot be understood: {answer(str(error))}")


def _held(said: str) -> Outcome:
    return Outcome("held", said, for_all=True)


def _later(said: str) -> Outcome:
    return Outcome("later", said, for_all=True)
