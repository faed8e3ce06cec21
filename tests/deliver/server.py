"""A real mail server on this machine, with TLS and a login, that can be told to misbehave."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from digest.config import Smtp

USER, PASSWORD = "desk", "planted-pässword-7cQ"
HOST = "localhost"


@dataclass
class Behaviour:
    """What the server answers; each hook gives a reply, or None for the ordinary one."""

    received: list[tuple[str, bytes]] = field(default_factory=list)  # (reader, message), also when then lost
    lines: int = 0  # connections that were opened
    sender: Callable[[str], str | None] = lambda address: None
    reader: Callable[[str], str | None] = lambda address: None
    message: Callable[[str], str | None] = lambda address: None  # "drop": hang up; "wait": never answer
    limit: int | None = None  # messages that one line may carry

    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(data, policy=policy.default) for _, data in self.received]

    def readers(self) -> list[str]:
        return [to for to, _ in self.received]


class _Handler:
    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour

    async def handle_MAIL(self, server: SMTP, session: Any, envelope: Any, address: str, options: Any) -> str:
        if getattr(session, "carried", 0) == self.behaviour.limit:
            return await self._misbehave(server, "drop")
        said = self.behaviour.sender(address)
        if said is None:
            envelope.mail_from = address
            envelope.smtp_utf8 = "SMTPUTF8" in options
        return said or "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: Any) -> str:
        said = self.behaviour.reader(address)
        if said in ("drop", "wait"):
            return await self._misbehave(server, said)
        if said is None:
            envelope.rcpt_tos.append(address)
        return said or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        [to] = envelope.rcpt_tos
        said = self.behaviour.message(to)
        if said is None or said == "drop":
            self.behaviour.received.append((to, envelope.original_content))
        if said in ("drop", "wait"):
            return await self._misbehave(server, said)
        session.carried = getattr(session, "carried", 0) + 1
        return said or "250 OK"

    async def _misbehave(self, server: SMTP, how: str) -> str:
        if how == "wait":
            await asyncio.sleep(30)
        server.transport.abort()
        return "451 nobody hears this"


class _Server(Controller):
    def factory(self) -> SMTP:
        self.handler.behaviour.lines += 1
        return super().factory()


def _check(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=given == right, handled=False)


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    behaviour: Behaviour
    smtp: Smtp
    stop: Callable[[], None]


@contextmanager
def serve(
    folder: Path, *, security: str = "starttls", port: int | None = None, **given: Any
) -> Iterator[Running]:
    """A server with a certificate of its own authority, made here."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(given.pop("names", HOST)).configure_cert(context)
    behaviour = given.pop("behaviour", None) or Behaviour()
    options: dict[str, Any] = {"authenticator": _check, "auth_required": True, "enable_SMTPUTF8": True}
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"ssl_context": context, "auth_require_tls": False, "auth_required": False}
    chosen = port or free_port()
    server = _Server(_Handler(behaviour), hostname=HOST, port=chosen, ready_timeout=10, **(options | given))
    server.start()
    smtp = Smtp.model_validate(
        {
            "host": HOST,
            "port": chosen,
            "security": security,
            "user": USER,
            "ca_file": str(folder / "ca.pem"),
            "timeout": "5 s",
        }
    )
    try:
        yield Running(behaviour, smtp, server.stop)
    finally:
        server.stop(no_assert=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
