"""The outbox against a real server: nothing lost, nothing sent twice, every result visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.dispatch import flush
from digest.errors import RenderError
from digest.records import Message
from digest.store import Store, open_store
from tests.deliver.server import Running, serve
from tests.dispatch.desk import ENVIRONMENT, NOW, PDF, complete, later, readers, settings, stocked


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serve(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def server(running: Running) -> Running:
    running.behaviour.__init__()  # type: ignore[misc]
    return running


def states(store: Store) -> Counter[str]:
    return Counter(message.state for message in store.messages())


def one(store: Store, to: str) -> Message:
    [message] = [m for m in store.messages() if m.to == to]
    return message


def test_five_hundred_readers_and_every_third_is_refused(server: Running, tmp_path: Path) -> None:
    def third(to: str) -> str | None:
        return "550 5.1.1 no such user" if int(to.split("@")[0].removeprefix("reader")) % 3 == 0 else None

    server.behaviour.reader = third
    config = settings(server.smtp, readers(500))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert states(store) == {"sent": 333, "failed": 167}
        failed = one(store, "reader3@list3.example")
        assert (failed.problem, failed.attempts) == ("refused: 550 5.1.1 no such user", 1)
        assert "167 not delivered" in store.incidents()[0].reason
    got = server.behaviour.received
    assert Counter(to for to, _ in got).most_common(1)[0][1] == 1
    assert {to for to, _ in got} == {r["address"] for r in readers(500) if not third(str(r["address"]))}
    assert len({m["Message-ID"] for m in server.behaviour.messages()}) == 333
    for to, data in got:
        addresses = set(data.decode().replace("=\r\n", "").split("@list")[1:])
        assert {a.split(".")[0] for a in addresses} == {to.split("@list")[1].split(".")[0]}
    assert server.behaviour.lines <= 2  # one line for all; the server's own first check is the other


def test_second_run_on_the_same_edition_sends_nothing(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(3))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert flush(store, config=config, now=later(days=3), environment=ENVIRONMENT) == ()
    assert len(server.behaviour.received) == 3


def test_not_taken_for_now_and_taken_later(server: Running, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()

    def grey(to: str) -> str | None:
        seen[to] += 1
        return "451 4.7.1 greylisted" if seen[to] < 3 else None

    server.behaviour.reader = grey
    config = settings(server.smtp, readers(2))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert one(store, "reader0@list0.example").due == later(minutes=1)
        flush(store, config=config, now=later(seconds=59), environment=ENVIRONMENT)
        assert seen.total() == 2
        flush(store, config=config, now=later(minutes=1), environment=ENVIRONMENT)
        assert one(store, "reader0@list0.example").due == later(minutes=6)
        flush(store, config=config, now=later(minutes=6), environment=ENVIRONMENT)
        assert states(store) == {"sent": 2}
    assert len(server.behaviour.received) == 2


def test_line_that_breaks_after_the_message_repeats_it_as_it_was(server: Running, tmp_path: Path) -> None:
    first: set[str] = set()

    def once(to: str) -> str | None:
        fresh = to not in first
        first.add(to)
        return "drop" if fresh and to.startswith("reader1@") else None

    server.behaviour.message = once
    config = settings(server.smtp, readers(3))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert "may have arrived" in (one(store, "reader1@list1.example").problem or "")
        flush(store, config=config, now=later(minutes=1), environment=ENVIRONMENT)
        assert states(store) == {"sent": 3}
    twice = [data for to, data in server.behaviour.received if to.startswith("reader1@")]
    assert len(twice) == 2
    assert twice[0] == twice[1]  # byte for byte, Message-ID and all
    assert Counter(server.behaviour.readers()).total() == 4


def test_server_that_is_down_for_an_hour(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        config = settings(server.smtp, readers(8), alerts={"to": ["ops@example.org"]})
    port = config.smtp.port if config.smtp else None
    with stocked(tmp_path / "store", config) as store:
        for minute in range(60):
            flush(store, config=config, now=later(minutes=minute), environment=ENVIRONMENT)
        assert all(m.attempts == 4 for m in store.messages("waiting") if m.channel == "mail")
        assert "does a mail server listen there?" in (store.messages("waiting")[0].problem or "")
        with serve(tmp_path, port=port) as server:
            config = config.model_copy(update={"smtp": server.smtp})
            for minute in range(60, 200):
                flush(store, config=config, now=later(minutes=minute), environment=ENVIRONMENT)
            got = Counter(server.behaviour.readers())
        assert states(store) == {"sent": 9}
        assert got.pop("ops@example.org") == 1
        assert got == {f"reader{n}@list{n}.example": 1 for n in range(8)}
        [incident] = store.incidents()
        assert incident.name == "mail stuck: morning"
        assert incident.over is not None


def test_message_is_given_up_after_two_days_and_says_so(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        config = settings(server.smtp, readers(2))
    with stocked(tmp_path / "store", config) as store:
        hours = 0.0
        while store.messages("waiting") and hours < 100:
            flush(store, config=config, now=later(hours=hours), environment=ENVIRONMENT)
            hours += 0.25
        assert states(store) == {"failed": 2}
        assert (store.messages()[0].problem or "").startswith("given up after 12 attempts: no line to")
        assert 47 < hours < 50
        assert {i.name for i in store.incidents()} == {"mail stuck: morning", "mail failed: morning"}


def test_refused_login_uses_up_no_reader(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(40), alerts={"command": ["/bin/cat"]})
    wrong = ENVIRONMENT | {"DIGEST_SMTP_PASSWORD": "an-old-one"}
    with stocked(tmp_path / "store", config) as store:
        for hour in range(0, 24 * 7, 24):
            flush(store, config=config, now=later(hours=hour), environment=wrong)
        assert {(m.state, m.attempts) for m in store.messages() if m.channel == "mail"} == {("waiting", 0)}
        [incident] = store.incidents()
        assert "the server refuses the login: 535" in incident.reason
        assert [m.state for m in store.messages() if m.channel == "alert"] == ["sent"]
        flush(store, config=config, now=later(days=8), environment=ENVIRONMENT)
        assert states(store) == {"sent": 41}
    assert len(server.behaviour.received) == 40


def test_missing_password_is_told_and_holds(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(2))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment={})
        assert states(store) == {"waiting": 2}
        assert "set the variable DIGEST_SMTP_PASSWORD" in (store.messages()[0].problem or "")


def test_wishes_of_readers(server: Running, tmp_path: Path) -> None:
    config = settings(
        server.smtp,
        [
            {"address": "pdf@x.example", "name": "Ann Lee", "timezone": "Asia/Tokyo"},
            {"address": "html@x.example", "format": "html", "topics": ["ferry"]},
            {"address": "link@x.example", "format": "link"},
            {"address": "PDF@x.example"},
        ],
        link="https://news.example/{profile}/{date}-{slot}/briefing.html",
        unsubscribe="https://news.example/leave?who={address}",
        thread=True,
        list_id="morning.news.example",
    )
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        sent = {m.to: m.message_id for m in store.messages("sent")}
    got = {str(m["To"]): m for m in server.behaviour.messages()}
    assert got.keys() == {"Ann Lee <pdf@x.example>", "html@x.example", "link@x.example"}
    pdf = got["Ann Lee <pdf@x.example>"]
    [file] = pdf.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("northlight-2026-11-23.pdf", PDF)
    assert pdf["Date"] == "Mon, 23 Nov 2026 15:30:00 +0900"
    assert pdf["Message-ID"] == sent["pdf@x.example"]
    assert pdf["In-Reply-To"] == pdf["References"] != got["html@x.example"]["References"]
    assert pdf["List-Unsubscribe"] == "<https://news.example/leave?who=pdf@x.example>"
    html = got["html@x.example"]
    assert html.get_content_type() == "multipart/alternative"
    assert "Sorrel" not in html.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    link = got["link@x.example"].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "https://news.example/morning/2026-11-23-0630/briefing.html" in link


def test_reader_who_left_gets_nothing(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(2))
    with stocked(tmp_path / "store", config) as store:
        flush(store, config=settings(server.smtp, readers(1)), now=NOW, environment=ENVIRONMENT)
        assert states(store) == {"sent": 1, "dropped": 1}
        assert "not among the readers any more" in (one(store, "reader1@list1.example").problem or "")


def test_password_is_in_no_output(
    server: Running, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = "plänted-9f3Kq"
    server.behaviour.reader = lambda to: f"550 5.1.1 you said {secret}" if to.startswith("reader0") else None
    config = settings(server.smtp, readers(3), alerts={"to": ["ops@example.org"]})
    with caplog.at_level("DEBUG"), stocked(tmp_path / "store", config) as store:
        environment = ENVIRONMENT | {"DIGEST_SMTP_PASSWORD": secret}
        flush(store, config=config, now=NOW, environment=environment)
        flush(store, config=config, now=later(hours=1), environment=environment)
        told = repr((config, store.messages(), store.incidents()))
    ours = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("mail"))
    out, err = capfd.readouterr()
    for text in (told, ours, out, err, *(data.decode() for _, data in server.behaviour.received)):
        assert secret not in text
        assert "cGxhbnRlZ" not in text
    for file in tmp_path.glob("store*"):
        assert secret.encode() not in file.read_bytes()


def test_stop_is_asked_before_each_message(server: Running, tmp_path: Path) -> None:
    config = settings(server.smtp, readers(5))
    with stocked(tmp_path / "store", config) as store:
        flush(
            store,
            config=config,
            now=NOW,
            environment=ENVIRONMENT,
            stop=lambda: len(server.behaviour.received) >= 2,
        )
        assert states(store) == {"sent": 2, "waiting": 3}


def test_mail_goes_without_a_pdf_that_cannot_be_made(
    server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object, **named: object) -> bytes:
        raise RenderError("no Pango here")

    monkeypatch.setattr("digest.dispatch.mailing.render", broken)
    config = settings(server.smtp, readers(2))
    with open_store(tmp_path / "store") as store:
        complete(store, config, pdf=False)
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert states(store) == {"sent": 2}
    for message in server.behaviour.messages():
        assert list(message.iter_attachments()) == []
        assert "The PDF of this edition could not be made" in str(message.get_body(("plain",)))
