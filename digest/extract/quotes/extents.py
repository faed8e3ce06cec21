"""How far a reported content reaches.

The parse gives a core; what follows it in the sentence belongs to it as well unless something shows
that the reporter speaks again: another reporting clause, "according to", the place or the time of the
saying, or a clause that the reporting verb shares.
"""

from __future__ import annotations

from digest.extract.quotes.cues import FRAMES, SURE
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.calendar import CALENDAR

END_MARKS = frozenset({".", "!", "?", ";", ".,"})
_EDGE = frozenset({",", ".", ";", ":", "—", "–", "―", "--", "-", "(", "”", "“", '"', "''", "’", "‘"})
_TURNS = frozenset({"while", "though", "although", "as", "but", "after", "when", "before", "whereas", "even"})
_AFTERWARDS = words("after before when while because since during just")
_PERIODS = words("week weekend month year morning afternoon evening night spring summer fall autumn winter")
_ADDRESSED = words("told tell tells telling asked asks informed warned reminded assured")
_ABSORBED = words("dobj nsubj nsubjpass dep attr dative csubj advcl")
_SUBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "EX", "CD"})
_VENUES = words("""
    statement interview email e-mail tweet conference briefing speech letter twitter appearance rally
    hearing call post message release memo report testimony facebook cnn television address remark
    remarks phone telephone text podcast affidavit filing telegram condition reporters column op-ed
    article morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december
""")


def sentence_limit(tokens: Tokens, index: int) -> int:
    """The token after the sentence of ``index``, over a break that the parser made inside it."""
    end = tokens.sentence_end[index]
    for _ in range(3):
        broken = (
            end < len(tokens)
            and tokens.paragraph[end] == tokens.paragraph[index]
            and tokens.word[end - 1] not in END_MARKS
            and not tokens.word[end - 1].isspace()
            and (tokens.word[end][:1].islower() or tokens.word[end] in _EDGE)
        )
        if not broken:
            break
        end = tokens.sentence_end[end]
    return end


def clause_start(tokens: Tokens, verb: int, clause: int) -> int:
    """The first token of a complement clause after its verb."""
    first = max(tokens.left[clause], verb + 1)
    that = next(
        (i for i in range(verb + 1, first) if tokens.lower[i] == "that" and tokens.stretch[i] < 0), None
    )
    if that is not None and first - that < 12 and tokens.tag[that] in ("IN", "WDT"):
        return that
    if tokens.lower[verb] not in _ADDRESSED:
        at = first - 1
        while at > verb and tokens.word[at] in ("and", "or", "’s"):
            at -= 1
        top = _child_above(tokens, verb, at)
        absorbs = top is not None and tokens.dep[top] in _ABSORBED
        if top is not None and absorbs and top > verb and tokens.right[top] < first:
            first = max(tokens.left[top], verb + 1)
    first = strip_start(tokens, first, tokens.right[clause])
    if tokens.tag[first] in ("MD", "VBD", "VBZ", "VBP"):
        first = _bare_subject(tokens, verb, first)
    if tokens.tag[first] in ("MD", "VBD", "VBZ", "VBP") and tokens.lower[verb] not in _ADDRESSED:
        first = verb + 1  # the subject has an apposition that the parse lost
    return _after_time(tokens, first, clause)


def _bare_subject(tokens: Tokens, verb: int, first: int) -> int:
    """The subject that the parse gave to the reporting verb: "told Roe [the city] would pay"."""
    at = first - 1
    while at > verb + 1 and tokens.tag[at] in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        at -= 1
    return at if at > verb + 1 and tokens.tag[at] in ("DT", "PRP$", "PRP") else first


def _after_time(tokens: Tokens, first: int, stop: int) -> int:
    """``first`` moved over when it was said: "said Tuesday the talks …", "said this week the talks …"."""
    while first < stop - 1:
        if tokens.word[first] in CALENDAR or tokens.lower[first] in ("earlier", "later"):
            first += 1
        elif tokens.lower[first] in ("this", "last", "that") and tokens.lower[first + 1] in _PERIODS:
            first += 2
        else:
            break
    return first


def _child_above(tokens: Tokens, verb: int, index: int) -> int | None:
    """The child of ``verb`` whose subtree holds a token."""
    for _ in range(30):
        if tokens.head[index] == verb:
            return index
        if tokens.head[index] == index:
            return None
        index = tokens.head[index]
    return None


