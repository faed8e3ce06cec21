"""Bytes to text: encodings, and what cannot be kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.ingest.decode import decode

TEXT = "“Nobody was hurt,” said Zoë — 5 €, café.\nIt rained all day in the harbour."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("cp1252", b""),
    ],
)
def test_the_text_is_the_same_in_every_encoding(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding)).text == TEXT


def test_the_declared_encoding_counts_where_utf8_does_not_fit() -> None:
    assert decode("Řeka je zavřená".encode("cp1250"), declared="windows-1250").text == "Řeka je zavřená"
    assert decode("café €".encode("cp1252"), declared="iso-8859-1").text == "café €"
    assert decode("café".encode(), declared="windows-1252").text == "café"


def test_an_unknown_declared_encoding_does_no_harm() -> None:
    assert decode("café".encode("cp1252"), declared="x-unknown").text == "café"


def test_a_few_broken_bytes_in_utf8_are_replaced_and_flagged() -> None:
    decoded = decode(TEXT.encode() * 4 + b"\xff end")
    assert decoded.text.endswith("\ufffd end")
    assert decoded.text.startswith(TEXT)
    assert decoded.flags == ("broken bytes replaced",)


def test_windows_1252_is_said() -> None:
    assert decode("café".encode("cp1252")).flags == ("read as windows-1252",)


def test_random_bytes_are_no_text_but_a_few_control_characters_are() -> None:
    noise = bytes(range(256)) * 4
    with pytest.raises(SourceError, match="control characters"):
        decode(noise)
    assert (
        decode(b"It rained\x07 all day.\x0c Then it stopped.").text
        == "It rained\x07 all day.\x0c Then it stopped."
    )


def test_nul_is_replaced_and_flagged() -> None:
    decoded = decode(b"It rained\x00 all day in the harbour.")
    assert decoded.text == "It rained\ufffd all day in the harbour."
    assert decoded.flags == ("characters that cannot be stored replaced",)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x89PNG\r\n", bytes(1000), b"\x1f\x8b\x08"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_that_can_be_stored_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except SourceError:
        return
    text.encode("utf-8")
    assert "\x00" not in text
