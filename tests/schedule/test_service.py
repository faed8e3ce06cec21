"""Rounds: what is taken in, made, tried again and told. In memory, with a clock that is set."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from digest.config import Config
from digest.errors import DeliveryError, DigestError, RenderError
from digest.records import Edition, EditionKey, FileState
from digest.schedule.ports import Round
from digest.schedule.service import Service, every_source
from digest.schedule.worker import Stopped, WorkFailed
from digest.watch import Watch
from tests.schedule.fakes import Clock, Operator, Store, Work


class Desk:
    """A service whose parts can be reached."""

    def __init__(self, folder: Path, now: str = "2026-03-13T00:00:00+00:00", **profiles: object) -> None:
        self.folder = folder / "seeds"
        self.folder.mkdir()
        given = {name.replace("_", "-"): settings for name, settings in profiles.items()}
        self.config = Config.model_validate(
            {"seeds": self.folder, "profiles": given or {"morning": {"schedule": "daily at 06:30"}}}
        )
        self.clock = Clock(now)
        self.store = Store()
        self.work = Work(self.store, self.clock)
        self.operator = Operator()
        self.restart()

    def restart(self) -> None:
        """A new process on the same store."""
        self.service = Service(
            self.config,
            store=self.store,
            work=self.work,
            alarm=self.operator,
            clock=self.clock,
            watch=Watch(every_source(self.config), settle=2.0),
        )

    def drop(self, name: str) -> None:
        (self.folder / name).write_text("The dam held.")

    def round(self, **lapse: float) -> Round:
        self.clock.pass_by(**lapse)
        return self.service.round()

    def settle(self) -> None:
        self.round(seconds=2)
        self.round(seconds=2)

    def made(self) -> list[str]:
        return [
            f"{e.key.profile} {e.key.date[-2:]} {e.key.slot} {len(e.new)}" + (" late" if e.late else "")
            for e in self.store.records
            if e.state == "completed"
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_edition_is_made_at_its_time_with_what_came(desk: Desk) -> None:
    desk.drop("a.txt")
    desk.settle()
    assert desk.made() == []
    desk.round(hours=6, minutes=30)
    assert desk.made() == ["morning 13 06:30 1"]
    desk.round(minutes=1)
    desk.round(days=1)
    assert desk.made() == ["morning 13 06:30 1", "morning 14 06:30 0"]


def test_after_an_outage_files_that_are_there_are_in_the_late_edition(desk: Desk) -> None:
    desk.round(hours=6, minutes=31)
    desk.clock.pass_by(days=3, hours=5)
    desk.drop("a.txt")
    desk.restart()
    desk.round()
    assert desk.made() == ["morning 13 06:30 0", "morning 16 06:30 1 late"]
    assert [e.key.date[-2:] for e in desk.store.records if e.state == "passed over"] == ["14", "15"]
    assert desk.operator.told == ["edition late: morning"]
    desk.round(hours=18, minutes=59)
    assert desk.operator.lasting == {}


def test_file_that_is_still_written_when_an_edition_is_due_is_waited_for_a_little(desk: Desk) -> None:
    desk.round()
    writes = iter(range(4))

    def write() -> None:
        for number in writes:
            (desk.folder / "slow.txt").write_text("x" * (number + 1))
            return

    write()
    desk.clock.slept = write
    desk.round(hours=6, minutes=30)
    assert desk.made() == ["morning 13 06:30 1"]


def test_file_that_never_settles_does_not_hold_up_an_edition(desk: Desk) -> None:
    desk.round()
    lengths = iter(range(1, 1000))

    def write() -> None:
        (desk.folder / "log.txt").write_text("x" * next(lengths))

    write()
    desk.clock.slept = write
    desk.round(hours=6, minutes=30)
    assert desk.made() == ["morning 13 06:30 0"]


def failing(times: int, profile: str = "morning") -> Callable[[str], None]:
    """Raises at the first attempts."""
    left = iter(range(times))

    def before(what: str) -> None:
        if what == profile and next(left, None) is not None:
            raise RenderError("no fonts")

    return before


def test_failed_edition_is_told_once_and_tried_again_after_a_pause(desk: Desk) -> None:
    desk.work.before = failing(3)
    assert desk.round(hours=6, minutes=30).failed == ["edition failed: morning: no fonts"]
    assert desk.round(seconds=59).failed == []
    assert len(desk.round(seconds=1).failed) == 1  # after 1 minute
    assert desk.round(minutes=4).failed == []
    assert len(desk.round(minutes=1).failed) == 1  # after 5
    assert desk.operator.told == ["edition failed: morning"]
    assert [e.reason for e in desk.store.records] == ["no fonts"]
    desk.round(minutes=15)
    assert desk.made() == ["morning 13 06:30 0 late"]
    assert "edition failed: morning" not in desk.operator.lasting


def test_profile_that_fails_holds_up_no_other(tmp_path: Path) -> None:
    times = {"schedule": "daily at 06:30"}
    desk = Desk(tmp_path, first=times, second=times)
    desk.work.before = failing(99, "first")
    desk.round(hours=6, minutes=30)
    assert desk.made() == ["second 13 06:30 0"]


def test_reading_that_fails_is_tried_again_and_loses_nothing(desk: Desk) -> None:
    desk.work.before = failing(1, "take in")
    desk.drop("a.txt")
    desk.settle()
    assert desk.operator.told == ["reading failed"]
    assert desk.store.came == []
    desk.round(minutes=1)
    desk.round(seconds=2)
    assert len(desk.store.came) == 1
    assert desk.operator.lasting == {}


def test_file_that_cannot_be_read_is_logged_once(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "digest.run")
    desk.work.problems[str(desk.folder / "a.txt")] = "it cannot be opened: permission denied"
    desk.drop("a.txt")
    desk.settle()
    for _ in range(9):
        desk.round(minutes=3)
    assert [record.getMessage() for record in caplog.records].count("not read") == 1
    desk.work.problems.clear()
    for _ in range(4):
        desk.round(minutes=3)
    assert len(desk.store.came) == 1


def test_run_longer_than_its_interval_is_told_and_does_not_overlap(tmp_path: Path) -> None:
    desk = Desk(tmp_path, often={"schedule": "*/10 * * * *"})
    desk.round(minutes=10)
    desk.work.before = lambda what: desk.clock.pass_by(minutes=25) if what == "often" else None
    desk.round(minutes=10)
    assert desk.operator.told == ["run too long: often"]
    desk.work.before = lambda _: None
    desk.round()
    assert desk.made() == ["often 13 00:10 0", "often 13 00:20 0", "often 13 00:40 0"]
    desk.round(minutes=10)
    assert desk.operator.lasting == {}


def test_new_articles_make_an_edition_after_a_quiet_time(tmp_path: Path) -> None:
    desk = Desk(tmp_path, news={"after": "new articles", "quiet": "10 min", "gap": "2 h"})
    desk.drop("a.txt")
    desk.settle()
    desk.drop("b.txt")
    desk.settle()
    desk.round(minutes=9)
    assert desk.made() == []
    desk.round(minutes=1)
    assert desk.made() == ["news 13 new-1 2"]
    desk.drop("c.txt")
    desk.settle()
    desk.round(hours=1)
    assert len(desk.made()) == 1
    desk.round(hours=1)
    assert desk.made()[1:] == ["news 13 new-2 1"]
    desk.round(days=3)
    assert len(desk.made()) == 2


def test_round_says_when_there_is_something_to_decide(desk: Desk) -> None:
    again = desk.round().again
    assert again is not None
    assert again.isoformat() == "2026-03-13T06:30:00+00:00"


def test_stopping_is_no_failure(desk: Desk) -> None:
    def stopped(what: str) -> None:
        raise Stopped("the program is to end")

    desk.work.before = stopped
    with pytest.raises(Stopped):
        desk.round(hours=6, minutes=30)
    assert desk.store.records == []
    assert desk.operator.told == []


def test_store_that_fails_for_one_profile_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise DigestError("the disk is full")

    desk.work.before = failing(1)
    monkeypatch.setattr(desk.store, "fail", full)
    done = desk.round(hours=6, minutes=30)
    assert done.failed == ["edition failed: morning: no fonts"]


def test_file_that_kills_the_process_that_reads_it_is_kept_out_and_the_others_go_on(desk: Desk) -> None:
    """I24: a parser that crashes or never ends fails one file."""

    def kills(files: Sequence[FileState]) -> None:
        if any("bomb" in state.path for state in files):
            raise WorkFailed("the process that does the work died (signal SIGSEGV)")

    desk.work.reading = kills
    for name in ("a", "b", "bomb", "c", "d"):
        desk.drop(f"{name}.txt")
    desk.settle()
    assert [Path(arrival.path).stem for arrival in desk.store.came] == ["a", "b", "c", "d"]
    bomb = desk.store.known[str(desk.folder / "bomb.txt")]
    assert bomb.problem == "it cannot be read: the process that does the work died (signal SIGSEGV)"
    assert desk.operator.told == []
    desk.work.reading = lambda files: pytest.fail("it is not tried again until it changes")
    desk.settle()


def test_reading_that_fails_whatever_the_file_blames_no_file(desk: Desk) -> None:
    def fails(_: object) -> None:
        raise WorkFailed("no memory")

    desk.work.reading = fails
    desk.drop("a.txt")
    desk.settle()
    assert desk.store.known == {}
    assert desk.operator.told == ["reading failed"]


def test_files_that_could_not_be_written_to_the_output_are_written_later(desk: Desk) -> None:
    key = EditionKey("morning", "2026-03-13", "06:30")

    def full(what: str) -> None:
        if what == "morning":
            desk.store.put(Edition(key, "completed", None, "2026-03-13T06:30:00+00:00", upto=0))
            desk.store.left.add(key)
            desk.work.before = lambda _: None
            raise DeliveryError("the disk is full")

    desk.work.before = full
    assert desk.round(hours=6, minutes=30).failed == ["edition failed: morning: the disk is full"]
    desk.round(minutes=1)
    assert desk.store.left == set()
    assert desk.operator.lasting == {}


def test_output_folder_that_cannot_be_written_to_is_told_at_the_start_until_it_can(tmp_path: Path) -> None:
    desk = Desk(tmp_path, morning={"schedule": "daily at 06:30", "output": tmp_path / "out"})
    (tmp_path / "out").write_text("in the way")
    [told] = desk.service.check_folders()
    assert told.startswith(f"output folder: morning: {tmp_path}/out: no edition can be written there")
    assert desk.operator.told == ["output folder: morning"]
    (tmp_path / "out").unlink()
    assert desk.service.check_folders() == ()
    assert desk.operator.lasting == {}
    (tmp_path / "out").write_text("in the way again")
    desk.service.check_folders()
    desk.round(hours=6, minutes=30)  # an edition was made, files and all
    assert desk.operator.lasting == {}


def test_format_that_cannot_be_made_is_told_once_and_keeps_no_edition_back(desk: Desk) -> None:
    desk.work.not_made = ("pdf: no fonts",)
    desk.round(hours=6, minutes=30)
    desk.round(days=1)
    assert desk.made() == ["morning 13 06:30 0", "morning 14 06:30 0"]
    assert desk.operator.told == ["format not made: morning"]
    assert desk.operator.lasting == {"format not made: morning": "pdf: no fonts"}
    desk.work.not_made = ()
    desk.round(days=1)
    assert desk.operator.lasting == {}
