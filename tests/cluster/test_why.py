"""What keeps two stories apart, in words."""

from __future__ import annotations

import pytest

from digest.cluster.features import profile
from digest.cluster.why import Side, event_days, kept_apart
from tests.cluster.build import reading

FERRY = {"n:Port Kessary": 0.5, "w:ferry": 0.4, "w:aground": 0.3, "w:harbour": 0.2}
TRAM = {"n:council of Port Kessary": 0.5, "w:tram": 0.4, "w:harbour": 0.3}
STORM = {"n:Orlin": 0.5, "w:storm": 0.4, "w:roof": 0.3}


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (
            Side(("2031-04-13",), (), FERRY),
            Side(("2031-12-30",), (), FERRY),
            "that story is of 30 December 2031, this one of 13 April 2031",
        ),
        (
            Side(("2031-04-13",), (), FERRY),
            Side(("2031-04-14",), (), TRAM),
            "both tell of Port Kessary, but that story of council of Port Kessary and tram, "
            "this one of ferry and aground; that story is of 14 April 2031, this one of 13 April 2031",
        ),
        (
            Side((), ("Tuesday",), FERRY),
            Side((), ("Thursday",), STORM),
            "that story tells of Orlin, storm and roof, "
            "this one of Port Kessary, ferry, aground and harbour; "
            "that story's articles speak of a Thursday, those of this one of a Tuesday",
        ),
        (
            Side((), (), FERRY, ("2031-04-13",)),
            Side((), (), FERRY, ("2031-12-30",)),
            "that story's articles speak of 30 December 2031, those of this one of 13 April 2031",
        ),
        (Side((), (), FERRY), Side((), (), FERRY), "they share too little"),
    ],
)
def test_the_reason_is_what_speaks_most_against_one_event(here: Side, there: Side, expected: str) -> None:
    assert kept_apart(here, there) == f"kept apart: {expected}"


def test_the_day_of_an_event_is_one_near_publication() -> None:
    told = "Ada Lund was sentenced for the attack on the ferry."
    attack, verdict = "2031-04-13", "2033-12-13"
    dated = profile(reading("a", told, published="2033-12-14", days=(attack, attack, verdict)))
    undated = profile(reading("b", told, days=(attack, attack)))
    assert event_days([dated]) == (verdict,)
    assert event_days([undated]) == ()
    assert event_days([dated, undated]) == (verdict,)


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("The ferry ran aground on Sunday.", ("sunday",)),
        ("The ferry leaves every Sunday.", ()),
        ("Shoppers crowded the ferry on Black Friday.", ()),
        ("The company Monday said it would close.", ("monday",)),
    ],
)
def test_a_weekday_is_one_of_the_event(lead: str, named: tuple[str, ...]) -> None:
    assert profile(reading("a", lead)).weekdays == named
