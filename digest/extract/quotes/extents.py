"""How far a reported content reaches.

The parse gives a core; what follows it in the sentence belongs to it as well unless something shows
that the reporter speaks again: another reporting clause, "according to", the place or the time of the
saying, or a clause that the reporting verb shares.
"""

from __future__ import annotations

from digest.extract.quotes.cues import FRAMES, SURE
from digest.extract.quotes.edges import sentence_limit, strip_end
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.people import TITLES

_TURNS = frozenset({"while", "though", "although", "as", "but", "after", "when", "before", "whereas", "even"})
_AFTERWARDS = words("after before when while because since during just")
_SUBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "EX", "CD"})
_VENUES = words("""
    statement interview email e-mail tweet conference briefing speech letter twitter appearance rally
    hearing call post message release memo report testimony facebook cnn television address remark
    remarks phone telephone text podcast affidavit filing telegram condition reporters column op-ed
    article morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december
""")


def content_end(tokens: Tokens, verb: int, first: int, core: int | None, *, plain: bool = False) -> int:
    """The last token of a content that begins at ``first`` and whose core ends at ``core``.

    A core of None says that the parse shows none; with ``plain`` the content is no clause, and a
    participle after a comma ends it.
    """
    end = stop = min(sentence_limit(tokens, verb), _main_clause(tokens, verb))
    for index in range(first + 1, end):
        if _turns(tokens, verb, first, index, first if core is None else core):
            stop = index
            break
        if _ended(tokens, index):
            stop = index - (tokens.word[index - 1] in TITLES)
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


def _main_clause(tokens: Tokens, verb: int) -> int:
    """The token at which the main clause begins that a report leads up to: "When Roe said it was late, [Poe
    left]"; behind the text where there is none.
    """
    behind = tokens.right[verb] + (tokens.word[tokens.right[verb]] != ",")
    leads = tokens.dep[verb] == "advcl" and tokens.head[verb] > behind
    opened = any(tokens.lower[i] in _TURNS for i in range(tokens.left[verb], verb))
    return behind if leads and opened and tokens.word[behind] == "," else len(tokens)


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
        and (tokens.word[index - 1] not in TITLES or tokens.word[index - 2] == ",")
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
