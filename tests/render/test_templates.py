from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from digest.errors import RenderError, UsageError
from digest.render import RENDERERS, render
from digest.render.fonts import FACES, print_fonts, web_fonts
from digest.render.templates import environment, find, folders, printable, run
from tests.render.sample import empty_sample, sample

REPOSITORY = Path(__file__).parents[2]
TEMPLATES = REPOSITORY / "templates"


def test_the_users_folder_comes_first_then_the_package(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "base.css").write_text("/* mine */", encoding="utf-8")
    assert folders(tmp_path)[0] == tmp_path
    assert [folder.name for folder in folders(tmp_path)[1:]] == ["templates", "templates"]
    assert find("css/base.css", tmp_path) == tmp_path / "css" / "base.css"
    assert find("css/print.css", tmp_path).name == "print.css"
    made = render(empty_sample(), "html", templates=tmp_path).decode()
    assert "/* mine */" in made
    assert "color-scheme:light dark" in made  # the other style sheet is the shipped one


@pytest.mark.parametrize(
    ("format", "template"),
    [("html", "briefing.html.j2"), ("pdf", "briefing.html.j2"), ("md", "briefing.md.j2")],
)
@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("one\n{{ briefing.nothing }}", "line 2: .*nothing"),
        ("{{ unheard_of }}", "line 1: 'unheard_of' is undefined"),
        ("\n\n{% if %}", "line 3: "),
        ("{% include 'gone.j2' %}", "line 1: .*gone.j2"),
        ("a\n{{ 1 + 'a' }}", "line 2: TypeError"),
        ("{{ briefing.title.encode().decode('utf-16') }}{{ 1 / 0 }}", "line 1: "),
    ],
)
def test_a_broken_template_is_named(
    tmp_path: Path, format: str, template: str, source: str, place: str
) -> None:
    (tmp_path / template).write_text(source, encoding="utf-8")
    with pytest.raises(RenderError, match=place) as caught:
        render(sample(), format, templates=tmp_path)
    assert template in str(caught.value)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html.j2")), ids=lambda path: path.name)
def test_every_page_template_escapes(path: Path, tmp_path: Path) -> None:
    env = environment(None, escape=True)
    assert env.autoescape is True
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape", source)


def test_text_is_data_and_never_a_template(tmp_path: Path) -> None:
    (tmp_path / "x.html.j2").write_text("{{ text }}", encoding="utf-8")
    made = run(environment(tmp_path, escape=True), "x.html.j2", text="{{ 7*7 }}{% raw %}<b>&")
    assert made == "{{ 7*7 }}{% raw %}&lt;b&gt;&amp;"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b", "a\ufffdb\ufffd"),
        ("\ud800", "\ufffd"),
        ("tab\tline\n", "tab\tline\n"),
        ("e\u0301e\u0302\u0323", "e\u0301e\u0302\u0323"),
        ("e" + "\u0301" * 10_000, "e\u0301\u0301\u0301\u0301\ufffd"),
        (7, 7),
    ],
)
def test_what_no_page_can_show(text: object, shown: object) -> None:
    assert printable(text) == shown


def test_every_face_is_shipped_for_both_media() -> None:
    assert set(print_fonts(None)) == set(web_fonts(None)) == {face.file for face in FACES}
    for path in print_fonts(None).values():
        assert path.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_missing_fonts_are_said_before_anything_is_drawn(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("digest.render.templates._PACKAGE", tmp_path / "digest")
    with pytest.raises(RenderError, match=r"newsreader-500\.ttf is missing .*install Digest again"):
        render(empty_sample(), "pdf")


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="no format 'doc'; there are html, pdf, json, md, csv"):
        render(empty_sample(), "doc")
    assert list(RENDERERS) == ["html", "pdf", "json", "md", "csv"]


def test_the_wheel_takes_every_template() -> None:
    """setup.py names the folders and endings that go into the package; none may be left out."""
    tree = ast.parse((REPOSITORY / "setup.py").read_text(encoding="utf-8"))
    (value,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TEMPLATES"
    ]
    packed = {
        path
        for folder, patterns in ast.literal_eval(value).values()
        for pattern in patterns
        for path in (REPOSITORY / folder).glob(pattern)
    }
    assert packed == {path for path in TEMPLATES.rglob("*") if path.is_file()}
