"""What a user installs: the wheel holds everything that it needs, in a fresh environment."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MIGRATIONS = ("store/migrations/env.py", "store/migrations/versions/v0002_daily_run.py")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the files that git knows: a stray file of the work tree must not help it."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    files = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-c", "constraints.txt"]
    run(*pip, "--wheel-dir", made, ".", cwd=source)
    [wheel] = made.glob("briefing_digest-*.whl")
    return wheel


@pytest.mark.slow
def test_wheel_holds_templates_fonts_model_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("briefing.html.j2", ".css", ".ttf", ".woff2", "model/meta.json", "LICENSE", *MIGRATIONS):
        assert any(name.endswith(wanted) for name in names), wanted
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "training/", "seeds/"))]


@pytest.mark.slow
def test_wheel_in_a_fresh_environment_makes_a_briefing(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    digest = python.with_name("digest")
    run(digest, "build", ROOT / "seeds", "--date", "2026-03-13", cwd=tmp_path)
    edition = tmp_path / "output" / "2026-03-13"
    assert {path.suffix for path in edition.iterdir()} == {".html", ".pdf", ".json", ".md"}
    assert "all of it holds" in run(digest, "verify", edition / "briefing.json", cwd=tmp_path)
