"""The files under deploy/, checked as far as this machine can."""

from __future__ import annotations

import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from digest.cli import app

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
FOUND = {
    "digest.service": r"^ExecStart=(.+)$",
    "digest-once.service": r"^ExecStart=(.+)$",
    "crontab": r"&& (.+?) 2>>",
}


@pytest.mark.parametrize("name", FOUND)
def test_command_that_is_run_is_one_that_digest_has(name: str) -> None:
    [line] = re.findall(FOUND[name], (DEPLOY / name).read_text(), re.MULTILINE)
    program, *arguments = shlex.split(line)
    assert program.endswith("/bin/digest")
    _check(arguments)


def _check(arguments: list[str]) -> None:
    """Each option is one of ``digest run``."""
    assert arguments[0] == "run"
    known = {flag for option in get_command(app).commands["run"].params for flag in option.opts}  # type: ignore[attr-defined]
    assert {argument for argument in arguments if argument.startswith("--")} <= known


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
@pytest.mark.parametrize("name", ["digest.service", "digest-once.service", "digest-once.timer"])
def test_systemd_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    for file in DEPLOY.glob("digest*"):  # the program must be there: another one stands in for it
        text = file.read_text().replace("/opt/digest/bin/digest", sys.executable)
        (tmp_path / file.name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / name], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
@pytest.mark.parametrize("name", ["digest.service", "digest-once.service"])
def test_service_is_hardened(name: str) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", DEPLOY / name],
        capture_output=True,
        text=True,
    )
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd-analyze rates no files")
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_service_is_given_longer_to_end_than_it_takes() -> None:
    from digest.schedule.loop import GRACE, LAST

    for name in ("digest.service", "digest-once.service"):
        [seconds] = re.findall(r"^TimeoutStopSec=(\d+)$", (DEPLOY / name).read_text(), re.MULTILINE)
        assert GRACE + LAST < 10 <= int(seconds)


def test_launchd_file_is_a_property_list_that_runs_digest() -> None:
    settings = plistlib.loads((DEPLOY / "org.digest.run.plist").read_bytes())
    assert settings["ProgramArguments"][0].endswith("/bin/digest")
    _check(settings["ProgramArguments"][1:])
    assert settings["Label"] == "org.digest.run"
    assert settings["ExitTimeOut"] >= 10


def test_cron_line_is_one_that_we_read_too() -> None:
    from digest.slots import parse

    [line] = [line for line in (DEPLOY / "crontab").read_text().splitlines() if not line.startswith("#")]
    assert parse(" ".join(line.split()[:5])).cron is not None


INSTRUCTIONS = set(
    "FROM RUN COPY ENV WORKDIR USER VOLUME STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD".split()  # noqa: SIM905
)


def test_container_file_copies_what_is_there_and_runs_without_rights() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    lines = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    steps = [line.split(maxsplit=1) for line in lines if line.strip()]
    assert {name for name, _ in steps} <= INSTRUCTIONS
    for name, rest in steps:
        if name == "COPY" and not rest.startswith("--from"):
            assert all((ROOT / source).exists() for source in rest.split()[:-1])
    assert [rest for name, rest in steps if name == "USER"] == ["10001"]
    [command] = [rest for name, rest in steps if name == "CMD"]
    _check(re.findall(r'"([^"]+)"', command))


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="hadolint is not on this machine")
def test_linter_finds_nothing_in_the_container_file() -> None:
    done = subprocess.run(["hadolint", DEPLOY / "Containerfile"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
