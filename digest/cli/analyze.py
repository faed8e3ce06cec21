"""``digest analyze``: everything found in each article, as JSON Lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import (
    ConfigPath,
    Paths,
    PipelineName,
    code,
    print_json,
    settings,
    sources,
    tell_not_read,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from digest.model import Article, Figure, FigureRow, Quote, Reading


def analyze(
    paths: Paths = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add what was set aside and why, and how figures compare.")
    ] = False,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
) -> None:
    """Print everything found in each article, one JSON object a line.

    Offsets are characters of "text", ends exclusive. "speaker" is the fullest name in the article;
    "speaker_start" and "speaker_end" are the mention at the quote ("speaker_mention").

    Example: digest analyze seeds/01-halvern-evacuated.txt --explain
    """
    from digest import pipeline as stages

    config = settings(config_path, pipeline=pipeline)
    articles, not_read = stages.read_articles(sources(paths, config))
    tell_not_read(not_read)
    readings = stages.read_closely(articles, pipeline=config.pipeline)
    if explain:
        kept = list(readings)
        compared = stages.compare_figures(kept)
        for reading in kept:
            print_json(found(reading) | explained(reading, compared))
    else:
        for reading in readings:
            print_json(found(reading))
    raise typer.Exit(code(not_read=bool(not_read)))


def found(reading: Reading) -> dict[str, Any]:
    """An article and its findings in the order of the text, as plain JSON values."""
    article = reading.article
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": _published(article),
        "language": article.language,
        "text": article.text,
        "quotes": [_quote(quote) for quote in reading.quotes],
        "figures": [_figure(figure) for figure in reading.figures],
        "entities": [
            {"start": e.start, "end": e.end, "text": e.text, "label": e.label, "name": e.name}
            for e in reading.entities
            if e.part == "text"
        ],
    }


def explained(reading: Reading, compared: Sequence[FigureRow]) -> dict[str, Any]:
    """What stands behind the findings."""
    article = reading.article
    return {
        "source_sha256": article.source_sha256,
        "flags": list(article.flags),
        "set_aside": [{"line": s.line, "text": s.text, "reason": s.reason} for s in article.set_aside],
        "moments": [
            {"start": m.start, "end": m.end, "text": m.text, "when": m.when, "until": m.until, "how": m.how}
            for m in reading.moments
            if m.part == "text"
        ],
        "figure_rows": [
            {
                "relation": row.relation,
                "origins": row.origins,
                "reason": row.reason,
                "figures": [
                    {"id": i, "start": f.start, "end": f.end, "text": f.text} for i, f in row.figures
                ],
            }
            for row in compared
            if any(i == article.id for i, _ in row.figures)
        ],
    }


def _published(article: Article) -> dict[str, str] | None:
    published = article.published
    if published is None:
        return None
    return {
        "when": published.when,
        "precision": published.precision,
        "evidence": published.evidence,
        "how": published.how,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    relayed = speaker.relayed_by if speaker else None
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": speaker.name if speaker else None,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_mention": speaker.text if speaker else None,
        "role": speaker.role if speaker else None,
        "sourcing": speaker.sourcing if speaker else None,
        "unnamed_because": speaker.unnamed_because if speaker else None,
        "relayed_by": relayed.name if relayed else None,
        "confidence": round(speaker.confidence, 3) if speaker else None,
        "how": speaker.how if speaker else None,
        "cue": quote.cue,
        "kind": quote.kind,
        "marked": quote.marked,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "type": figure.type,
        "value": number(figure.value),
        "high": number(figure.high),
        "unit": figure.unit,
        "counted": figure.counted,
        "counted_start": figure.counted_start,
        "counted_end": figure.counted_end,
        "qualifier": figure.qualifier,
        "change": figure.change,
        "as_of": figure.as_of,
        "stated_by": figure.stated_by,
        "stated_by_start": figure.stated_by_start,
        "stated_by_end": figure.stated_by_end,
        "status": figure.status,
    }


def number(value: Decimal | None) -> int | float | None:
    """A decimal as the JSON number that prints the same digits."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
