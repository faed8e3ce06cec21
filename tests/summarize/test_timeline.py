"""Dated statements of a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Moment, Origin, Precision, Reading
from digest.summarize import timeline, timeline_length
from tests.summarize.build import reading


def dated(base: Reading, *moments: tuple[str, str]) -> Reading:
    """The reading with moments: the words of the text and the date that they mean."""
    precision: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute"}
    found = [
        Moment(at, at + len(words), words, when, precision[len(when)], "stated")
        for words, when in moments
        for at in [base.article.text.index(words)]
    ]
    return replace(base, moments=tuple(found))


def texts(readings: list[Reading], limit: int = 10) -> list[tuple[str, str]]:
    articles = {r.article.id: r.article for r in readings}
    return [
        (s.when, articles[s.span.article_id].text[s.span.start : s.span.end])
        for s in timeline(readings, limit=limit)
    ]


def on(day: str, name: str, text: str, words: str, when: str) -> Reading:
    return dated(reading(name, text, published=day), (words, when))


FERRY = [
    dated(
        reading("a", "The ferry line at Orlin will close on 3 May.", "The council voted for it on 4 March."),
        ("3 May", "2024-05-03"),
        ("4 March", "2024-03-04"),
    ),
    dated(
        reading("b", "The ferry line at Orlin closes for good on May 3.", "The old ferry sank in 1961."),
        ("May 3", "2024-05-03"),
        ("1961", "1961"),
    ),
]


def test_in_order_of_date_future_ones_too_and_each_event_once() -> None:
    found = texts(FERRY)
    assert [when for when, _ in found] == ["1961", "2024-03-04", "2024-05-03"]


def test_the_limit_keeps_the_dates_that_most_articles_speak_of() -> None:
    assert [when for when, _ in texts(FERRY, limit=1)] == ["2024-05-03"]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Rescuers mourned those lost in the ferry wreck of 3 May.", "3 May", "2024-05-03"),
        ("The line has lost money since 2014, the council said.", "2014", "2014"),
        ("The line runs at a loss until 3 May, the council said.", "3 May", "2024-05-03"),
        ("The line was closed under the harbour plan of 2016.", "2016", "2016"),
        ("The line was hurt by the strike after last year's storm.", "last year", "2023"),
        ("The losses of the line fell to 3 million in the month ended 3 May.", "3 May", "2024-05-03"),
        ("The April figures of the line disappointed the council.", "April", "2024-04"),
        ("Divers searched the ferry for traces of the 3 May attack.", "3 May", "2024-05-03"),
        ("Nobody was charged with the May 3, 2024, attack on the ferry.", "May 3, 2024", "2024-05-03"),
        ("Brandt's May 3 speech on the ferry line is not forgotten.", "May 3", "2024-05-03"),
        ("“Today the line is closed,” a captain wrote to the harbour.", "Today", "2024-05-03"),
        ("An earlier version of this article gave 3 May as the day of the wreck.", "3 May", "2024-05-03"),
    ],
)
def test_a_date_that_dates_no_event_is_left_out(text: str, words: str, when: str) -> None:
    assert texts([dated(reading("a", text), (words, when))]) == []


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("In the early hours of Friday, May 3, the ferry ran aground.", "Friday, May 3", "2024-05-03"),
        ("On that Friday night the ferry ran aground off Orlin.", "Friday", "2024-05-03"),
        ("The council said in a Friday statement that the line will close.", "Friday", "2024-05-03"),
    ],
)
def test_a_date_that_dates_the_event_is_kept(text: str, words: str, when: str) -> None:
    assert texts([dated(reading("a", text), (words, when))]) == [(when, text)]


def test_one_event_that_two_reports_date_differently_is_told_once() -> None:
    told = "The captain handed in her licence to the harbour of Orlin"
    first = on("2024-05-04", "a", f"{told} on Friday.", "Friday", "2024-05-03")
    second = on("2024-05-04", "b", f"{told} today.", "today", "2024-05-04")
    assert len(texts([first, second])) == 1
    later = on("2024-05-11", "c", f"{told} on Friday.", "Friday", "2024-05-10")
    assert len(texts([first, later])) == 2


def test_a_date_named_from_afar_counts_more_than_the_day_of_each_report() -> None:
    topic = [
        dated(
            reading("a", "The council met again on Tuesday.", published="2024-04-30"),
            ("Tuesday", "2024-04-30"),
        ),
        dated(
            reading("b", "The ferry line at Orlin will close on 3 May.", published="2024-03-04"),
            ("3 May", "2024-05-03"),
        ),
        dated(
            reading("c", "The closing of the ferry line on 3 May angered Orlin.", published="2024-06-01"),
            ("3 May", "2024-05-03"),
        ),
    ]
    assert texts(topic, limit=1)[0][0] == "2024-05-03"


def test_a_report_stands_for_a_past_date_rather_than_an_announcement() -> None:
    topic = [
        dated(
            reading("a", "The ferry line at Orlin will close on 3 May.", published="2024-04-30"),
            ("3 May", "2024-05-03"),
        ),
        dated(
            reading("b", "The ferry line at Orlin closed on 3 May.", published="2024-05-04"),
            ("3 May", "2024-05-03"),
        ),
    ]
    assert texts(topic) == [("2024-05-03", "The ferry line at Orlin closed on 3 May.")]


def test_the_sentence_that_is_about_the_date_stands_for_it() -> None:
    topic = [
        dated(
            reading("a", "Orlin is short of ferries, which began to sail the fjord in 1961."),
            ("1961", "1961"),
        ),
        dated(reading("b", "In 1961 the first of the ferries began to sail the fjord."), ("1961", "1961")),
        reading("c", "The ferries of Orlin began to sail the fjord long ago."),
    ]
    assert texts(topic) == [("1961", "In 1961 the first of the ferries began to sail the fjord.")]


def test_a_year_that_one_of_many_articles_names_in_passing_is_left_out() -> None:
    passing = dated(reading("a", "Brandt compared it to the flood in 1961."), ("1961", "1961"))
    others = [reading(i, "The ferry line at Orlin will close.") for i in "bc"]
    assert texts([passing, *others]) == []


def test_one_statement_for_a_date_unless_many_speak_of_it() -> None:
    lines = ("The council closed the ferry line on 3 May.", "Ada Okoro was elected mayor on 3 May.")
    topic = [dated(reading(f"r{n}", line), ("3 May", "2024-05-03")) for n, line in enumerate(lines)]
    assert len(texts(topic)) == 1
    assert (
        len(texts([*topic, *(replace(r, article=replace(r.article, id=r.article.id + "x")) for r in topic)]))
        == 2
    )


def test_a_recap_is_no_second_event_of_its_day() -> None:
    report = "The ferry of Orlin sank on Saturday."
    topic = [on("2024-03-05", f"r{n}", report, "Saturday", "2024-03-02") for n in range(5)]
    recap = "Okoro, minister until 2 March, travels."
    topic.append(on("2024-06-01", "late", recap, "2 March", "2024-03-02"))
    assert texts(topic) == [("2024-03-02", report)]


def test_a_year_beside_the_main_clause_is_no_line() -> None:
    assert texts([dated(reading("a", "Okoro, who sailed the ferry in 1991, spoke."), ("1991", "1991"))]) == []


def test_days_come_before_the_month_that_holds_them() -> None:
    topic = [
        dated(
            reading(i, "Orlin closed its ferry line in March.", published="2024-03-08"), ("March", "2024-03")
        )
        for i in "abc"
    ]
    topic.append(
        dated(
            reading("d", "The council voted on 4 March.", published="2024-03-05"), ("4 March", "2024-03-04")
        )
    )
    assert [when for when, _ in texts(topic, limit=1)] == ["2024-03-04"]
    assert [when for when, _ in texts(topic)] == ["2024-03", "2024-03-04"]


def test_new_dates_come_before_more_of_the_same() -> None:
    many = [
        dated(reading(f"m{n}", f"{name} resigned on 3 May."), ("3 May", "2024-05-03"))
        for n, name in enumerate(["Brandt", "Okoro", "Holm", "Reke", "Voss", "Dahl", "Aalto"])
    ]
    other = dated(reading("o", "The council voted on 4 March."), ("4 March", "2024-03-04"))
    assert [when for when, _ in texts([*many, other], limit=2)] == ["2024-03-04", "2024-05-03"]


def test_copies_of_one_report_speak_of_a_date_once() -> None:
    copies = [dated(reading(i, "The council met on 4 March."), ("4 March", "2024-03-04")) for i in "abc"]
    others = [dated(reading(i, "The line will close on 3 May."), ("3 May", "2024-05-03")) for i in "de"]
    origins = [Origin("a", ("a", "b", "c"), "exact copies")]
    assert [s.when for s in timeline([*copies, *others], limit=1)] == ["2024-03-04"]
    assert [s.when for s in timeline([*copies, *others], origins, limit=1)] == ["2024-05-03"]


MISSED = reading("c", "The ferry line at Orlin will be missed.")


@given(st.permutations([*FERRY, MISSED]))
def test_law_order_of_articles_does_not_matter(shuffled: list[Reading]) -> None:
    assert timeline(shuffled, limit=2) == timeline([*FERRY, MISSED], limit=2)


def test_moment_lies_in_its_sentence() -> None:
    for statement in timeline(FERRY, limit=10):
        assert statement.moment.article_id == statement.span.article_id
        assert statement.span.start <= statement.moment.start < statement.moment.end <= statement.span.end


def test_the_day_of_the_lead_is_what_a_report_is_about_not_the_day_of_its_publication() -> None:
    topic = [
        on("2024-03-05", "a", "The council closed the line on Monday.", "Monday", "2024-03-04"),
        on("2024-03-05", "b", "The line was closed on Monday, Orlin said.", "Monday", "2024-03-04"),
        dated(
            reading("c", "Orlin has no ferry. Shops opened late on Tuesday.", published="2024-03-05"),
            ("Tuesday", "2024-03-05"),
        ),
    ]
    assert [when for when, _ in texts(topic, limit=1)] == ["2024-03-04"]


def test_an_anniversary_matters_less_than_the_day_that_it_recalls() -> None:
    topic = [
        on("2023-03-04", "a", "The ferry of Orlin sank on Saturday.", "Saturday", "2023-03-04"),
        on("2023-06-01", "b", "A widow sued over the ferry that sank on 4 March.", "4 March", "2023-03-04"),
        on("2023-09-02", "c", "A new ferry of Orlin sailed on Friday.", "Friday", "2023-09-01"),
        on("2024-03-04", "d", "Orlin mourned the dead of the ferry on Monday.", "Monday", "2024-03-04"),
        on("2024-03-05", "e", "Orlin laid flowers for the ferry on Monday.", "Monday", "2024-03-04"),
    ]
    assert [when for when, _ in texts(topic, limit=2)] == ["2023-03-04", "2023-09-01"]


def test_a_plan_that_nobody_reported_on_is_left_out_once_it_has_passed() -> None:
    plan = dated(
        reading("a", "The ferries are full. A fair will be held on 3 May.", published="2024-03-04"),
        ("3 May", "2024-05-03"),
    )
    assert [when for when, _ in texts([plan])] == ["2024-05-03"]
    assert texts([plan, reading("b", "The ferries of Orlin are empty.", published="2024-06-01")]) == []


@pytest.mark.parametrize(("days", "lines"), [(1, 8), (20, 20), (200, 30)])
def test_a_topic_reported_on_more_days_may_have_more_lines(days: int, lines: int) -> None:
    topic = [
        reading(str(n), "The ferry sails.", published=f"2024-{n // 28 + 1:02}-{n % 28 + 1:02}")
        for n in range(days)
    ]
    assert timeline_length(topic, most=30) == lines
