"""The people and institutions of a text, while they are being found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from digest.language.lists.given_names import MEN, WOMEN

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a party."""

    start: int  # tokens
    end: int
    head: int  # the token that the sentence hangs the mention on
    how: str = ""  # "" for a name that was read as it stands
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Role:
    """What a text says that somebody is: "White House press secretary"."""

    start: int  # tokens, without the article in front
    end: int
    head: str  # the head noun, lower-case, singular: "secretary"
    words: frozenset[str]  # its other content words, lower-case: "white", "house", "press"
    country: str | None = None  # "Russia" for "Russian"


@dataclass(slots=True)
class Party:
    """A person or an institution: all its mentions so far."""

    kind: Literal["person", "institution"]
    name: Mention  # the fullest name, or the fullest description where there is no name
    named: bool = True  # False: only described ("a senior official")
    mentions: list[Mention] = field(default_factory=list)  # in order
    roles: list[Role] = field(default_factory=list)
    body: bool = False  # an institution that is not a country
    first: bool = False  # the first person that the text names
    male: float = 0.0  # titles and nouns that say the gender, in votes
    female: float = 0.0
    he: int = 0  # pronouns linked so far
    she: int = 0

    @property
    def gender(self) -> Gender | None:
        """The gender that titles and nouns say; None where they say nothing or both alike."""
        if self.male == self.female:
            return None
        return "male" if self.male > self.female else "female"

    def add(self, mention: Mention) -> None:
        """Add a mention, keeping the order."""
        self.mentions.append(mention)
        if len(self.mentions) > 1 and self.mentions[-2].start > mention.start:
            self.mentions.sort(key=lambda m: m.start)


def gender_of_given_name(name: str) -> Gender | None:
    """The gender that a given name is mostly given to; None where it is not in our short lists."""
    if name in MEN:
        return "male"
    return "female" if name in WOMEN else None
