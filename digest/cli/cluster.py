"""``digest cluster``: which articles report one event, as JSON Lines."""

from __future__ import annotations

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


def cluster(
    paths: Paths = None,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    store: StorePath = None,
) -> None:
    """Print the story and topic of each article, and why, one JSON object a line.

    Example: digest cluster seeds/
    """
    from digest import pipeline as stages

    config = settings(config_path, pipeline=pipeline, store=store)
    articles, not_read = stages.read_articles(sources(paths, config))
    tell_not_read(not_read)
    readings = list(stages.read_closely(articles, pipeline=config.pipeline))
    placed = {
        article_id: {"id": article_id, "story": story.id, "topic": topic.id, "why": story.why.text}
        | ({"kept_apart": story.why.kept_apart} if story.why.kept_apart else {})
        for topic in stages.group(readings, store=config.store)
        for story in topic.stories
        for article_id in story.article_ids
    }
    for reading in readings:
        print_json(placed[reading.article.id])
    raise typer.Exit(code(not_read=bool(not_read)))
