"""Files and folders: which are read, in which order, and what becomes of the others."""

from __future__ import annotations

import json
import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from digest.ingest import MEDIA_TYPES, READERS, read
from digest.model import Article, NotRead

BODY = "The dam is shut\n\nThe dam was shut on Tuesday, officials said, and {} will stay shut for a week.\n"


def put(folder: Path, name: str, word: str | None = None) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BODY.format(word or name), encoding="utf-8")
    return path


def articles(found: list[Article | NotRead]) -> list[str]:
    return [os.path.basename(item.path) for item in found if isinstance(item, Article)]  # noqa: PTH119


def reasons(found: list[Article | NotRead]) -> dict[str, str]:
    return {Path(item.path).name: item.reason for item in found if isinstance(item, NotRead)}


def test_every_media_type_has_a_reader() -> None:
    assert set(MEDIA_TYPES.values()) == set(READERS)


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "C.txt"):
        put(tmp_path, name)
    assert articles(list(read([tmp_path]))) == ["C.txt", "y.txt", "z.txt", "b.txt"]


def test_reading_does_not_depend_on_what_else_is_read(tmp_path: Path) -> None:
    paths = [put(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt")]
    together = {item.path: item for item in read(paths)}
    backwards = {item.path: item for item in read(paths[::-1])}
    alone = {item.path: item for path in paths for item in read([path])}
    assert together == backwards == alone


def test_hidden_and_temporary_names_are_passed_over(tmp_path: Path) -> None:
    names = (
        ".hidden.txt",
        "a.txt~",
        "a.txt.tmp",
        "b.txt.part",
        "~$c.txt",
        ".~lock.d.txt#",
        "e.crdownload",
        "._f.txt",
    )
    for name in (*names, "kept.txt", ".git/config.txt"):
        put(tmp_path, name)
    found = list(read([tmp_path]))
    assert articles(found) == ["kept.txt"]
    assert reasons(found) == {}


def test_an_edition_in_the_folder_is_no_source_of_the_next(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    for folder, frozen in (("made", '{\n  "schema_version": "1"\n}'), ("kept", '{"title": "The brief"}')):
        for name in ("briefing.md", "other.md"):
            put(tmp_path / folder, name, f"{folder} {name}")
        (tmp_path / folder / "briefing.json").write_text(frozen, encoding="utf-8")
    found = articles(list(read([tmp_path])))
    assert sorted(found) == ["a.txt", "briefing.md", "other.md", "other.md"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    assert articles(list(read([put(tmp_path, ".hidden.txt")]))) == [".hidden.txt"]


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside/secret.txt")
    inside = put(tmp_path, "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/out.txt").symlink_to(outside)
    (tmp_path / "in/outdir").symlink_to(outside.parent, target_is_directory=True)
    (tmp_path / "in/gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in/same.txt").symlink_to(inside)
    found = list(read([tmp_path / "in"]))
    assert articles(found) == ["a.txt"]
    assert set(reasons(found)) == {"out.txt", "outdir", "gone.txt"}
    (article,) = (item for item in found if isinstance(item, Article))
    assert article.flags == (f"also in {tmp_path / 'in/same.txt'}",)


def test_pipes_sockets_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        found = list(read([tmp_path, "/dev/zero"]))
    assert reasons(found) == {
        "pipe.txt": "it is a pipe, not a file",
        "socket.txt": "it is a socket, not a file",
        "zero": "it is a device, not a file",
    }


def test_a_name_that_is_not_utf8_is_read_and_can_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(name, "w") as file:  # noqa: PTH123 (a path of bytes)
        file.write(BODY.format("it"))
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    article.path.encode("utf-8")


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \r\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
def test_an_empty_file_is_said_to_be_empty(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read([tmp_path])
    assert found == NotRead(path=str(tmp_path / name), reason="it is empty")


def test_what_is_missing_or_of_another_kind_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.docx")
    put(tmp_path, "README")
    found = list(read([tmp_path, tmp_path / "gone.txt"]))
    assert set(reasons(found)) == {"a.docx", "README", "gone.txt"}
    assert "no such file" in reasons(found)["gone.txt"]
    assert ".docx" in reasons(found)["a.docx"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt").chmod(0)
    (found,) = read([tmp_path])
    assert isinstance(found, NotRead)
    assert "permission denied" in found.reason


def test_a_file_that_vanishes_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    real = os.open

    def vanish(path: str, flags: int) -> int:
        if str(path).endswith("a.txt"):
            raise FileNotFoundError(2, "No such file or directory")
        return real(path, flags)

    monkeypatch.setattr(os, "open", vanish)
    found = list(read([tmp_path]))
    assert articles(found) == ["b.txt"]
    assert reasons(found) == {"a.txt": "it cannot be opened: no such file or directory"}


def test_one_text_under_two_names_is_one_article(tmp_path: Path) -> None:
    first = put(tmp_path, "a.txt", "it")
    second = put(tmp_path, "b.txt", "it")
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.path == str(first)
    assert article.flags == (f"also in {second}",)


def test_one_file_named_twice_is_one_article(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    (article,) = read([path, tmp_path, path])
    assert isinstance(article, Article)
    assert article.flags == ()


def test_one_id_for_two_texts_is_numbered_and_flagged(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"id": "x", "text": "One."}\n')
    one, two = (item for item in read([path]) if isinstance(item, Article))
    assert (one.id, one.text, one.flags) == ("x", "One.", (f"also in {path}#3",))
    assert (two.id, two.text) == ("x-2", "Two.")
    assert two.flags == (f'its id "x" already stands for another text, in {path}#1',)


def test_one_text_from_two_outlets_is_two_articles(tmp_path: Path) -> None:
    rows = [
        {"title": "Dam", "text": "One.", "source": "Courier"},
        {"title": "Dam", "text": "One.", "source": "Herald"},
        {"title": "Dam", "text": "One.", "source": "Courier"},
        {"title": "Dam", "text": "One."},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    one, two = (item for item in read([path]) if isinstance(item, Article))
    assert (one.publisher, two.publisher) == ("Courier", "Herald")
    assert one.id != two.id
    assert one.flags == (f"also in {path}#3", f"also in {path}#4")  # an unknown outlet is no other outlet


def test_standard_input_is_read(tmp_path: Path) -> None:
    (article,) = read(["-"], stdin=BytesIO(BODY.format("it").encode()))
    assert isinstance(article, Article)
    assert (article.path, article.title) == ("-", "The dam is shut")
    assert list(read(["-"])) == [NotRead(path="-", reason="there is no standard input here")]
    (page,) = read(
        ["-"],
        stdin=BytesIO(b"<!DOCTYPE html><h1>The dam is shut</h1><p>It was shut on Tuesday, he said.</p>"),
    )
    assert isinstance(page, Article)
    assert page.text == "It was shut on Tuesday, he said."


def test_a_line_of_twenty_megabytes_is_cut_and_flagged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("the word " * 2_500_000)
    (article,) = read([path])
    assert isinstance(article, Article)
    assert len(article.text) == 500_000
    assert "cut after 500,000 characters" in article.flags
    assert max(p.end - p.start for p in article.paragraphs) <= 10_000


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.ingest.readers.LIMIT", 50)
    (found,) = read([put(tmp_path, "a.txt")])
    assert isinstance(found, NotRead)
    assert "larger than" in found.reason
