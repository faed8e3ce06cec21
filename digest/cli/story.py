"""``digest story``: corrections of stories and topics, which hold on later runs."""

from __future__ import annotations

from typing import Annotated

import typer

from digest.cli.common import ConfigPath, StorePath, configured_store

app = typer.Typer(
    help="Correct stories and topics. Corrections are stored and hold on later runs.",
    no_args_is_help=True,
)
StoryId = Annotated[str, typer.Argument(metavar="STORY", help="Id of a story, as digest cluster prints it.")]


@app.command()
def merge(story: StoryId, other: StoryId, store: StorePath = None, config_path: ConfigPath = None) -> None:
    """Make two stories one, from the next run on.

    Example: digest story merge 2e5975b0e7e559a6 8dac6961c4cccf20 --store digest.db
    """
    with configured_store(config_path, store, needed_by="corrections need") as kept:
        kept.merge(story, other)


@app.command()
def split(
    story: StoryId,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Articles to take out.")],
    store: StorePath = None,
    config_path: ConfigPath = None,
) -> None:
    """Make some articles of a story a story of their own, from the next run on.

    Example: digest story split 2e5975b0e7e559a6 e18f2d907a416906 --store digest.db
    """
    with configured_store(config_path, store, needed_by="corrections need") as kept:
        kept.split(story, articles)


@app.command()
def pin(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article.")],
    story: StoryId,
    store: StorePath = None,
    config_path: ConfigPath = None,
) -> None:
    """Make an article belong to a story, from the next run on.

    Example: digest story pin e18f2d907a416906 2e5975b0e7e559a6 --store digest.db
    """
    with configured_store(config_path, store, needed_by="corrections need") as kept:
        kept.pin(article, story)


@app.command()
def name(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Id of a topic.")],
    words: Annotated[str, typer.Argument(metavar="NAME", help="The name that it keeps.")],
    store: StorePath = None,
    config_path: ConfigPath = None,
) -> None:
    """Give a topic a name that stays.

    Example: digest story name 2e5975b0e7e559a6 "Halvern Dam" --store digest.db
    """
    with configured_store(config_path, store, needed_by="corrections need") as kept:
        kept.name(topic, words)
