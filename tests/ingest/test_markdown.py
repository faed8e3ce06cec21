"""Markdown: text without its marks, front matter as text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from digest.ingest import read
from digest.ingest.frontmatter import split_front_matter
from digest.model import Article
from tests.ingest.test_text import read_one, shown

PAGE = """\
---
title: "Ferry runs aground: what we know"
date: 2024-03-05
source: The Harbour Gazette
url: https://harbour.example/17
tags: [ferries, skerra]
---

# Ferry runs aground: what we know

A ferry with **214 people** on board ran *aground* off [Skerra](https://x.example)
on Tuesday, the `coast guard` said.

![The ferry](ferry.png)

*The ferry on the rocks. (Photo: Jo Bell)*

> “Nobody was hurt,” said Anna Vik.

## What next

- The ferry will be towed at high tide on Wednesday, its owner said.
- Its crew of 31 stays on board.

<script>alert(1)</script>

| Year | Accidents |
|------|-----------|
| 2019 | 1         |

## Related

[Why the sound is hard to sail](https://x.example)
"""


def test_the_text_is_what_a_reader_sees(tmp_path: Path) -> None:
    saved = tmp_path / "a.md"
    saved.write_text(PAGE, encoding="utf-8")
    article = read_one(saved)
    assert article.title == "Ferry runs aground: what we know"
    assert article.publisher == "The Harbour Gazette"
    assert article.url == "https://harbour.example/17"
    assert shown(article.published) == "2024-03-05 day stated"
    body = [(p.line, article.text[p.start : p.end]) for p in article.paragraphs]
    assert body == [
        (11, "A ferry with 214 people on board ran aground off Skerra on Tuesday, the coast guard said."),
        (18, "“Nobody was hurt,” said Anna Vik."),
        (22, "The ferry will be towed at high tide on Wednesday, its owner said."),
        (23, "Its crew of 31 stays on board."),
    ]
    reasons = {aside.text: aside.reason for aside in article.set_aside}
    assert reasons["The ferry on the rocks. (Photo: Jo Bell)"] == "caption"
    assert reasons["What next"] == "subheading"
    assert reasons["Why the sound is hard to sail"] == "related link"


FIELDS = [
    ("title: NO", {"title": "NO"}),
    ("title: 'It''s here'", {"title": "It's here"}),
    ('title: "A: b"', {"title": "A: b"}),
    ("title: >-\n  Ferry runs\n  aground", {"title": "Ferry runs aground"}),
    ("date: 2024-03-05 # stated", {"date": "2024-03-05"}),
    ("authors:\n  - Jo Bell\n  - Ines Marlo", {"authors": "Jo Bell"}),
    ("tags: [a, b]", {"tags": "a"}),
    ("evil: !!python/object/apply:os.system [id]", {"evil": "!!python/object/apply:os.system [id]"}),
    ("a: &a [x]\nb: [*a,*a]", {"a": "&a [x]", "b": "*a"}),
    ("title:", {}),
    ("not a field", {}),
]


@pytest.mark.parametrize(("fields", "expected"), FIELDS, ids=[fields for fields, _ in FIELDS])
def test_front_matter_is_text_and_never_an_object(fields: str, expected: dict[str, str]) -> None:
    text = f"---\n{fields}\n---\nBody."
    found, at = split_front_matter(text)
    assert found == expected
    assert text[at:] == "Body."


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert split_front_matter("---\nBody without an end mark.") == ({}, 0)


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    saved = tmp_path / "a.md"
    rows = "\n".join(f"k{n}: [*k{n - 1}, *k{n - 1}]" for n in range(1, 1000))
    saved.write_text(f"---\nk0: &k0 x\n{rows}\n---\nThe dam is shut, officials said on Tuesday.")
    began = time.process_time()
    assert read_one(saved).text == "The dam is shut, officials said on Tuesday."
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "text", ["> " * 20_000 + "x", "[" * 20_000, "*a " * 20_000, "`" * 20_000 + " a", "- " * 9_000]
)
def test_hostile_markdown_takes_bounded_time(text: str, tmp_path: Path) -> None:
    saved = tmp_path / "a.md"
    saved.write_text(text)
    began = time.process_time()
    found = list(read([saved]))
    assert time.process_time() - began < 10
    assert len(found) == 1


def test_a_file_without_front_matter_takes_its_heading(tmp_path: Path) -> None:
    saved = tmp_path / "a.md"
    saved.write_text("# The dam is shut\n\n5 March 2024\n\nThe dam was shut on Tuesday, officials said.\n")
    (article,) = read([saved])
    assert isinstance(article, Article)
    assert article.title == "The dam is shut"
    assert shown(article.published) == "2024-03-05 day stated"
