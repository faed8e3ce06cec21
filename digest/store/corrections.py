"""What the user corrected: stories merged and split, articles pinned, topics named."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from digest.errors import UsageError
from digest.kept import Links
from digest.store import tables as t
from digest.store.engine import Session


class Corrections(Session):
    """The part of the store that holds corrections; they hold from the next run on."""

    def links(self) -> Links:
        """The corrections of the user, the later ones in the place of earlier ones that they contradict."""
        together: dict[frozenset[str], tuple[str, str]] = {}
        apart: dict[frozenset[str], tuple[str, str]] = {}
        pins: dict[str, str] = {}
        names: dict[str, str] = {}
        with self._reading() as run:
            for _, kind, subject, other in run.execute(select(t.correction).order_by(t.correction.c.number)):
                pair = frozenset((subject, other))
                if kind == "together":
                    apart.pop(pair, None)
                    together[pair] = (subject, other)
                elif kind == "apart":
                    together.pop(pair, None)
                    apart[pair] = (subject, other)
                elif kind == "pin":
                    pins[subject] = other
                else:
                    names[subject] = other
        return Links(tuple(together.values()), tuple(apart.values()), pins, names)

    def merge(self, story: str, other: str) -> None:
        """Make two stories one, from the next run on. Raises UsageError where there is no such story."""
        with self._writing() as run:
            mine, theirs = _members(run, story), _members(run, other)
            if story == other:
                raise UsageError(f"{story} cannot be merged with itself: name two stories")
            _forget(run, "apart", mine, theirs)
            _correct(run, "together", mine[0], theirs[0])

    def split(self, story: str, articles: Sequence[str]) -> None:
        """Make some articles of a story a story of their own, from the next run on.

        Raises UsageError where there is no such story, or where these are none or all of its articles.
        """
        with self._writing() as run:
            members = _members(run, story)
            rest = [article for article in members if article not in articles]
            missing = [article for article in articles if article not in members]
            if missing or not articles or not rest:
                what = (
                    f"{', '.join(missing)} is not in it" if missing else "name some of its articles, not all"
                )
                raise UsageError(f"story {story} cannot be split: {what}")
            for article in articles[1:]:
                _correct(run, "together", articles[0], article)
            for article in rest:
                _correct(run, "apart", articles[0], article)

    def pin(self, article: str, story: str) -> None:
        """Make an article belong to a story, from the next run on, whatever it resembles.

        Raises UsageError where there is no such story or no other article in it.
        """
        with self._writing() as run:
            others = [member for member in _members(run, story) if member != article]
            if not others:
                raise UsageError(f"{article} cannot be pinned to {story}: it is the only article there")
            _forget(run, "apart", [article], others)
            home = run.execute(select(t.member.c.story).where(t.member.c.article == article)).scalar()
            if home is not None and home != story:
                _forget(run, "together", [article], _members(run, home))
            _correct(run, "pin", article, others[0])

    def name(self, topic: str, name: str) -> None:
        """Give a topic a name that stays. Raises UsageError where there is no such topic or no name."""
        with self._writing() as run:
            if not name.strip():
                raise UsageError("a topic's name cannot be empty")
            if run.execute(select(t.topic.c.id).where(t.topic.c.id == topic)).first() is None:
                raise UsageError(f"there is no topic {topic}: list them with digest cluster")
            _correct(run, "name", topic, " ".join(name.split()))


def _members(run: Connection, story: str) -> list[str]:
    mine = select(t.member.c.article).where(t.member.c.story == story).order_by(t.member.c.position)
    found = list(run.execute(mine).scalars())
    if not found:
        raise UsageError(f"there is no story {story}: list them with digest cluster")
    return found


def _forget(run: Connection, kind: str, some: Sequence[str], others: Sequence[str]) -> None:
    """Take back the corrections of a kind between two lots of articles, which a later one contradicts."""
    subject, object_ = t.correction.c.subject, t.correction.c.object
    for a in some:
        for b in others:
            either = or_((subject == a) & (object_ == b), (subject == b) & (object_ == a))
            run.execute(delete(t.correction).where(t.correction.c.kind == kind, either))


def _correct(run: Connection, kind: str, subject: str, other: str) -> None:
    run.execute(insert(t.correction).values(kind=kind, subject=subject, object=other))
