"""What dates say about two articles: how far apart they were published and what they tell of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from digest.cluster.state import Profile
from digest.cluster.vectors import Floats

DECAY_DAYS = 10.0  # similarity falls to 37 % over this gap between publications


def nearness(profiles: Sequence[Profile]) -> Floats:
    """For every two articles, 1 where their dates agree or are not known, towards 0 with the gap."""
    days = np.array([ordinal(p.published) if p.published else np.nan for p in profiles])
    gaps = np.abs(days[:, None] - days[None, :])
    near: Floats = np.exp(-np.nan_to_num(gaps, nan=0.0) / DECAY_DAYS).astype(np.float32)
    return near


def ordinal(day: str) -> float:
    """A day as a number; a month or a year stands for its middle."""
    year, month, dom = (*(int(part) for part in day[:10].split("-")), 0, 0)[:3]
    if not month:
        return float(date(year, 7, 1).toordinal())
    return float(date(year, month, dom or 15).toordinal())


def span(profiles: Iterable[Profile]) -> tuple[str | None, str | None]:
    """First and last day of publication; None where no article has one."""
    days = sorted(p.published for p in profiles if p.published)
    return (days[0], days[-1]) if days else (None, None)
