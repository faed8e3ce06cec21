"""A readers' file that is broken: the edition is made, its mail waits, nobody is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.config import Config
from digest.dispatch import flush, undelivered
from digest.store import open_store
from tests.deliver.server import Running, serve
from tests.dispatch.desk import ENVIRONMENT, KEY, NOW, complete, later, readers, settings, stocked

GOOD = "".join(f'[[recipients]]\naddress = "reader{n}@list.example"\n' for n in range(3))
BAD = GOOD + '[[recipients]]\naddress = "nobody"\n'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with serve(tmp_path) as running:
        yield running


def listed(server: Running, path: Path) -> Config:
    return settings(server.smtp, readers(1), recipients_file=str(path), link="https://desk.example/{date}")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (BAD, "entry 4 of recipients: key 'address'"),
        (GOOD + "[[recipients]\n", "at line 7"),
        (None, "the readers cannot be read"),
    ],
)
def test_mail_waits_until_the_file_is_mended(
    server: Running, tmp_path: Path, text: str | None, says: str
) -> None:
    file = tmp_path / "readers.toml"
    if text is not None:
        file.write_text(text)
    config = listed(server, file)
    with stocked(tmp_path / "store", config) as store:
        for minutes in (0, 20, 40):
            settled = flush(store, config=config, now=later(minutes=minutes), environment=ENVIRONMENT)
            [told] = undelivered(settled)
            assert told.startswith(f"readers to {file}: waits until this is mended: {file}: ")
            assert says in told
            assert "mend" in told.split(says)[1]
        [incident] = store.incidents(open_only=True)
        assert incident.name == "readers stuck: morning"
        file.write_text(GOOD)
        for _ in range(2):
            flush(store, config=config, now=later(days=1), environment=ENVIRONMENT)
        assert {message.state for message in store.messages()} == {"sent"}
        assert store.incidents(open_only=True) == ()
    every = {"reader0@list0.example"} | {f"reader{n}@list.example" for n in range(3)}
    assert len(server.behaviour.readers()) == 4
    assert set(server.behaviour.readers()) == every


def test_edition_that_was_planned_before_the_file_broke_is_held_too(server: Running, tmp_path: Path) -> None:
    file = tmp_path / "readers.toml"
    file.write_text(GOOD)
    config = listed(server, file)
    with stocked(tmp_path / "store", config) as store:
        file.write_text(BAD)
        flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        assert {(m.state, m.attempts) for m in store.messages()} == {("waiting", 0)}
        file.write_text(GOOD)
        flush(store, config=config, now=later(hours=1), environment=ENVIRONMENT)
        assert {m.state for m in store.messages()} == {"sent"}


def test_file_of_one_profile_holds_up_no_other(server: Running, tmp_path: Path) -> None:
    """Also where the broken one is due first."""
    file = tmp_path / "readers.toml"
    file.write_text(GOOD)
    morning = listed(server, file)
    mail = {"sender": "Desk <desk@example.org>", "recipients": [{"address": "eve@list.example"}]}
    both = Config.model_validate(
        {"smtp": morning.smtp, "profiles": dict(morning.profiles) | {"evening": {"mail": mail}}}
    )
    evening = type(KEY)("evening", KEY.date, "18:30")
    with open_store(tmp_path / "store") as store:
        complete(store, both)
        complete(store, both, evening)
        file.write_text(BAD)
        flush(store, config=both, now=NOW, environment=ENVIRONMENT)
        assert {(m.key.profile, m.state) for m in store.messages()} == {
            ("morning", "waiting"),
            ("evening", "sent"),
        }


def test_process_that_dies_between_list_and_note_forgets_and_doubles_nobody(
    server: Running, tmp_path: Path
) -> None:
    file = tmp_path / "readers.toml"
    config = listed(server, file)
    with stocked(tmp_path / "store", config) as store:
        file.write_text(GOOD)
        settle, store.settle = store.settle, _dies  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            flush(store, config=config, now=NOW, environment=ENVIRONMENT)
        store.settle = settle  # type: ignore[method-assign]
        flush(store, config=config, now=later(minutes=1), environment=ENVIRONMENT)
        assert {message.state for message in store.messages()} == {"sent"}
    assert len(server.behaviour.readers()) == 4


def _dies(_: object) -> None:
    raise KeyboardInterrupt
