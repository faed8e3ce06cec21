"""The Message-ID of one edition for one reader: the same at every attempt; it does not tell the address."""

from __future__ import annotations

from hashlib import sha256

from digest.records import EditionKey

_DIGITS = 40  # of the hash: 160 bits


def message_id(key: EditionKey, to: str, *, domain: str) -> str:
    """``<…@domain>`` of an edition for an address, a folder or a program."""
    named = "\0".join((key.profile, key.date, key.slot, to.casefold()))
    return f"<{sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}@{domain}>"


def thread_id(profile: str, to: str, *, domain: str) -> str:
    """What all editions of a profile for one reader answer to, so that mail programs show them together."""
    named = "\0".join(("thread", profile, to.casefold()))
    return f"<{sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}@{domain}>"
