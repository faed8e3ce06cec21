"""Dates worked out from a text's own evidence: given only as far as the evidence carries."""

from __future__ import annotations

from datetime import date

import pytest

from digest.ingest.inferred import infer_date

NEWS = "The premier called her counterpart on Tuesday, her office said."
PLAN = "The two premiers are set to speak on Thursday, their offices said."


def when(body: list[str], *, captions: list[str] | None = None, notices: list[str] | None = None,
         modified: date | None = None) -> str | None:  # fmt: skip
    found = infer_date(body, captions=captions or [], copyright_lines=notices or [], modified=modified)
    assert found is None or (found.how == "inferred" and found.evidence)
    return found.when if found else None


def test_a_dated_picture_and_the_weekday_of_the_news_give_the_day() -> None:
    assert when([NEWS], captions=["The premier speaks, Monday, May 8, 2023."]) == "2023-05-09"


def test_a_picture_of_the_event_or_after_it_only_gives_the_month() -> None:
    assert when([NEWS], captions=["The premier speaks, Tuesday, May 9, 2023."]) == "2023-05"
    assert when([NEWS], captions=["The premier speaks, Wednesday, May 10, 2023."]) == "2023-05"


def test_news_ahead_is_published_before_it() -> None:
    assert when([PLAN], captions=["The premier speaks, May 8, 2023."]) == "2023-05"


def test_a_span_over_the_turn_of_the_year_gives_nothing() -> None:
    assert when([PLAN], captions=["The premier speaks, December 30, 2022."]) is None


def test_a_picture_alone_gives_its_month_or_year() -> None:
    assert when(["It rained."], captions=["The premier speaks, May 8, 2023."]) == "2023-05"
    assert when(["It rained."], captions=["The premier speaks, May 29, 2023."]) == "2023"


def test_a_file_photo_says_nothing_by_itself() -> None:
    assert when([NEWS], captions=["FILE PHOTO: The premier speaks, May 8, 2023."]) is None


def test_a_file_photo_and_this_month_give_the_month() -> None:
    body = ["It was their second call this month. The first was on May 4."]
    assert when(body, captions=["FILE PHOTO: The premier in her office, May 4, 2023."]) == "2023-05"


def test_next_month_counts_back_from_the_day_ahead() -> None:
    body = ["Talks are expected next month.", "They come ahead of a June 10 meeting."]
    assert when(body, captions=["FILE PHOTO: The premier in her office, May 4, 2023."]) == "2023-05"
    assert when(body) is None


def test_a_picture_older_than_the_text_is_distrusted() -> None:
    body = [NEWS, "The treaty was signed on March 3, 2024."]
    assert when(body, captions=["The premier speaks, Monday, May 8, 2023."]) is None


def test_the_weekday_named_with_its_full_date_is_the_day() -> None:
    assert when(["The premier resigned on Tuesday, May 9, 2023, her office said."]) == "2023-05-09"


def test_a_day_that_is_to_come_is_not_the_day() -> None:
    assert when(["She announced the gala, which will be held on Sunday, May 14, 2023, in the port."]) is None


def test_a_date_long_ago_in_the_opening_is_not_the_day() -> None:
    assert (
        when(["Ten years after the flood of Tuesday, May 9, 2023, the town will rebuild its bridge."]) is None
    )
    assert when(["It is the tenth anniversary of the flood of May 9, 2013, and the bridge is gone."]) is None


def test_a_full_date_in_the_opening_gives_its_month() -> None:
    assert when(["The council met on May 9, 2023, and voted to shut the dam."]) == "2023-05"


@pytest.mark.parametrize(
    "opening", ["KYROV, May 9 (Reuters) - The dam is shut.", "Kyrov, 9 May — The dam is shut."]
)
def test_a_dateline_takes_its_year_from_the_copyright(opening: str) -> None:
    assert when([opening], notices=["© 2023 The Kyrov Times"]) == "2023-05-09"
    assert when([opening]) is None


def test_the_weekday_must_fit_the_year() -> None:
    opening = "The dam was shut on Tuesday, May 9, officials said."
    assert when([opening], notices=["Copyright 2023"]) == "2023-05-09"
    assert when([opening], notices=["Copyright 2022"]) == "2022"  # May 9 was a Monday: only the notice holds


def test_the_files_own_date_only_tells_the_year_of_a_day_that_the_text_names() -> None:
    opening = "KYROV, May 9 (Reuters) - The dam is shut."
    assert when([opening], modified=date(2023, 5, 10)) == "2023-05-09"
    assert when([opening], modified=date(2023, 8, 1)) is None  # saved too late to tell
    assert when(["The dam is shut."], modified=date(2023, 5, 10)) is None  # alone it tells nothing


def test_a_copyright_year_alone_is_a_year() -> None:
    assert when(["The dam is shut."], notices=["Copyright 2023 The Associated Press."]) == "2023"
    assert when(["The dam is shut."], notices=["© 2010-2024 The Kyrov Times"]) is None
    assert when(["The dam was shut on May 9, 2024."], notices=["© 2023"]) == "2024-05"


def test_without_evidence_nothing_is_said() -> None:
    assert when([NEWS, "Russia annexed it in 2014.", "They met in 2018."]) is None
    assert when([]) is None
