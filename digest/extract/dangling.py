"""Why a sentence cannot stand alone: what in it points at something that other sentences say.

A pure function of one parsed sentence and the links of its article. The word lists are our own; the
kinds follow Halliday and Hasan, "Cohesion in English" (1976): reference, substitution, conjunction.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from digest.language.lists import words
from digest.language.lists.people import ROLES
from digest.model import Link

CONNECTIVES = words("""
    but and or nor so yet however nevertheless nonetheless moreover furthermore additionally besides likewise
    similarly therefore thus hence consequently accordingly then otherwise instead meanwhile conversely
    afterwards afterward elsewhere indeed rather still also too though anyway
""")
CONNECTIVE_PHRASES = (
    "in addition", "as a result", "in turn", "for example", "for instance", "in contrast", "by contrast",
    "in comparison", "on the other hand", "at the same time", "in response", "since then", "until then",
    "by then", "even so", "in other words", "in particular", "in the meantime", "as such", "what is more",
    "in fact", "after all", "of course", "to be sure", "amid that",
)  # fmt: skip
POINTERS = (
    "the latter", "the former", "the two", "the pair", "the duo", "the three", "the four", "the others",
    "the other", "the same", "both of them", "both men", "both women", "both leaders", "both sides",
    "both countries", "others", "another", "other", "such", "neither of them", "each of them", "some of them",
    "many of them", "most of them",
)  # fmt: skip
TIMES = words("""
    second minute hour day night morning afternoon evening week weekend month quarter year decade century
    spring summer autumn fall winter season time term
""")
BACK_REFERENCES = words("""
    move decision announcement statement comment comments remark remarks news incident call proposal request
    claim claims allegation allegations idea answer reply gesture revelation revelations finding findings
    exchange disclosure warning warnings
