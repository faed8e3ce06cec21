"""Whose fault a refusal is, by what real servers answer."""

from __future__ import annotations

import pytest

from digest.deliver.replies import at_message, at_reader, at_sender


@pytest.mark.parametrize(
    ("code", "said", "result", "for_all"),
    [
        (250, "2.1.5 Ok", "sent", False),
        (251, "User not local; will forward", "sent", False),
        (450, "4.2.0 <a@x.org>: Recipient address rejected: Greylisted", "later", False),
        (452, "4.2.2 The email account that you tried to reach is over quota", "later", False),
        (550, "5.1.1 The email account that you tried to reach does not exist", "never", False),
        (550, "No such user here", "never", False),
        (552, "5.2.2 mailbox full", "never", False),
        (554, "5.7.1 <a@x.org>: Recipient address rejected: Access denied", "never", False),
        (554, "5.7.1 <a@x.org>: Relay access denied", "held", True),
        (530, "5.7.0 Must issue a STARTTLS command first", "held", True),
        (553, "5.7.1 <d@x.org>: Sender address rejected: not owned by user d", "held", True),
        (550, "5.4.5 Daily user sending limit exceeded", "later", True),
    ],
)
def test_answer_when_the_reader_is_named(code: int, said: str, result: str, for_all: bool) -> None:
    outcome = at_reader(code, said)
    assert (outcome.result, outcome.for_all) == (result, for_all)


@pytest.mark.parametrize(
    ("code", "said", "result", "for_all"),
    [
        (250, "OK", "sent", False),
        (421, "4.7.0 Try again later", "later", True),
        (552, "5.3.4 Message size exceeds fixed limit", "never", False),
        (550, "5.7.60 Client does not have permissions to send as this sender", "held", True),
    ],
)
def test_answer_when_the_sender_is_named(code: int, said: str, result: str, for_all: bool) -> None:
    outcome = at_sender(code, said)
    assert (outcome.result, outcome.for_all) == (result, for_all)


@pytest.mark.parametrize(
    ("code", "said", "result"),
    [(250, "queued", "sent"), (451, "4.3.0 try later", "later"), (554, "5.7.1 looks like spam", "never")],
)
def test_answer_to_the_message(code: int, said: str, result: str) -> None:
    assert at_message(code, said).result == result
