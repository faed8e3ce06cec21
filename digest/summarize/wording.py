"""What the wording of a sentence or a title tells: where its dateline ends, whether it looks ahead."""

from __future__ import annotations

import re

from digest.model import Article

_OPINION_TITLE = re.compile(
    r"^\W*(?:opinion|editorial|commentary|column|op-ed|perspective|letters?|guest essay)\b", re.IGNORECASE
)
_OPINION_ADDRESS = re.compile(
    r"/(?:opinions?|editorials?|op-?eds?|commentary|commentisfree|columnists?|letters)/"
)
_FURNITURE = re.compile(
    r"\b(?:file photo|handout via|getty images|all rights reserved|copyright ©|photo by|ap photo"
    r"|click here)\b"
    r"|^(?:advertisement|image|related|more on|read more|see also|watch|listen|photos?|pictured)\s*:",
    re.IGNORECASE,
)
_HALF_QUOTED = re.compile(  # opens with a single mark that none closes; not an apostrophe: "'90s", "'Tis"
    r"['‘](?!(?:cause|em|n|round|til|tis|twas)\b|\d)(?!.*[\w.,!?]['’](?:\W|$))", re.IGNORECASE
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_POINTER = re.compile(
    r"^(?:(?:and|but|so|now|first),? )?"
    r"(?:here(?:['’]s| is| are)\b.*\b(?:know[ns]?|happen(?:s|ed)|say(?:s|ing)?|said|learn(?:ed)?|look|latest"
    r"|takeaways|facts|means?|works?|expect|watch|follows?|highlights|timeline|breakdown)\b"
    r"|(?:this is|here is|that is) what (?:we|you|is|was|to)\b|what (?:we|you|to) know\b"
    r"|there (?:is|was)(?: just| only)? (?:one|a) (?:\w+ )?(?:catch|caveat|exception|hitch|problem|snag)\b"
    r"|this (?:is a (?:developing|breaking)|(?:story|article|post|page|report|version)"
    r" (?:is|was|has been|will be|corrects?|updates?))\b"
    r"|(?:an?|the) (?:earlier|original|previous|prior) version of this\b|because of an? \w+ error, an?\b"
    r"|(?:corrections?|clarifications?|editor['’]s note|note to (?:our )?readers)\b ?[:(—–-]"
    r"|(?:read|scroll|click|check back|stay tuned|follow along|keep reading|see below)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|announce[sd]|declare[sd]|vow(?:s|ed)|promise[sd]|pledge[sd]|warn(?:s|ed)|add(?:s|ed)"
    r"|confirm(?:s|ed)|indicate[sd]|signal(?:s|ed)|argue[sd]|insist(?:s|ed)|predict(?:s|ed)|report(?:s|ed))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,]*,")
_AGENCY = (
    r"\((?:AP|AFP|AAP|ANI|BBC|Bloomberg|CBS|CNN|CP|DPA|EFE|IANS|NBC|NPR|PA|PTI|Reuters|TASS|UPI|Xinhua)\)"
)
_LABELS = (  # headings that some outlets set before a sentence
    r"The (?:big picture|latest|details|intrigue|backdrop|backstory|bottom line|other side)|Why it matters"
    r"|What['’]s (?:happening|new|next)|What they['’]re saying|Driving the news|State of play|By the numbers"
    r"|Between the lines|Yes, but|Flashback|Catch up quick|Go deeper|Zoom (?:in|out)|Context|Background"
    r"|Details|The facts|Key facts?"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+)*(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*)?)?[ ]*)?"
    r"(?:\([A-Z][\w .]{1,20}\)[ ]*)?(?:[—–-]+[ ]+|—)(?=[A-Z“\"])"
    rf"|(?:[A-Z][\w.'’-]*,?[ ]?){{0,4}}{_AGENCY}[ ]*(?:[—–-]+[ ]*)?(?=[A-Z“\"])"
    r"|(?i:updated?|breaking|exclusive)[ ]?[:—–-]+[ ]+"
    rf"|(?:{_LABELS}):[ ]+(?=[A-Z“\"])"
)
_ANNOUNCES = re.compile(
    r"\b(?:will|(?:is|are) (?:set|due|scheduled|expected|likely|poised|about|preparing|planning|going) to"
    r"|(?:is|are) (?:calling (?:for|on)|considering|weighing|mulling|urging|pressing)"
    r"|fac(?:es|ed|ing) pressure|(?:plans?|prepares?|intends?|hopes?) to|to be held)\b",
    re.IGNORECASE,
)


def dateline(text: str) -> int:
    """Characters of "LIMA, Peru (Agency) — " or "The latest: " at the head of a sentence; 0: none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def announces(text: str) -> bool:
    """Whether a sentence speaks of what is to come; not where it reports that somebody said so."""
    text = _RELATIVE.sub(" ", text)
    future = _ANNOUNCES.search(text)
    return future is not None and not _SAID.search(text, 0, future.start())


def is_opinion(article: Article) -> bool:
    """Whether an article says of itself that it is opinion, in its title or its address."""
    return bool(_OPINION_TITLE.match(article.title) or _OPINION_ADDRESS.search(article.url or ""))


def is_pointer(text: str) -> bool:
    """Whether a sentence only points at what is told elsewhere: "Here is what is known so far."."""
    return bool(_POINTER.match(text))


def is_unbalanced(text: str) -> bool:
    """Whether a text opens a quotation or a bracket that it does not close, or the other way round."""
    pairs = any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)
    return pairs or text.count('"') % 2 > 0 or bool(_HALF_QUOTED.match(text))


def is_furniture(text: str) -> bool:
    """Whether a text is a caption, a credit or a call to click rather than reporting."""
    return bool(_FURNITURE.search(text))
