"""The settings of the whole, and the profiles in them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, DirectoryPath, Field

from digest.config.mail import Alerts, Smtp
from digest.config.profile import Profile
from digest.config.texts import Duration, ProfileName

NO_PROFILE = "no profile is set here: digest init writes a digest.toml with one; --config names another file"


def _path(value: object) -> object:
    """A path where its text may stand."""
    return str(value) if isinstance(value, Path) else value


class Config(BaseModel):
    """Everything that can be set. Each stage takes its own slice, never all of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field("Digest", min_length=1, max_length=80, description="name of the publication")
    seeds: Path = Field(Path("seeds"), description="folder that is read when no path is given")
    output: Path = Field(Path("output"), description="folder under which editions are written")
    store: Annotated[str | None, BeforeValidator(_path)] = Field(
        None,
        min_length=1,
        description="file that keeps articles, stories, editions and your corrections from one run to the "
        "next, or a postgresql+psycopg:// address",
    )
    templates: DirectoryPath | None = Field(None, description="folder of your own templates, looked in first")
    pipeline: str = Field(
        "auto", description='language pipeline: "auto", "embedded", or the name of an installed one'
    )
    in_brief: int = Field(5, ge=1, le=20, description="most lines of the opening")
    summary_words: int = Field(90, ge=20, le=400, description="words of a story's summary, about")
    quotes: int = Field(4, ge=0, le=20, description="most key quotes of a story")
    figures: int = Field(6, ge=0, le=30, description="most key figures of a story")
    timeline: int = Field(30, ge=0, le=50, description="most lines of a topic's timeline")
    settle: Duration = Field(
        timedelta(seconds=2), description="how long a file must stay as it is before it is read"
    )
    poll: Duration = Field(timedelta(seconds=30), description="between looks at the sources, at most")
    time_limit: Duration = Field(
        timedelta(hours=2), description="for one run; then it is stopped, told and tried again"
    )
    profiles: dict[ProfileName, Profile] = Field(
        default_factory=dict, description="briefings that are made on a schedule, each by its name"
    )
    smtp: Smtp | None = Field(None, description="the server that sends mail")
    alerts: Alerts = Field(
        default_factory=lambda: Alerts.model_validate({}),
        description="who is told when an edition fails or is late",
    )

    def folder_of(self, profile: str) -> Path:
        """Where the editions of a profile are written."""
        return self.profiles[profile].output or self.output / profile
