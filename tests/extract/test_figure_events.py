"""What those counted did or suffered, and that who acts or pays is never what is counted."""

from __future__ import annotations

import pytest

from tests.extract.test_figures import figures_of

pytestmark = pytest.mark.language


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Five climbers were hurt in the slide.", ["were hurt"]),
        ("At least 19 sailors have died since Sunday, officials said.", ["have died"]),
        ("More than 7,000 villagers were ordered out of their huts.", ["were ordered out of their huts"]),
        ("Some 300 families have left the island since Friday.", ["have left the island"]),
        ("About 60 barns were still without power.", ["were still without power"]),
        ("Up to 4,000 weavers could lose their jobs.", ["could lose their jobs"]),
        ("Twelve miners who were trapped underground were brought up alive.", ["were brought up alive"]),
        ("Some 12 divers are believed to have drowned.", ["are believed to have drowned"]),
        (
            "Hundreds of people were brought ashore and 14 were taken to hospital.",
            ["were brought ashore", "were taken to hospital"],
        ),
        ("Torven told 2,400 villagers to leave the delta.", ["to leave the delta"]),
        ("The hall burned with 40 dancers trapped inside.", ["trapped inside"]),
    ],
)
def test_predicate_of_the_counted(text: str, events: list[str]) -> None:
    (figures,) = figures_of(text)
    assert [figure.event for figure in figures] == events
    for figure in figures:
        assert text[figure.event_start : figure.event_end] == figure.event


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The avalanche killed 12 skiers and injured 40 others.", ["killed", "injured"]),
        ("The army sent 450 guards and 60 mules to the pass.", ["sent", "sent"]),
        ("The mayor said the army had sent 450 guards.", ["sent"]),
        ("The mill laid off 70 weavers.", ["laid off"]),
    ],
)
def test_verb_that_says_what_befell_its_object(text: str, events: list[str]) -> None:
    (figures,) = figures_of(text)
    assert [figure.event for figure in figures] == events
    assert all((figure.event_end or 0) < figure.start for figure in figures[:1])


@pytest.mark.parametrize(
    "text",
    [
        "The clinic counted 31 deaths.",  # the counted words say it
        "The navy did not rescue 12 sailors.",  # it did not happen
        "The navy may have rescued 12 sailors.",  # it may not have
        "If 40 members sign, the council will meet.",  # a condition
        "There were 40 dancers in the hall.",  # the verb says nothing
        "Six barges carried 900 sheep.",  # without its object the verb says nothing; nor does it of that
        "Some 40 villages reported the smell of gas and smoke in the night.",
        "Revenue rose 4% to 90 million dinars.",
    ],
)
def test_no_event_where_it_is_not_sure(text: str) -> None:
    (figures,) = figures_of(text)
    assert figures
    assert [figure.event for figure in figures] == [None] * len(figures)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The treasury released 8 million dinars.", [None]),
        ("Trawlers landed about 6,000 tonnes last year.", [None]),
        ("Scientists advise that no more than 900 tonnes be caught this year.", [None]),
        ("Torven's senate voted by 54 to 20 for the canal.", [None, None]),
        ("The pact cuts the salmon catch in the bay to 4,000 tonnes.", ["salmon catch"]),
        ("Revenue reached 8 million dinars.", ["Revenue"]),
        ("The bridge spans 700 metres.", ["bridge"]),
        ("The farm was sold for 8 million dinars.", ["farm"]),
    ],
)
def test_who_acts_is_not_what_is_counted(text: str, counted: list[str | None]) -> None:
    (figures,) = figures_of(text)
    assert [figure.counted for figure in figures] == counted
