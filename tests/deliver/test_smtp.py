"""Mail handed to a real server on this machine, well-behaved and not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from digest.deliver.smtp import Post
from tests.deliver.server import PASSWORD, Behaviour, Running, free_port, serve

DATA = b"Subject: x\r\n\r\n.leading dot\r\nlast\r\n"
SENDER = "desk@example.org"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with serve(tmp_path) as running:
        yield running


def post(server: Running, password: str = PASSWORD, **changes: object) -> Post:
    return Post(server.smtp.model_copy(update=changes), SecretStr(password), name="example.org")


def send(line: Post, *readers: str) -> list[tuple[str, bool]]:
    found = [line.send(SENDER, reader, DATA) for reader in readers]
    return [(outcome.result, outcome.for_all) for outcome in found]


def test_message_arrives_as_it_was_made(server: Running) -> None:
    with post(server) as line:
        assert send(line, "ann@example.org") == [("sent", False)]
    assert server.behaviour.received == [("ann@example.org", DATA)]


def test_implicit_tls(tmp_path: Path) -> None:
    with serve(tmp_path, security="tls") as server, post(server) as line:
        assert send(line, "ann@example.org") == [("sent", False)]


def test_one_line_carries_many_messages(server: Running) -> None:
    with post(server) as line:
        send(line, *(f"r{n}@example.org" for n in range(20)))
    assert len(server.behaviour.received) == 20
    assert server.behaviour.lines == 2  # one more is the server's own check that it is up


def test_refused_reader_is_that_readers_affair(server: Running) -> None:
    server.behaviour.reader = lambda to: "550 5.1.1 no such user" if to.startswith("b") else None
    with post(server) as line:
        assert [r for r, _ in send(line, "a@x.org", "b@x.org", "c@x.org")] == ["sent", "never", "sent"]


def test_reader_not_taken_for_now(server: Running) -> None:
    server.behaviour.reader = lambda to: "450 4.2.0 greylisted" if to.startswith("b") else None
    with post(server) as line:
        assert send(line, "a@x.org", "b@x.org", "c@x.org") == [
            ("sent", False),
            ("later", False),
            ("sent", False),
        ]


@pytest.mark.parametrize(
    "said",
    [
        "553 5.7.1 <desk@example.org>: Sender address rejected: not owned by user desk",
        "554 5.7.1 <b@x.org>: Relay access denied",
        "530 5.7.0 Authentication required",
        "550 5.1.8 bad sender",
    ],
)
def test_refusal_of_the_account_at_a_reader_is_not_the_readers(server: Running, said: str) -> None:
    server.behaviour.reader = lambda to: said
    with post(server) as line:
        assert send(line, "b@x.org") == [("held", True)]


def test_refused_sender_holds_for_all(server: Running) -> None:
    server.behaviour.sender = lambda address: "550 5.7.1 you may not send as desk"
    with post(server) as line:
        assert send(line, "a@x.org") == [("held", True)]


@pytest.mark.parametrize(("said", "result"), [("554 5.7.1 spam", "never"), ("451 4.3.0 later", "later")])
def test_refused_message(server: Running, said: str, result: str) -> None:
    server.behaviour.message = lambda to: said if to.startswith("b") else None
    with post(server) as line:
        assert [r for r, _ in send(line, "a@x.org", "b@x.org", "c@x.org")] == ["sent", result, "sent"]


def test_line_that_breaks_after_the_message_is_for_later(server: Running) -> None:
    server.behaviour.message = lambda to: "drop" if to.startswith("b") else None
    with post(server) as line:
        outcomes = [line.send(SENDER, to, DATA) for to in ("a@x.org", "b@x.org", "c@x.org")]
    assert [outcome.result for outcome in outcomes] == ["sent", "later", "sent"]
    assert "it may have arrived" in outcomes[1].said


def test_line_that_breaks_twice_in_a_row_is_the_server(server: Running) -> None:
    server.behaviour.message = lambda to: "drop"
    with post(server) as line:
        assert send(line, "a@x.org", "b@x.org") == [("later", False), ("later", True)]


def test_server_that_does_not_answer(server: Running) -> None:
    server.behaviour.reader = lambda to: "wait"
    with post(server, timeout=timedelta(seconds=0.3)) as line:
        assert send(line, "a@x.org", "b@x.org") == [("later", False), ("later", True)]
    assert server.behaviour.received == []


def test_server_that_closes_a_line_after_some_messages(server: Running) -> None:
    server.behaviour.limit = 3
    with post(server) as line:
        assert {r for r, _ in send(line, *(f"r{n}@x.org" for n in range(10)))} == {"sent"}
    assert sorted(server.behaviour.readers()) == sorted(f"r{n}@x.org" for n in range(10))


def test_wrong_password_is_told_without_it(server: Running) -> None:
    with post(server, password="wröng-secret-99") as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert (outcome.result, outcome.for_all) == ("held", True)
    assert "the server refuses the login: 535" in outcome.said
    assert "wröng" not in outcome.said


def test_untrusted_certificate(server: Running) -> None:
    with post(server, ca_file=None) as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert outcome.result == "held"
    assert "the certificate of localhost does not hold" in outcome.said


def test_certificate_of_another_name(tmp_path: Path) -> None:
    with serve(tmp_path, names="mail.elsewhere.example") as server, post(server) as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert outcome.result == "held"
    assert "Hostname mismatch" in outcome.said


def test_nothing_is_sent_in_the_clear(tmp_path: Path) -> None:
    with (
        serve(tmp_path, tls_context=None, require_starttls=False, auth_required=False) as server,
        post(server) as line,
    ):
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert outcome.result == "held"
    assert "does not offer STARTTLS" in outcome.said


def test_server_that_is_down(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        smtp = server.smtp.model_copy(update={"port": free_port()})
    with Post(smtp, SecretStr(PASSWORD), name="example.org") as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert (outcome.result, outcome.for_all) == ("later", True)
    assert "Connection refused" in outcome.said


def test_name_that_is_not_known(server: Running) -> None:
    with post(server, host="no-such-host.invalid") as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert (outcome.result, outcome.for_all) == ("later", True)
    assert "the name no-such-host.invalid is not known" in outcome.said


def test_tls_asked_of_a_server_that_begins_in_the_clear(server: Running) -> None:
    with post(server, security="tls") as line:
        outcome = line.send(SENDER, "a@x.org", DATA)
    assert outcome.result == "held"
    assert 'port 587 security = "starttls"' in outcome.said


def test_address_beyond_ascii(server: Running) -> None:
    with post(server) as line:
        assert line.send(SENDER, "jürgen@x.org", DATA, utf8=True).result == "sent"
    assert server.behaviour.readers() == ["jürgen@x.org"]


def test_address_beyond_ascii_where_the_server_cannot(tmp_path: Path) -> None:
    with serve(tmp_path, enable_SMTPUTF8=False, behaviour=Behaviour()) as server, post(server) as line:
        assert line.send(SENDER, "jürgen@x.org", DATA, utf8=True).result == "never"
        assert line.send(SENDER, "a@x.org", DATA).result == "sent"
