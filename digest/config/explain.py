"""What a profile will do, in words, and what in it is odd. Pure: no files are looked at."""

from __future__ import annotations

from collections.abc import Iterator

from digest.config.mail import Mail
from digest.config.profile import Profile
from digest.config.settings import Config
from digest.config.texts import write_duration
from digest.slots import oddities, parse


def explain(name: str, config: Config) -> tuple[str, ...]:
    """What the profile does, one sentence a line."""
    return tuple(_sentences(name, config.profiles[name], config))


def warnings(name: str, config: Config) -> tuple[str, ...]:
    """What in the profile may be a mistake."""
    return tuple(_warnings(config.profiles[name], config))


def _sentences(name: str, profile: Profile, config: Config) -> Iterator[str]:
    sources = ", ".join(str(source) for source in profile.sources or (config.seeds,))
    yield f'it is called "{profile.title or config.title}" and reads {sources}'
    for text in profile.schedule:
        when = text if parse(text).cron is None else f"by the cron line {text}"
        yield f"it is made {when}, {profile.timezone}"
    if profile.after is not None:
        yield (
            f"it is made when new articles came and no other came for {write_duration(profile.quiet)}, "
            f"at most every {write_duration(profile.gap)}"
        )
    if profile.schedule:
        yield f"a missed edition {_late(profile)}"
    yield f"it is written as {', '.join(profile.formats)} into {config.folder_of(name)}"
    if profile.mail is not None:
        yield f"it is mailed from {profile.mail.sender} to {_readers(profile.mail)}"
    if profile.command:
        yield f"it is given to the program {profile.command[0]} as {profile.command_format}"
    if profile.when_empty == "send":
        yield "when nothing new came, an edition says so"
    else:
        yield "when nothing new came, nothing is delivered"


def _readers(mail: Mail) -> str:
    listed = len(mail.recipients)
    here = f"{listed} reader{'' if listed == 1 else 's'}"
    if mail.recipients_file is None:
        return here
    return (
        f"{here} and those of {mail.recipients_file}" if listed else f"the readers of {mail.recipients_file}"
    )


def _late(profile: Profile) -> str:
    if profile.late == "until next":
        return "is made at once, marked late, until the next one is due"
    if profile.late == "never":
        return "is not made later: the next one covers it"
    return f"is made at once, marked late, for {write_duration(profile.late)}; then the next one covers it"


def _warnings(profile: Profile, config: Config) -> Iterator[str]:
    if not profile.schedule and profile.after is None:
        yield 'it is never made: set schedule = "daily at 06:30", or after = "new articles"'
    for text in profile.schedule:
        for oddity in oddities(parse(text)):
            yield f"schedule {text}: {oddity}"
    if profile.mail is not None:
        if config.smtp is None:
            yield "it is to be mailed, and no server is set: add [smtp]"
        if not profile.mail.recipients and profile.mail.recipients_file is None:
            yield "it is to be mailed, and nobody is: add [[profiles.NAME.mail.recipients]]"
