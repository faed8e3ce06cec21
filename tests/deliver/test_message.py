"""The MIME message: what headers and parts it has, and that it is the same every time."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.config.address import mailbox
from digest.deliver.message import Attachment, Envelope, compose_message, needs_utf8

AT = datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
LONG = "https://example.org/leave?" + "&".join(f"key{n}=a%40b" for n in range(20))


def envelope(**given: object) -> Envelope:
    fields: dict[str, object] = {
        "sender": mailbox("Northern Desk <desk@example.org>"),
        "to": mailbox("Ann Lee <ann@example.org>"),
        "message_id": "<1@example.org>",
        "at": AT,
    }
    return Envelope(**(fields | given))  # type: ignore[arg-type]


def made(**given: object) -> bytes:
    return compose_message(
        envelope(**given),
        subject="Nördliches · “today”",
        plain="plain – text\n",
        html="<p>html</p>\n",
        attachments=(Attachment("briefing.pdf", "application/pdf", b"%PDF-1.7\r\n\x00"),),
    )


def test_parts_stand_as_mail_programs_expect_them() -> None:
    message = message_from_bytes(made(), policy=policy.default)
    assert message.get_content_type() == "multipart/mixed"
    alternative, pdf = message.iter_parts()
    assert [part.get_content_type() for part in alternative.iter_parts()] == ["text/plain", "text/html"]
    assert pdf.get_filename() == "briefing.pdf"
    assert pdf.get_content() == b"%PDF-1.7\r\n\x00"
    assert message.get_body(("plain",)).get_content().splitlines() == ["plain – text"]


def test_same_message_has_the_same_bytes() -> None:
    assert made() == made()


def test_lines_end_and_fit_as_the_standard_asks() -> None:
    data = made()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_name_of_a_list_cannot_end_its_header() -> None:
    data = made(list_id="morning.example.org", list_name='North\nBcc: <x@example.org>\x00"')
    message = message_from_bytes(data, policy=policy.default)
    assert message["Bcc"] is None
    assert message["List-Id"] == '"NorthBcc: x@example.org" <morning.example.org>'


def test_headers_of_a_list() -> None:
    message = message_from_bytes(
        made(
            list_id="morning.example.org",
            list_name="Northlight",
            unsubscribe=LONG,
            reply_to=mailbox("r@example.org"),
            answers=("<0@example.org>", "<00@example.org>"),
        ),
        policy=policy.default,
    )
    assert message["Subject"] == "Nördliches · “today”"
    assert message["List-Id"] == '"Northlight" <morning.example.org>'
    assert message["List-Unsubscribe"] == f"<{LONG}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert message["Reply-To"] == "r@example.org"
    assert message["References"] == "<0@example.org> <00@example.org>"
    assert message["In-Reply-To"] == "<00@example.org>"
    assert message["Date"] == "Mon, 23 Nov 2026 05:30:00 +0000"


def test_long_addresses_are_never_written_as_encoded_words() -> None:
    assert f"List-Unsubscribe: <{LONG}>\r\n".encode() in made(unsubscribe=LONG)


def test_leaving_by_mail_has_no_one_click() -> None:
    assert b"List-Unsubscribe-Post" not in made(unsubscribe="mailto:leave@example.org")


@pytest.mark.parametrize(
    ("address", "utf8", "line"),
    [
        ("ann@exämple.org", False, b"To: ann@xn--exmple-cua.org\r\n"),
        ("Jürgen <ann@example.org>", False, b"To: =?utf-8?q?J=C3=BCrgen?= <ann@example.org>\r\n"),
        ("jürgen@exämple.org", True, "To: jürgen@xn--exmple-cua.org\r\n".encode()),
    ],
)
def test_addresses_that_are_not_ascii(address: str, utf8: bool, line: bytes) -> None:
    to = mailbox(address)
    assert needs_utf8(envelope(to=to)) == utf8
    assert line in made(to=to)


WORDS = st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Cf"))


@given(st.text(WORDS | st.just(" "), max_size=140))
@example("Thousands leave homes below Halvern Dam as crack widens · 23 November 2026")
def test_subject_arrives_as_it_was(words: str) -> None:
    subject = " ".join(f"x {words}".split())
    data = compose_message(envelope(), subject=subject, plain="x\n")
    assert message_from_bytes(data, policy=policy.default)["Subject"] == subject
    head = data.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 78 or b" " not in line for line in head.split(b"\r\n"))
    assert str(make_header(decode_header(message_from_bytes(data)["Subject"]))) == subject


@given(st.text(max_size=400))
def test_no_line_end_is_bare_and_no_line_too_long(words: str) -> None:
    text = words.encode("utf-8", "replace").decode()
    data = compose_message(envelope(), subject="x", plain=text, html=text * 5)
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
