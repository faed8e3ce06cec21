"""One edition for one reader as a mail: wishes, words, PDF, headers."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from digest.config import Config, Mail, Profile, Recipient
from digest.config.address import mailbox
from digest.config.recipients import readers
from digest.deliver.identity import thread_id
from digest.deliver.message import Attachment, Envelope, compose_message, needs_utf8
from digest.deliver.outcome import Outcome
from digest.deliver.smtp import Post
from digest.errors import BriefingError, ConfigError, RenderError, StoreError
from digest.model import Briefing
from digest.records import Edition, EditionKey, Message
from digest.render import render
from digest.render.mail import Letter, Wishes, letter, subject_line
from digest.serialise import load

LOG = logging.getLogger(__name__)


class Editions(Protocol):
    """What of the store a channel needs to make an edition's message."""

    def edition(self, key: EditionKey) -> Edition | None:
        """What is known of an edition."""
        ...

    def briefing(self, key: EditionKey) -> bytes:
        """Its frozen JSON."""
        ...

    def edition_files(self, key: EditionKey) -> Mapping[str, bytes]:
        """Its rendered files, by name."""
        ...


class Mailer:
    """The channel "mail". It keeps what the messages of one edition share: briefing, words, PDF."""

    def __init__(self, store: Editions, config: Config, *, post: Callable[[], Post]) -> None:
        self._store = store
        self._config = config
        self._post = post
        self._key: EditionKey | None = None
        self._paper: Paper | None = None
        self._readers: dict[str, dict[str, Recipient] | ConfigError] = {}

    def __call__(self, message: Message) -> Outcome:
        """Send one message."""
        profile = self._config.profiles.get(message.key.profile)
        if profile is None or profile.mail is None:
            return Outcome("dropped", f"the profile {message.key.profile} sends no mail any more")
        try:
            listed = self._listed(message.key.profile, profile.mail)
            if isinstance(listed, ConfigError):  # other profiles have readers of their own
                return Outcome("held", str(listed))
            reader = listed.get(mailbox(message.to).same)
            if reader is None:
                return Outcome("dropped", f"{message.to} is not among the readers any more")
            return self._send(message, profile, profile.mail, reader)
        except (ConfigError, RenderError) as error:
            return Outcome("held", str(error), for_all=True)
        except (BriefingError, StoreError) as error:
            return Outcome("never", str(error))

    def _send(self, message: Message, profile: Profile, mail: Mail, reader: Recipient) -> Outcome:
        paper = self._edition(message.key)
        wishes = wishes_of(reader, profile, mail, message.key)
        if wishes.format == "pdf" and paper.pdf() is None:  # news without the PDF is better than none
            wishes = replace(wishes, format="html", pdf_failed=True)
        words = paper.words(wishes)
        if words.empty and profile.when_empty == "skip":
            return Outcome("dropped", "nothing in it has the words that this reader asked for")
        envelope = envelope_of(
            mail,
            reader,
            message,
            at=datetime.fromisoformat(paper.made or message.due),
            wishes=wishes,
            title=paper.title,
        )
        data = paper.message(envelope, wishes, words, template=mail.subject)
        return self._post().send(
            envelope.sender.address, envelope.to.address, data, utf8=needs_utf8(envelope)
        )

    def _edition(self, key: EditionKey) -> Paper:
        if self._paper is None or self._key != key:
            edition = self._store.edition(key)
            briefing = load(self._store.briefing(key))
            files = self._store.edition_files(key)
            pdf = next((data for name, data in files.items() if name.endswith(".pdf")), None)
            made = edition.made if edition else None
            self._key, self._paper = (
                key,
                Paper(briefing, made=made, pdf=pdf, templates=self._config.templates),
            )
        return self._paper

    def _listed(self, name: str, mail: Mail) -> dict[str, Recipient] | ConfigError:
        """The readers of a profile by address, or why they cannot be read; looked at once."""
        if name not in self._readers:
            try:
                self._readers[name] = {mailbox(reader.address).same: reader for reader in readers(mail)}
            except ConfigError as error:
                self._readers[name] = error
        return self._readers[name]


class Paper:
    """One edition, and its words and PDF, each made once for all who get the same."""

    def __init__(
        self, briefing: Briefing, *, made: str | None, pdf: bytes | None = None, templates: Path | None = None
    ) -> None:
        self.briefing = briefing
        self.made = made
        self._pdf = pdf
        self._templates = templates
        self._no_pdf = False
        self._words: dict[Wishes, Letter] = {}

    @property
    def title(self) -> str:
        """Name of the publication."""
        return self.briefing.title

    def words(self, wishes: Wishes) -> Letter:
        """Plain text and HTML for some wishes."""
        if wishes not in self._words:
            self._words[wishes] = letter(self.briefing, wishes, made=self.made, templates=self._templates)
        return self._words[wishes]

    def pdf(self) -> bytes | None:
        """The whole edition; None where it cannot be made, which is not tried for every reader anew."""
        if self._pdf is None and not self._no_pdf:
            try:
                self._pdf = render(self.briefing, "pdf", templates=self._templates)
            except RenderError as error:
                LOG.warning("the PDF cannot be made, mail goes without it: %s", error)
                self._no_pdf = True
        return self._pdf

    def message(self, envelope: Envelope, wishes: Wishes, words: Letter, *, template: str) -> bytes:
        """The MIME message."""
        files: tuple[Attachment, ...] = ()
        pdf = self.pdf() if wishes.format == "pdf" else None
        if pdf is not None:
            files = (Attachment(file_name(self.briefing), "application/pdf", pdf),)
        subject = subject_line(words.shown, template, empty=words.empty)
        return compose_message(
            envelope, subject=subject, plain=words.plain, html=words.html, attachments=files
        )


def wishes_of(reader: Recipient, profile: Profile, mail: Mail, key: EditionKey) -> Wishes:
    """What a reader wants, with the addresses of this edition filled in."""
    named = {"profile": key.profile, "date": key.date, "slot": key.folder_slot}
    link = mail.link.format_map({k: quote(v, safe="") for k, v in named.items()}) if mail.link else None
    leave = mail.unsubscribe.format(address=quote(reader.address, safe="@")) if mail.unsubscribe else None
    return Wishes(
        format=reader.format,
        topics=reader.topics,
        mute=reader.mute,
        language=reader.language,
        timezone=reader.timezone or profile.timezone,
        edition_zone=profile.timezone,
        link=link,
        unsubscribe=leave,
    )


def envelope_of(
    mail: Mail, reader: Recipient, message: Message, *, at: datetime, wishes: Wishes, title: str
) -> Envelope:
    """The headers of one message."""
    sender = mailbox(mail.sender)
    to = mailbox(reader.address)
    thread = thread_id(message.key.profile, reader.address, domain=sender.domain)
    return Envelope(
        sender=sender,
        to=type(to)(to.local, to.domain, reader.name),
        message_id=message.message_id,
        at=at.astimezone(wishes.timezone),
        reply_to=mailbox(mail.reply_to) if mail.reply_to else None,
        language=wishes.language,
        list_id=mail.list_id,
        list_name=title,
        unsubscribe=wishes.unsubscribe,
        answers=(thread,) if mail.thread else (),
    )


def file_name(briefing: Briefing) -> str:
    """``northern-desk-2026-11-23.pdf``: plain letters, so that every mail program shows it."""
    plain = unicodedata.normalize("NFKD", briefing.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "briefing"
    return f"{slug}-{re.sub('[^0-9-]', '', briefing.date)}.pdf"
