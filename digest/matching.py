"""The matching form of a text: one character for each, with what only looks different made alike.

Rules and lookups run on the matching form; what is printed is always the source's own characters.
Three things are made alike: spaces, hyphens and invisible characters; look-alike letters of another
script inside a word that is otherwise Latin (the commonest are in Unicode's confusables table,
UTS 39); full-width letters and digits.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HYPHENS = "\u2010\u2011"

_CYRILLIC = dict(
    zip("авекмнорстухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅҺ", "aвekмнopcтyxijshdqwABEKMHOPCTYXIJSh", strict=True)
)
_CYRILLIC |= {"в": "b", "м": "m", "н": "h", "т": "t", "ё": "e", "Ё": "E", "З": "3", "Ь": "b"}
_GREEK = dict(zip("οαερντυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaepvtuikABEZHIKMNOPTYX", strict=True))
_LOOKALIKES = str.maketrans(_CYRILLIC | _GREEK)

_PLAIN = str.maketrans(
    dict.fromkeys(_SPACES + _INVISIBLE + _BIDI + "\t\x0b\x0c", " ")
    | dict.fromkeys(_HYPHENS, "-")
    | {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
)
_WORD = re.compile(r"\w+")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_SUSPICIOUS = (
    ("mixed-script letters", None),
    ("direction marks", re.compile(f"[{_BIDI}]")),
    ("invisible characters", re.compile(f"[{_INVISIBLE}]")),
)


def matching_form(text: str) -> str:
    """The text in its matching form; always of the same length."""
    plain = text.translate(_PLAIN)
    return _WORD.sub(_one_script, plain) if _OTHER_SCRIPT.search(plain) else plain


def oddities(text: str) -> tuple[str, ...]:
    """What an editor should know of the characters: mixed scripts, direction marks, invisible ones."""
    found = []
    for name, pattern in _SUSPICIOUS:
        present = bool(pattern.search(text)) if pattern else _has_mixed_word(text)
        if present:
            found.append(name)
    return tuple(found)


def _one_script(match: re.Match[str]) -> str:
    """A word in Latin letters throughout, where it mixes them with look-alikes of another script."""
    word = match.group()
    return word.translate(_LOOKALIKES) if _mixed(word) else word


def _has_mixed_word(text: str) -> bool:
    return bool(_OTHER_SCRIPT.search(text)) and any(_mixed(word) for word in _WORD.findall(text))


def _mixed(word: str) -> bool:
    """Whether most of its letters are Latin and the others all have a Latin look-alike.

    A single Greek letter in front, as in "μm" or "β2", is a unit or a symbol and no disguise.
    """
    others = _OTHER_SCRIPT.findall(word)
    if not others or not _LATIN.search(word) or len(others) > len(_LATIN.findall(word)):
        return False
    return all(ord(letter) in _LOOKALIKES for letter in others) and unicodedata.category(word[0])[0] == "L"
