"""What the operator is told of, once each."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from digest.records import Incident
from digest.store import tables as t
from digest.store.engine import Session


class Incidents(Session):
    """The part of the store that remembers failures and who knows of them."""

    def incident_open(self, name: str, reason: str, at: str) -> bool:
        """Note that something goes wrong; True where it is new, False where it already lasts."""
        with self._writing() as run:
            lasting = select(t.incident.c.number).where(
                t.incident.c.name == name, t.incident.c.over.is_(None)
            )
            if run.execute(lasting).first() is not None:
                return False
            run.execute(insert(t.incident).values(name=name, since=at, reason=reason))
            return True

    def incident_told(self, name: str, at: str) -> None:
        """Note that the operator was told of what lasts under this name."""
        self._mark(name, told=at)

    def incident_over(self, name: str, at: str) -> None:
        """Note that what lasted under this name is over."""
        self._mark(name, over=at)

    def incidents(self, *, open_only: bool = False) -> tuple[Incident, ...]:
        """All incidents, or those that last; the earliest first."""
        asked = select(t.incident).order_by(t.incident.c.number)
        if open_only:
            asked = asked.where(t.incident.c.over.is_(None))
        with self._reading() as run:
            return tuple(
                Incident(row.name, row.since, row.reason, row.told, row.over) for row in run.execute(asked)
            )

    def _mark(self, name: str, **values: str) -> None:
        with self._writing() as run:
            lasting = (t.incident.c.name == name, t.incident.c.over.is_(None))
            run.execute(update(t.incident).where(*lasting).values(**values))
