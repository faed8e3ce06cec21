"""Figures across articles: whole story groups with the real pipeline, and laws of the rows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from digest.language.load import load
from digest.model import Article, Figure, Origin, Published, Reading, Sentence
from digest.reconcile.figures import group_figures
from digest.reconcile.figures.keys import is_key
from digest.reconcile.figures.values import Interval, compatible
from tests.reconcile.groups import Group, article, lines_of, origins_of, read_groups, readings_of, score

# Precision and recall that the weights hold: on short reports, and on longer ones that were written blind.
FLOORS = {
    "*.txt": {"same": (0.97, 0.90), "sharper": (0.99, 0.96), "differs": (0.97, 0.86)},
    "fresh/*.txt": {"same": (0.97, 0.69), "sharper": (0.78, 0.50), "differs": (0.85, 0.39)},
}


@pytest.mark.language
@pytest.mark.parametrize("pattern", FLOORS)
def test_story_groups_reach_the_floors(pattern: str) -> None:
    scores, wrong = score(load("embedded"), pattern)
    for name, (precision, recall) in FLOORS[pattern].items():
        assert scores[name].precision >= precision, (name, wrong)
        assert scores[name].recall >= recall, (name, wrong)


def test_there_are_sixty_story_groups_with_traps() -> None:
    groups = list(read_groups())
    assert len(groups) >= 60
    assert sum(not group.pairs for group in groups) >= 20


@pytest.mark.language
def test_copies_of_one_report_are_one_origin() -> None:
    group = next(g for g in read_groups() if g.name == "a copy counts once")
    (row,) = group_figures(readings_of(group, load("embedded")), origins_of(group))
    assert (row.relation, row.origins, len(row.figures)) == ("agree", 1, 2)


@pytest.mark.language
def test_order_of_articles_does_not_matter() -> None:
    group = next(g for g in read_groups() if g.name.startswith("storm without power"))
    readings = readings_of(group, load("embedded"))
    rows = {group_figures(order, origins_of(group)) for order in permutations(readings)}
    assert len(rows) == 1


@pytest.mark.language
def test_reasons_say_how_figures_stand_to_each_other() -> None:
    reasons: dict[str, str] = {}
    for group in read_groups("groups_disaster.txt"):
        for row in group_figures(readings_of(group, load("embedded")), origins_of(group)):
            reasons.setdefault(row.relation, row.reason)
    assert "sources differ: “41” (interior ministry), “46” (Red Cross)" in reasons["differ"]
    assert "is sharper than" in reasons["sharper"]
    assert "at different dates: from “41” (2031-06-11) to “77” (2031-06-13)" in reasons["development"]
    assert "2 independent origins" in reasons["agree"]


def reading(name: str, date: str, text: str, *figures: Figure) -> Reading:
    published = Published(date, "day", "in the test", "stated")
    article = Article(name, name, "", "", text, published=published)
    return Reading(article, sentences=(Sentence(0, len(text), 0, ()),), figures=figures)


def rate(text: str, words: str, value: str, high: str | None = None) -> Figure:
    start, rated = text.index(words), text.index("key rate")
    return Figure(
        start,
        start + len(words),
        words,
        "percentage",
        value=Decimal(value),
        high=Decimal(high) if high else None,
        unit="percentage",
        counted="key rate",
        counted_start=rated,
        counted_end=rated + len("key rate"),
    )


def count(text: str, number: str, counted: str) -> Figure:
    at, of = text.index(number), text.index(counted)
    return Figure(
        at, at + len(number), number, "number", Decimal(number), counted=counted, counted_start=of,
        counted_end=of + len(counted), event="killed" if "killed" in text else None,
    )  # fmt: skip


def test_a_toll_that_moved_between_dates_is_a_development_and_the_latest_is_printed() -> None:
    first, second = "The flood at Orr killed 12 people.", "The flood at Orr killed 15 people."
    rows = group_figures(
        [
            reading("b", "2031-01-03", second, count(second, "15", "people")),
            reading("a", "2031-01-01", first, count(first, "12", "people")),
        ],
        (),
    )
    assert [(row.relation, row.figures[row.best][1].text) for row in rows] == [("development", "15")]
    assert [name for name, _ in rows[0].figures] == ["a", "b"]


def test_of_two_least_numbers_neither_is_the_more_exact() -> None:
    one, other = (
        Interval(Decimal(low), Decimal(low) * 2, (Decimal(low), Decimal(low)), None, None, 1)
        for low in (17, 19)
    )
    assert not compatible(one, other)


def test_a_cut_from_one_rate_to_another_is_what_it_was_cut_to() -> None:
    text = "The bank lowered its key rate from 4% to 3.75%."
    cut = rate(text, "4% to 3.75%", "4", "3.75")
    now = rate("The bank lowered its key rate to 3.75%.", "3.75%", "3.75")
    rows = group_figures(
        [
            reading("a", "2034-01-03", text, cut),
            reading("b", "2034-01-03", "The bank lowered its key rate to 3.75%.", now),
        ],
        (),
    )
    assert [(row.relation, len(row.figures)) for row in rows] == [("agree", 2)]


def rows_of(*articles: tuple[str, str]) -> list[tuple[str, list[str], str]]:
    """The rows of some articles, each with its day: relation, figures, the one that is printed."""
    group = Group("", [article(str(n), day, text) for n, (day, text) in enumerate(articles)])
    rows = group_figures(readings_of(group, load("embedded")), ())
    return [
        (row.relation, sorted(f.text for _, f in row.figures), row.figures[row.best][1].text) for row in rows
    ]


@pytest.mark.language
@pytest.mark.parametrize(
    "later",
    [
        "Rescuers found more bodies at Orr, raising the death toll from 12 to 19.",
        "The death toll of the flood at Orr rose from 12 to 19.",
        "The flood at Orr has killed 19 people, raising the toll from 12.",
        "The death toll of the flood at Orr has risen to 19, up from 12 on Monday.",
        "The death toll of the flood at Orr has risen to 19 from 12.",
    ],
)
def test_what_an_article_says_a_toll_rose_from_is_where_it_moved_from(later: str) -> None:
    (row,) = rows_of(("2031-01-01", "The flood at Orr killed 12 people."), ("2031-01-02", later))
    assert row[0] == "development"
    assert "19" in row[2]


@pytest.mark.language
@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ("Police made 47 arrests in Orr.", "At least 47 arrests were made in Orr, police said.", 1),
        ("The port closed five lines on Friday.", "At least five attacks hit the port on Friday.", 2),
        ("Oil closed at $83.20 a barrel on Tuesday.", "On Tuesday oil stood at $83.20.", 1),
        ("In May Ardent earned 1.34 billion euros.", "Ardent earned €900m, after 1.34 billion in May.", 2),
        ("Four others are missing in Orr.", "Four others are missing in Orr.", 1),
        ("Eleven men are trapped in Orr.", "The eleven men trapped in Orr are alive.", 1),
        ("Rain fell in Orr.", "The eleven men trapped in Orr are alive.", 0),
    ],
)
def test_rows_that_plainly_say_one_thing_are_one(one: str, other: str, rows: int) -> None:
    assert len(rows_of(("2031-01-01", one), ("2031-01-01", other))) == rows


@pytest.mark.language
def test_the_reason_of_a_development_names_the_value_it_moved_from() -> None:
    told = "Unemployment claims fell to 473,000 last week from a revised 507,000 a week earlier."
    other = "Unemployment claims fell to 473,000 last week."
    group = Group("", [article(str(n), "2031-01-02", text) for n, text in enumerate((told, other))])
    (row,) = group_figures(readings_of(group, load("embedded")), ())
    assert "from “507,000” to “473,000” (2031-01-02)" in row.reason


@pytest.mark.language
def test_an_earlier_value_is_no_row_of_its_own() -> None:
    text = "Monitors counted 62 porpoises in the gulf, down from 95 five years ago."
    assert rows_of(("2031-01-01", text)) == [("development", ["62", "95"], "62")]


@pytest.mark.language
def test_two_things_that_one_story_gives_alike_stay_apart() -> None:
    told = "Eight boys were rescued from the cave on Monday. Eight boys remain in the cave."
    rows = rows_of(("2031-01-01", told), ("2031-01-01", told))
    assert [(relation, len(figures)) for relation, figures, _ in rows] == [("agree", 2), ("agree", 2)]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2026-03", "2026-03-03", "differ"),
        ("2026-03-03", "2026-03-03", "differ"),
        ("2026-03-03", "2026-03-04", "development"),
        ("2026-02", "2026-03-04", "development"),
    ],
)
def test_a_direction_needs_days_that_are_known_to_differ(one: str, other: str, relation: str) -> None:
    texts = ["The flood at Orr killed 12 people.", "The flood at Orr killed 15 people."]
    first, second = (count(text, number, "people") for text, number in zip(texts, ("12", "15"), strict=True))
    rows = group_figures(
        [
            reading("a", "2026-03-09", texts[0], replace(first, as_of=one)),
            reading("b", "2026-03-09", texts[1], replace(second, as_of=other)),
        ],
        (),
    )
    assert [row.relation for row in rows] == [relation]


def test_the_same_toll_from_two_origins_comes_before_a_figure_of_one() -> None:
    text = "The flood at Orr killed 12 people and swept away 40 bridges."
    figures = (count(text, "12", "people"), count(text, "40", "bridges"))
    other = "Flood water killed 12 people at Orr."
    rows = group_figures(
        [
            reading("a", "2031-01-01", text, *figures),
            reading("b", "2031-01-01", other, count(other, "12", "people")),
        ],
        (Origin("a", ("a",), ""), Origin("b", ("b",), "")),
    )
    assert [(row.relation, row.origins) for row in rows] == [("agree", 2), ("single", 1)]


def test_ages_are_no_key_figures() -> None:
    assert not is_key("Maria, 34, spoke.", Figure(7, 9, "34", "age", Decimal(34), unit="year"))


def test_definite_pairs_and_spans_of_time_are_no_key_figures() -> None:
    text = "The two leaders met for two days."
    pair = Figure(4, 7, "two", "number", Decimal(2), counted="leaders", counted_start=8, counted_end=15)
    span = Figure(24, 32, "two days", "duration", Decimal(2), unit="day")
    assert not is_key(text, pair)
    assert not is_key(text, span)


def shown(*texts: str) -> list[str]:
    """The rows of some articles as a table prints them: figure, what is counted, event."""
    group = Group("", [article(str(n), "2031-01-01", text) for n, text in enumerate(texts)])
    rows = group_figures(readings_of(group, load("embedded")), origins_of(group))
    best = [row.figures[row.best][1] for row in rows]
    return sorted(" | ".join(filter(None, (f.text, f.counted, f.event))) for f in best)


def case_of(line: str) -> ParameterSet:
    """A line as a case; after " xfail: " the reason why it is known to fail."""
    case, _, reason = line.partition(" xfail: ")
    text, *rows = case.split(" => ")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(text, rows, marks=marks)


@pytest.mark.language
@pytest.mark.parametrize(("text", "rows"), [case_of(line) for line in lines_of("telling.txt")])
def test_a_row_says_what_it_counts_or_is_not_printed(text: str, rows: list[str]) -> None:
    assert shown(text) == sorted(rows)


NUMBERS = st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=6)


@given(NUMBERS)
def test_every_key_figure_is_in_exactly_one_row(numbers: list[int]) -> None:
    readings = []
    for index, number in enumerate(numbers):
        text = f"The flood at Orr killed {number} people."
        readings.append(reading(f"a{index}", "2031-01-01", text, count(text, str(number), "people")))
    rows = group_figures(readings, ())
    assert sorted(name for row in rows for name, _ in row.figures) == sorted(r.article.id for r in readings)
    assert all(1 <= row.origins <= len(row.figures) and 0 <= row.best < len(row.figures) for row in rows)
    assert all(row.reason for row in rows)


@pytest.mark.language
def test_articles_without_a_date_are_of_no_other_year() -> None:
    told = ("Employers in Orr added 250,000 jobs in May.", "Employers in Orr created 250,000 jobs in May.")
    undated = [replace(article(str(n), "2031-01-01", text), published=None) for n, text in enumerate(told)]
    rows = group_figures(readings_of(Group("", undated), load("embedded")), ())
    assert [len(row.figures) for row in rows] == [2]