def content_end(tokens: Tokens, verb: int, first: int, core: int | None, *, plain: bool = False) -> int:
    """The last token of a content that begins at ``first`` and whose core ends at ``core``.

    A core of None says that the parse shows none; with ``plain`` the content is no clause, and a
    participle after a comma ends it.
    """
    end = sentence_limit(tokens, verb)
    stop = end
    for index in range(first + 1, end):
        if _turns(tokens, verb, first, index, first if core is None else core):
            stop = index
            break
        if _ended(tokens, index):
            stop = index
            break
        if tokens.tag[index] == "VBG" and tokens.stretch[index] < 0 and _closed_before(tokens, index):
            stop = index  # "… by spring,” referring to the treaty"
            break
        if _comments(tokens, index, end):
            stop = index
            break
        inserted = tokens.word[index - 1] == "," or _closed_before(tokens, index)
        relative = tokens.dep[verb] == "relcl" and inserted and tokens.stretch[index] < 0
        if relative and tokens.tag[index] in ("VBD", "VBZ", "VBP", "MD"):
            stop = index  # "Roe, who said that …, left"
            break
        if plain and _breaks(tokens, index):
            stop = index
            break
        if plain and tokens.word[index - 1] in (",", "”", '"', "''") and tokens.tag[index] in ("VBG", "WDT"):
            stop = index
            break
        if core is not None and index > core and _leaves(tokens, verb, index):
            stop = index
            break
    return strip_end(tokens, first, stop - 1)


def past_marks(tokens: Tokens, verb: int, first: int, last: int) -> int:
    """The last token of a content that is no clause and ends in marks, but goes on behind them: "offered
    “some help” [for the town]".
    """
    end = sentence_limit(tokens, verb)
    after = last + 1
    while after < end and tokens.stretch[after] >= 0 and tokens.stretch[after] == tokens.stretch[last]:
        after += 1
    if tokens.stretch[last] < 0 or after >= end or _closed_before(tokens, after):
        return last
    if tokens.tag[after] not in ("IN", "TO", "CC") or tokens.lower[after] in _AFTERWARDS | _TURNS:
        return last
    if tokens.tag[after] == "IN" and (_venue(tokens, after) or tokens.lower[after] in ("that", "if")):
        return last
    return content_end(tokens, verb, first, after, plain=True)


def _breaks(tokens: Tokens, index: int) -> bool:
    """Whether a dash, or a subordinate clause after marks, ends a content that is no clause."""
    if tokens.word[index] in ("—", "–", "―", "--") and tokens.stretch[index] < 0:
        return True
    return tokens.stretch[index - 1] >= 0 > tokens.stretch[index] and tokens.lower[index] in _AFTERWARDS


