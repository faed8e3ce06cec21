"""Small invented corpora: events told in several wordings."""

from __future__ import annotations

import random
from datetime import date, timedelta

from digest.model import Reading
from tests.cluster.build import reading

# Two calls between the same two heads of state, eight months apart: nearly the same words.
SPRING = (
    "President Ansa Velt spoke with President Ilmar Dren on Tuesday and warned him over the troops massed at"
    " the border of Sorvia. Velt proposed a summit in a third country, the palace said.",
    "In their call on Tuesday President Ansa Velt urged Ilmar Dren to calm tensions after troops massed at"
    " the border of Sorvia, and offered him a summit in a third country.",
)
WINTER_BEFORE = (
    "President Ansa Velt and President Ilmar Dren will speak on Thursday as troops massed at the border of"
    " Sorvia raise tensions. The call was requested by Dren ahead of security talks in January."
)
WINTER_AFTER = (
    "President Ansa Velt warned President Ilmar Dren of severe sanctions in a call on Thursday over troops at"
    " the border of Sorvia. The call was requested by Dren, ahead of the security talks in January."
)

_KINDS = (
    ("fire", "firefighters smoke blaze burned engines roof alarm evacuated flames damage"),
    ("verdict", "jury judge court guilty sentence prosecutor defence trial appeal charges"),
    ("storm", "winds rain flooded roads power shelter forecast gusts rescue coast"),
    ("merger", "shares bid takeover board investors price regulator offer deal market"),
    ("election", "votes ballots turnout candidate polls coalition seats count majority campaign"),
)
_SYLLABLES = (
    "bar",
    "dol",
    "ken",
    "mir",
    "tav",
    "sor",
    "lun",
    "pra",
    "gesh",
    "vik",
    "nor",
    "hal",
    "ost",
    "rim",
)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3))


def look_alikes(
    *, events: int = 12, articles: int = 6, seed: int = 3, dated: bool = False
) -> list[tuple[str, Reading]]:
    """Events in pairs of one kind, each told in several wordings; gives (event, reading)."""
    chance = random.Random(seed)
    told = []
    for event in range(events):
        kind, words = _KINDS[(event // 2) % len(_KINDS)]
        common = [*words.split(), kind]
        own = [_word(chance) for _ in range(14)]
        names = [_word(chance).capitalize() for _ in range(3)]
        day = date(2030, 1, 1) + timedelta(days=chance.randrange(60))
        for number in range(articles):
            sentences = []
            for _ in range(6):
                some = [*chance.sample(common, 4), *chance.sample(own, 5)]
                chance.shuffle(some)
                sentences.append(f"the {' '.join(some[:4])} of {chance.choice(names)} {' '.join(some[4:])}.")
            when = (day + timedelta(days=chance.randrange(2))).isoformat() if dated else None
            told.append(
                (f"event {event}", reading(f"{event:02}-{number}", " ".join(sentences), published=when))
            )
    return told
