"""The reporting clause that leads up to a marked stretch: Smith told reporters: “…”."""

from __future__ import annotations

from digest.extract.quotes.beside import Beside, according_to, phrase_after_cue, reports_speech, settled
from digest.extract.quotes.frames import frame_of
from digest.extract.quotes.gaps import DASHES, Gap, last_sentence
from digest.extract.quotes.phrases import Mention, phrase_before, phrase_from
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import NOMINAL, Tokens

_WORKS = frozenset({"write", "read", "sing", "publish", "post", "show", "recite", "broadcast"})


def clause_before(tokens: Tokens, gap: Gap, *, title: bool = False) -> Beside | None:
    """The reporting clause that leads up to a stretch; ``title`` says that it may be one."""
    gap = last_sentence(tokens, gap)
    last = gap.stop - 1
    while last >= gap.first and tokens.word[last] in {"“", '"', "‘", "'"}:
        last -= 1
    if last < gap.first:
        return None
    label = _label(tokens, Gap(gap.first, last + 1))
    if label is not None:
        return label
    colon = tokens.word[last] == ":"
    if colon and tokens.lower[gap.first] == "according":
        return according_to(tokens, gap.first, last)
    comma = tokens.word[last] == ","
    cues = [i for i in range(gap.first, last + 1) if _speaks(tokens, i)]
    if not cues and not colon:
        return None
    if not cues:
        if title:
            return None
        verbs = [i for i in range(gap.first, last + 1) if tokens.tag[i].startswith("VB")]
        verbs = [i for i in verbs if subject_of(tokens, i)]
        if not verbs:
            return None
        cues = verbs[:1]
    cue = _led_by(tokens, cues[-1], last) if comma else cues[-1]
    if title and not colon and tokens.lemma[cue] in _WORKS:
        return None
    if not colon:
        between = range(cue + 1, last + (0 if comma else 1))
        if comma and any(tokens.word[i] == "," for i in between) and len(between) > 12:
            return None
        if not comma and not _leads_on(tokens, cue, last):
            return None
    found = subject_of(tokens, cue)
    inverted = cue == gap.first  # "Said Roe: “…”"
    if inverted:
        near = phrase_after_cue(tokens, cue + 1, last)
    else:
        near = phrase_before(tokens, cue_span(tokens, cue)[0]) or phrase_from(tokens, gap.first, cue)
    if inverted and near is not None:
        found = None
    return settled(
        tokens, cue, found, near, "before, colon" if colon else "before", reports_speech(tokens, cue)
    )


def _led_by(tokens: Tokens, cue: int, last: int) -> int:
    """The verb of the clause that a comma leads on from: "After Roe spoke, Poe shot back, “…”"."""
    comma = False
    for index in range(cue + 1, last):
        comma = comma or tokens.word[index] == ","
        finite = tokens.tag[index] in ("VBD", "VBZ", "VBP") and tokens.lemma[index] not in (
            "be",
            "have",
            "do",
        )
        if (
            comma
            and finite
            and any(tokens.dep[c] == "nsubj" and cue < c < index for c in tokens.children[index])
        ):
            return index
    return cue


def _leads_on(tokens: Tokens, cue: int, last: int) -> bool:
    """Whether nothing but an addressee, a time or 'that' stands between the cue and the mark."""
    if last == cue:
        return True
    return (
        last - cue <= 8
        and tokens.lower[last] in ("that", "reporters", "as")
        and not any(tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(cue + 1, last + 1))
    )


def _speaks(tokens: Tokens, verb: int) -> bool:
    """Whether a verb can lead up to a quotation."""
    if not tokens.tag[verb].startswith("VB") and tokens.lower[verb] not in ("said", "says"):
        return False
    frame = frame_of(tokens, verb)
    return (frame is not None and frame.act == "said") or tokens.lemma[verb] in (
        "continue",
        "explain",
        "recall",
    )


def _label(tokens: Tokens, gap: Gap) -> Beside | None:
    """ "Jane Roe: “…”": a name and a colon, nothing else."""
    if tokens.word[gap.stop - 1] != ":":
        return None
    dash = max((i for i in range(gap.first, gap.stop) if tokens.word[i] in DASHES), default=gap.first - 1)
    spaced = dash >= gap.first and tokens.start[dash] > tokens.end[dash - 1] if dash > 0 else False
    gap = Gap(dash + 1 if spaced else gap.first, gap.stop)  # "NEW POLL OUT - Jane Roe: “…”"
    if gap.stop - gap.first < 2 or gap.stop - gap.first > 8:
        return None
    inside = range(gap.first, gap.stop - 1)
    if not all(tokens.tag[i] in NOMINAL | {"JJ"} and tokens.word[i][:1].isupper() for i in inside):
        return None
    head = gap.stop - 2
    return Beside(
        gap.stop - 1,
        gap.stop - 1,
        gap.stop - 1,
        Mention(gap.first, head, head),
        "label",
        "name before a colon",
    )
