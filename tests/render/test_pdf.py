from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from digest.errors import RenderError
from digest.model import Briefing
from digest.render import render
from digest.render.fonts import FONT_SCHEME
from digest.render.json import dump
from digest.render.setting import OnlyFonts
from tests.render.sample import empty_sample
from tests.render.sources import LONG_TITLE

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def document(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


@pytest.fixture(scope="module")
def text(document: pypdf.PdfReader) -> str:
    return _flat("\n".join(page.extract_text() for page in document.pages))


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_it_says_what_it_is(document: pypdf.PdfReader) -> None:
    about = document.metadata
    assert about is not None
    assert about.title == "Northlight · Monday, 23 November 2026"
    assert about.author == "Northlight"
    assert about.creator == "Digest 0.1.0"
    assert str(about.creation_date) == "2026-11-23 00:00:00+00:00"
    assert document.root_object["/Lang"] == "en"


def test_pages_are_numbered_under_running_heads(document: pypdf.PdfReader) -> None:
    pages = [_flat(page.extract_text()) for page in document.pages]
    for number, page in enumerate(pages, 1):
        assert f"Page{number}of{len(pages)}" in page
        assert "Monday,23November2026" in page
    assert all("Northlight" in page for page in pages)
    assert "SORRELRESERVOIR:VESSIN,UPPERKARSA" in pages[1].upper()
    assert "EVIDENCE" in pages[-2].upper()


def test_no_page_is_nearly_empty(document: pypdf.PdfReader) -> None:
    assert min(len(_flat(page.extract_text())) for page in document.pages) > 300


def test_bookmarks_follow_the_contents(document: pypdf.PdfReader) -> None:
    outline = document.outline
    top = [item.title for item in outline if not isinstance(item, list)]
    assert top == [
        "In brief",
        "Contents",
        "Sorrel reservoir: Vessin, Upper Karsa",
        "Port Levan",
        "References",
        "Evidence",
        "Not read and set aside",
    ]
    under = [item.title for branch in outline if isinstance(branch, list) for item in branch]
    assert '<script>alert("x")</script> {{ 7*7 }} {% raw %} & <b onmouseover=alert(1)>Karsa</b>' in under
    assert any(title.startswith("The ferry") and title.endswith("…") for title in under)


def test_everything_quoted_is_in_the_text(text: str, briefing: Briefing) -> None:
    for topic in briefing.topics:
        for story in topic.stories:
            for said in (*story.summary, *story.quotes, *(g.lines[0] for g in story.agreement)):
                assert _flat(said.text) in text
            for row in story.figures:
                for figure in row.figures:
                    assert _flat(figure.text) in text
    assert _flat(LONG_TITLE) in text
    assert _flat('<script>alert("x")</script> {{ 7*7 }}') in text


def test_links_lead_to_passages_and_back(document: pypdf.PdfReader, briefing: Briefing) -> None:
    targets: Counter[str] = Counter()
    outside = set()
    for page in document.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if "/A" in link and link["/A"].get("/S") == "/URI":
                outside.add(str(link["/A"]["/URI"]))
            else:
                targets[str(link.get("/Dest") or link["/A"]["/D"])] += 1
    destinations = set(document.named_destinations)
    assert set(targets) <= destinations
    assert {f"passage-{p.number}" for p in briefing.passages} <= set(targets)
    assert {"story-1-1-named", "story-1-1-institution"} <= set(targets)  # the numbers of its voices
    uses = {target for target in targets if target.startswith("use-")}
    assert len(uses) == sum(targets[target] for target in targets if target.startswith("passage-"))
    assert all(address.startswith(("http://", "https://")) for address in outside)
    assert "https://courier.example/2026/11/22/reservoir-accord" in outside


def test_it_is_tagged(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        kinds = Counter(str(item.S) for item in _structure(opened.Root.StructTreeRoot.K))
        figures = [item for item in _structure(opened.Root.StructTreeRoot.K) if item.S == "/Figure"]
        meta = opened.Root.Metadata.read_bytes().decode()
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link"} <= set(
        kinds
    )
    assert kinds["/Figure"] >= 9
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    assert 'pdfuaid:part="1"' in meta
    assert 'pdfaid:part="3"' in meta


def _structure(node: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from _structure(item)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _structure(node.K)


def test_the_briefing_is_attached(document: pypdf.PdfReader, briefing: Briefing) -> None:
    assert document.attachments["briefing.json"] == [dump(briefing)]


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_3A"])
def test_it_keeps_to_the_standards(pdf: bytes, profile: str) -> None:
    page = pytest.importorskip("page", reason="page-validation has no wheel for this machine")
    report = page.validate_pdf_bytes(pdf, profile=getattr(page.ValidationProfile, profile))
    assert [failure.message for failure in report.failures] == []


def test_another_process_makes_the_same_bytes(pdf: bytes) -> None:
    code = (
        "import sys, hashlib; from digest.render import render; from tests.render.sample import sample;"
        "sys.stdout.write(hashlib.sha256(render(sample(), 'pdf')).hexdigest())"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONHASHSEED": "17", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == sha256(pdf).hexdigest()


def test_a_day_with_nothing_is_one_page() -> None:
    assert len(pypdf.PdfReader(BytesIO(render(empty_sample(), "pdf"))).pages) == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "https://example.org/",
        "file:///etc/hostname",
        "data:text/plain,x",
        "ftp://127.0.0.1/x",
        "briefing.json",
        FONT_SCHEME + "../../pyproject.toml",
        FONT_SCHEME + "unknown",
    ],
)
def test_nothing_is_fetched(address: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="refused"):
        OnlyFonts({"inter-400": tmp_path / "font.ttf"}).fetch(address)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

    listening = HTTPServer(("127.0.0.1", 0), Note)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    thread.join()
    listening.server_close()


def test_not_even_for_a_template_that_asks(
    server: tuple[str, list[str]], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    address, asked = server
    (tmp_path / "briefing.html.j2").write_text(
        f'<html lang="en"><head><title>x</title><link rel="stylesheet" href="{address}/a.css">'
        f'<link rel="attachment" href="file:///etc/hostname">'
        f"<style>@import url({address}/b.css); body{{background:url({address}/c.png)}}"
        f'@font-face{{font-family:x;src:url("{address}/d.ttf")}}</style></head>'
        f'<body><img src="{address}/e.png" alt="e"><img src="file:///etc/hostname" alt="f"></body></html>',
        encoding="utf-8",
    )
    made = render(empty_sample(), "pdf", templates=tmp_path)
    assert asked == []
    assert list(pypdf.PdfReader(BytesIO(made)).attachments) == ["briefing.json"]
    assert caplog.text.count("refused") >= 5
    caplog.clear()


def test_missing_characters_are_told_in_one_line(
    briefing: Briefing, caplog: pytest.LogCaptureFixture
) -> None:
    unassigned = "\U0003fffd"
    render(replace(empty_sample(), notes=(unassigned * 3, f"and {unassigned}")), "pdf")
    assert [record.name for record in caplog.records] == ["digest.render.pdf"]
    assert caplog.records[0].getMessage().count(unassigned) == 1
    caplog.clear()


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    """Templates whose page is nested deeper than a layout can follow."""
    deep = "<div>" * 5000 + "x" + "</div>" * 5000
    (tmp_path / "briefing.html.j2").write_text(f"<html><body>{deep}</body></html>", encoding="utf-8")
    return tmp_path


def test_what_the_layout_stumbles_over_is_an_error_of_this_format(nested: Path) -> None:
    with pytest.raises(RenderError, match=r"cannot set this edition \(RecursionError: "):
        render(empty_sample(), "pdf", templates=nested)
    assert render(empty_sample(), "html", templates=nested)


def test_a_layout_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.render.pdf.PATIENCE", 0.05)
    monkeypatch.setattr("digest.render.pdf.PACE", 1e9)
    with pytest.raises(RenderError, match="not done after 0 s"):
        render(empty_sample(), "pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="no such limit is sure to hold elsewhere")
def test_a_layout_that_takes_too_much_memory_is_ended() -> None:
    code = (
        "import pathlib, resource; import digest.render.setting as setting;"
        "here = int(pathlib.Path('/proc/self/statm').read_text().split()[0]) * resource.getpagesize();"
        "setting.MEMORY = here + 20 * 2**20; setting.main()"
    )
    order = {
        "page": f"<p>{'word ' * 20_000}</p>",
        "fonts": {},
        "attachment": "{}",
        "stamp": "2026-03-13T00:00:00+00:00",
    }
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps(order).encode(), capture_output=True)
    assert done.returncode != 0
    assert done.stdout == b""


def test_a_date_that_is_none_is_refused(briefing: Briefing) -> None:
    with pytest.raises(RenderError, match="YYYY-MM-DD"):
        render(replace(briefing, date="soon"), "pdf")
