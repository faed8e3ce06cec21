"""A page's HTML -> a tagged PDF (PDF/UA-1 and PDF/A-3a in one file) with the briefing's JSON attached.

The only place that knows WeasyPrint. It runs as a program of its own that ``render/pdf.py`` starts, so
that no layout can hold up a run, take the machine's memory, or bring the run down with it.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pydyf
from weasyprint import HTML, Attachment
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from digest.render.fonts import FONT_SCHEME

LOG = logging.getLogger(__name__)
ATTACHMENT = "briefing.json"
MEMORY = 6 * 2**30  # bytes of address space; 150 pages took 0.6 GB
VARIANT = "pdf/a-3a"  # asks for tags too; what PDF/UA-1 needs beyond them is to say so, below

# What says in the XMP that the file is PDF/UA-1, and (for PDF/A) what that saying means.
UA_DECLARATION = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\
"""


def main() -> None:
    """Set the pages that standard input asks for; the PDF goes to standard output, what failed to the log."""
    _limit_memory()
    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING)
    order = json.load(sys.stdin.buffer)
    fonts = {name: Path(path) for name, path in order["fonts"].items()}
    stamp = datetime.fromisoformat(order["stamp"])
    with _missing_glyphs_told_once():
        try:
            made = set_pages(
                order["page"], OnlyFonts(fonts), _attachment(order["attachment"].encode(), stamp)
            )
        except Exception as error:  # whatever a layout stumbles over, the other formats are still good
            sys.exit(f"{type(error).__name__}: {error}".rstrip(": "))
    sys.stdout.buffer.write(made)


def _limit_memory() -> None:
    """No page may take the machine's memory; where the system knows no such limit there is none."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        with suppress(ValueError, OSError):  # macOS takes no such limit
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))


def set_pages(source: str, fetcher: OnlyFonts, attachment: Attachment) -> bytes:
    """Lay out the pages and write them."""
    document = HTML(string=source, url_fetcher=fetcher).render(
        font_config=FontConfiguration(), pdf_variant=VARIANT
    )
    made: bytes = document.write_pdf(pdf_variant=VARIANT, attachments=[attachment], finisher=_finish)
    return made


class OnlyFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives the shipped fonts by name and refuses every other address: nothing is ever fetched."""

    def __init__(self, fonts: Mapping[str, Path]) -> None:
        super().__init__(allowed_protocols=())
        self._fonts = fonts

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The bytes of a shipped font; raises ValueError for anything else."""
        name = url.removeprefix(FONT_SCHEME)
        if name == url or name not in self._fonts:
            raise ValueError(f"refused: {url!r} is no font of Digest")
        return URLFetcherResponse(url, self._fonts[name].read_bytes(), {"Content-Type": "font/ttf"})


@contextmanager
def _missing_glyphs_told_once() -> Iterator[None]:
    """WeasyPrint warns of a character that no font has each time it is met; one line says it all."""
    missing: dict[str, None] = {}

    def keep(record: logging.LogRecord) -> bool:
        if not str(record.msg).startswith(".notdef glyph") or not isinstance(record.args, tuple):
            return True
        missing.setdefault(str(record.args[0]))
        return False

    weasyprint_log = logging.getLogger("weasyprint")
    weasyprint_log.addFilter(keep)
    try:
        yield
    finally:
        weasyprint_log.removeFilter(keep)
    if missing:
        LOG.warning(
            "no font here has these characters, so the PDF shows boxes: %s. Install one that has them "
            "(Debian, Ubuntu: fonts-noto-core, fonts-noto-cjk)",
            " ".join(list(missing)[:20]),
        )


def _attachment(data: bytes, stamp: datetime) -> Attachment:
    return Attachment(
        string=data,
        url_fetcher=OnlyFonts({}),
        name=ATTACHMENT,
        description="This edition as data, with every statement and its source",
        relationship="Source",
        created=stamp,
        modified=stamp,
    )


def _finish(document: Document, pdf: pydyf.PDF) -> None:
    """What PDF/A-3a and PDF/UA-1 ask for together and WeasyPrint does not write of itself."""
    for stream in pdf.objects:
        if not isinstance(stream, pydyf.Stream):
            continue
        if stream.extra.get("Type") == "/Metadata":
            stream.compress = False  # so that any program can find it
            stream.stream = [
                part.replace(b"</rdf:RDF>", UA_DECLARATION + b"</rdf:RDF>") for part in stream.stream
            ]
        elif stream.compress and stream.data.endswith(b"\r\nendstream"):
            _end_otherwise(stream)


def _end_otherwise(stream: pydyf.Stream) -> None:
    """A stream whose last byte is a carriage return looks one byte too short before the line's end."""
    if stream.extra.get("Type") == "/EmbeddedFile":
        stream.compress = False  # not one byte of it may change
    else:
        stream.stream.append(b"")  # a line feed more, which means nothing there


if __name__ == "__main__":
    main()
