"""The command line: arguments, progress, exit codes, printing. One file a command.

Heavy imports (spaCy, WeasyPrint) stay inside the commands, so that ``digest --help`` answers at once.
"""

from __future__ import annotations

import sys

import typer

from digest.cli.analyze import analyze
from digest.cli.build import build
from digest.cli.cluster import cluster
from digest.cli.config import app as config
from digest.cli.doctor import doctor
from digest.cli.init import init
from digest.cli.outbox import app as outbox
from digest.cli.prune import prune
from digest.cli.run import run
from digest.cli.schedule import schedule
from digest.cli.send import send
from digest.cli.status import status
from digest.cli.story import app as story
from digest.cli.summarize import summarize
from digest.cli.verify import verify
from digest.errors import ConfigError, DigestError, UsageError

__all__ = ["app", "main"]

app = typer.Typer(
    name="digest",
    help="Briefings from news articles, with every line cited to its source.\n\n"
    "Exit codes: 0 done, 1 something failed, 2 wrong use, 3 done but some sources could not be read.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (build, analyze, verify, cluster, summarize, send, init, run, schedule, status, prune, doctor):
    app.command()(command)
app.add_typer(config, name="config")
app.add_typer(story, name="story")
app.add_typer(outbox, name="outbox")


def main() -> None:
    """Run the command line; an expected failure is one line on standard error, not a traceback."""
    try:
        app()
    except (ConfigError, UsageError) as error:
        print(f"digest: {error}", file=sys.stderr)
        sys.exit(2)
    except DigestError as error:
        print(f"digest: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output went away, as `digest analyze | head` does
        sys.stderr.close()
        sys.exit(1)
