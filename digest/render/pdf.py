"""Briefing -> a tagged PDF (PDF/UA-1 and PDF/A-3a in one file) with the briefing's JSON attached.

The only place that knows WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from digest.errors import RenderError
from digest.model import Briefing
from digest.render.fonts import print_fonts
from digest.render.page import page
from digest.serialise import dump

try:
    from weasyprint import HTML, Attachment
    from weasyprint.document import Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as missing:  # a system library
    raise RenderError(
        "WeasyPrint cannot load Pango, which sets the text of the PDF. Install it: "
        "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), "
        "dnf install pango (Fedora), apk add pango (Alpine), brew install pango (macOS). "
        f"HTML, Markdown and JSON are made without it. ({missing})"
    ) from missing

FONT_SCHEME = "digest-font:"
ATTACHMENT = "briefing.json"
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


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The PDF; the same briefing, templates and fonts give the same bytes.

    Raises RenderError where a font or a template is missing or broken.
    """
    stamp = _stamp(briefing)
    fonts = print_fonts(templates)
    addresses = {name: FONT_SCHEME + name for name in fonts}
    source = page(briefing, "print", fonts=addresses, templates=templates)
    html = HTML(string=source, url_fetcher=OnlyFonts(fonts))
    document = html.render(font_config=FontConfiguration(), pdf_variant=VARIANT)
    _declare_ua(document)
    made: bytes = document.write_pdf(pdf_variant=VARIANT, attachments=[_attachment(briefing, stamp)])
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


def _stamp(briefing: Briefing) -> datetime:
    """Midnight (UTC) of the edition's day: no clock is read, so the bytes are the same every time."""
    try:
        return datetime.strptime(briefing.date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise RenderError(f"date of the edition: expected YYYY-MM-DD, found {briefing.date!r}") from error


def _attachment(briefing: Briefing, stamp: datetime) -> Attachment:
    return Attachment(
        string=dump(briefing),
        url_fetcher=OnlyFonts({}),
        name=ATTACHMENT,
        description="This edition as data, with every statement and its source",
        relationship="Source",
        created=stamp,
        modified=stamp,
    )


def _declare_ua(document: Document) -> None:
    """WeasyPrint writes one declaration, of PDF/A; this adds that of PDF/UA, which the file keeps too."""
    metadata = document.metadata
    write = metadata.generate_rdf_metadata

    def write_both(variant: str, version: int, conformance: str) -> bytes:
        rdf: bytes = write(variant, version, conformance)
        return rdf.replace(b"</rdf:RDF>", UA_DECLARATION + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = write_both
