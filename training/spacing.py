"""Guess where spaces stood, for corpora that keep only a list of tokens."""

from __future__ import annotations

OPENING = frozenset("( [ { $ £ € `` “ ‘ #".split())
CLOSING = frozenset(", . ; : ! ? ) ] } % '' 's 'S n't 're 've 'll 'm 'd ” ’ ’s ... '".split())
CLITICS = frozenset("'t ’t 's ’s 're ’re 'll ’ll 've ’ve 'd ’d 'm ’m n’t".split())
AFTER_APOSTROPHE = frozenset("s t re ll ve d m S".split())

Entity = tuple[int, int, str]  # first token, token past the last, label


def joined_apostrophes(words: list[str], entities: list[Entity]) -> tuple[list[str], list[Entity]]:
    """Join ``' s`` to ``'s`` where a corpus split the clitic from its mark; entities follow."""
    joined: list[str] = []
    place: list[int] = []
    i = 0
    while i < len(words):
        if 0 < i < len(words) - 1 and words[i] in ("'", "’") and words[i + 1] in AFTER_APOSTROPHE:
            joined.append(words[i] + words[i + 1])
            place += [len(joined) - 1] * 2
            i += 2
        else:
            joined.append(words[i])
            place.append(len(joined) - 1)
            i += 1
    return joined, [(place[start], place[end - 1] + 1, label) for start, end, label in entities]


def guessed_spaces(words: list[str]) -> list[bool]:
    """For each word, whether a space followed it."""
    spaces = [True] * len(words)
    inside = False  # a pair of straight double quotes
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in OPENING:
            spaces[i] = False
        if word == '"':
            if not inside:
                spaces[i] = False
            inside = not inside
        if (following == '"' and inside) or following in CLOSING or following.lower() in CLITICS:
            spaces[i] = False
    return spaces
