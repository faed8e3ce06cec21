"""HTML -> a flat record of its elements and their blocks of text, in one pass.

The parser of the standard library: it is in every Python, gives line numbers, keeps no tree and does
not recurse, so depth costs nothing. Elements are rows that name their parent; whatever is computed
over them is a loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from digest.errors import SourceError

_VOID_TAGS = """
    area base br col embed hr img input link meta param source track wbr
"""
_BLOCK_TAGS = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot
    th thead tr ul title
"""
_SILENT_TAGS = """
    script style noscript template svg math iframe object canvas select textarea audio video map
"""
_VOID, _BLOCK, _SILENT = (frozenset(tags.split()) for tags in (_VOID_TAGS, _BLOCK_TAGS, _SILENT_TAGS))
_ENDS_PARAGRAPH = _BLOCK - {"body", "html", "title"}
_ELEMENTS = 400_000  # more than any page; where a page has more, it is a trap


@dataclass(slots=True)
class Element:
    """One element: its parent is another's index, -1 for none."""

    tag: str
    parent: int
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text between two block boundaries."""

    text: str  # white space made single spaces
    line: int  # 1-based line on which it begins
    element: int  # the block element that holds it
    linked: int  # how many of its characters are in links


@dataclass(slots=True)
class Page:
    """What one pass over a page records."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)
    data_scripts: list[str] = field(default_factory=list)  # application/ld+json


def parse_page(text: str) -> Page:
    """The elements and blocks of a page; raises SourceError where it has too many to be one."""
    collector = _Collector()
    collector.feed(text)
    collector.close()
    collector.end_block()
    return collector.page


class _Collector(HTMLParser):
    """Follows the open elements and collects text until a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[int] = []  # indices of the open elements, outermost first
        self._blocks: list[int] = []  # those of them that are blocks
        self._silent = 0  # how many open elements hide their text
        self._links = 0
        self._counts: dict[str, int] = {}  # open elements by tag
        self._pieces: list[str] = []
        self._linked = 0
        self._line = 0
        self._breaks = 0
        self._begun = False  # whether the block has any text yet
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._breaks += 1
            if self._breaks == 2:
                self.end_block()
            else:
                self._pieces.append(" ")
            return
        if tag in _BLOCK:
            self.end_block()
        if tag in _ENDS_PARAGRAPH and self._counts.get("p"):
            self._close("p")
        if tag in ("li", "td", "th", "tr", "dd", "dt", "option") and self._innermost() == tag:
            self._close(tag)
        self._add(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # browsers ignore the slash

    def handle_endtag(self, tag: str) -> None:
        if self._script is not None and tag == "script":
            self.page.data_scripts.append("".join(self._script))
            self._script = None
        if tag in _BLOCK:
            self.end_block()
        if self._counts.get(tag):
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        if self._silent or not data:
            return
        if not data.isspace():
            self._breaks = 0
            if (
                not any(not piece.isspace() for piece in self._pieces[-1:])
                and not "".join(self._pieces).strip()
            ):
                self._line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            if self._links:
                self._linked += len(data)
        self._pieces.append(data)

    def end_block(self) -> None:
        """Close the block of text that is being collected."""
        text = " ".join(_ascii_split("".join(self._pieces)))
        if text.strip():
            element = self._blocks[-1] if self._blocks else -1
            self.page.blocks.append(
                TextBlock(text.strip(), self._line, element, min(self._linked, len(text)))
            )
        self._pieces, self._linked, self._breaks, self._begun = [], 0, 0, False

    def _add(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.page.elements) >= _ELEMENTS:
            raise SourceError(f"its HTML has more than {_ELEMENTS:,} elements")
        index = len(self.page.elements)
        self.page.elements.append(Element(tag, self._open[-1] if self._open else -1, attributes))
        if tag in _VOID:
            return
        self._open.append(index)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        self._silent += tag in _SILENT
        self._links += tag == "a"
        if tag in _BLOCK:
            self._blocks.append(index)
        if tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._script = []

    def _close(self, tag: str) -> None:
        """Close the innermost open element of this tag, and what is open inside it."""
        while self._open:
            closed = self.page.elements[self._open[-1]].tag
            index = self._open.pop()
            self._counts[closed] -= 1
            self._silent -= closed in _SILENT
            self._links -= closed == "a"
            if self._blocks and self._blocks[-1] == index:
                self._blocks.pop()
            if closed == tag:
                return

    def _innermost(self) -> str:
        return self.page.elements[self._blocks[-1]].tag if self._blocks else ""


def _ascii_split(text: str) -> list[str]:
    """Split at the white space of HTML, which does not include the no-break space."""
    for space in "\t\n\r\x0c":
        text = text.replace(space, " ")
    return [piece for piece in text.split(" ") if piece]
