"""The operator is told once, and only the operator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.dispatch import flush, undelivered
from digest.store import open_store
from tests.deliver.server import Running, free_port, serve
from tests.dispatch.desk import ENVIRONMENT, NOW, complete, later, readers, settings

OPERATOR = {"to": ["ops@example.org", "second@example.org"]}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with serve(tmp_path) as running:
        yield running


def test_incident_is_told_once_to_the_operator_alone(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(3), alerts=OPERATOR)
    with open_store(tmp_path / "store") as store:
        store.incident_open("edition failed: morning", "the disk is full", NOW)
        for minute in range(3):
            flush(store, config=config, now=later(minutes=minute), environment=ENVIRONMENT)
    assert sorted(server.behaviour.readers()) == ["ops@example.org", "second@example.org"]
    message = server.behaviour.messages()[0]
    assert message["Subject"] == "Digest: edition failed: morning"
    assert "the disk is full" in message.get_content()
    assert message["Auto-Submitted"] == "auto-generated"


def test_what_needs_a_hand_is_given_back(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(3))
    server.behaviour.reader = lambda to: {"reader0": "550 5.1.1 no", "reader1": "451 busy"}.get(to[:7])
    with open_store(tmp_path / "store") as store:
        complete(store, config)
        settled = flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert undelivered(settled) == ("mail to reader0@list0.example: refused: 550 5.1.1 no",)
        settled = flush(store, config=config, now=later(minutes=1), environment={})
    [told] = undelivered(settled)
    assert told.startswith("mail to reader1@list1.example: waits until this is mended: [smtp] has a user")


def test_what_happens_again_after_it_was_over_is_told_again(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, alerts={"to": ["ops@example.org"]})
    with open_store(tmp_path / "store") as store:
        for day in range(2):
            store.incident_open("edition late: morning", "it took too long", later(days=day))
            flush(store, config=config, now=later(days=day), environment=ENVIRONMENT)
            store.incident_over("edition late: morning", later(days=day))
    assert server.behaviour.readers() == ["ops@example.org"] * 2


def test_program_gets_the_reason_and_not_the_password(server: Running, tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = f"cat > {told}; env >> {told}"
    config = settings(server.smtp, alerts={"command": ["/bin/sh", "-c", script]})
    with open_store(tmp_path / "store") as store:
        store.incident_open("edition failed: morning", "the disk is full", NOW)
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
    assert "the disk is full" in told.read_text()
    assert "DIGEST_SMTP_PASSWORD" not in told.read_text()
    assert server.behaviour.received == []


def test_alert_that_cannot_be_sent_ends_and_makes_no_other(server: Running, tmp_path: Path) -> None:
    down = server.smtp.model_copy(update={"port": free_port()})
    config = settings(down, alerts={"to": ["ops@example.org"]})
    with open_store(tmp_path / "store") as store:
        store.incident_open("edition failed: morning", "the disk is full", NOW)
        for hour in range(0, 72):
            flush(store, config=config, now=later(hours=hour), environment=ENVIRONMENT)
        [message] = store.messages()
        assert message.state == "failed"
        assert [incident.name for incident in store.incidents()] == ["edition failed: morning"]


def test_without_an_operator_nothing_is_planned(server: Running, tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.incident_open("edition failed: morning", "x", NOW)
        assert flush(store, config=settings(server.smtp), now=NOW, environment=ENVIRONMENT) == ()


def test_edition_on_the_standard_input_of_a_program(server: Running, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    script = f'test -e {tmp_path}/open || exit 7; cat > {taken}; echo "$DIGEST_EDITION_SLOT" >> {taken}'
    config = settings(server.smtp)
    profile = config.profiles["morning"].model_copy(update={"command": ("/bin/sh", "-c", script)})
    config = config.model_copy(update={"profiles": {"morning": profile}})
    with open_store(tmp_path / "store") as store:
        complete(store, config)
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert (store.messages()[0].problem or "").endswith("ended with code 7")
        (tmp_path / "open").touch()
        flush(store, config=config, now=later(minutes=1), environment=ENVIRONMENT)
        assert [m.state for m in store.messages()] == ["sent"]
    assert taken.read_text() == "# Northlight\n06:30\n"
