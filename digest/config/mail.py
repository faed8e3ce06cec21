"""Mail: the server, the message, the readers, and the operator who is told of failures."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from digest.config.mailtexts import Address, NamedAddress, fields, schemes
from digest.config.texts import Duration


class Smtp(BaseModel):
    """The server that sends mail. A password stands in the environment, a file or the keyring, never here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field(description="name of the server")
    port: int | None = Field(
        None, ge=1, le=65535, description="None: 587 for starttls, 465 for tls, 25 for none"
    )
    security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description='how the line is kept private; "none" only for a server on this machine'
    )
    user: str | None = Field(None, description="None: no login")
    password_env: str = Field("DIGEST_SMTP_PASSWORD", description="variable that holds the password")
    password_file: Path | None = Field(None, description="file that holds it, readable by its owner alone")
    keyring: str | None = Field(None, description="service of the system keyring that holds it")
    ca_file: Path | None = Field(None, description="certificates that are trusted besides the system's")
    timeout: Duration = Field(
        timedelta(seconds=30), gt=timedelta(0), description="for each answer of the server"
    )
    give_up: Duration = Field(
        timedelta(days=2), description="how long a message is tried again before it counts as failed"
    )

    @model_validator(mode="after")
    def _private(self) -> Self:
        """Mail and passwords do not cross a network in the clear."""
        if self.security == "none" and not _is_here(self.host):
            raise ValueError(
                'security = "none" is for a server on this machine: write "starttls" or "tls", '
                'or host = "localhost"'
            )
        return self


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Recipient(BaseModel):
    """One reader."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Address = Field(description="name@example.org")
    name: str | None = Field(None, description="as it stands before the address")
    format: Literal["pdf", "html", "link"] = Field(
        "pdf", description="the message with the PDF, the message alone, or a link to the edition"
    )
    topics: tuple[str, ...] = Field(
        (), description="words and phrases: only topics with one of them; empty: all"
    )
    mute: tuple[str, ...] = Field((), description="words and phrases: no topics with one of them")
    language: Literal["en"] = Field("en", description="language of the labels")
    timezone: ZoneInfo | None = Field(None, description="for the dates; None: that of the profile")


class Mail(BaseModel):
    """How a profile's editions are mailed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sender: NamedAddress = Field(description='"Northern Desk <desk@example.org>"')
    reply_to: NamedAddress | None = Field(None, description="where answers go; None: to the sender")
    subject: Annotated[str, fields("{title}", "{top_story}", "{date}")] = Field(
        "{title}: {top_story} · {date}", description="may hold {title}, {top_story}, {date}"
    )
    recipients: tuple[Recipient, ...] = Field((), description="the readers")
    recipients_file: Path | None = Field(None, description="TOML file with more [[recipients]]")
    link: Annotated[str, schemes("https", "http"), fields("{profile}", "{date}", "{slot}")] | None = Field(
        None, description="address of an edition: may hold {profile}, {date}, {slot}"
    )
    list_id: str | None = Field(
        None, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", description='List-Id: "morning.desk.example.org"'
    )
    unsubscribe: Annotated[str, schemes("https", "mailto"), fields("{address}")] | None = Field(
        None, description="https or mailto address for leaving; may hold {address}"
    )
    thread: bool = Field(False, description="mail programs show the editions as one thread")


class Alerts(BaseModel):
    """Who is told, once, when an edition fails or is late: the operator, never the readers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    to: tuple[Address, ...] = Field((), description="addresses of the operator")
    sender: NamedAddress | None = Field(None, description="None: the sender of the profile")
    command: tuple[str, ...] = Field((), description="a program that gets the reason on its standard input")
