"""A simulated month through the real store: every article is new once, every day has its edition."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from digest.config import Config
from digest.schedule.service import Service, every_source
from digest.schedule.worker import Here
from digest.store import Store, open_store
from digest.watch import Watch
from tests.schedule import month
from tests.schedule.fakes import Clock, Operator

BEGIN = datetime(2026, 3, 13, tzinfo=UTC)  # summer time begins on the 29th
DAYS, EACH = 30, 40
OUTAGES = (  # begin and end, in hours of the month
    (3 * 24 + 2, 3 * 24 + 9),  # over one edition: late by hours
    (10 * 24 + 20, 13 * 24 + 15),  # three days
    (20 * 24 + 4, 20 * 24 + 6),  # the hour of an edition, in summer time
)
EDITED = (6, 15)  # days on which an article is edited that the edition of the morning cites
EVERY = timedelta(hours=3)  # between looks here; in life it is seconds


def is_up(at: datetime) -> bool:
    hours = (at - BEGIN) / timedelta(hours=1)
    return not any(begin <= hours < end for begin, end in OUTAGES)


def live(folder: Path, config: Config, store: Store, clock: Clock) -> Operator:
    """Let the month pass; the process is gone in the outages and begins anew after them."""
    coming = month.comings(BEGIN, days=DAYS, each=EACH)
    operator, service, edited = Operator(), None, set[int]()
    while clock.time <= BEGIN + timedelta(days=DAYS) + EVERY:
        while coming and coming[0][0] <= clock.time:
            month.write(folder, coming[0][1], coming.pop(0)[0])
        for day in EDITED:
            if clock.time >= BEGIN + timedelta(days=day, hours=12) and day not in edited:
                edit_what_was_cited(folder)
                edited.add(day)
        grid = BEGIN + ((clock.time - BEGIN) // EVERY + 1) * EVERY
        if not is_up(clock.time):
            service = None
        else:
            service = service or Service(
                config,
                store=store,
                work=Here(config),
                alarm=operator,
                clock=clock,
                watch=Watch(every_source(config), settle=2.0),
            )
            done = service.round()
            assert done.failed == []
            again = done.again or grid
            clock.pass_by(seconds=max((min(grid, again) - clock.time).total_seconds(), 0.0))
            continue
        clock.pass_by(seconds=(grid - clock.time).total_seconds())
    return operator


def edit_what_was_cited(folder: Path) -> None:
    """Change the number in the first source of the latest edition."""
    latest = max((folder.parent / "output" / "morning").iterdir())
    first = json.loads((latest / "briefing.json").read_text())["references"][0]
    at = datetime.fromisoformat(first["published"]["when"])
    month.write(folder, int(Path(first["path"]).stem), at, changed=True)


@pytest.mark.slow
def test_month_loses_nothing_and_repeats_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    month.stand_in(monkeypatch)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    profile = {"schedule": "daily at 06:30", "timezone": "Europe/Oslo", "formats": ("json",)}
    config = Config.model_validate(
        {
            "seeds": seeds,
            "output": tmp_path / "output",
            "store": str(tmp_path / "digest.db"),
            "profiles": {"morning": profile},
        }
    )
    with open_store(str(tmp_path / "digest.db")) as store:
        operator = live(seeds, config, store, Clock(BEGIN.isoformat()))
        editions = store.editions("morning", 1000)[::-1]
        arrivals = store.arrivals(0, None)
        problems = store.problems()
    completed = [edition for edition in editions if edition.state == "completed"]
    last = BEGIN.date() + timedelta(days=DAYS - 1)
    days = [(BEGIN.date() + timedelta(days=n)).isoformat() for n in range((last - BEGIN.date()).days + 1)]
    assert sorted(edition.key.date for edition in editions) == days
    assert {edition.key.slot for edition in editions} == {"06:30"}
    passed = [edition.key.date for edition in editions if edition.state == "passed over"]
    assert passed == ["2026-03-24", "2026-03-25"]
    assert [edition.key.date for edition in completed if edition.late] == [
        "2026-03-16",
        "2026-03-26",
        "2026-04-02",
    ]

    assert not problems
    assert len(arrivals) == DAYS * EACH + len(EDITED)
    new = Counter(article for edition in completed for article in edition.new)
    assert set(new.values()) == {1}
    after_the_last = {arrival.article_id for arrival in arrivals if arrival.number > completed[-1].upto}
    assert new.keys() | after_the_last == {arrival.article_id for arrival in arrivals}
    assert not new.keys() & after_the_last

    corrected = 0
    for edition in completed:
        folder = tmp_path / "output" / "morning" / f"{edition.key.date}-0630"
        briefing = json.loads((folder / "briefing.json").read_text())
        assert date.fromisoformat(briefing["date"]) == date.fromisoformat(edition.key.date)
        corrected += bool(briefing.get("news", {}).get("corrections"))
    assert corrected == len(EDITED)
    assert "edition late: morning" in operator.told
