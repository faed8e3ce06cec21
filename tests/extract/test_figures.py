"""Figures of whole sentences, with the real language pipeline."""

from __future__ import annotations

import re
import shlex
from decimal import Decimal
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.annotate import annotate
from digest.extract.figures import find_figures
from digest.language.load import load
from digest.model import Article, Figure, Paragraph

FIXTURES = Path(__file__).parents[1] / "fixtures" / "figures"
KNOWN = "  xfail: "
NAMES = {"by": "stated_by"}
PIECES = [
    "$",
    "12",
    "3.5",
    "million",
    "percent",
    "(",
    ")",
    "of",
    "the",
    "people",
    "said",
    "from",
    "to",
    "rose",
    "“",
    "-",
]


def figures_of(*texts: str) -> list[tuple[Figure, ...]]:
    articles = [
        Article(str(n), "-", "", "", text, paragraphs=(Paragraph(0, len(text), 1),))
        for n, text in enumerate(texts)
    ]
    return [find_figures(annotated) for annotated in annotate(articles, load("embedded"))]


def cases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    sentence = ""
    for line in (FIXTURES / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[sentence].append(line)
        elif line and not line.startswith("#"):
            sentence = line
            found[sentence] = []
    return found


def expected(line: str) -> dict[str, object]:
    """The fields that a line of the fixture holds."""
    text, kind, value, *others = shlex.split(line)
    low, _, high = value.partition("..")
    fields: dict[str, object] = {"text": text, "type": kind, "value": None if low == "none" else Decimal(low)}
    fields["high"] = Decimal(high) if high else None
    for other in others:
        name, _, words = other.partition("=")
        fields[NAMES.get(name, name)] = None if words == "none" else words
    return fields


def case_of(sentence: str) -> ParameterSet:
    """A sentence as a case, one that is known to fail with its reason."""
    reasons = [line for line in cases()[sentence] if line.startswith(KNOWN)]
    marks = [pytest.mark.xfail(reason=line.removeprefix(KNOWN), strict=True) for line in reasons]
    return pytest.param(sentence, marks=marks, id=sentence)


@pytest.mark.language
@pytest.mark.parametrize("sentence", [case_of(sentence) for sentence in cases()])
def test_figures_of_a_sentence(sentence: str) -> None:
    (figures,) = figures_of(sentence)
    wanted = [expected(line) for line in cases()[sentence] if not line.startswith(KNOWN)]
    found = [
        {name: getattr(figure, name) for name in want} for figure, want in zip(figures, wanted, strict=False)
    ]
    assert [figure.text for figure in figures] == [want["text"] for want in wanted]
    assert found == wanted


def negatives() -> list[str]:
    lines = (FIXTURES / "not_figures.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.language
@pytest.mark.parametrize("sentence", negatives())
def test_dates_times_names_and_lists_are_no_figures(sentence: str) -> None:
    (figures,) = figures_of(sentence)
    assert [figure.text for figure in figures] == []


@pytest.mark.language
def test_what_is_printed_stands_at_its_span() -> None:
    texts = list(cases())
    for text, figures in zip(texts, figures_of(*texts), strict=True):
        for figure in figures:
            assert text[figure.start : figure.end] == figure.text
            for name in ("counted", "stated_by", "subject", "where", "event"):
                words, start = getattr(figure, name), getattr(figure, f"{name}_start")
                end = getattr(figure, f"{name}_end")
                assert (words is None) == (start is None)
                if words is not None:
                    assert text[start:end] == words
            assert figure.qualifier is None or figure.qualifier in figure.text


@pytest.mark.language
def test_list_and_page_numbers_of_a_page() -> None:
    text = "1 / 3\n\n2. The mayor spoke.\n\n17\n\nNo. 4 came last."
    paragraphs = tuple(Paragraph(m.start(), m.end(), 1) for m in re.finditer(r"[^\n]+", text))
    article = Article("a", "-", "", "", text, paragraphs=paragraphs)
    (annotated,) = annotate([article], load("embedded"))
    assert find_figures(annotated) == ()


@pytest.mark.language
@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("As of 3 May 2031, 61 ships were waiting.", ["2031-05-03"]),
        ("The camp held 900 people at the end of March 2031.", ["2031-03"]),
        ("By 9 June 2031 the fund had paid $4 million.", ["2031-06-09"]),
        ("The storm killed 12 people on 9 June 2031.", [None]),
        ("The firm will cut 500 jobs by June 2031.", [None]),
    ],
)
def test_dates_of_figures(text: str, dates: list[str | None]) -> None:
    (figures,) = figures_of(text)
    assert [figure.as_of for figure in figures] == dates


@pytest.mark.language
@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_any_words_give_figures_in_order_that_stand_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    (figures,) = figures_of(text)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.value is None or figure.value.is_finite()


@pytest.mark.language
def test_voting_down_a_motion_denies_no_figure_but_denying_a_report_does() -> None:
    motion, claim = figures_of(
        "The assembly rejected a motion of no confidence by 97 votes.",
        "The ministry denied that 97 soldiers had died.",
    )
    assert [(figure.status, figure.stated_by) for figure in motion] == [(None, None)]
    assert [figure.status for figure in claim] == ["denied"]
