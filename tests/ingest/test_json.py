"""JSON and JSON Lines: text at its word, bad records named, the rest kept."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.ingest import read
from digest.model import Article, NotRead, Published
from tests.ingest.test_text import read_one

RECORD = {
    "id": "harbour-17",
    "title": "Ferry runs aground",
    "text": "  A ferry ran aground.\n\n“Nobody was hurt,” she said. \nFull Screen\n",
    "date": "2024-03-05",
    "source": "The Harbour Gazette",
    "url": "https://harbour.example/17",
}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_record_is_kept_as_it_is(tmp_path: Path) -> None:
    article = read_one(write(tmp_path, "one.json", json.dumps(RECORD)))
    assert article.id == "harbour-17"
    assert article.text == RECORD["text"]
    assert article.publisher == "The Harbour Gazette"
    assert article.url == "https://harbour.example/17"
    assert article.published == Published("2024-03-05", "day", "2024-03-05", "stated")
    shown = [article.text[p.start : p.end] for p in article.paragraphs]
    assert shown == ["A ferry ran aground.", "“Nobody was hurt,” she said.", "Full Screen"]


def test_other_names_of_the_fields_are_known(tmp_path: Path) -> None:
    record = {"doc_id": 7, "text": "It rained.", "publisher": "Courier", "published": "20240305"}
    article = read_one(write(tmp_path, "one.json", json.dumps(record)))
    assert (article.id, article.publisher, article.title) == ("7", "Courier", "")
    assert article.published is not None
    assert article.published.when == "2024-03-05"


def test_one_bad_line_does_not_cost_the_others(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "a", "text": "One."}),
        '{"title": "b", "text": ',
        json.dumps({"title": "c"}),
        json.dumps(["no", "record"]),
        '{"text": "x", "value": NaN}',
        '{"text": "x", "text": "y"}',
        '{"text": ' + "9" * 5000 + "}",
        "[" * 100_000,
        "",
        json.dumps({"title": "d", "text": "Two."}),
    ]
    path = write(tmp_path, "many.jsonl", "\n".join(lines) + "\n")
    found = list(read([path]))
    assert [item.text for item in found if isinstance(item, Article)] == ["One.", "Two."]
    refused = [item for item in found if isinstance(item, NotRead)]
    assert [item.path for item in refused] == [f"{path}#{number}" for number in (2, 3, 4, 5, 6, 7, 8)]
    assert all(item.reason for item in refused)
    assert "NaN" in refused[3].reason
    assert "twice" in refused[4].reason


def test_a_list_and_a_list_in_an_object_are_read(tmp_path: Path) -> None:
    records = [{"text": "One."}, {"text": "Two."}]
    as_list = list(read([write(tmp_path, "list.json", json.dumps(records))]))
    within = list(read([write(tmp_path, "within.json", json.dumps({"articles": records}))]))
    assert [a.text for a in as_list if isinstance(a, Article)] == ["One.", "Two."]
    assert [a.id for a in within if isinstance(a, Article)] == [
        a.id for a in as_list if isinstance(a, Article)
    ]
    assert [a.path for a in as_list] == [f"{tmp_path / 'list.json'}#1", f"{tmp_path / 'list.json'}#2"]


def test_an_unpaired_surrogate_and_a_nul_are_replaced_and_flagged(tmp_path: Path) -> None:
    article = read_one(write(tmp_path, "one.json", '{"text": "a\\ud800b\\u0000c\\u0007"}'))
    assert article.text == "a\ufffdb\ufffdc\x07"
    assert "characters that cannot be stored replaced" in article.flags
    article.text.encode("utf-8")


def test_a_date_that_is_none_is_flagged_and_not_guessed(tmp_path: Path) -> None:
    article = read_one(write(tmp_path, "one.json", '{"text": "It rained.", "date": "next spring"}'))
    assert article.published is None
    assert article.flags == ('date not understood: "next spring"',)


def test_standard_input_is_told_by_its_first_bytes() -> None:
    data = b'{"text": "One."}\n{"text": "Two."}\n'
    found = list(read(["-"], stdin=BytesIO(data)))
    assert [(item.path, item.text) for item in found if isinstance(item, Article)] == [
        ("-#1", "One."),
        ("-#2", "Two."),
    ]


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_offsets_fit_the_input_whatever_the_text(text: str) -> None:
    data = json.dumps({"id": "x", "text": text}).encode()
    (article,) = read(["-"], stdin=BytesIO(data))
    if isinstance(article, NotRead):  # nothing but characters that are white space to JSON's readers
        return
    assert len(article.text) == len(text)
    assert all(got in (want, "\ufffd") for got, want in zip(article.text, text, strict=True))
    covered = "".join(article.text[p.start : p.end] for p in article.paragraphs)
    assert covered.split() == article.text.split() or "".join(covered.split()) == "".join(
        article.text.split()
    )


@pytest.mark.parametrize(
    "text", ["", "   ", "{}", "[]", '{"text": ""}', '{"text": 5.5, "title": []}', "null", "{"]
)
def test_what_is_no_record_is_refused_with_a_reason(text: str, tmp_path: Path) -> None:
    (found,) = read([write(tmp_path, "one.json", text)])
    assert isinstance(found, NotRead)
    assert found.reason
