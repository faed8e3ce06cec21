"""Lines of developments: which stories go on with which topic, over months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.cluster import Links, State, cluster
from digest.cluster.memory import Memory, together, told_by
from digest.kept import KeptTopic
from digest.model import Reading
from tests.cluster.build import reading

QUARRY = (  # an affair over a year: its stories share people and places, and hardly an event
    (
        "2031-02-03",
        "A wall of the quarry at Brennick gave way above Osk and buried three workers, the mayor said.",
    ),
    (
        "2031-02-19",
        "The inspectors found that the quarry at Brennick had been warned, and Vera Toll resigned.",
    ),
    (
        "2031-06-11",
        "A prosecutor charged the former manager Vera Toll over the three dead workers of Brennick.",
    ),
    ("2031-11-24", "In the court of Osk a judge sent Vera Toll to prison for the collapse of the quarry."),
)
MINE = (  # the same kind of affair somewhere else
    (
        "2031-03-05",
        "A shaft of the mine at Lorne caught fire below Hask and trapped four workers, the mayor said.",
    ),
    ("2031-03-21", "The inspectors found that the mine at Lorne had been warned, and Emil Sand resigned."),
    ("2031-07-02", "A prosecutor charged the former manager Emil Sand over the four dead workers of Lorne."),
    ("2031-12-01", "In the court of Hask a judge sent Emil Sand to prison for the fire in the mine."),
)


def read(name: str, told: Sequence[tuple[str, str]]) -> list[Reading]:
    return [reading(f"{name}{n}", text, published=day) for n, (day, text) in enumerate(told)]


def topics(state: State) -> set[tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for story in (*state.closed, *state.stories):
        found.setdefault(story.topic, []).extend(story.article_ids)
    return {tuple(sorted(articles)) for articles in found.values()}


def one_by_one(readings: Sequence[Reading]) -> list[State]:
    states = [State()]
    for each in sorted(readings, key=lambda r: r.article.published.when if r.article.published else ""):
        states.append(cluster([each], previous=states[-1]).state)
    return states[1:]


AFFAIRS = {("mine0", "mine1", "mine2", "mine3"), ("quarry0", "quarry1", "quarry2", "quarry3")}


def test_two_affairs_of_one_kind_over_a_year_are_two_topics() -> None:
    told = [*read("quarry", QUARRY), *read("mine", MINE)]
    assert topics(cluster(told).state) == AFFAIRS
    assert topics(one_by_one(told)[-1]) == AFFAIRS


def test_a_topic_keeps_its_id_and_runs_from_its_first_day_to_its_last() -> None:
    *earlier, last = read("quarry", QUARRY)
    (topic,) = cluster([last], previous=one_by_one(earlier)[-1]).topics
    assert (topic.id, topic.first, topic.last) == ("quarry0", "2031-02-03", "2031-11-24")
    assert [story.article_ids for story in topic.stories] == [(f"quarry{n}",) for n in range(4)]


def test_two_topics_that_prove_to_be_one_are_joined_and_it_is_recorded() -> None:
    robbed = "robbed the singer Mila Torv of her jewels at a hotel in Gosmar, the police said."
    held = "held at the airport of Petra with a bag of stones"
    told = (
        ("2031-02-03", f"Some men {robbed}"),
        ("2031-02-10", f"A pilot named Anders Kuhl was {held}."),
        ("2031-03-02", f"The pilot Anders Kuhl, {held}, {robbed}"),
    )
    *_, before, after = one_by_one(read("a", told))
    assert topics(before) == {("a0",), ("a1",)}
    assert topics(after) == {("a0", "a1", "a2")}
    assert [(c.kind, c.kept, c.other) for c in after.changes] == [("topics merged", "a0", "a1")]
    assert after.changes[0].why.startswith("with the stories that came since both tell of Anders Kuhl, Petra")
    assert {story.topic for story in (*after.closed, *after.stories)} == {"a0"}


def test_numbers_and_days_are_no_part_of_what_a_topic_is_remembered_by() -> None:
    key = {"w:quarry": 0.3, "n:Vera Toll": 0.4, "n:Brennick": 0.3}
    assert told_by(key | {"#:41": 0.9, "w:monday": 0.5}) == {
        "w:quarry": 0.3,
        "n:Vera Toll": 0.4,
        "n:Brennick": 0.3,
    }


def test_a_topic_that_tells_of_others_now_is_named_anew_unless_the_user_named_it() -> None:
    known = KeptTopic("quarry0", "Ada Moor: dam", {"w:dam": 0.1, "n:Ada Moor": 0.01}, "2030-12-01")
    told = read("quarry", QUARRY)
    now = ("w:quarry", "w:brennick", "w:toll", "w:vera", "w:workers", "n:Vera Toll", "n:Brennick")
    key = dict.fromkeys(now, 5.0)
    state = State(topics=(replace(known, key=known.key | key),))
    found = cluster(told, previous=state).state
    (topic,) = [topic for topic in found.topics if topic.id == "quarry0"]
    assert "Vera Toll" in topic.name
    assert [c.why for c in found.changes if c.kind == "topic renamed"] == [f"Ada Moor: dam → {topic.name}"]
    kept = cluster(told, previous=state, links=Links(names={"quarry0": "Ada Moor: dam"})).state
    assert "Ada Moor: dam" in {topic.name for topic in kept.topics}
    assert "topic renamed" not in {c.kind for c in kept.changes}


def test_what_a_topic_was_about_fades() -> None:
    faded = together({"w:quarry": 0.8, "n:BRENNICK": 0.4}, {"w:trial": 0.6, "n:Brennick": 0.1}, fading=0.5)
    assert faded == {"w:trial": 0.6, "w:quarry": 0.4, "n:Brennick": 0.3}


def test_a_memory_finds_the_topic_that_shares_most() -> None:
    memory = Memory()
    memory.put("a", {"w:quarry": 0.5, "w:toll": 0.6, "w:collapse": 0.3})
    memory.put("b", {"w:mine": 0.5, "w:sand": 0.6, "w:collapse": 0.3})
    asked = {"w:toll": 0.5, "w:quarry": 0.2, "w:prison": 0.4}
    likeness, topic = memory.nearest(asked)
    assert topic == "a"
    assert 0.2 < likeness < 1
    assert memory.nearest(asked, but="a")[1] is None
    memory.drop("a")
    assert memory.nearest(asked) == (0.0, None)
