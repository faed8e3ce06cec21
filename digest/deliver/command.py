"""An edition on the standard input of a program."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

from digest.deliver.line import answer
from digest.deliver.outcome import SENT, Outcome

LONGEST_RUN = 600  # seconds


def run_command(
    command: Sequence[str], data: bytes, *, environment: Mapping[str, str], seconds: float = LONGEST_RUN
) -> Outcome:
    """Run a program, without a shell, and give it the data; exit code 0 means that it took it."""
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=dict(environment),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome("later", f"{command[0]} did not end within {seconds:g} s")
    except OSError as error:
        return Outcome("held", f"{command[0]} cannot be run ({error.strerror}); mend the command")
    if done.returncode == 0:
        return SENT
    said = answer(done.stderr[-1000:])
    return Outcome("later", f"{command[0]} ended with code {done.returncode}{': ' if said else ''}{said}")