def _comments(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the reporter's words follow the last marked ones: "it was “lost,” a nod to the lawsuit"."""
    if tokens.stretch[index] >= 0 or not _closed_before(tokens, index):
        return False
    begins = tokens.tag[index] in ("DT", "NN", "WDT", "WP") or tokens.lower[index] in _TURNS
    return begins and all(tokens.stretch[i] < 0 for i in range(index, end))


def _closed_before(tokens: Tokens, index: int) -> bool:
    """Whether a marked stretch and a comma end right before a token."""
    at = index - 1
    comma = tokens.word[at] == "," or tokens.text[max(0, tokens.end[at] - 2) : tokens.end[at]][:1] == ","
    while at > 0 and tokens.word[at] == ",":
        at -= 1
    return comma and tokens.stretch[at] >= 0


def _ended(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ended right before a token, though the parser runs on over it."""
    if tokens.stretch[index] >= 0 or not tokens.word[index][:1].isupper():
        return False
    before = (
        tokens.stretch[index - 1] >= 0
        and tokens.text[max(0, tokens.end[index - 1] - 2) : tokens.end[index - 1]]
    )
    if before and before[:1] in ".!?":
        return True  # “… for a long time.” The analyst agreed
    return (
        tokens.word[index - 1][-1:] == "."
        and len(tokens.word[index - 1]) > 1
        and _reports_next(tokens, index)
    )


def _turns(tokens: Tokens, verb: int, first: int, index: int, core: int) -> bool:
    """Whether the reporter speaks again at a token, whatever the parser attached it to."""
    if tokens.stretch[index] >= 0 or tokens.stretch[index - 1] == tokens.stretch[index] >= 0:
        return False
    lower = tokens.lower[index]
    before = tokens.word[index - 1]
    if lower == "according" and index + 1 < len(tokens) and tokens.lower[index + 1] == "to":
        return True
    clause = before in (",", "—", "–", "--", "”", '"', "''")
    if clause and tokens.tag[index] == "VBG" and tokens.lemma[index] in SURE | {"call", "cite"}:
        return True
    if (
        clause
        and lower in ("but", "though", "although", "while")
        and index > core
        and index + 1 < len(tokens)
    ):
        return tokens.tag[index + 1] in _SUBJECT_TAGS
    if (
        clause
        and lower in ("but", "while", "though", "although", "and", "as")
        and _reports_next(tokens, index + 1)
    ):
        return True
    if lower in ("and", "but") and index + 1 < len(tokens):
        following = index + 1
        while following + 1 < len(tokens) and tokens.tag[following] == "RB":
            following += 1
        frame = FRAMES.get(tokens.lemma[following]) if tokens.tag[following] == tokens.tag[verb] else None
        return (
            frame is not None
            and frame.act == "said"
            and (tokens.lemma[following] in SURE or frame.naming or frame.object)
            and tokens.tag[following] in ("VBD", "VBZ", "VBP")
            and not _shares_subject(tokens, tokens.tag[verb], max(first, core + 1), index)
        )
    return False


def _shares_subject(tokens: Tokens, tag: str, first: int, stop: int) -> bool:
    """Whether a verb of the same form and without a subject of its own comes before."""
    return any(
        tokens.tag[i] == tag
        and tokens.dep[i] not in ("relcl", "aux", "auxpass")
        and not any(tokens.dep[c] in ("nsubj", "nsubjpass") for c in tokens.children[i])
        for i in range(first, stop)
    )


def _reports_next(tokens: Tokens, index: int) -> bool:
    """Whether a short subject and a sure reporting verb come next: "though she acknowledged"."""
    for at in range(index, min(index + 6, len(tokens))):
        if tokens.stretch[at] >= 0 or tokens.word[at] == ",":
            return False
        if tokens.tag[at] in ("VBD", "VBZ", "VBP"):
            frame = FRAMES.get(tokens.lemma[at])
            pronoun = at == index + 1 and tokens.tag[index] == "PRP"
            return at > index and (
                tokens.lemma[at] in SURE or (pronoun and frame is not None and frame.act == "said")
            )
    return False


def _leaves(tokens: Tokens, verb: int, index: int) -> bool:
    """Whether the parse hangs what begins at a token on the reporting verb itself, and rightly."""
    head = index
    for _ in range(3):
        if tokens.head[head] == verb or tokens.head[head] == head:
            break
        head = tokens.head[head]
    if tokens.head[head] != verb or (head == index and tokens.dep[index] == "punct"):
        return False
    dep = tokens.dep[head]
    comma = tokens.word[index - 1] == ","
    if dep == "prep":
        return index == head and _venue(tokens, head)
    if dep == "npadvmod":
        return tokens.lower[head] in _VENUES or tokens.lower[tokens.right[head]] in _VENUES
    if dep == "advcl":
        return comma and (tokens.tag[head] == "VBG" or tokens.lower[index] in _TURNS)
    if dep in ("conj", "cc"):
        other = next((c for c in tokens.children[verb] if c >= index and tokens.dep[c] == "conj"), None)
        if other is None:
            return False
        subject = any(tokens.dep[c] in ("nsubj", "nsubjpass", "expl") for c in tokens.children[other])
        return not subject or (comma and tokens.lower[index] == "but") or tokens.lemma[other] in SURE
    return False


def _venue(tokens: Tokens, preposition: int) -> bool:
    """Whether a prepositional phrase says where, when or to whom something was said."""
    if tokens.lower[preposition] == "to":
        return True
    inside = range(preposition + 1, min(tokens.right[preposition], preposition + 8) + 1)
    return any(tokens.lower[i] in _VENUES or tokens.entity[i] == "DATE" for i in inside)


def strip_start(tokens: Tokens, first: int, last: int) -> int:
    """``first`` moved over punctuation."""
    while first < last and (
        (tokens.word[first] in _EDGE and tokens.stretch[first] < 0) or tokens.word[first] in (",", ":")
    ):
        first += 1
    return first


def strip_end(tokens: Tokens, first: int, last: int) -> int:
    """``last`` moved back over punctuation and a dangling conjunction."""
    while last > first and (
        tokens.word[last] in _EDGE
        or tokens.word[last].isspace()
        or (tokens.lower[last] in ("and", "but", "or", "that") and tokens.tag[last] == "CC")
    ):
        last -= 1
    return last


def finite(tokens: Tokens, first: int, last: int, *, any_clause: bool = False) -> bool:
    """Whether some tokens have a finite verb of their own, or with ``any_clause`` in any clause."""
    return any(
        tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") and (any_clause or tokens.dep[i] not in ("relcl", "acl"))
        for i in range(first, last + 1)
    )
