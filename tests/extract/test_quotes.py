"""Quotes on the fixtures: a floor for the patterns and one for their traps."""

from __future__ import annotations

import pytest

from tests.extract.quote_cases import faults, quotes_of, read_cases

QUOTED = ("direct", "mixed")
FLOORS = {  # file: kinds compared, share of patterns right, share of traps right
    "marks": (QUOTED, 0.92, 0.92),
    "speakers": (QUOTED, 0.95, 0.9),
    "fragments": (QUOTED, 0.96, 0.96),
    "voices": (QUOTED, 0.95, 0.9),
    "lost": (QUOTED, 0.9, 0.9),
    "indirect": (("indirect",), 0.88, 0.92),
    "long_sentences": (QUOTED, 0.9, 0.75),
}


@pytest.mark.language
@pytest.mark.parametrize("name", FLOORS)
def test_patterns_are_found_and_their_traps_are_not(name: str) -> None:
    kinds, floor, trap_floor = FLOORS[name]
    right: dict[bool, list[bool]] = {False: [], True: []}
    report = []
    for case in read_cases(name):
        wrong = faults(case, kinds=kinds)
        right[case.trap].append(not wrong)
        if wrong:
            report.append(f"{'trap ' if case.trap else ''}{case.name}: {'; '.join(wrong)}")
    for trap, least in ((False, floor), (True, trap_floor)):
        share = sum(right[trap]) / len(right[trap])
        assert share >= least, f"{share:.3f} of {len(right[trap])}\n" + "\n".join(report)


def test_there_are_enough_patterns_each_with_its_trap() -> None:
    cases = [case for name in FLOORS for case in read_cases(name)]
    assert sum(not case.trap for case in cases) >= 150
    assert sum(case.trap for case in cases) == sum(not case.trap for case in cases)


@pytest.mark.language
@pytest.mark.parametrize("name", FLOORS)
def test_every_quote_is_what_stands_in_the_text_and_no_two_overlap(name: str) -> None:
    for case in read_cases(name):
        last = 0
        for quote in quotes_of(case.text):
            assert quote.text == case.text[quote.start : quote.end]
            assert last <= quote.start < quote.end
            last = quote.end
            if quote.cue is not None:
                assert quote.cue == case.text[quote.cue_start : quote.cue_end]
            if quote.speaker is not None:
                speaker = quote.speaker
                assert speaker.text == case.text[speaker.start : speaker.end]
                assert speaker.name == case.text[speaker.name_start : speaker.name_end]
                assert 0 < speaker.confidence < 1
                assert speaker.role == (
                    None if speaker.role_start is None else case.text[speaker.role_start : speaker.role_end]
                )
