"""Story groups for the reconciliation of figures: reading the fixtures and scoring rows against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from spacy.language import Language

from digest.annotate import annotate
from digest.extract import extract
from digest.model import Article, Figure, FigureRow, Origin, Paragraph, Published, Reading
from digest.reconcile.figures import group_figures
from digest.reconcile.figures.moves import moved
from digest.reconcile.figures.values import Interval, compatible, equal, interval_of

FOLDER = Path(__file__).parents[1] / "fixtures" / "reconcile"
Kind = Literal["same", "sharper", "differ", "development"]
SIGNS: dict[str, Kind] = {"=": "same", ">": "sharper", "!": "differ", "~": "development"}
_ARTICLE = re.compile(r"\[(\w) (\d{4}-\d\d-\d\d)(?: copy of (\w))?\] (.+)")
_PAIR = re.compile(r'([=>!~]) (\w) "([^"]+)" (\w) "([^"]+)"')
Place = tuple[str, int]  # article, offset of the figure
Pair = tuple[Place, Place]


@dataclass
class Group:
    name: str
    articles: list[Article] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[Kind, tuple[str, str], tuple[str, str]]] = field(default_factory=list)


def read_groups(pattern: str = "**/*.txt") -> Iterator[Group]:
    for path in sorted(FOLDER.glob(pattern)):
        group: Group | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                if group:
                    yield group
                group = Group(line[3:])
            elif group and (found := _ARTICLE.match(line)):
                name, date, copy, text = found.groups()
                group.articles.append(article(name, date, text))
                if copy:
                    group.copies[name] = copy
            elif group and (pair := _PAIR.match(line)):
                group.pairs.append((SIGNS[pair[1]], (pair[2], pair[3]), (pair[4], pair[5])))
            elif line and not line.startswith("#"):
                raise ValueError(f"{path.name}: {line}")
        if group:
            yield group


def lines_of(name: str) -> list[str]:
    """The lines of a file of the fixtures of figures, without its comments."""
    text = (FOLDER.parent / "figures" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def article(name: str, date: str, text: str) -> Article:
    published = Published(date, "day", "in the fixture", "stated")
    return Article(name, name, "", "", text, published=published, paragraphs=(Paragraph(0, len(text), 1),))


def readings_of(group: Group, nlp: Language) -> list[Reading]:
    return [extract(annotated) for annotated in annotate(group.articles, nlp)]


def origins_of(group: Group) -> tuple[Origin, ...]:
    roots = [article.id for article in group.articles if article.id not in group.copies]
    return tuple(
        Origin(root, (root, *(copy for copy, of in group.copies.items() if of == root)), "fixture")
        for root in roots
    )


def expected(group: Group, readings: Sequence[Reading]) -> dict[Pair, Kind]:
    """The listed pairs by the places of their figures; a figure that was not found has the place -1."""
    return {
        _ordered(_find(readings, *one), _find(readings, *other)): kind for kind, one, other in group.pairs
    }


def _find(readings: Sequence[Reading], article: str, words: str) -> Place:
    for reading in readings:
        if reading.article.id == article:
            at = reading.article.text.find(words)
            if at < 0:
                raise ValueError(f"{words!r} is not in article {article}")
            for figure in reading.figures:
                if figure.start <= at < figure.end:
                    return article, figure.start
    return article, -1


def _ordered(one: Place, other: Place) -> Pair:
    return (one, other) if one <= other else (other, one)


def found(rows: Sequence[FigureRow], readings: Sequence[Reading]) -> dict[Pair, Kind]:
    """The pairs that rows put together, across articles.

    Where an article says itself from what a value moved, its past value is held against no other article.
    """
    texts = {reading.article.id: reading.article.text for reading in readings}

    def interval(article: str, figure: Figure) -> Interval:
        meant = interval_of(figure, moved=moved(texts[article], figure))
        assert meant is not None
        return meant

    def own_past(row: FigureRow, article: str, past: Interval, present: Interval) -> bool:
        if row.relation != "development" or equal(past, present):
            return False
        beside = [interval(name, figure) for name, figure in row.figures if name == article]
        return len(beside) > 1 and any(equal(present, value) for value in beside)

    pairs: dict[Pair, Kind] = {}
    for row in rows:
        for i, (article, figure) in enumerate(row.figures):
            for other_article, other in row.figures[i + 1 :]:
                if article == other_article:
                    continue
                first, second = interval(article, figure), interval(other_article, other)
                if own_past(row, article, first, second) or own_past(row, other_article, second, first):
                    continue
                same = equal(first, second)
                kind: Kind = row.relation  # type: ignore[assignment] # never single or agree where it is used
                if same:
                    kind = "same"
                elif compatible(first, second):
                    kind = "sharper"
                pairs[_ordered((article, figure.start), (other_article, other.start))] = kind
    return pairs


@dataclass
class Score:
    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def score(nlp: Language, pattern: str = "**/*.txt") -> tuple[dict[str, Score], list[str]]:
    """Precision and recall of each kind of pair ("differs" counts developments), and what is wrong."""
    scores = {"same": Score(), "sharper": Score(), "differs": Score()}
    wrong: list[str] = []
    for group in read_groups(pattern):
        wrong += judge(group, readings_of(group, nlp), scores)
    return scores, wrong


def judge(group: Group, readings: Sequence[Reading], *tallies: dict[str, Score]) -> list[str]:
    """Add the pairs of one group to each tally; what is wrong in it."""
    want = expected(group, readings)
    got = found(group_figures(readings, origins_of(group)), readings)
    for scores in tallies:
        for pair, kind in want.items():
            scores[_column(kind)].expected += 1
            scores[_column(kind)].right += got.get(pair) == kind
        for kind in got.values():
            scores[_column(kind)].found += 1
    missed = [(pair, kind) for pair, kind in want.items() if got.get(pair) != kind]
    false = [(pair, kind) for pair, kind in got.items() if want.get(pair) != kind]
    return [f"{group.name}: {pair} should be {kind}, is {got.get(pair)}" for pair, kind in missed] + [
        f"{group.name}: {pair} is {kind}, should be {want.get(pair)}" for pair, kind in false
    ]


def _column(kind: Kind) -> str:
    return "differs" if kind in {"differ", "development"} else kind
