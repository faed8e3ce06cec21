from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.duplicates import find_origins
from digest.model import Reading
from tests.cluster.build import reading

WIRE = (
    "Water rose behind the Orsk dam on Monday and engineers opened every gate they could reach. The "
    "ministry of works ordered the valley below to be cleared before dark, and buses took some six "
    "thousand people to schools in the hill towns. A crack as long as a bus was found in the western "
    "wall in the morning, and it grew during the day. The dam was built fifty years ago to water the "
    "orchards of the valley. No one has been hurt so far."
)
OTHER = (
    "Families slept in school halls in the hills last night after the authorities emptied the valley "
    "under the Orsk dam. Engineers are lowering the lake as fast as the river can bear it, for fear "
    "that the western wall, which has cracked, may not hold. The works ministry says that the gates "
    "are open and that the danger is real."
)
VOCABULARY = WIRE.replace(".", "").lower().split() + OTHER.replace(".", "").lower().split()


def edited(text: str, share: float, seed: int) -> str:
    """A copy with a share of its words replaced, dropped or added."""
    chance = random.Random(seed)
    words = []
    for word in text.split():
        what = chance.random()
        if what < share * 0.6:
            words.append(chance.choice(VOCABULARY))
        elif what < share * 0.8:
            continue
        elif what < share:
            words += [word, chance.choice(VOCABULARY)]
        else:
            words.append(word)
    return " ".join(words)


def groups(readings: list[Reading]) -> set[tuple[str, ...]]:
    return {origin.article_ids for origin in find_origins(readings)}


def test_exact_copies_share_an_origin_the_earliest_first() -> None:
    told = [reading("b", WIRE, published="2031-04-14"), reading("a", WIRE, published="2031-04-15")]
    (origin,) = find_origins(told)
    assert (origin.id, origin.article_ids) == ("b", ("b", "a"))
    assert origin.why == "exact copies"


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
@pytest.mark.parametrize("seed", range(5))
def test_an_edited_copy_shares_the_origin(share: float, seed: int) -> None:
    assert groups([reading("a", WIRE), reading("b", edited(WIRE, share, seed))]) == {("a", "b")}


def test_another_report_of_the_same_event_is_an_origin_of_its_own() -> None:
    assert groups([reading("a", WIRE), reading("b", OTHER)]) == {("a",), ("b",)}


def test_a_copy_inside_a_longer_article_shares_the_origin() -> None:
    longer = " ".join(f"Ministers met in room {n} of the palace to talk of quota {n * 7}." for n in range(40))
    assert groups([reading("a", WIRE), reading("b", f"{longer} {WIRE} {longer}")]) == {("a", "b")}


def test_two_reports_that_quote_one_statement_are_two_origins() -> None:
    statement = "“" + WIRE[:300].replace(".", ",") + "”"
    first = f"{OTHER} The minister read out a statement: {statement}"
    second = (
        f"{statement}, the minister told a crowd outside the palace in the rain, and then left without"
        " taking any questions from those who had waited there for hours with their children and their bags."
    )
    assert groups([reading("a", first), reading("b", second)]) == {("a",), ("b",)}


def test_a_shared_agency_is_named_among_the_reasons() -> None:
    told = [
        reading("a", f"ORSK (AP) — {WIRE}"),
        reading("b", f"{edited(WIRE, 0.2, 1)} The Associated Press."),
    ]
    (origin,) = find_origins(told)
    assert origin.why.endswith("credited to the Associated Press")


def test_short_texts_without_words_are_not_compared() -> None:
    assert groups([reading("a", ""), reading("b", ""), reading("c", "Yes.")]) == {("a",), ("b",), ("c",)}


@given(order=st.permutations(range(8)), chosen=st.sets(st.integers(0, 7)))
@settings(max_examples=20, deadline=None)
def test_origins_are_a_partition_that_does_not_depend_on_the_order(
    order: list[int], chosen: set[int]
) -> None:
    told = [reading(f"w{n}", edited(WIRE, 0.1, n)) for n in range(4)]
    told += [reading(f"o{n}", edited(OTHER, 0.1, n)) for n in range(4)]
    some = [told[i] for i in order if i in chosen]
    found = find_origins(some)
    assert sorted(a for origin in found for a in origin.article_ids) == sorted(r.article.id for r in some)
    assert found == find_origins(sorted(some, key=lambda r: r.article.id))
