"""In which sense a figure is given: as a fact, a plan, a demand, an offer, a limit, a forecast.

A plan and its outcome are two quantities ("wants to sell 900,000 cars", "sold 610,000 cars"), as are a
demand and an offer. Written for this project from how news words each sense; "_" stands for a space.
"""

from __future__ import annotations

import re

_SENSES = {
    "asked": """want(?:s|ed|ing)? demand(?:s|ed|ing)? ask(?:s|ed|ing)?(?!_about) need(?:s|ed|ing)?
        seek(?:s|ing)? sought appeal(?:s|ed|ing)?_for call(?:s|ed|ing)?_for requir(?:es|ed|ing)
        request(?:s|ed)? claims?_for recommend(?:s|ed|ing)? advis(?:e|es|ed|ing)""",
    "offered": """offer(?:s|ed|ing)? pledg(?:e|es|ed|ing) promis(?:e|es|ed|ing) options?_on proposed proposes
        bids?""",
    "limit": """limit(?:s|ed)? maximum minimum capacity can_(?:hold|seat|carry|house|produce|make|store)
        allow(?:s|ed)? majority cap(?:s|ped)? quota threshold ceiling target(?:s|ed)? goals? aim(?:s|ed|ing)?
        authori[sz]\\w+ room_for licen[cs]ed""",
    "forecast": """expect(?:s|ed|ing)? forecasts? project(?:s|ed|ions?) predict(?:s|ed)? could may might
        likely exit_poll outlook foresees? sees_(?:\\w+_)?at by_20\\d\\d risks?_of""",
    "planned": """will would shall to_be is_to are_to was_to were_to set_to due_to plan(?:s|ned|ning)?
        intend(?:s|ed)? ordered orders? approved budgeted earmarked""",
}
_PATTERNS = tuple(
    (
        sense,
        re.compile(
            rf"(?<!-)(?<!\bthan )\b(?:{'|'.join(word.replace('_', '[ ]') for word in words.split())})\b",
            re.IGNORECASE,
        ),
    )
    for sense, words in _SENSES.items()
)


def sense_of(clause: str, status: str | None) -> str | None:
    """The sense that the clause of a figure gives it in; None: as a fact.

    ``status`` is what the extraction found of the figure itself.
    """
    if status in {"denied", "doubted"}:
        return status
    for sense, pattern in _PATTERNS:
        if pattern.search(clause):
            return sense
    return "planned" if status == "planned" else None
