"""Texts of the mail settings that mean something: addresses, links, templates."""

from __future__ import annotations

import string
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from digest.config.address import mailbox


def _address(text: str) -> str:
    """A bare address."""
    found = mailbox(text)
    if found.name is not None:
        raise ValueError("is an address with a name; the name has a key of its own")
    return found.address


def _named_address(text: str) -> str:
    """An address with or without a name, checked."""
    mailbox(text)
    return text


def fields(*known: str) -> AfterValidator:
    """A text that may hold these fields in braces and no others."""

    def check(text: str) -> str:
        try:
            found = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        except ValueError as error:
            raise ValueError(f"{error}; it may hold {', '.join(known)}") from None
        for name in found:
            if f"{{{name}}}" not in known:
                raise ValueError(f"{{{name}}} is not known; it may hold {', '.join(known)}")
        return text

    return AfterValidator(check)


def schemes(*known: str) -> AfterValidator:
    """An address of the web, or one to write to."""

    def check(text: str) -> str:
        if urlsplit(text).scheme not in known or any(ord(sign) <= ord(" ") for sign in text):
            raise ValueError(f"must begin with {' or '.join(f'{scheme}:' for scheme in known)}")
        return text

    return AfterValidator(check)


Address = Annotated[str, AfterValidator(_address)]
NamedAddress = Annotated[str, AfterValidator(_named_address)]
