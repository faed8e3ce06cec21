"""The message as a library reads it that had no part in making it."""

from __future__ import annotations

from datetime import datetime

import mailparser

from digest.config.address import mailbox
from digest.deliver.message import Attachment, Envelope, compose_message
from digest.render.mail import Wishes, letter, subject_line
from tests.dispatch.desk import NOW, PDF, briefing


def test_message_is_read_by_another_library() -> None:
    words = letter(briefing(), Wishes(), made=NOW)
    subject = subject_line(briefing(), "{title}: {top_story} · {date}")
    data = compose_message(
        Envelope(
            sender=mailbox("Nördlicher Tisch <desk@example.org>"),
            to=mailbox("Ann Lee <ann@example.org>"),
            message_id="<1@example.org>",
            at=datetime.fromisoformat(NOW),
            unsubscribe="https://example.org/leave?who=ann@example.org&" + "x" * 90,
        ),
        subject=subject,
        plain=words.plain,
        html=words.html,
        attachments=(Attachment("briefing.pdf", "application/pdf", PDF),),
    )
    read = mailparser.parse_from_bytes(data)
    assert not read.has_defects
    assert read.subject == subject
    assert read.from_ == [("Nördlicher Tisch", "desk@example.org")]
    assert read.to == [("Ann Lee", "ann@example.org")]
    assert read.message_id == "<1@example.org>"
    assert [text.replace("\r\n", "\n").strip() for text in read.text_plain] == [words.plain.strip()]
    assert [text.replace("\r\n", "\n").strip() for text in read.text_html] == [words.html.strip()]
    [file] = read.attachments
    assert (file["filename"], file["mail_content_type"]) == ("briefing.pdf", "application/pdf")
    assert read.headers["List-Unsubscribe"].endswith("x" * 90 + ">")
