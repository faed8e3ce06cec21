"""What a mail server's answer means: for this reader, for this message, or for the account.

The first digit of a reply says whether to try again (RFC 5321, 4.2.1); the enhanced code (RFC 3463) and,
where that is not enough, the words say whose fault it is. Many servers refuse a sender, or a login that is
missing, only when the reader is named (Postfix: ``smtpd_delay_reject``): such a refusal must not use up
every reader of a list.
"""

from __future__ import annotations

import re

from digest.deliver.outcome import SENT, Outcome

_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_TOO_LARGE = frozenset({"5.3.4", "5.2.3"})
_ACCOUNT = frozenset({"5.1.7", "5.1.8", "5.5.1", "5.7.8", "5.7.9", "5.7.11", "5.7.14"})
_LIMITS = frozenset({"5.4.5", "4.4.5"})  # "daily sending limit exceeded"
LOGIN_MISSING = frozenset({530})
_ACCOUNT_CODES = LOGIN_MISSING | {534, 535, 538}
_OF_THE_SENDER = re.compile(
    r"sender|relay|authenticat|log ?in|not (permitted|allowed) to send|on behalf|mail from", re.IGNORECASE
)
_UNDECIDED = frozenset({"5.7.0", "5.7.1", "5.7.2", None})


def at_sender(code: int, said: str) -> Outcome:
    """The answer to MAIL FROM: no reader is named yet, so a refusal is for all."""
    if code == 250:
        return SENT
    if code == 552 or _enhanced(said) in _TOO_LARGE:
        return Outcome("never", f"the message is too large for the server: {code} {said}")
    if code >= 500:
        return Outcome("held", f"the server refuses the sender: {code} {said}", for_all=True)
    return Outcome("later", f"the server takes no mail now: {code} {said}", for_all=True)


def at_reader(code: int, said: str) -> Outcome:
    """The answer to RCPT TO."""
    if code in (250, 251):
        return SENT
    if _enhanced(said) in _LIMITS:
        return Outcome("later", f"the account may send no more for now: {code} {said}", for_all=True)
    if code < 500:
        return Outcome("later", f"not taken for now: {code} {said}")
    if _is_the_accounts(code, said):
        return Outcome("held", f"the server refuses the account: {code} {said}", for_all=True)
    return Outcome("never", f"refused: {code} {said}")


def at_message(code: int, said: str) -> Outcome:
    """The answer to DATA, and to the end of the message."""
    if code == 250:
        return SENT
    if _enhanced(said) in _LIMITS:
        return Outcome("later", f"the account may send no more for now: {code} {said}", for_all=True)
    if code < 500:
        return Outcome("later", f"not taken for now: {code} {said}")
    return Outcome("never", f"the message is refused: {code} {said}")


def at_login(code: int, said: str) -> Outcome:
    """The answer to a login that was not taken."""
    if code < 500:
        return Outcome("later", f"the server cannot check the login now: {code} {said}", for_all=True)
    remedy = "check user and password; where the account has two-step login, it wants an app password"
    return Outcome("held", f"the server refuses the login: {code} {said}; {remedy}", for_all=True)


def _is_the_accounts(code: int, said: str) -> bool:
    enhanced = _enhanced(said)
    if code in _ACCOUNT_CODES or enhanced in _ACCOUNT:
        return True
    return enhanced in _UNDECIDED and _OF_THE_SENDER.search(said) is not None


def _enhanced(said: str) -> str | None:
    found = _ENHANCED.search(said)
    return found[1] if found else None
