"""One profile: a briefing of its own, with its sources, its times and its readers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from digest.config.mail import Mail
from digest.config.texts import Duration, Late, Schedule, machine_zone


def _listed(value: object) -> object:
    """One text where a list may stand."""
    return (value,) if isinstance(value, str) else value


class Profile(BaseModel):
    """A briefing that is made again and again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = Field(None, min_length=1, max_length=80, description="name; None: that of the whole")
    sources: Annotated[tuple[Path, ...], BeforeValidator(_listed)] = Field(
        (), description="folders and files that it watches; empty: the folder seeds of the whole"
    )
    schedule: Annotated[tuple[Schedule, ...], BeforeValidator(_listed)] = Field(
        (),
        description='when it is due: "daily at 06:30", "weekdays at 07:00", "weekly on Monday at 08:00", '
        "a cron line",
    )
    after: Literal["new articles"] | None = Field(
        None, description="made when new articles came, whatever the time"
    )
    quiet: Duration = Field(
        timedelta(minutes=10),
        description="without another new article, before it is made for those that came",
    )
    gap: Duration = Field(
        timedelta(hours=2), description="between two editions made for new articles, at least"
    )
    timezone: ZoneInfo = Field(
        default_factory=machine_zone,
        description="IANA name of the zone of its times and dates; not given: that of the machine",
    )
    formats: tuple[Literal["html", "pdf", "json", "md", "csv"], ...] = Field(
        ("html", "pdf", "json", "md"), description="what is written"
    )
    output: Path | None = Field(None, description="folder of its editions; None: OUTPUT/NAME")
    language: Literal["en"] = Field("en", description="language of the labels")
    watch: tuple[str, ...] = Field((), description="whole words and phrases: what has them comes first")
    mute: tuple[str, ...] = Field(
        (), description="whole words and phrases: a story whose articles all have one is left out"
    )
    stories: int = Field(40, ge=1, description="most stories printed whole; the others are named in one line")
    in_brief: int | None = Field(
        None, ge=1, le=20, description="most lines of the opening; None: as the whole"
    )
    when_empty: Literal["send", "skip"] = Field("send", description="what is done when nothing new came")
    late: Late = Field("until next", description="how long after its time a missed edition is still made")
    mail: Mail | None = Field(None, description="who gets it by mail")
    command: tuple[str, ...] = Field((), description="a program that gets the edition on its standard input")
    command_format: Literal["html", "pdf", "json", "md", "csv"] = Field("md", description="what it gets")