""")
"""Nouns that, with a bare "the", take up what was said before."""

HE_OR_SHE = words("he she him her his hers")
THEY = words("they them their theirs")
IT = words("it its")
MANY = words(
    "percent people police everyone everybody someone somebody anyone nobody each family couple group"
)
WE = words("i me my mine we us our ours myself ourselves")
OPENING = frozenset("“\"'‘([") | {"``"}
QUOTES = frozenset({"“", "”", '"', "``", "''"})
DEMONSTRATIVES = words("this that these those")
SUBJECT = frozenset({"nsubj", "nsubjpass"})
SHORTEST = 4  # words


def why_dangling(sent: TokenSpan, links: Sequence[Link]) -> str | None:
    """Why a sentence cannot stand alone, in words; None: it can. ``links`` are those of the sentence."""
    tokens = [token for token in sent if not token.is_space]
    spoken = [token for token in tokens if token.text not in OPENING and not token.is_punct]
    if len(spoken) < SHORTEST:
        return "has fewer than four words"
    outside = _outside_quotes(tokens)
    return (
        _broken(sent, tokens, spoken)
        or _opening(spoken)
        or _person(tokens, outside, sent, links)
        or _description(spoken, sent, links)
        or _points_back(tokens, outside)
    )


def _broken(sent: TokenSpan, tokens: list[Token], spoken: list[Token]) -> str | None:
    """Whether it is only a piece of a sentence, or of a quotation."""
    opened, closed, straight = (sum(t.text.count(mark) for t in tokens) for mark in '“”"')
    if abs(opened - closed) != straight % 2:  # one straight mark may stand for a curly one
        return "holds half of a quotation"
    if not any(t.text in OPENING for t in tokens[:2]) and spoken[0].text.islower():
        return "begins in the middle of a sentence"
    if [i for i, t in enumerate(tokens) if t.text in QUOTES] == [0, len(tokens) - 1]:
        return "is all quotation, and does not say whose"
    last = next((t for t in reversed(tokens) if t.text not in QUOTES), tokens[-1])
    after = sent.doc[sent.end] if sent.end < len(sent.doc) else None
    runs_on = after is not None and after.text[:1].islower() and last.text.isalnum()
    if runs_on or last.text in (",", ";", ":"):
        return "breaks off"
    if not any(_is_finite(t) for t in spoken):
        return "has no finite verb"
    return None


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (
        token.tag_.startswith("VB") and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    )


def _opening(spoken: list[Token]) -> str | None:
    """Whether its first words take up another sentence."""
    first = spoken[0]
    lower = first.lower_
    start = " ".join(t.lower_ for t in spoken[:4]) + " "
    for phrase in CONNECTIVE_PHRASES:
        if start.startswith(phrase + " "):
            return f"opens with '{phrase}'"
    subordinate = first.dep_ == "mark"  # "Though the line is old, it pays"
    many = lower == "so" and spoken[1].lower_ in ("far", "many", "much")
    if lower in CONNECTIVES and not subordinate and not many:
        return f"opens with '{first.text}'"
    for phrase in POINTERS:
        title = phrase == "the former" and spoken[2].tag_.startswith(("NN", "JJ"))  # "the former minister"
        if start.startswith(phrase + " ") and not title:
            return f"opens with '{phrase}'"
    if lower in DEMONSTRATIVES and first.tag_ in ("DT", "PRP"):
        whoever = lower == "those" and spoken[1].tag_ in ("WP", "VBG", "VBN", "IN")
        if not whoever and spoken[1].lemma_.lower() not in TIMES:
            return f"opens with '{first.text}'"
    if lower in IT and not _says_nothing(first):
        return f"opens with '{first.text}'"
    return None


def _says_nothing(it: Token) -> bool:
    """Whether an "it" stands for nothing, or for what its own sentence goes on to say."""
    if it.dep_ not in ("nsubj", "nsubjpass") or it.tag_ != "PRP":
        return it.dep_ == "expl"
    later = [child for child in it.head.children if child.i > it.head.i]
    return any(c.dep_ in ("csubj", "csubjpass") for c in later) or (
        it.head.lemma_ == "be" and any(c.dep_ in ("ccomp", "xcomp") for c in later)
    )


def _outside_quotes(tokens: list[Token]) -> list[bool]:
    """For each token, whether it stands outside every quotation."""
    outside = []
    quoted = False
    for token in tokens:
        if token.text in QUOTES:
            quoted = token.text in ("“", "``") or (token.text == '"' and not quoted)
        outside.append(not quoted)
    return outside


def _person(tokens: list[Token], outside: list[bool], sent: TokenSpan, links: Sequence[Link]) -> str | None:
    """Whether a pronoun in it means somebody that it does not name."""
    names = {link.start: link.name_start for link in links}
    named_subject = any(e.label_ == "PERSON" and e.root.dep_ in SUBJECT for e in sent.ents)
    person = plural = False  # whether one, or several, were spoken of so far in the sentence
    for token, is_outside in zip(tokens, outside, strict=True):
        lower = token.lower_
        if lower in HE_OR_SHE and not person:
            at = names.get(token.idx, -1)
            here = sent.start_char <= at < token.idx
            # "In his speech, Ruiz said …"
            ahead = named_subject and token.i < sent.root.i and token.dep_ not in SUBJECT
            if not here and not ahead:
                return f"'{token.text}' is not named in it"
        elif lower in THEY and is_outside and not plural:
            return f"'{token.text}' is not named in it"
        elif lower in WE and token.text != "US" and is_outside and (lower != "i" or token.dep_ in SUBJECT):
            return f"speaks as '{token.text}'"
        person |= token.ent_type_ == "PERSON" or (token.tag_ == "NN" and lower in ROLES)
        plural |= token.tag_ in ("NNS", "NNPS", "CD") or token.dep_ == "conj" or lower in MANY
        plural |= token.ent_type_ in ("ORG", "NORP", "GPE")
    return None


def _description(spoken: list[Token], sent: TokenSpan, links: Sequence[Link]) -> str | None:
    """Whether it speaks of "the official" or "the statement" of another sentence."""
    for link in links:
        elsewhere = not sent.start_char <= link.name_start < sent.end_char
        if elsewhere and link.how.startswith(("role", "description")):
            described = sent.doc.char_span(link.start, link.end)
            if described is not None and len(described) == 2:
                return f"'{described.text}' is not named in it"
    seen: set[str] = set()
    for token in spoken:
        lower = token.lower_
        if token.dep_ in SUBJECT and lower not in seen and [c.lower_ for c in token.children] == ["the"]:
            if lower in BACK_REFERENCES:
                return f"'the {token.text}' takes up another sentence"
            if lower in ROLES:
                return f"'the {token.text}' is not named in it"
        seen.add(lower)
    return None


def _points_back(tokens: list[Token], outside: list[bool]) -> str | None:
    """Whether it adds to another sentence, or points at one: "also", "after that meeting"."""
    for token, after, is_outside in zip(tokens, tokens[1:], outside, strict=False):
        if not is_outside:
            continue
        if token.lower_ == "also" and token.head.dep_ == "ROOT":
            return "adds with 'also'"
        pointing = token.lower_ in DEMONSTRATIVES and token.tag_ == "DT" and token.head.i == after.i
        if pointing and after.tag_ in ("NN", "NNS") and after.lemma_.lower() not in TIMES:
            return f"points back with '{token.text} {after.text}'"
    return None
