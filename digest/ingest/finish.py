"""The last steps that text, Markdown and HTML share: clean, date, flag, assemble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.errors import SourceError
from digest.ingest.agencies import credited
from digest.ingest.assemble import Metadata, article_of_blocks
from digest.ingest.clean import clean
from digest.ingest.inferred import infer_date
from digest.ingest.lines import Line
from digest.ingest.marks import mark_flags
from digest.ingest.source import Source
from digest.model import Article, SetAside


def finish(
    source: Source, lines: Sequence[Line], *, known: Metadata | None = None, flags: Sequence[str] = ()
) -> Article:
    """The article of these lines; raises SourceError where nothing of them is body."""
    cleaned = clean(lines, known) if lines else None
    if cleaned is None or not cleaned.body:
        raise SourceError("no body text was found in it: every line is a title, a caption or page furniture")
    metadata = cleaned.metadata
    agencies = credited(
        [block.text for block in cleaned.body], [(aside.reason, aside.text) for aside in cleaned.set_aside]
    )
    body = [block.text for block in cleaned.body]
    if metadata.published is None:
        captions = _captions(cleaned.set_aside)
        copyright_lines = [aside.text for aside in cleaned.set_aside if aside.reason == "copyright"]
        published = infer_date(
            body, captions=captions, copyright_lines=copyright_lines, modified=source.modified
        )
        metadata = replace(metadata, published=published)
    return article_of_blocks(
        cleaned.body,
        metadata,
        path=source.path,
        sha256=source.sha256,
        set_aside=cleaned.set_aside,
        flags=(*flags, *mark_flags(body), *(f"credits {name}" for name in agencies)),
    )


def _captions(set_aside: Sequence[SetAside]) -> list[str]:
    """The captions, with lines that follow each other as one."""
    captions: list[str] = []
    last = -1
    for aside in set_aside:
        if aside.reason != "caption":
            continue
        if captions and aside.line == last + 1 > 1:
            captions[-1] += "\n" + aside.text
        else:
            captions.append(aside.text)
        last = aside.line
    return captions
