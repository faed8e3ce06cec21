"""Mail addresses: read strictly, with the domain in the ASCII form that the mail system knows (IDNA)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import idna

_LONGEST_LOCAL, _LONGEST = 64, 254  # octets: RFC 5321, 4.5.3.1
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>")
_LOCAL = re.compile(r"[^\s\x00-\x20\x7f()<>\[\]:;@\\,.\"]+(\.[^\s\x00-\x20\x7f()<>\[\]:;@\\,.\"]+)*")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address, and the name that stands before it."""

    local: str  # before the @, as written; not ASCII only where the mailbox's own name is not
    domain: str  # ASCII, lower case
    name: str | None = None

    @property
    def address(self) -> str:
        """``local@domain``."""
        return f"{self.local}@{self.domain}"

    @property
    def same(self) -> str:
        """What two spellings of one mailbox share: no server tells capitals apart in practice."""
        return self.address.casefold()


def mailbox(text: str) -> Mailbox:
    """``Northern Desk <desk@example.org>`` or a bare address; raises ValueError saying what is wrong."""
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs") for sign in text):
        raise ValueError("has a line break or another control character; remove it")
    named = _NAMED.fullmatch(text.strip())
    name = named["name"].strip().strip('"').strip() if named else ""
    address = (named["address"] if named else text).strip()
    local, at, domain = address.rpartition("@")
    if not at:
        raise ValueError("has no @; write name@example.org")
    local = unicodedata.normalize("NFC", local)
    if not _LOCAL.fullmatch(local) or len(local.encode()) > _LONGEST_LOCAL:
        raise ValueError(f"{local!r} cannot stand before the @; write name@example.org")
    found = Mailbox(local, _ascii(domain), name or None)
    if len(found.address.encode()) > _LONGEST:
        raise ValueError(f"is longer than {_LONGEST} characters")
    return found


def _ascii(domain: str) -> str:
    try:
        return idna.encode(domain, uts46=True).decode("ascii").lower()
    except idna.IDNAError as error:
        raise ValueError(f"{domain!r} is no domain ({error}); write name@example.org") from error
