"""Tell a demonym (Danish, Kenyans) from a place, by its ending or from a short list."""

from __future__ import annotations

import re

_ENDING = re.compile(r"[A-Z][a-z]+(ese|ian|ish|ani|eli|ean)s?")
_LISTED = frozenset(
    """
    American British English French German Greek Dutch Swiss Czech Welsh Arab Thai Afghan Cuban Chilean Roman
    Korean Indian Canadian African Asian European Mexican Moroccan Angolan Jamaican Ottoman Catalan Tibetan
    Kenyan Ugandan Emirati Qatari Guinean Papuan Kievan Englishman Irishman Frenchman Singaporean Paraguayan
    Alemannic Helvetic Antillean Minnesotan Soviet
    """.split()
)


def is_demonym(word: str) -> bool:
    """Whether a capitalised word names a people or its language rather than a place."""
    return _ENDING.fullmatch(word) is not None or word in _LISTED or word.removesuffix("s") in _LISTED
