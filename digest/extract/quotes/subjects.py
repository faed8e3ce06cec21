"""Who does what a reporting verb says: its subject in the parse, or what stands in for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quotes.cues import FRAMES, SAID_FORMS
from digest.extract.quotes.phrases import Mention, phrase_at, phrase_before, phrase_from
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.people import ROLES

_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that"})
_NO_MAIN = frozenset({"relcl", "acl", "aux", "auxpass", "advcl"})
ISSUED = frozenset(
    {
        "issue",
        "release",
        "publish",
        "send",
        "post",
        "write",
        "sign",
        "give",
        "deliver",
        "make",
        "email",
        "tweet",
        "text",
    }
)
"""Lemmas of what is done with a statement by those who speak in it."""
_INHERIT = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "parataxis", "pcomp"})
_INSERTED = frozenset({"WP", "WP$", "WDT", "WRB"})  # what opens a clause inserted after a name
_APPOSED = _INSERTED | {"DT", "CD", "PRP$"}  # and what opens another description of it
_TIMES = frozenset({"DATE", "TIME"})
_CLOSED = frozenset({",", "”", '"', "''", "’"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "advmod"})


def subject_of(tokens: Tokens, verb: int, depth: int = 0) -> tuple[Mention, str] | None:
    """Who does what a verb says, and how that is known."""
    word = tokens.word[verb]
    if depth == 0 and tokens.tag[verb] == "VBG" and verb and _behind_a_comma(tokens, verb):
        main = _main_report(tokens, verb)
        found = subject_of(tokens, main, 1) if main is not None else None
        if found is not None:
            return found[0], f"subject of '{word}' by '{tokens.word[main or 0]}'"
    passive = any(tokens.dep[c] in ("nsubjpass", "auxpass") for c in tokens.children[verb])
    if passive and depth == 0:
        return agent_of(tokens, verb)
    subjects = [c for c in tokens.children[verb] if tokens.dep[c] in _SUBJECTS and tokens.stretch[c] < 0]
    if not subjects and passive:
        subjects = [c for c in tokens.children[verb] if tokens.dep[c] == "nsubjpass"]
    beyond = _over_insertion(tokens, verb, subjects) if depth == 0 else None
    if beyond is not None:
        return beyond, f"subject of '{word}'"
    if subjects:
        nearest = min(subjects, key=lambda c: abs(c - verb))
        if nearest < verb and tokens.word[nearest + 1] in (")", "-RRB-"):  # "Jane Roe (D-Ore.) said"
            outside = phrase_before(tokens, nearest + 2)
            if outside is not None:
                return outside, f"subject of '{word}'"
        if (
            nearest + 1 < verb
            and tokens.word[nearest + 1] in ("—", "–", "―", "--")
            and tokens.word[nearest].isupper()
        ):
            behind = phrase_from(tokens, nearest + 2, verb)  # "WASHINGTON — The president said"
            if behind is not None:
                return behind, f"subject of '{word}'"
        if tokens.lower[nearest] in _RELATIVE and tokens.tag[nearest] in ("WP", "WDT", "IN"):
            return _antecedent(tokens, verb, nearest)
        if tokens.tag[nearest] in NOMINAL or tokens.tag[nearest] in ("JJ", "JJR", "JJS", "FW"):
            return phrase_at(tokens, nearest), f"subject of '{word}'"
    behind = _inverted(tokens, verb) if depth == 0 and not subjects else None
    if behind is not None:
        return behind, f"subject of '{word}'"
    shared = _conjoined(tokens, verb) if depth == 0 and not subjects else None
    if shared is not None:
        return shared
    found = agent_of(tokens, verb) or _inherited(tokens, verb, depth)
    if found is None and depth == 0 and tokens.tag[verb] == "VBG":
        main = _main_report(tokens, verb)  # "began by saying"
        found = subject_of(tokens, main, 1) if main is not None else None
    if found is None and tokens.tag[verb] in ("VBD", "VBZ", "VBP", "NNS"):
        neighbour = phrase_before(tokens, cue_span(tokens, verb)[0])
        if neighbour is not None and not _governed(tokens, neighbour):
            return neighbour, f"next to '{word}'"
        first = tokens.sentence[verb]
        if tokens.word[cue_span(tokens, verb)[0] - 1] == "," and depth == 0:
            opening = phrase_from(tokens, first, verb)  # "Jane Roe, who …, said"
            if opening is None or opening.first > first + 1:
                opening = phrase_before(tokens, cue_span(tokens, verb)[0] - 1)  # "…, Jane Roe, said"
            if opening is not None:
                return opening, f"near '{word}'"
    return found


def _behind_a_comma(tokens: Tokens, verb: int) -> bool:
    """Whether a comma stands before a verb, or before the closing mark there: "“…,” adding"."""
    before = verb - 1
    while before > 0 and tokens.word[before] in _CLOSED - {","}:
        before -= 1
    return tokens.word[before] == ","


def _over_insertion(tokens: Tokens, verb: int, subjects: Sequence[int]) -> Mention | None:
    """The phrase before what is inserted between two commas, where the parse has no subject, or a noun of
    the insertion for it: "Roe, who has given money to Poe, said".
    """
    comma = cue_span(tokens, verb)[0] - 1
    if tokens.word[comma] != "," or tokens.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    for opening in range(comma - 2, tokens.sentence[verb], -1):
        described = tokens.tag[opening + 1] in (_INSERTED if subjects else _APPOSED)
        if tokens.word[opening] == "," and (described or tokens.lower[opening + 1] in ROLES):
            if any(not opening < subject < comma for subject in subjects):
                return None
            before = phrase_before(tokens, opening)
            return before if before is not None and not _governed(tokens, before) else None
    return None


def _inverted(tokens: Tokens, verb: int) -> Mention | None:
    """The subject right behind the verb: "…, said Jane Roe."."""
    first = cue_span(tokens, verb)[0]
    after = verb + 1
    if tokens.word[first - 1] not in _CLOSED or tokens.tag[verb] not in ("VBD", "VBZ"):
        return None
    if tokens.lower[verb] not in SAID_FORMS or after >= len(tokens) or tokens.stretch[after] >= 0:
        return None
    if tokens.tag[after] not in NOMINAL | {"JJ", "PRP$"} or tokens.tag[after] == "EX":
        return None
    end = tokens.sentence_end[verb]
    stop = next((i for i in range(after, end) if tokens.word[i] in (",", ".", ";", ":", "(")), end)
    if any(
        tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD", "IN")
        and tokens.lower[i] not in ("of", "for", "at", "in", "from", "with")
        for i in range(after, stop)
    ):
        return None
    return phrase_from(tokens, after, stop)


def _governed(tokens: Tokens, mention: Mention) -> bool:
    """Whether a noun phrase hangs on a preposition before it."""
    return mention.first > 0 and tokens.tag[mention.first - 1] in ("IN", "TO")


def cue_span(tokens: Tokens, verb: int) -> tuple[int, int]:
    """The verb with its auxiliaries, as long as they are neighbours."""
    first = verb
    while first > 0 and tokens.head[first - 1] == verb and tokens.dep[first - 1] in _AUXILIARIES:
        first -= 1
    return first, verb


def _conjoined(tokens: Tokens, verb: int) -> tuple[Mention, str] | None:
    """The subject of the report before: "she said … and added …"."""
    before = cue_span(tokens, verb)[0] - 1
    if before < 0 or tokens.lower[before] not in ("and", "but") or tokens.tag[verb] not in ("VBD", "VBZ"):
        return None
    for index in range(tokens.sentence[verb], before):
        frame = FRAMES.get(tokens.lemma[index]) if tokens.tag[index] == tokens.tag[verb] else None
        if frame is not None and frame.act == "said" and tokens.dep[index] not in _NO_MAIN:
            found = subject_of(tokens, index, 1)
            return (
                None
                if found is None
                else (found[0], f"subject of '{tokens.word[verb]}' by '{tokens.word[index]}'")
            )
    return None


def _main_report(tokens: Tokens, participle: int) -> int | None:
    """The finite reporting verb that a participle after a comma goes with: "she said …, adding …"."""
    other = None
    for index in range(tokens.sentence[participle], participle):
        plain = tokens.tag[index] in ("VBD", "VBZ", "VBP") and tokens.dep[index] not in _NO_MAIN
        if tokens.stretch[index] >= 0 or not plain:
            continue
        frame = FRAMES.get(tokens.lemma[index])
        if frame is not None and frame.act == "said":
            return index
        if other is None and any(tokens.dep[c] == "nsubj" and c < index for c in tokens.children[index]):
            other = index
    return other


def _antecedent(tokens: Tokens, verb: int, relative: int) -> tuple[Mention, str] | None:
    """The noun that a relative pronoun, the subject of ``verb``, stands for."""
    head = tokens.head[verb]
    if tokens.dep[verb] in ("relcl", "acl", "ccomp") and tokens.tag[head] in NOMINAL and head < verb:
        return replace(phrase_at(tokens, head), relative=relative), f"subject of '{tokens.word[verb]}'"
    return None


def agent_of(tokens: Tokens, verb: int) -> tuple[Mention, str] | None:
    """Who is named with "by" after a passive verb, and how that is known."""
    for child in tokens.children[verb]:
        by = tokens.dep[child] == "agent" or (tokens.lower[child] == "by" and tokens.tag[verb] == "VBN")
        objects = (
            [c for c in tokens.children[child] if tokens.dep[c] == "pobj"] if by and child > verb else []
        )
        if objects:
            return phrase_at(tokens, objects[0]), f"'{tokens.word[verb]} by'"
    return None


def _described(tokens: Tokens, head: int) -> int:
    """The person whom a noun describes behind the name: "Jane Roe, Ohio, [one] of those …"; else the noun."""
    at = head
    while tokens.dep[at] == "appos":
        at = tokens.head[at]
    return at if tokens.entity[at] == "PERSON" else head


def _sending(tokens: Tokens, to: int) -> int | None:
    """The verb by which something is sent "to" somebody: "sent a letter to members saying …"."""
    at = to
    while tokens.lower[to] == "to" and tokens.head[at] != at:
        at = tokens.head[at]
        if tokens.tag[at].startswith("VB"):
            return at if tokens.lemma[at] in ISSUED else None
    return None


def _inherited(tokens: Tokens, verb: int, depth: int) -> tuple[Mention, str] | None:
    """The subject of the verb above: "She left, saying …", "he rose and said …", "told him to say …"."""
    head, dep, word = tokens.head[verb], tokens.dep[verb], tokens.word[verb]
    if dep in ("pcomp", "pobj") and tokens.tag[head] == "IN" and tokens.head[head] != head:
        head, dep = tokens.head[head], "advcl"  # "began by saying"
    if depth >= 4 or head == verb or dep not in _INHERIT:
        return None
    if tokens.tag[head] in NOMINAL and dep in ("acl", "relcl"):
        above = tokens.head[head]
        if tokens.tag[verb] == "VBG" and (tokens.entity[head] in _TIMES or tokens.word[head] in CALENDAR):
            while tokens.tag[above] in NOMINAL | {"IN"} and tokens.head[above] != above:
                above = tokens.head[above]
            return subject_of(tokens, above, depth + 1)  # "posted a picture early Friday saying …"
        quoted = tokens.head[above]
        if tokens.lower[above] == "by" and tokens.lemma[quoted] in ("quote", "cite"):
            return subject_of(tokens, quoted, depth + 1)  # "was quoted by the agency saying"
        sending = _sending(tokens, above) if tokens.tag[verb] == "VBG" else None
        if sending is not None:
            return subject_of(tokens, sending, depth + 1)
        sent = tokens.dep[head] in ("dobj", "dative") and tokens.lemma[above] in ISSUED
        if sent and tokens.tag[verb] == "VBG":
            return subject_of(tokens, above, depth + 1)  # "issued a statement calling it …"
        described = _described(tokens, head) if tokens.tag[verb] == "VB" else head
        return phrase_at(tokens, described), f"'{word}' of the noun"
    if not (tokens.tag[head].startswith("VB") or tokens.tag[head] in ("JJ", "MD", "NN", "IN")):
        return None
    if dep in ("xcomp", "ccomp") and tokens.tag[verb] == "VB":
        objects = [c for c in tokens.children[head] if tokens.dep[c] in ("dobj", "dative") and c < verb]
        if objects:
            return phrase_at(tokens, objects[-1]), f"object of '{tokens.word[head]}'"
    found = subject_of(tokens, head, depth + 1)
    return None if found is None else (found[0], f"subject of '{word}' by '{tokens.word[head]}'")
