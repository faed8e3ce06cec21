"""``digest cluster``: which articles report one event, as JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import (
    ConfigPath,
    Paths,
    PipelineName,
    StorePath,
    code,
    print_json,
    settings,
    sources,
    tell_not_read,
)

if TYPE_CHECKING:
    from digest.model import Origin, Story, Topic


def cluster(
    paths: Paths = None,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    store: StorePath = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Add the evidence piece by piece, the name of the topic, and origins."
        ),
    ] = False,
) -> None:
    """Print the story and topic of each article, and why, one JSON object a line.

    Example: digest cluster seeds/ --explain
    """
    from digest import pipeline as stages
    from digest.duplicates import find_origins

    config = settings(config_path, pipeline=pipeline, store=store)
    articles, not_read = stages.read_articles(sources(paths, config))
    tell_not_read(not_read)
    readings = list(stages.read_closely(articles, pipeline=config.pipeline))
    placed = {
        article_id: (topic, story)
        for topic in stages.group(readings, store=config.store)
        for story in topic.stories
        for article_id in story.article_ids
    }
    origin_of = (
        {a: origin for origin in find_origins(readings) for a in origin.article_ids} if explain else {}
    )
    for reading in readings:
        topic, story = placed[reading.article.id]
        line = _line(reading.article.id, topic, story)
        print_json(line | _evidence(reading.article.id, topic, story, origin_of) if explain else line)
    raise typer.Exit(code(not_read=bool(not_read)))


def _line(article_id: str, topic: Topic, story: Story) -> dict[str, Any]:
    line = {"id": article_id, "story": story.id, "topic": topic.id, "why": story.why.text}
    return line | ({"kept_apart": story.why.kept_apart} if story.why.kept_apart else {})


def _evidence(article_id: str, topic: Topic, story: Story, origin_of: Mapping[str, Origin]) -> dict[str, Any]:
    """What the articles of a story share, the story nearest to it, and where the words come from."""
    origin = origin_of[article_id]
    here = [a for a in story.article_ids if a in origin_of]
    return {
        "topic_name": topic.name,
        "names": story.why.entities,
        "words": story.why.terms,
        "dates": story.why.dates,
        "kept_apart_from": story.why.kept_apart_from,
        "origin": origin.id,
        "origin_why": origin.why,
        "articles": len(here),
        "origins": len({origin_of[a].id for a in here}),
    }
