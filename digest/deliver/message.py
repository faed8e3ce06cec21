"""The words of a mail -> one MIME message for one reader.

The same arguments give the same bytes, so that a message that is sent again is the message that was sent.
"""

from __future__ import annotations

import quopri
from base64 import encodebytes
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime
from hashlib import sha256
from typing import Self

from digest.config.address import Mailbox

CRLF = "\r\n"


class AsItIs(str):
    """A header of addresses and ids: folded between them only, never re-encoded.

    The e-mail package would write a long one as an encoded word, which no mail program reads as an address.
    """

    name: str

    def __new__(cls, name: str, value: str) -> Self:
        """A value that knows the header it stands in, as the package's own values do."""
        made = super().__new__(cls, value)
        made.name = name
        return made

    def fold(self, *, policy: object) -> str:
        """The header line, one address a line."""
        return f"{self.name}: " + "\r\n ".join(self.split(" ")) + "\r\n"


class Words(AsItIs):
    """A header of words: as encoded words throughout where they are not ASCII.

    The e-mail package encodes single words, and leaves one blank too many where it folds between them.
    """

    def fold(self, *, policy: object) -> str:
        """The header line, folded within 76 characters (RFC 2047)."""
        charset = "us-ascii" if self.isascii() else "utf-8"
        folded = Header(str(self), charset, maxlinelen=76, header_name=self.name)
        return f"{self.name}: {folded.encode(linesep=CRLF)}\r\n"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail."""

    name: str  # ASCII
    type: str  # "application/pdf"
    content: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes to whom, and what their mail programs are told besides."""

    sender: Mailbox
    to: Mailbox
    message_id: str
    at: datetime  # of the Date line, in the reader's zone
    reply_to: Mailbox | None = None
    language: str = "en"
    list_id: str | None = None
    list_name: str = ""
    unsubscribe: str | None = None  # https or mailto address
    answers: tuple[str, ...] = ()  # Message-IDs that this one follows, oldest first


def compose_message(
    envelope: Envelope,
    *,
    subject: str,
    plain: str,
    html: str | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> bytes:
    """The message with CRLF line ends: alternative(plain, html), in a mixed part where files go with it."""
    policy = _policy(envelope)
    message = EmailMessage(policy)
    for name, value in headers(envelope, subject):
        message[name] = value
    body = _text(plain, "plain", policy)
    if html is not None:
        body = _together("alternative", [body, _text(html, "html", policy)], envelope.message_id, policy)
    if attachments:
        files = [_file(attachment, policy) for attachment in attachments]
        body = _together("mixed", [body, *files], envelope.message_id, policy)
    for name, value in body.items():
        message[name] = value
    message.set_payload(body.get_payload())
    return message.as_bytes()


def headers(envelope: Envelope, subject: str) -> list[tuple[str, object]]:
    """The header lines, in order; RFC 5322, 2919, 2369, 8058, 3834."""
    found: list[tuple[str, object]] = [
        ("Date", format_datetime(envelope.at)),
        ("From", _shown(envelope.sender)),
        ("To", _shown(envelope.to)),
        ("Subject", Words("Subject", subject)),
        ("Message-ID", AsItIs("Message-ID", envelope.message_id)),
    ]
    if envelope.reply_to:
        found.append(("Reply-To", _shown(envelope.reply_to)))
    if envelope.answers:
        found += [
            ("In-Reply-To", AsItIs("In-Reply-To", envelope.answers[-1])),
            ("References", AsItIs("References", " ".join(envelope.answers))),
        ]
    found.append(("Content-Language", envelope.language))
    if envelope.list_id:
        name = "".join(sign for sign in envelope.list_name if " " <= sign <= "~" and sign not in '<>"\\')
        found.append(
            ("List-Id", f'"{name}" <{envelope.list_id}>' if name.strip() else f"<{envelope.list_id}>")
        )
    if envelope.unsubscribe:
        found.append(("List-Unsubscribe", AsItIs("List-Unsubscribe", f"<{envelope.unsubscribe}>")))
        if envelope.unsubscribe.startswith("https:"):
            found.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return [*found, ("Auto-Submitted", "auto-generated"), ("MIME-Version", "1.0")]


def needs_utf8(envelope: Envelope) -> bool:
    """Whether an address of the message is not ASCII, so that the server must know SMTPUTF8 (RFC 6531)."""
    boxes = (envelope.sender, envelope.to, envelope.reply_to)
    return any(box is not None and not box.local.isascii() for box in boxes)


def _policy(envelope: Envelope) -> EmailPolicy[EmailMessage]:
    return SMTPUTF8 if needs_utf8(envelope) else SMTP


def _shown(box: Mailbox) -> Address:
    return Address(box.name or "", box.local, box.domain)


def _text(text: str, kind: str, policy: EmailPolicy[EmailMessage]) -> MIMEPart:
    """A text part in the encoding that makes it shortest; ASCII with short lines stays as it is."""
    data = text.encode()
    shorter = "quoted-printable" if len(quopri.encodestring(data)) <= len(encodebytes(data)) else "base64"
    part = MIMEPart(policy)
    part.set_content(text, subtype=kind, cte=shorter)
    return part


def _file(attachment: Attachment, policy: EmailPolicy[EmailMessage]) -> MIMEPart:
    kind, _, subtype = attachment.type.partition("/")
    part = MIMEPart(policy)
    part.set_content(
        attachment.content, maintype=kind, subtype=subtype, filename=attachment.name, cte="base64"
    )
    return part


def _together(kind: str, parts: list[MIMEPart], seed: str, policy: EmailPolicy[EmailMessage]) -> MIMEPart:
    """Parts in one, with a boundary that follows from the message, not from chance."""
    whole = MIMEPart(policy)
    whole["Content-Type"] = f"multipart/{kind}"
    whole.set_boundary(f"={kind}={sha256(f'{kind}{seed}'.encode()).hexdigest()[:24]}")
    for part in parts:
        del part["MIME-Version"]
        whole.attach(part)
    return whole
