"""Numbers that say nothing of a quantity by their form: dates, clock times, telephone and list numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from digest.extract.figures.vocabulary import SMALL_ORDINALS

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ZONE = r"GMT|UTC|BST|CET|EST|EDT|ET\b|[A-Z]{2,4}T\b|hrs\b"
_ORDINAL_DAY = (
    r"(?:(?:twenty|thirty)[- ])?"
    rf"(?:{'|'.join(word for word, value in SMALL_ORDINALS.items() if value <= 20 or value == 30)})"
)
_SPANS = (
    rf"\b{_MONTH}[ ]{_DAY}[ ](?:to|through)[ ]{_DAY}"  # April 12 to 18
    r"(?=[,.;)]|[ ](?:in|at|with|was|were|by|and)\b)",
    rf"\b{_MONTH}[ ]?{_DAY}(?![\d.]*\d)"  # May 4, May 4-6, 2021
    rf"(?:[ ]?[-–][ ]?{_DAY}\b)?(?:(?:,|[ ]and)?[ ]\d{{4}})?",
    rf"\b{_DAY}(?:[ ]?[-–][ ]?{_DAY})?[ ](?:of[ ])?{_MONTH}(?:,?[ ]\d{{4}})?",  # 4(th of) May (2021)
    rf"\b{_MONTH},?[ ](?:of[ ])?['’]?\d{{2,4}}\b(?![,.]\d|[ ](?:people|per|%|km))",  # May 2021
    rf"\b{_MONTH}[ ](?:the[ ])?{_ORDINAL_DAY}\b|\b{_ORDINAL_DAY}[ ]of[ ]{_MONTH}",
    r"\b(?:19|20)\d{6}\b|\b\d{5}[ ]ZIP\b|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?",  # 2021-12-29
    r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])",  # 5/17/2018
    r"\b(?:mid-|early-|late-|pre-|post-)?\d{3,4}s\b|['’]\d{2}s?\b",  # 1960s, '90s
    r"\b\d{4}[-–/]\d{2,4}\b(?![ ]?[%a-z])",  # 2013-14
    r"\b\d{1,2}(?::[ ]|[:.])\d{2}(?::\d{2})?[ ]?(?:[apAP]\.?[ ]?[mM]\b\.?|o['’]clock|" + _ZONE + ")",
    r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b",  # 15:30, 1:36.6
    r"\b\d{1,2}[ ]?(?:[-–][ ]?\d{1,2}[ ]?)?(?:[ap]m\b|[ap]\.m\b\.?|o['’]clock)",
    r"\b\d{4}[ ]?(?:GMT|UTC|BST|CET|EST|EDT|ET|hours)\b",
    r"\b(?:at|by|until|till|before|after|around)[ ]" + rf"(?:{_HOUR_WORD})"
    r"[ ](?:o['’]clock|in[ ]the[ ](?:morning|afternoon|evening))",
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,80}|\b\w{1,40}\.(?:com|org|net|gov|co\.uk)\S*",
    r"(?<![\w.,])\+\d{1,3}[ -.]?\(?\d{1,4}\)?(?:[ -./]?\d{2,4}){2,4}\b",  # telephone
    r"\(\d{3}\)[ ]?\d{3}-\d{4}|\b\d{3}-\d{3,4}-\d{4}\b|\b1-[89]\d\d-[\w-]+|\b555-\d{4}\b",
    r"\b0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}\b|\b0\d{9,10}\b",
    r"\b\d{1,3}[ ]/[ ]\d{1,3}\b",  # 1 / 3 of a gallery
    r"(?m:^[ ]*(?:\d{1,2}[.)]|\(\d{1,2}\)|\#\d+)[ ](?=[A-Z“\"]))",  # list numbers
    r"(?m:^[ ]*\d{1,3}[ ]*$)",  # a page number on a line of its own
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})*\b",  # versions, addresses
    r"\b\d{1,5}[A-Za-z]?[ ](?:[A-Z]\.?[ ])?(?:[A-Z][\w'’]+[ ]|\d+(?:st|nd|rd|th)[ ]){1,3}"
    r"(?:Streets?|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Boulevard|Blvd|Place|Square|Terrace|Court|Close)\b",
    r"\b\d{1,4}[ ](?:Ave|Rue|Via|Calle|Avenida|Place)[ ][A-Z]",
    r"\b(?:[A-Z]{2})[ ]\d{5}(?:-\d{4})?\b",  # PA 23456
    r"[#№][ ]?\d+",
    r"\b(?:[Cc]all(?:s|ed|ing)?|[Dd]ial(?:s|l?ed|l?ing)?|to|on)[ ](?:911|999|112)\b(?![ ]\w+s\b)",  # for help
    r"\b911(?=[ -](?:call|dispatch|operator|emergency))|\b(?:999|112)(?=[ ](?:emergency[ ])?call\b)",
    r"\b[45]0[13][ ]?(?:\([a-z]\)(?:\(\d+\))?|[ck]\d?\b)",  # 401(k), 501(c)(3)
    r"\bon[ ]the[ ]\d{1,2}(?:st|nd|rd|th)\b(?![ ](?:day|floor|hole|lap|minute|try|attempt))",
    r"\b9-11(?=[ ](?:[Cc]ommission|attack|terror|hijack|families))|\b24/7\b|\b9/11\b|\b7/7\b|\b50[-–/]50\b",
)
_NO_FIGURE = re.compile("|".join(f"(?:{span})" for span in _SPANS))


def no_figure_spans(text: str) -> list[tuple[int, int]]:
    """Dates, clock times, addresses, telephone and list numbers of a text, in order."""
    return [match.span() for match in _NO_FIGURE.finditer(text)]


def inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the characters touch one of the spans, which are in order and apart."""
    index = bisect_right(spans, start, key=lambda span: span[1])
    return index < len(spans) and spans[index][0] < end
