"""Making the edition of a key: window → stories → briefing → files → all of it kept at once."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from digest import serialise
from digest.compose import Wishes
from digest.config import NO_PROFILE, Config, Profile
from digest.deliver import plan_messages
from digest.deliver.folder import write_edition
from digest.editions.context import since_last
from digest.editions.material import Material, gather
from digest.editions.window import Window, find_window
from digest.errors import DeliveryError, RenderError, UsageError
from digest.model import Briefing
from digest.pipeline import Progress, Silent, brief
from digest.records import Edition, EditionKey, Message
from digest.render import render
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition that is composed and not kept."""

    briefing: Briefing
    window: Window
    material: Material


def make_edition(
    store: Store,
    key: EditionKey,
    *,
    due: str | None,
    now: str,
    late: bool,
    config: Config,
    progress: Progress | None = None,
) -> Edition:
    """Make the edition of a key, exactly once: one that is completed is only written again where needed.

    The edition, its frozen JSON, its files and its messages are kept in one transaction; then its files
    are written to the output folder. A process that ends at any point leaves all of it to the next run.
    A format that cannot be made is named in ``Edition.not_made``. Raises UsageError for a profile that is
    not configured, DeliveryError where the folder cannot be written: the edition is kept then.
    """
    began = time.perf_counter()
    progress = progress or Silent()
    profile = profile_of(config, key.profile)
    done = store.edition(key)
    if done is not None and done.state == "completed":
        write_files(store, key.profile, config=config)
        return done
    with suppress(DeliveryError):  # an earlier edition's files: tried again below, after this one is kept
        write_files(store, key.profile, config=config)
    draft = compose_draft(store, key, now=now, late=late, config=config, progress=progress)
    files, not_made = _render(draft.briefing, profile.formats, config.templates, progress)
    edition = Edition(
        key=key,
        state="completed",
        due=due,
        made=now,
        upto=draft.window.upto,
        since=draft.window.last.made if draft.window.last else None,
        late=late,
        new=tuple(sorted(arrival.article_id for arrival in draft.window.new)),
        context=_context(draft),
        stories=_stories(draft.briefing),
        not_made=not_made,
        seconds=round(time.perf_counter() - began, 3),
    )
    messages = _messages(profile, key, now, draft)
    store.complete(edition, briefing=serialise.dump(draft.briefing), files=files, messages=messages)
    write_files(store, key.profile, config=config)
    return replace(edition, written=True)


def preview(
    store: Store, profile: str, *, date: str, now: str, config: Config, progress: Progress | None = None
) -> Briefing:
    """What the next edition of a profile would say now. Nothing is kept, so the next one still says it."""
    key = EditionKey(profile, date, "now")
    return compose_draft(store, key, now=now, late=False, config=config, progress=progress).briefing


def compose_draft(
    store: Store,
    key: EditionKey,
    *,
    now: str,
    late: bool,
    config: Config,
    progress: Progress | None = None,
) -> Draft:
    """The briefing of a key from what the store has: everything since the profile's last edition."""
    progress = progress or Silent()
    profile = profile_of(config, key.profile)
    sources = sources_of(config, profile)
    with progress.stage("gather"):
        window = find_window(store, key.profile, sources)
        material = gather(store, window, sources, pipeline=config.pipeline)
        since = since_last(store, key, window, material, sources, now=now, late=late, zone=profile.timezone)
    briefing = brief(
        material.readings,
        material.topics,
        not_read=store.problems(window.after, sources),
        date=key.date,
        config=_settings(config, profile),
        since=since,
        wishes=Wishes(watch=profile.watch, mute=profile.mute),
        stories=profile.stories,
        progress=progress,
    )
    return Draft(briefing, window, material)


def write_files(store: Store, profile: str, *, config: Config) -> tuple[Path, ...]:
    """Write the files of completed editions that do not lie in the output folder yet; gives their paths.

    Raises DeliveryError where the folder cannot be written.
    """
    written: list[Path] = []
    for edition in store.unwritten(profile):
        folder = folder_of(config, edition.key)
        for name, data in store.edition_files(edition.key).items():
            written.append(write_edition(folder, name, data))
        store.wrote(edition.key)
    return tuple(written)


def folder_of(config: Config, key: EditionKey) -> Path:
    """The folder of an edition: ``OUTPUT/NAME/2026-03-13-0630``."""
    profile_of(config, key.profile)
    return config.folder_of(key.profile) / key.folder


def profile_of(config: Config, name: str) -> Profile:
    """The profile of a name. Raises UsageError where there is none."""
    if name not in config.profiles:
        known = ", ".join(sorted(config.profiles))
        raise UsageError(f"there is no profile {name!r}; " + (f"known are {known}" if known else NO_PROFILE))
    return config.profiles[name]


def sources_of(config: Config, profile: Profile) -> tuple[Path, ...]:
    """The folders and files of a profile."""
    return profile.sources or (config.seeds,)


def _settings(config: Config, profile: Profile) -> Config:
    """The settings of the whole with those of the profile in their place."""
    own = {"title": profile.title, "in_brief": profile.in_brief}
    return config.model_copy(update={name: value for name, value in own.items() if value is not None})


def _render(
    briefing: Briefing, formats: Sequence[str], templates: Path | None, progress: Progress
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The files of an edition by name, and the formats that could not be made, each with the reason."""
    files: dict[str, bytes] = {}
    failed: list[str] = []
    for name in formats:
        with progress.stage(f"write {name}"):
            try:
                files[f"briefing.{name}"] = render(briefing, name, templates=templates)
            except RenderError as error:
                failed.append(f"{name}: {error}")
    return files, tuple(failed)


def _context(draft: Draft) -> tuple[str, ...]:
    new = {arrival.article_id for arrival in draft.window.new}
    cited = {reference.article_id for reference in draft.briefing.references}
    here = {reading.article.id for reading in draft.material.readings}
    return tuple(sorted((cited & here) - new))


def _stories(briefing: Briefing) -> tuple[str, ...]:
    printed = {story.id for topic in briefing.topics for story in topic.stories}
    return tuple(sorted(printed | {story.id for story in briefing.more}))


def _messages(profile: Profile, key: EditionKey, now: str, draft: Draft) -> tuple[Message, ...]:
    """The lines of the outbox; none where nothing is new and the profile asks for silence then."""
    window = draft.window
    if profile.when_empty == "skip" and not (window.new or window.revised or window.withdrawn):
        return ()
    return plan_messages(profile, key, now)
