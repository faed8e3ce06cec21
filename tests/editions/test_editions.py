"""What is in an edition: everything since the last one, once, with what came before as context."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from digest import serialise
from digest.editions import find_window, preview, write_files
from digest.editions.material import gather
from digest.errors import DeliveryError, RenderError, StoreError, UsageError
from digest.model import Article, Reading
from digest.records import EditionKey
from tests.editions.build import Desk, read_plainly

DAM = "Water rose behind the Orsk dam. The valley below the Orsk dam was cleared. Engineers watch the wall."
DAM_LATER = "Water fell behind the Orsk dam. Families return to the valley below the dam. The wall holds."
HERRING = "Ministers settled herring quotas in Tolm. Boats may land less herring. Crews in Tolm protest."


def briefing(desk: Desk, number: int = -1) -> dict[str, object]:
    found: dict[str, object] = json.loads(desk.store.briefing(desk.made[number].key))
    return found


def test_an_article_is_new_once_and_context_later(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    first = desk.edition()
    desk.write("in/b.md", DAM_LATER)
    desk.look()
    second = desk.edition()
    assert desk.titles(first.new) == {"Water rose behind the Orsk dam"}
    assert desk.titles(second.new) == {"Water fell behind the Orsk dam"}
    assert set(second.context) <= set(first.new)
    assert desk.edition().new == ()
    assert [e.since for e in desk.made] == [None, desk.made[0].made, desk.made[1].made]


def test_the_window_is_since_the_last_completed_edition(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    desk.edition()
    desk.write("in/b.md", HERRING)
    desk.look()
    key = EditionKey("morning", "2031-04-02", "06:30")
    last = desk.made[0]
    failed = replace(last, key=key, state="failed", reason="no fonts", upto=desk.store.last_number(), new=())
    desk.store.fail(failed)
    desk.store.pass_over(replace(failed, key=replace(key, date="2031-04-03"), state="passed over"))
    desk.now = desk.now.replace(day=5)
    assert desk.titles(desk.edition(late=True).new) == {"Ministers settled herring quotas in Tolm"}


def test_a_failed_edition_is_made_again_under_its_key_and_a_completed_one_never(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    now = desk.now
    made = desk.edition()
    desk.now = now
    assert desk.edition() == made
    desk.store.fail(replace(made, state="failed", reason="too late"))
    assert desk.store.edition(made.key) == made
    with pytest.raises(StoreError, match="exactly one"):
        desk.store.complete(made, briefing=b"{}", files={})


def test_the_same_text_under_two_names_is_one_article_in_two_places(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    shutil.copy(desk.root / "in/a.md", desk.root / "in/b.md")
    taken = desk.look()
    assert len(taken.arrivals) == 2
    assert len({arrival.article_id for arrival in taken.arrivals}) == 1
    desk.edition()
    [reference] = serialise.load(desk.store.briefing(desk.made[0].key)).references
    assert reference.path.endswith("in/a.md")
    assert [flag for flag in reference.flags if flag.startswith("also in")] == [
        f"also in {desk.root}/in/b.md"
    ]
    shutil.copy(desk.root / "in/a.md", desk.root / "in/c.md")
    desk.look()
    assert desk.edition().new == ()


def test_what_came_elsewhere_first_is_new_where_it_comes_later(desk: Desk) -> None:
    for name in ("one", "two"):
        desk.profiles[name] = {**desk.profiles["morning"], "sources": [str(desk.root / name)]}
    desk.write("one/a.md", DAM)
    desk.write("two/z.md", HERRING)
    desk.look()
    desk.edition("one")
    desk.edition("two")
    shutil.copy(desk.root / "one/a.md", desk.root / "two/a.md")
    desk.look()
    second = desk.edition("two")
    assert desk.titles(second.new) == {"Water rose behind the Orsk dam"}
    places = {r.article_id: r.path for r in serialise.load(desk.store.briefing(second.key)).references}
    assert places[second.new[0]].endswith("two/a.md")


def test_an_edit_is_a_revision_and_takes_the_place_of_what_it_revises(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.write("in/h.md", HERRING)
    desk.look()
    first = desk.edition()
    text = (desk.root / "in/a.md").read_text()
    (desk.root / "in/a.md").write_text(text.replace("The valley below", "The whole valley below"))
    [arrival] = desk.look().arrivals
    assert arrival.revises in first.new
    window = find_window(desk.store, "morning", [desk.root / "in"])
    assert {new: old.article_id for new, old in window.revised.items()} == {
        arrival.article_id: arrival.revises
    }
    second = desk.edition()
    assert second.new == (arrival.article_id,)
    references = serialise.load(desk.store.briefing(second.key)).references
    assert arrival.revises not in {r.article_id for r in references if r.path.endswith("a.md")}
    assert find_window(desk.store, "morning", [desk.root / "in"]).revised == {}


def test_the_evidence_for_a_story_counts_the_articles_that_stand(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    desk.edition()
    desk.write("in/a.md", DAM.replace("Engineers watch", "Nobody watches"))
    desk.look()
    sources = [desk.root / "in"]
    window = find_window(desk.store, "morning", sources)
    (topic,) = gather(desk.store, window, sources, pipeline="embedded").topics
    (story,) = topic.stories
    assert (len(story.article_ids), story.why.text) == (1, "The only article on this event.")


def test_another_article_in_the_place_of_one_is_no_edit_of_it(desk: Desk) -> None:
    desk.write("in/latest.md", DAM)
    desk.look()
    first = desk.edition()
    desk.write("in/latest.md", HERRING)
    [arrival] = desk.look().arrivals
    assert arrival.revises is None
    window = find_window(desk.store, "morning", [desk.root / "in"])
    assert window.revised == {}
    assert tuple(gone.article_id for gone in window.withdrawn) == first.new
    assert desk.titles(desk.edition().new) == {"Ministers settled herring quotas in Tolm"}


def test_what_is_edited_back_is_not_new_again(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    first = desk.edition()
    original = (desk.root / "in/a.md").read_text()
    (desk.root / "in/a.md").write_text(original.replace("Engineers", "Builders"))
    desk.look()
    second = desk.edition()
    (desk.root / "in/a.md").write_text(original + "\n")
    desk.look()
    third = desk.edition()
    assert len(first.new) == len(second.new) == 1
    assert third.new == ()
    assert set(third.context) <= set(first.new)


def test_what_vanished_is_withdrawn_and_what_was_moved_is_not(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.write("in/h.md", HERRING)
    desk.look()
    first = desk.edition()
    (desk.root / "in/a.md").rename(desk.root / "in/moved.md")
    (desk.root / "in/h.md").unlink()
    desk.look()
    window = find_window(desk.store, "morning", [desk.root / "in"])
    gone = {arrival.article_id for arrival in window.withdrawn}
    assert desk.titles(gone) == {"Ministers settled herring quotas in Tolm"}
    assert window.new == ()
    second = desk.edition()
    assert second.new == ()
    assert gone <= set(first.new)
    assert find_window(desk.store, "morning", [desk.root / "in"]).withdrawn == ()


def test_what_came_and_went_between_two_editions_is_in_neither(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    desk.edition()
    desk.write("in/h.md", HERRING)
    desk.look()
    (desk.root / "in/h.md").unlink()
    desk.look()
    assert desk.edition().new == ()


def test_what_cannot_be_read_is_told_once_and_stops_nothing(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    (desk.root / "in/empty.txt").write_bytes(b"")
    (desk.root / "in/picture.jpg").write_bytes(b"\xff\xd8")
    (desk.root / "in/bad.jsonl").write_text('{"title": "x"\n')
    os.mkfifo(desk.root / "in/pipe.txt")
    assert len(desk.look().not_read) == 3
    desk.edition()
    told = serialise.load(desk.store.briefing(desk.made[0].key)).not_read
    assert [Path(item.path).name.split("#")[0] for item in told] == ["bad.jsonl", "empty.txt", "picture.jpg"]
    desk.look()
    desk.edition()
    assert serialise.load(desk.store.briefing(desk.made[1].key)).not_read == ()


def test_a_file_that_vanished_before_it_was_read_is_a_problem_and_no_end(desk: Desk) -> None:
    from digest.editions import take_in
    from digest.records import FileState

    desk.write("in/a.md", DAM)
    gone = FileState(str(desk.root / "in/gone.md"), 5, 5)
    there = FileState(str(desk.root / "in/a.md"), 5, 5)
    taken = take_in(desk.store, [gone, there], (), config=desk.config, at=desk.instant)
    assert len(taken.arrivals) == 1
    assert desk.store.files()[gone.path].sha256 is None


def test_an_article_that_breaks_the_pipeline_is_not_read_and_the_others_are(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(articles: Iterable[Article], *, pipeline: str) -> Iterator[Reading]:
        for article in articles:
            if "herring" in article.text:
                raise RecursionError("too deep")
            yield from read_plainly([article], pipeline=pipeline)

    monkeypatch.setattr("digest.editions.intake.read_closely", breaks)
    desk.write("in/a.md", DAM)
    desk.write("in/h.md", HERRING)
    desk.write("in/z.md", DAM_LATER)
    taken = desk.look()
    assert len(taken.arrivals) == 2
    assert [(Path(n.path).name, "RecursionError: too deep" in n.reason) for n in taken.not_read] == [
        ("h.md", True)
    ]
    assert len(desk.edition().new) == 2


def test_a_reader_that_breaks_costs_one_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from digest.ingest import read_file

    def breaks(path: str) -> object:
        if path.endswith("h.md"):
            raise ZeroDivisionError("of all things")
        return read_file(path)

    monkeypatch.setattr("digest.editions.intake.read_file", breaks)
    desk.write("in/a.md", DAM)
    desk.write("in/h.md", HERRING)
    taken = desk.look()
    assert (len(taken.arrivals), len(taken.not_read)) == (1, 1)
    assert desk.look().files == 0  # it is not tried again until it changes


def test_records_that_change_their_line_are_not_revised(desk: Desk) -> None:
    feed = desk.root / "in/feed.jsonl"
    records = [json.dumps({"title": text.split(".")[0], "text": text}) for text in (DAM, HERRING, DAM_LATER)]
    feed.write_text("\n".join(records[:2]))
    assert len(desk.look().arrivals) == 2
    feed.write_text("\n".join((records[2], *records[:2])))
    [arrival] = desk.look().arrivals
    assert arrival.revises is None
    assert arrival.path.endswith("#1")
    desk.edition()
    assert len(desk.made[0].new) == 3


def test_a_format_that_fails_is_named_and_the_others_are_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest import render as room

    def fails(*args: object, **kwargs: object) -> bytes:
        raise RenderError("no fonts are installed")

    monkeypatch.setattr(
        "digest.editions.making.render",
        lambda b, name, **o: fails() if name == "pdf" else room.render(b, name, **o),
    )
    desk.profiles["morning"]["formats"] = ["md", "pdf"]
    desk.write("in/a.md", DAM)
    desk.look()
    edition = desk.edition()
    assert edition.not_made == ("pdf: no fonts are installed",)
    assert set(desk.store.edition_files(edition.key)) == {"briefing.md"}


def test_files_that_could_not_be_written_are_written_by_the_next_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    with monkeypatch.context() as patch:
        patch.setattr(
            "digest.editions.making.write_edition", lambda *a: (_ for _ in ()).throw(DeliveryError("no room"))
        )
        with pytest.raises(DeliveryError):
            desk.edition()
    key = EditionKey("morning", "2031-04-01", "06:30")
    kept = desk.store.edition(key)
    assert kept is not None
    assert (kept.state, kept.written) == ("completed", False)
    [path] = write_files(desk.store, "morning", config=desk.config)
    assert path.read_bytes() == desk.store.edition_file(key, "briefing.md")
    path.unlink()  # the reader took it away
    assert write_files(desk.store, "morning", config=desk.config) == ()


def test_folder_that_cannot_be_written_to_keeps_no_later_edition_back(desk: Desk) -> None:
    (desk.root / "out").write_text("in the way")
    for number in (1, 2):
        with pytest.raises(DeliveryError):
            desk.edition()
        desk.now += timedelta(days=1)
        assert len(desk.store.unwritten("morning")) == number
    (desk.root / "out").unlink()
    assert len(write_files(desk.store, "morning", config=desk.config)) == 2


def test_edition_is_made_though_its_readers_cannot_be_read(desk: Desk) -> None:
    (desk.root / "readers.toml").write_text("not TOML at all")
    mail = {"sender": "desk@example.org", "recipients_file": str(desk.root / "readers.toml")}
    desk.profiles["morning"]["mail"] = mail
    assert desk.edition().state == "completed"
    [message] = desk.store.messages()
    assert (message.channel, message.state) == ("readers", "waiting")


def test_a_preview_uses_nothing_up(desk: Desk) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    for _ in range(2):
        shown = preview(desk.store, "morning", date="2031-04-01", now=desk.instant, config=desk.config)
        assert len(shown.references) == 1
    assert len(desk.edition().new) == 1


def test_readings_of_another_version_are_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("in/a.md", DAM)
    desk.look()
    desk.edition()
    monkeypatch.setattr("digest.editions.intake.made_with", lambda pipeline: "plain 2")
    desk.write("in/b.md", DAM_LATER)
    desk.look()
    edition = desk.edition()
    places = desk.store.places({*edition.new, *edition.context})
    kept = desk.store.readings(p[0] for p in places.values())
    assert {k.made_with for k in kept} == {"plain 2"}


def test_an_unknown_profile_is_said(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no profile 'evening'; known are morning"):
        desk.edition("evening")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_every_article_is_new_exactly_once(desk: Desk, seed: int) -> None:
    """Files come, are copied, edited, moved and taken away between editions of two profiles."""
    chance = random.Random(seed)
    both, some = desk.root / "in", desk.root / "in" / "some"
    desk.profiles["some"] = {**desk.profiles["morning"], "sources": [str(some)]}
    sources = {"morning": both, "some": some}
    some.mkdir()
    stood: dict[str, set[str]] = {name: set() for name in sources}  # ids that stood at an edition
    for step in range(24):
        files = sorted(both.rglob("*.md"))
        for _ in range(chance.randrange(3)):
            folder = chance.choice(("in", "in/some"))
            desk.write(
                f"{folder}/{chance.randrange(99):02}.md", f"News number {chance.randrange(60)} of Brem."
            )
        if files and chance.random() < 0.4:
            file = chance.choice(files)
            shutil.copy(file, some / f"copy{step}.md")
        if files and chance.random() < 0.3:
            file = chance.choice(files)
            file.write_text(file.read_text().replace("News", "Late news"))
        if files and chance.random() < 0.3:
            chance.choice(files).rename(both / f"moved{step}.md")
        if files and chance.random() < 0.2:
            chance.choice(sorted(both.rglob("*.md"))).unlink()
        desk.look()
        name = chance.choice(("morning", "some"))
        desk.edition(name)
        standing = [a for a in desk.store.arrivals(under=[sources[name]]) if a.left is None]
        stood[name] |= {a.article_id for a in standing}
    for name, ids in stood.items():
        new = [article for edition in desk.made if edition.key.profile == name for article in edition.new]
        assert len(new) == len(set(new))
        assert set(new) == ids
