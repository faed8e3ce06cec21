from __future__ import annotations

from digest.cluster.contrast import divide
from digest.cluster.features import profile
from digest.cluster.space import make_space
from digest.cluster.time import read_dates
from digest.model import Reading
from tests.cluster.build import reading
from tests.cluster.samples import look_alikes


def sides(told: list[Reading]) -> set[frozenset[str]] | None:
    profiles = [profile(r) for r in told]
    found = divide(make_space(profiles), range(len(told)), read_dates(profiles).weekdays)
    if found is None:
        return None
    ids = [r.article.id for r in told]
    return {
        frozenset(i for i, side in zip(ids, found, strict=True) if side == which) for which in (True, False)
    }


def test_two_events_of_one_kind_fall_apart() -> None:
    told = look_alikes(events=2, articles=6)
    events = {frozenset(r.article.id for e, r in told if e == event) for event in ("event 0", "event 1")}
    assert sides([r for _, r in told]) == events


def test_one_event_holds_together() -> None:
    assert sides([r for _, r in look_alikes(events=1, articles=8)]) is None


def test_few_articles_are_not_divided() -> None:
    assert sides([r for _, r in look_alikes(events=2, articles=2)]) is None


def test_copies_count_once_and_stay_together() -> None:
    told = [r for _, r in look_alikes(events=2, articles=5)]
    first = told[0].article
    told += [reading(f"copy {n}", first.text + f" Edition {n} of 9.") for n in range(4)]
    found = sides(told)
    assert found is not None
    assert any({first.id, "copy 0", "copy 1", "copy 2", "copy 3"} <= side for side in found)


def test_only_copies_are_not_divided() -> None:
    text = look_alikes(events=1, articles=1)[0][1].article.text
    assert sides([reading(f"copy {n}", f"{text} Edition {n} of 9.") for n in range(8)]) is None


def test_articles_without_words_are_no_copies_of_each_other() -> None:
    told = [r for _, r in look_alikes(events=2, articles=5)]
    assert sides([reading("empty", ""), reading("also empty", ""), *told]) is not None
