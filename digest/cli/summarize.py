"""``digest summarize``: the given articles as one story, as JSON Lines."""

from __future__ import annotations

from typing import Annotated

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


def summarize(
    paths: Paths = None,
    words: Annotated[int, typer.Option("--words", min=10, help="About how many words a summary has.")] = 90,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
) -> None:
    """Print a headline and verbatim sentences for the articles taken as one story.

    Records of a .jsonl file that have a "story" field are taken as those stories.

    Example: digest summarize seeds/08-herring-accord.md seeds/09-accord-estmark-times.txt --words 80
    """
    from digest import pipeline as stages

    config = settings(config_path, pipeline=pipeline)
    articles, not_read = stages.read_articles(sources(paths, config))
    tell_not_read(not_read)
    for summary, texts in stages.summaries(articles, words=words, pipeline=config.pipeline):
        print_json(
            {
                "story": summary.story_id,
                "headline": texts[summary.headline],
                "sentences": [
                    {"text": texts[span], "id": span.article_id, "start": span.start, "end": span.end}
                    for span in summary.sentences
                ],
            }
        )
    raise typer.Exit(code(not_read=bool(not_read)))
