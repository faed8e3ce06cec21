"""What counts as a repeat, and what has been overtaken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Reading
from digest.summarize.material import gather
from digest.summarize.sameness import overtaken, says_the_same
from digest.summarize.weights import term_weights
from digest.summarize.wording import dateline
from tests.summarize.build import reading

VOTE = "The council of Orlin voted on Monday to close the ferry line."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("On Monday the Orlin council voted for closing the ferry line.", True),
        ("Members of the council of Orlin closed the ferry line in a vote on Monday evening.", True),
        ("The last ferry to the islands leaves in May.", False),
        ("The mayor of Orlin resigned.", False),
    ],
)
def test_repeats(other: str, same: bool) -> None:
    material = gather([reading("a", VOTE), reading("b", other)])
    one, two = material.candidates
    assert says_the_same(one, two, term_weights(material), material.rare) is same


def test_a_number_that_is_hardly_chance_makes_a_repeat_of_less() -> None:
    counted = "Orlin counted a grim milestone Tuesday, with over 600,000 birds lost to oil, wardens reported."
    again = (
        "Another grim milestone came as beaches emptied: beyond 600,000 seabirds dead as crews scrub rocks."
    )
    for number, same in (("600,000", True), ("many", False)):
        texts = [text.replace("600,000", number) for text in (counted, again)]
        material = gather([reading("a", texts[0]), reading("b", "Elsewhere it was calm.", texts[1])])
        one, two = (c for c in material.candidates if "milestone" in c.terms)
        assert says_the_same(one, two, dict.fromkeys(one.terms | two.terms, 1.0), material.rare) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (
            "Okoro, whom voters had chosen twice, apologised should flames prove linked with her dismissal.",
            True,
        ),
        (
            "Watched by islanders, boats that carried water pumped until the fire left the harbour wall.",
            False,
        ),
    ],
)
def test_a_sentence_that_tells_what_is_rare_in_the_story_repeats_it(other: str, same: bool) -> None:
    one = "Harbour warden Ada Okoro apologised for linking the fire to her dismissal by islanders."
    others = ["The fire at the harbour spread.", "Islanders watched the fire.", "The harbour burned."] * 3
    material = gather([reading("a", one), reading("b", other), reading("c", *others)])
    first, second = (c for c in material.candidates if c.article_id in "ab")
    weights = dict.fromkeys(first.terms | second.terms, 1.0)
    assert says_the_same(first, second, weights, material.rare) is same


def test_two_leads_of_one_event_repeat_sooner_than_other_sentences() -> None:
    one = "Mayor Lena Brandt of Orlin seeks another term, promising bridges, ferries and schools."
    other = "In films shown yesterday Mayor Lena Brandt ended long guessing, praising voters."
    material = gather([reading("a", one), reading("b", other), reading("c", "Mayor Lena Brandt runs.")])
    first, second = (c for c in material.candidates if c.article_id in "ab")
    weights = {
        term: 2.0 if term in {"mayor", "lena", "brandt"} else 0.1 for term in first.terms | second.terms
    }
    assert says_the_same(first, second, weights, material.rare)
    assert not says_the_same(replace(first, position=3), second, weights, material.rare)


def pair(first: Reading, second: Reading) -> bool:
    one, two = gather([first, second]).candidates
    return overtaken(one, two) if one.article_id == first.article.id else overtaken(two, one)


def test_an_announcement_is_overtaken_by_the_report() -> None:
    announcement = "The council of Orlin will vote on Monday on the ferry line."
    assert pair(reading("a", announcement), reading("b", VOTE))
    assert not pair(reading("a", VOTE), reading("b", announcement))


def test_an_announcement_after_the_report_is_news() -> None:
    again = "The council of Orlin will vote on the ferry line again on Monday."
    later = reading("b", again, published="2024-05-09")
    assert not pair(later, reading("a", VOTE, published="2024-05-07"))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("ORLIN — The ferry stopped.", "ORLIN — "),
        ("PORT ORLIN, Norland (NP) -- The ferry stopped.", "PORT ORLIN, Norland (NP) -- "),
        ("(Reuters) - The ferry stopped.", "(Reuters) - "),
        ("Port Orlin (AP) — The ferry stopped.", "Port Orlin (AP) — "),
        ("Orlin (Reuters)The ferry stopped.", "Orlin (Reuters)"),
        ("The Ferry Workers' Union (FWU) Chair Ada Okoro spoke.", ""),
        ("Updated: The ferry stopped.", "Updated: "),
        ("Why it matters: The ferry stopped.", "Why it matters: "),
        ("The ferry: It stopped.", ""),
        ("NATO — the old alliance — met.", ""),
        ("The ferry — an old one — stopped.", ""),
        ("Orlin stopped its ferry.", ""),
    ],
)
def test_dateline(text: str, head: str) -> None:
    assert text[: dateline(text)] == head
