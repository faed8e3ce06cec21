"""The reporting clause that follows a marked stretch: “…,” she said."""

from __future__ import annotations

from digest.extract.quotes.beside import Beside, according_to, phrase_after_cue, reports_speech, settled
from digest.extract.quotes.cues import SAID_FORMS, SURE
from digest.extract.quotes.edges import finite
from digest.extract.quotes.gaps import DASHES, Gap, first_sentence
from digest.extract.quotes.marks import Stretch, title_like
from digest.extract.quotes.phrases import phrase_from
from digest.extract.quotes.subjects import subject_of
from digest.extract.quotes.tokens import Tokens

_SUBORDINATE = frozenset({"that", "as", "when", "while", "after", "before", "who", "which", "if", "because"})
_THEN = frozenset({"then", "later", "next", "afterwards", "afterward", "meanwhile", "finally", "earlier"})
_SKIPPED = frozenset({",", "”", '"', "’", "'", ".", "“", "''"})


def clause_after(tokens: Tokens, stretch: Stretch, gap: Gap, *, strict: bool = False) -> Beside | None:
    """The reporting clause that follows a stretch.

    With ``strict`` only a clause that can do nothing else counts: a finite reporting verb right beside
    its subject, as after a fragment inside a sentence of the reporter's.
    """
    whole, gap = gap, first_sentence(tokens, gap)
    first = gap.first
    while first < gap.stop and (tokens.word[first] in _SKIPPED or tokens.word[first].isspace()):
        first += 1
    if first >= gap.stop:
        return None
    if tokens.text[stretch.end : tokens.start[first] + 1].strip(" \xa0")[:1] in DASHES:
        return _signature(tokens, Gap(first + (tokens.word[first] in DASHES), whole.stop))
    ending = _ending(tokens.text, stretch)
    if tokens.lower[first] == "according" and not strict:
        return according_to(tokens, first, gap.stop)
    if tokens.tag[first] == "CC" and ending != ",":
        return None
    if ending in (".", "?") and tokens.lower[first] in _THEN:
        return None  # "“… until when?” Then the announcer concludes: “…”"
    named = title_like(tokens.text, stretch)
    cue = _first_cue(tokens, Gap(first, gap.stop), open_class=ending == "," and not named)
    if cue is None:
        return None
    inverted = all(
        tokens.tag[i] in ("RB", "MD") or tokens.dep[i] in ("aux", "advmod", "cc") for i in range(first, cue)
    )
    known = reports_speech(tokens, cue)
    if strict and not (
        known and cue - first <= 8 and _plain(tokens, first, cue) and _nothing_else(tokens, cue, gap.stop)
    ):
        return None
    brief = known and _plain(tokens, first, cue) and cue - first <= 4 and cue == gap.stop - 1
    if ending == "." and not brief and not (inverted and known and tokens.word[first][:1].islower()):
        return None
    if ending == "" and not (known and (inverted or cue - first <= 4)):
        return None
    if not _parenthetical(tokens, cue, gap.stop, inverted=inverted, asked=ending == "?"):
        return None
    found = subject_of(tokens, cue)
    if inverted:
        near = phrase_after_cue(tokens, cue + 1, gap.stop)
        pattern = "after, cue first"
    else:
        near = phrase_from(tokens, first, cue)
        pattern = "after, name first"
    if inverted and near is None and found is None:
        return None  # “Who Will Pay?” opened at the theatre
    return settled(tokens, cue, found, near, pattern, known)


def _plain(tokens: Tokens, first: int, cue: int) -> bool:
    """Whether nothing but a subject stands between the mark and a finite cue."""
    if tokens.tag[cue] not in ("VBD", "VBZ", "VBP") and tokens.lower[cue] not in ("said", "says"):
        return False
    before = [tokens.tag[i] for i in range(first, cue)]
    return not any(tag in ("IN", "WRB", "TO", "VBG", "WP", "WDT", "CC") for tag in before[:1]) and not any(
        tag.startswith("VB") for tag in before
    )


def _nothing_else(tokens: Tokens, cue: int, stop: int) -> bool:
    """Whether a cue has no object or clause of its own."""
    if tokens.lemma[cue] not in SURE and tokens.lower[cue] not in SAID_FORMS:
        return False
    addressed = tokens.lemma[cue] in ("tell", "ask", "warn", "remind", "assure")
    following = tokens.lower[cue + 1] if cue + 1 < stop else ""
    own = any(
        c > cue
        and tokens.dep[c] in ("dobj", "ccomp", "xcomp")
        and not addressed
        and tokens.tag[c] not in ("NNP", "NNPS")
        for c in tokens.children[cue]
        if c < stop and not any(tokens.word[i] == "," for i in range(cue, c))
    )
    return not own and following not in (
        "if",
        "that",
        "to",
        "for",
        "about",
        "of",
        "he",
        "she",
        "they",
        "it",
        "there",
    )


def _parenthetical(tokens: Tokens, cue: int, stop: int, *, inverted: bool, asked: bool) -> bool:
    """Whether a clause reports what stands before it: no content of its own follows the cue."""
    if inverted:
        return True
    for index in range(cue + 1, stop):
        if tokens.word[index] in {",", ":", "(", "—", "–", "--"}:
            return True
        if tokens.lower[index] in _SUBORDINATE:
            return tokens.lower[index] != "that" or asked
        if tokens.tag[index] in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return True


def _ending(text: str, stretch: Stretch) -> str:
    """How a stretch ends: "," (the sentence goes on), "?" (it may), "." (it ends) or "" (no stop)."""
    last = text[stretch.inner_end - 1 : stretch.inner_end]
    after = text[stretch.end : stretch.end + 1]
    if last == "," or after == ",":
        return ","
    if (last and last in "?!—–-…") or text[stretch.inner_end - 3 : stretch.inner_end] == "...":
        return "?"
    return "." if last in (".", ";", ":") or after == "." else ""


def _first_cue(tokens: Tokens, gap: Gap, *, open_class: bool) -> int | None:
    """The first reporting verb of a gap; with ``open_class`` the first finite verb, if there is none."""
    fallback: int | None = None
    for index in range(gap.first, gap.stop):
        verb = tokens.tag[index].startswith("VB") or tokens.lower[index] in ("said", "says")
        if not verb or _relative(tokens, index):
            continue
        if reports_speech(tokens, index):
            return index
        if (
            tokens.tag[index] in ("VBD", "VBZ", "VBP")
            and fallback is None
            and tokens.lemma[index] not in ("be", "have", "do")
        ):
            fallback = index
    return fallback if open_class and fallback is not None and fallback - gap.first < 12 else None


def _relative(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands in a relative clause."""
    if any(tokens.tag[c] in ("WP", "WDT", "WP$") and c < verb for c in tokens.children[verb]):
        return True
    return tokens.dep[verb] == "relcl" or (tokens.dep[verb] == "acl" and tokens.tag[verb] in ("VBN", "VBG"))


def _signature(tokens: Tokens, gap: Gap) -> Beside | None:
    """“…” — Jane Roe, teacher."""
    mention = phrase_from(tokens, gap.first, gap.stop)
    if mention is None or not tokens.word[mention.first][:1].isupper():
        return None
    if mention.first > gap.first + 1 or finite(tokens, gap.first, min(mention.last + 3, gap.stop - 1)):
        return None
    return Beside(gap.first - 1, gap.first - 1, gap.first - 1, mention, "signature", "name after a dash")
