"""Addresses and readers: what is taken, what is refused, and how that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config import Mail
from digest.config.address import mailbox
from digest.config.recipients import readers
from digest.errors import ConfigError

SENDER = {"sender": "Desk <desk@example.org>"}


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        ("ann@example.org", "ann@example.org", None),
        ("Ann Lee <ann@Example.ORG>", "ann@example.org", "Ann Lee"),
        ('"Lee, Ann" <ann+news@example.org>', "ann+news@example.org", "Lee, Ann"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example", None),
        ("jürgen@faß.example", "jürgen@xn--fa-hia.example", None),
    ],
)
def test_addresses(text: str, address: str, name: str | None) -> None:
    found = mailbox(text)
    assert (found.address, found.name) == (address, name)


@pytest.mark.parametrize(
    "text",
    [
        "ann", "@example.org", "ann@", "a b@example.org", "ann@exa mple.org",
        "ann@example.org\r\nBcc: x@y.org",
        "ann\u2028@example.org", "a@b@example.org", ".ann@example.org", "a..b@example.org",
        "x" * 65 + "@y.org",
        "ann@-x.org", "ann@example.org, ben@example.org", "Ann\x00 <ann@example.org>",
    ],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        mailbox(text)


def test_readers_of_the_file_are_added_and_each_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "readers.toml"
    file.write_text(
        '[[recipients]]\naddress = "ANN@example.org"\nformat = "html"\n[[recipients]]\naddress = "b@x.org"\n'
    )
    mail = Mail.model_validate(
        SENDER | {"recipients": [{"address": "ann@example.org"}], "recipients_file": file}
    )
    assert [(r.address, r.format) for r in readers(mail)] == [("ann@example.org", "pdf"), ("b@x.org", "pdf")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '[[recipients]]\naddress = "a@x.org"\n[[recipients]]\naddress = "b"\n',
            "entry 2 of recipients: key 'address'",
        ),
        ('[[recipients]]\nadress = "a@x.org"\n', "entry 1 of recipients"),
        ('[[readers]]\naddress = "a@x.org"\n', "write [[recipients]] tables"),
        ("[[recipients]", "not readable as TOML"),
    ],
)
def test_fault_names_the_file_and_the_entry(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "readers.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        readers(Mail.model_validate(SENDER | {"recipients_file": file}))
    assert str(file) in str(caught.value)
    assert says in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="mend recipients_file"):
        readers(Mail.model_validate(SENDER | {"recipients_file": tmp_path / "none.toml"}))


def test_link_needs_an_address() -> None:
    mail = Mail.model_validate(SENDER | {"recipients": [{"address": "a@x.org", "format": "link"}]})
    with pytest.raises(ConfigError, match="set link"):
        readers(mail)


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "{titel}"}, {"subject": "{title.__class__}"}, {"subject": "{"}, {"link": "ftp://x.org"},
        {"link": "https://x.org/{who}"}, {"unsubscribe": "http://x.org"}, {"list_id": "x\r\ny"},
        {"unsubscribe": "https://x.org/\r\nBcc: a@b.c"}, {"sender": "Desk\n <desk@x.org>"},
    ],
)  # fmt: skip
def test_templates_and_links_are_checked(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Mail.model_validate(SENDER | wrong)
