"""In which sense a figure is given: as a fact, a plan, a demand, an offer, a limit, a forecast.

A plan and its outcome are two quantities ("wants to sell 900,000 cars", "sold 610,000 cars"), as are a demand and
an offer. Written for this project from how news words each sense.
"""

from __future__ import annotations

import re

_SENSES = (
    (
        "asked",
        r"want(?:s|ed|ing)?|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?(?![ ]about)|need(?:s|ed|ing)?|seek(?:s|ing)?|sought"
        r"|appeal(?:s|ed|ing)?[ ]for|call(?:s|ed|ing)?[ ]for|requir(?:es|ed|ing)|request(?:s|ed)?|required|claims?[ ]for",
    ),
    (
        "offered",
        r"offer(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|options?[ ]on|proposed|proposes|bids?",
    ),
    (
        "limit",
        r"limit(?:s|ed)?|maximum|minimum|capacity|can[ ](?:hold|seat|carry|house|produce|make|store)|allow(?:s|ed)?"
        r"|majority|cap(?:s|ped)?|quota|threshold|ceiling|target(?:s|ed)?|goals?|aim(?:s|ed|ing)?|authoris\w+|authoriz\w+"
        r"|room[ ]for|licen[cs]ed",
    ),
    (
        "forecast",
        r"expect(?:s|ed|ing)?|forecasts?|project(?:s|ed|ions?)|predict(?:s|ed)?|could|may|might|likely|exit[ ]poll"
        r"|outlook|foresees?|by[ ]20\d\d|risks?[ ]of",
    ),
    (
        "planned",
        r"will|would|shall|to[ ]be|is[ ]to|are[ ]to|was[ ]to|were[ ]to|set[ ]to|due[ ]to|plan(?:s|ned|ning)?|intend(?:s|ed)?"
        r"|ordered|orders?|approved|authorised|budgeted|earmarked",
    ),
)
_PATTERNS = tuple((sense, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for sense, words in _SENSES)


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
