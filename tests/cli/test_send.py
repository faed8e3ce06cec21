"""``digest send`` and ``digest outbox`` as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from digest.cli import app
from digest.config import load_config
from digest.errors import UsageError
from digest.serialise import dump
from tests.deliver.server import PASSWORD, Running, serve
from tests.dispatch.desk import PDF, briefing, stocked
from tests.dispatch.desk import settings as with_mail

RUN = CliRunner()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serve(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Running) -> Path:
    """A folder with settings and a briefing."""
    server.behaviour.__init__()  # type: ignore[misc]
    (tmp_path / "briefing.json").write_bytes(dump(briefing()))
    (tmp_path / "digest.toml").write_text(
        f"""
        store = "kept"
        [smtp]
        host = "localhost"
        port = {server.smtp.port}
        user = "desk"
        ca_file = "{server.smtp.ca_file}"
        [profiles.morning.mail]
        sender = "Desk <desk@example.org>"
        recipients_file = "readers.toml"
        """
    )
    entries = [
        f'[[recipients]]\naddress = "{name}@example.org"\nformat = "html"\n' for name in ("known", "bad")
    ]
    (tmp_path / "readers.toml").write_text("".join(entries))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGEST_SMTP_PASSWORD", PASSWORD)
    return tmp_path


def test_briefing_is_sent_on_demand(here: Path, server: Running) -> None:
    server.behaviour.reader = lambda to: "550 5.1.1 no such user" if to.startswith("bad") else None
    done = RUN.invoke(app, ["send", "briefing.json", "--to", "known@example.org", "--to", "bad@example.org"])
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "known@example.org: sent",
        "bad@example.org: refused: 550 5.1.1 no such user",
    ]
    [message] = server.behaviour.messages()
    assert message.get_content_type() == "multipart/alternative"  # as this reader is set down


def test_dry_run_writes_what_would_be_sent(
    here: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.dispatch.mailing.render", lambda *given, **named: PDF)
    done = RUN.invoke(
        app, ["send", "briefing.json", "--to", "Ann <ann@example.org>", "--dry-run", "--out", "eml"]
    )
    assert done.exit_code == 0, done.output
    message = message_from_bytes((here / "eml" / "message-1.eml").read_bytes(), policy=policy.default)
    assert message["To"] == "Ann <ann@example.org>"
    assert [part.get_filename() for part in message.iter_attachments()] == ["northlight-2026-11-23.pdf"]
    assert server.behaviour.received == []


def test_account_that_works(here: Path, server: Running) -> None:
    done = RUN.invoke(app, ["send", "--test", "--to", "ann@example.org"])
    assert done.exit_code == 0
    assert [line[:4] for line in done.output.splitlines()] == ["ok  "] * 6
    assert server.behaviour.received == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("password", "wrong-one"), "credentials invalid; check user and password; where"),
        (("password", ""), "FAIL  [smtp] has a user and no password: set the variable DIGEST_SMTP_PASSWORD"),
        (('host = "localhost"', 'host = "nowhere.invalid"'), "FAIL  the name nowhere.invalid is not known"),
        (
            ('user = "desk"\n        ca_file', 'user = "desk"\n#'),
            "FAIL  the certificate of localhost does not",
        ),
        (('user = "desk"', 'user = "desk"\nsecurity = "tls"'), 'port 587 security = "starttls"'),
        (("sender", "550 5.7.1 not yours"), "FAIL  the server refuses the sender: 550 5.7.1 not yours: does"),
        (("reader", "550 5.1.1 nobody"), "FAIL  ann@example.org: refused: 550 5.1.1 nobody"),
        (("sender", "530 5.7.0 Authentication required"), "required: set user and a password in [smtp]"),
        (("sender", f"550 you are {PASSWORD}"), "550 you are ***"),
    ],
)
def test_account_that_does_not_work_is_told_in_words(
    here: Path, server: Running, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str], says: str
) -> None:
    what, value = change
    if what == "password":
        monkeypatch.setenv("DIGEST_SMTP_PASSWORD", value)
    elif what in ("sender", "reader"):
        setattr(server.behaviour, what, lambda address: value)
    else:
        text = (here / "digest.toml").read_text()
        (here / "digest.toml").write_text(text.replace(what, value))
    done = RUN.invoke(app, ["send", "--test", "--to", "ann@example.org"])
    assert done.exit_code == 1
    assert says in done.output.splitlines()[-1]
    assert "wrong-one" not in done.output
    assert PASSWORD not in done.output


def test_every_reader_that_is_named_is_tried(here: Path, server: Running) -> None:
    server.behaviour.reader = lambda to: "550 5.1.1 no such user" if to.startswith("bad") else None
    done = RUN.invoke(app, ["send", "--test", "--to", "bad@example.org", "--to", "known@example.org"])
    assert done.exit_code == 1
    assert done.output.splitlines()[-2:] == [
        "FAIL  bad@example.org: refused: 550 5.1.1 no such user",
        "ok    the server takes mail for known@example.org",
    ]


@pytest.mark.parametrize("asked", [["--test"], ["briefing.json"]])
def test_what_is_no_address_is_wrong_use(here: Path, server: Running, asked: list[str]) -> None:
    done = RUN.invoke(app, ["send", *asked, "--to", "ann.example.org"])
    assert isinstance(done.exception, UsageError)
    assert "--to 'ann.example.org' has no @" in str(done.exception)
    assert server.behaviour.received == []


def test_address_that_is_named_twice_gets_one_message(here: Path, server: Running) -> None:
    asked = ["--to", "known@example.org", "--to", "Known <KNOWN@example.org>"]
    assert RUN.invoke(app, ["send", "briefing.json", *asked]).output == "known@example.org: sent\n"
    assert server.behaviour.readers() == ["known@example.org"]


def test_port_that_wants_tls_at_once_is_told_apart_from_a_server_that_is_down(
    here: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    text = (here / "digest.toml").read_text()
    with serve(tmp_path / "other", security="tls") as other:
        port = next(line for line in text.splitlines() if "port" in line)
        (here / "digest.toml").write_text(text.replace(port, f"port = {other.smtp.port}\ntimeout = '1 s'"))
        done = RUN.invoke(app, ["send", "--test"])
    assert done.exit_code == 1
    assert "hangs up" in done.output
    assert 'port 465 wants security = "tls"' in done.output


def test_outbox_is_listed_tried_again_and_dropped(here: Path) -> None:
    config = load_config(environment={})
    with stocked(here / "kept", with_mail(config.smtp, [{"address": f"r{n}@x.example"} for n in range(3)])):
        pass
    listed = RUN.invoke(app, ["outbox", "--json"])
    assert [json.loads(line)["to"] for line in listed.output.splitlines()] == [
        "r0@x.example",
        "r1@x.example",
        "r2@x.example",
    ]
    assert RUN.invoke(app, ["outbox", "drop", "1", "2"]).output == "2 dropped\n"
    assert "1 waiting" in RUN.invoke(app, ["outbox"]).output
    assert RUN.invoke(app, ["outbox", "retry", "2"]).output == "1 to be tried again\n"
    again = RUN.invoke(app, ["outbox"]).output
    assert "2 waiting" in again
    assert "morning 2026-11-23 06:30  mail to r1@x.example" in again
