"""Date expressions in running text: what is found, and what it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.dates import find_dates, find_month_days, read_date
from digest.model import Published

WEDNESDAY = Published("2024-03-06", "day", "the page", "stated")
MARCH = Published("2024-03", "month", "a caption", "inferred")


def found(text: str, anchor: Published | None = WEDNESDAY) -> list[tuple[str, str]]:
    """(words, meaning) of each moment; a span as first/last."""
    return [(m.text, f"{m.when}/{m.until}" if m.until else m.when) for m in find_dates(text, anchor=anchor)]


STATED = [
    ("It fell on Monday, March 4, 2024, in the north.", [("Monday, March 4, 2024", "2024-03-04")]),
    ("He left on 4 March 2024.", [("4 March 2024", "2024-03-04")]),
    ("He left on the 4th of March, 2024.", [("the 4th of March, 2024", "2024-03-04")]),
    ("From March 4 to 6, 2024, they met.", [("March 4 to 6, 2024", "2024-03-04/2024-03-06")]),
    ("They met 4–6 March 2024.", [("4–6 March 2024", "2024-03-04/2024-03-06")]),
    ("from Dec. 30 to Jan. 2, 2024", [("from Dec. 30 to Jan. 2, 2024", "2023-12-30/2024-01-02")]),
    ("built between May and July 2019", [("May and July 2019", "2019-05/2019-07")]),
    ("Since March 2019 it has stood.", [("March 2019", "2019-03")]),
    ("Russia-style annexation of 2014", [("2014", "2014")]),
    ("in 2014 and since 2018", [("2014", "2014"), ("2018", "2018")]),
    ("the 2020 election", [("2020", "2020")]),
    ("the war of 2014-16", [("2014-16", "2014/2016")]),
    ("in early 2022", [("early 2022", "2022")]),
    ("the 1990s", [("the 1990s", "1990/1999")]),
    ("the first quarter of 2021", [("the first quarter of 2021", "2021-01/2021-03")]),
    ("at 2024-03-04T10:30:00Z", [("2024-03-04T10:30:00Z", "2024-03-04T10:30")]),
    ("on 13/04/2021", [("13/04/2021", "2021-04-13")]),
    ("on 03/04/2021", [("03/04/2021", "2021")]),  # day and month cannot be told apart
    (
        "on March 4, 2024, at 3:30 p.m. local time",
        [("March 4, 2024, at 3:30 p.m. local time", "2024-03-04T15:30")],
    ),
]
NOT_DATES = [
    "It has 2,014 seats and 1,990 lamps.",
    "Some 2014 people came, and 1999 cases were counted.",
    "They may 5 times a day march 10 miles.",
    "It cost $2020 in all, or 2020 euros.",
    "the score was 20-14",
    "It begins at 3:30 p.m. (2030 GMT) and ends by 2145 UTC, in 1800 hours.",
    "February 30 2024x and 32 May",
]
INFERRED = [
    ("The minister said Tuesday that it rained.", [("Tuesday", "2024-03-05")]),
    ("The two are set to speak Thursday.", [("Thursday", "2024-03-07")]),
    ("The summit will be held on Monday.", [("Monday", "2024-03-11")]),
    ("It is expected to be signed on Monday.", [("Monday", "2024-03-11")]),
    ("He can be held until Tuesday.", [("Tuesday", "2024-03-12")]),
    ("The school was closed until Tuesday.", [("Tuesday", "2024-03-12")]),
    ("The rain lasted until Tuesday.", [("Tuesday", "2024-03-05")]),
    ("It may have been sold on Monday.", [("Monday", "2024-03-04")]),
    ("The town waits for the trial of Dr. Ada Okoro on Monday.", [("Monday", "2024-03-11")]),
    ("The trial goes on on Friday.", [("Friday", "2024-03-08")]),
    ("The polls open on Sunday.", [("Sunday", "2024-03-10")]),
    ("The pipe was found to be leaking on 20 June.", [("20 June", "2023-06-20")]),
    ("He resigned on 16 April last year.", [("16 April last year", "2023-04-16")]),
    ("It opened in April last year.", [("April last year", "2023-04")]),
    ("The vote is on 16 April this year.", [("16 April this year", "2024-04-16")]),
    ("On Wednesday, the court shut the office.", [("Wednesday", "2024-03-06")]),
    ("Families began to return on Monday.", [("Monday", "2024-03-04")]),
    ("The vote is due on Friday, he said on Monday.", [("Friday", "2024-03-08"), ("Monday", "2024-03-04")]),
    ("It will stay shut until Friday.", [("Friday", "2024-03-08")]),
    ("last Wednesday", [("last Wednesday", "2024-02-28")]),
    ("next Wednesday", [("next Wednesday", "2024-03-13")]),
    ("Thursday’s meeting will be short.", [("Thursday", "2024-03-07")]),
    ("He arrived on Sunday night.", [("Sunday night", "2024-03-03")]),
    ("The call begins Thursday at 3:30 p.m. ET.", [("Thursday at 3:30 p.m. ET", "2024-03-07T15:30")]),
    ("yesterday and tomorrow", [("yesterday", "2024-03-05"), ("tomorrow", "2024-03-07")]),
    ("a Jan. 10 meeting", [("Jan. 10", "2024-01-10")]),
    ("The inquiry must report by 30 September.", [("30 September", "2024-09-30")]),
    ("The bridge opened on 2 May.", [("2 May", "2023-05-02")]),
    ("People began to return on Friday.", [("Friday", "2024-03-01")]),
    ("It agreed to pay the fine by Friday.", [("Friday", "2024-03-08")]),
    ("By Friday, the river had fallen.", [("Friday", "2024-03-01")]),
    ("It has been shut since Nov. 4.", [("Nov. 4", "2023-11-04")]),
    ("a session on Apr. 2, followed by one on Apr. 4", [("Apr. 2", "2024-04-02"), ("Apr. 4", "2024-04-04")]),
    ("a Dec. 10 meeting", [("Dec. 10", "2023-12-10")]),
    ("on Tuesday, Dec. 10", [("Tuesday, Dec. 10", "2024-12-10")]),  # a Tuesday only in 2024
    ("last month and next year", [("last month", "2024-02"), ("next year", "2025")]),
    ("two weeks ago", [("two weeks ago", "2024-02-18/2024-02-24")]),
    ("three days ago", [("three days ago", "2024-03-03")]),
    ("eight months ago", [("eight months ago", "2023-07")]),
    ("over the past three weeks", [("the past three weeks", "2024-02-14/2024-03-06")]),
    ("in the next two weeks", [("the next two weeks", "2024-03-06/2024-03-20")]),
    ("last week", [("last week", "2024-02-26/2024-03-03")]),
    ("They met over the weekend.", [("over the weekend", "2024-03-02/2024-03-03")]),
    ("They will meet this weekend.", [("this weekend", "2024-03-09/2024-03-10")]),
    ("in September", [("September", "2023-09")]),
    ("It has grown since May.", [("May", "2023-05")]),
    ("last May", [("last May", "2023-05")]),
    ("He told Hill Radio This Morning on Monday that it fell.", [("Monday", "2024-03-04")]),
    ("On Monday, before the vote, Roe laid out why it should fail.", [("Monday", "2024-03-04")]),
    ("The miller died April 3, leaving two sons.", [("April 3", "2023-04-03")]),
    ("On 2 September, the miller said the weir was gone.", [("2 September", "2023-09-02")]),
    ("On 2 September, the miller will shut the weir.", [("2 September", "2024-09-02")]),
    ("The next day, Sept. 2, the miller said it was gone.", [("Sept. 2", "2023-09-02")]),
    ("It opened on May 1; the next day, May 2, it shut.", [("May 1", "2023-05-01"), ("May 2", "2023-05-02")]),
    ("The weir is held shut on 2 May.", [("2 May", "2024-05-02")]),
    ("The council passed a rule in June to mend the weir.", [("June", "2023-06")]),
    ("In July, the council said it had mended the weir.", [("July", "2023-07")]),
    ("In July, the council will mend the weir.", [("July", "2024-07")]),
    ("The miller said in April that he would act in May.", [("April", "2023-04"), ("May", "2024-05")]),
    ("On Thursday, those who oppose the leader’s plan met.", [("Thursday", "2024-02-29")]),
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text for text, _ in STATED])
def test_a_date_with_its_year_needs_no_anchor(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, None) == expected
    assert {moment.how for moment in find_dates(text, anchor=WEDNESDAY)} == {"stated"}


@pytest.mark.parametrize("text", NOT_DATES)
def test_a_number_is_no_date_without_a_reason(text: str) -> None:
    assert found(text, None) == []


@pytest.mark.parametrize(("text", "expected"), INFERRED, ids=[text for text, _ in INFERRED])
def test_a_relative_date_is_read_from_the_day_of_publication(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected
    assert {moment.how for moment in find_dates(text, anchor=WEDNESDAY)} == {"inferred"}


def test_a_recap_goes_on_from_the_day_that_stated_its_year() -> None:
    told = "The dam burst on 9 August, 2021. The valley was cleared on September 14 and rebuilt from 3 May."
    assert [when for _, when in found(told)] == ["2021-08-09", "2021-09-14", "2022-05-03"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The club, founded on 9 August, 2021, said on March 4 that it would move.", "2024-03-04"),
        ("The club was founded on 9 August, 2021. It will move on 3 May.", "2024-05-03"),
        ("The club was founded on 9 August, 2021.\n\nA new hall was opened on 3 November.", "2023-11-03"),
    ],
)
def test_news_and_plans_do_not_continue_a_recap(text: str, when: str) -> None:
    assert found(text)[-1][1] == when


def test_without_an_anchor_nothing_is_guessed() -> None:
    assert found("on Tuesday, two weeks ago, last month, on Jan. 10, in May", None) == []


def test_a_stretch_without_a_number_is_left_out() -> None:
    assert found("in the coming months and over the past years") == []


def test_days_of_unsaid_year_are_given_for_comparison() -> None:
    found_days = find_month_days("on December 7 and the 3rd of May, but not May 3, 2020, nor March 10%")
    assert [(day.month, day.day) for day in found_days] == [(12, 7), (5, 3)]


def test_an_anchor_known_to_the_month_carries_months_but_no_weekdays() -> None:
    assert found("on Tuesday, last month, on Jan. 10", MARCH) == [
        ("last month", "2024-02"),
        ("Jan. 10", "2024-01-10"),
    ]


def test_no_break_spaces_do_not_hide_a_date() -> None:
    assert found("on March\u00a04,\u00a02024") == [("March\u00a04,\u00a02024", "2024-03-04")]


@given(st.text(alphabet=st.sampled_from("MarchJan. 0123456789,-/onTuesdaylstwekypm:T"), max_size=60))
def test_moments_are_slices_in_order_without_overlap(text: str) -> None:
    at = 0
    for moment in find_dates(text, anchor=WEDNESDAY):
        assert at <= moment.start < moment.end
        assert text[moment.start : moment.end] == moment.text
        at = moment.end


READ = [
    ("20211229", "2021-12-29"),
    ("2021-12-29", "2021-12-29"),
    ("2021-12-29T10:02:11+01:00", "2021-12-29T10:02"),
    ("2021/12/29", "2021-12-29"),
    ("14 April 2021 06:12 GMT", "2021-04-14T06:12"),
    ("Tue 13 Apr 2021 18.42 BST", "2021-04-13T18:42"),
    ("April 13, 2021 at 4:30 p.m. EDT", "2021-04-13T16:30"),
    ("4:30 PM EDT, Tuesday April 13, 2021", "2021-04-13T16:30"),
    ("APRIL 13, 2021", "2021-04-13"),
    ("Wed, 29 Dec 2021 10:00:00 +0000", "2021-12-29T10:00"),
    ("April 2021", "2021-04"),
    ("2021", "2021"),
    ("03/04/2021", "2021"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_string_that_is_a_date_is_read(text: str, expected: str) -> None:
    result = read_date(text)
    assert result is not None
    assert result[0] == expected


@pytest.mark.parametrize(
    "text", ["", "20211332", "April", "in 2021 he left", "12 people", "the 13th", "99999999"]
)
def test_a_string_that_is_more_or_less_than_a_date_is_not(text: str) -> None:
    assert read_date(text) is None
