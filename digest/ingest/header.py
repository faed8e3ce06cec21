"""Lines by which a source names itself: address, date, byline, publisher, title."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from digest.dates.words import MONTH, WEEKDAY
from digest.ingest.patterns import table
from digest.ingest.publisher import KNOWN
from digest.ingest.stated import is_update, stated_date
from digest.model import Published

PIECES = {
    "particle": r"(?:de|del|della|van|von|der|den|da|dos|la|le|al|el|bin|ibn|ter|ten|y)",
    "name": r"(?:[A-Z][\w.'’-]*)(?:\s(?:<particle>\s)*[A-Z][\w.'’-]*){0,4}",
    "names": r"<name>(?:\s?(?:,|and|&|,\s?and|with)\s<name>){0,6}",
    "role": r"(?i:(?:[\w'’.&-]+\s){0,5}<post>(?:\s[\w'’.&-]+){0,4})",
    "post": r"""
        (?:staff )?(?:reporter|correspondent|editor|writer|columnist|contributor|producer)
        (?:staff|desk|bureau|press|news|service|agencies|team|today)
        (?:times|post|journal|herald|tribune|gazette|guardian|telegraph)
        (?:reuters|afp|bloomberg|cnn|bbc|npr|upi)
    """,
    "by": r"""
        (?:[Ww]ritten |[Ss]tory |[Ww]ords |[Pp]osted |[Rr]eport(?:ed|ing) )?[Bb]y
        (?:WRITTEN |REPORTED )?BY
        [Aa]uthor:
    """,
    "craft": r"""
        [Rr]eporting
        [Ww]riting
        [Ee]diting
        [Cc]ompiled
        [Tt]ranslated
        [Ee]dited
        [Pp]roduced
        [Gg]raphics
        [Vv]ideo
        REPORTING
        EDITING
    """,
    "credit": r"""
        \s?[A-Z][\w.'’-]*
        \s(?:by|and|in|of|the|at|from|with|for|to|contributed|additional|reporting|writing|editing|compiled)\b
        \s(?:bureau|newsroom|team|staff|desk|production|<particle>)\b
        \W
    """,
}
_BYLINE = table(
    r"<by>\s*:?\s+<names>(?:\s?[,|/•·–—-]\s?(?:<role>|\S+@\S+|@\w+|<names>))*\s?[|,•·–—-]?", PIECES
)
_BY_A_BODY = table(
    r"[Bb]y (?:[Tt]he )?(?:[A-Z][\w.&'’-]*\s){0,5}"
    r"(?:Agency|Press|News|Service|Staff|Desk|Newsroom|Team|Board|Correspondents?|Reporters?|Bureau)"
)
_BY_A_DAY = re.compile(rf"[Bb]y\s(?:{WEEKDAY}|{MONTH}|The|the|A|An)\b")
_SIGNATURE = table(
    r"""
    <names>\s?[,|/•·–—-]\s?<role>
    <names>\s+(?:in|IN)\s+[A-Z]\w+(?: [A-Z]\w+)?(?:\s?\|.*)?
    """,
    PIECES,
)
_NAME = table(r"<name>", PIECES)
_CREDITS = table(r"\W*(?:[Aa]dditional |ADDITIONAL )?<craft>(?=\W)<credit>++\W*", PIECES)
_AGO = table(
    r"""
    (?:(?:last )?(?:updated|published|posted|modified)\s*:?\s*)?(?:about |an? |\d+ )?\s?
        (?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago
    \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?(?: [A-Z]{2,4})?|[A-Z]{2,4})
    updated (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?.{0,8}
    """,
    any_case=True,
)
_LABEL = table(
    r"(?P<key><label>)\s*:\s*(?P<value>\S.*)",
    {
        "label": r"""
            title|headline|subject
            source|publisher|publication|outlet|newspaper|site|website
            url|link|web link|permalink|original(?: article| url)?|retrieved from|source url
            authors?|byline|from|to|cc|sent
            section|category|language|location|dateline
        """
    },
    any_case=True,
)
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+|www\.[^\s<>]+\.[a-z]{2,}[^\s<>]*)>?", re.IGNORECASE)
_ADDRESS_IN_LINE = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
_ELSEWHERE = (  # pages about an article, never the article
    "bit.ly",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "pinterest.com",
    "reddit.com",
    "t.co",
    "t.me",
    "tiktok.com",
    "twitter.com",
    "whatsapp.com",
    "x.com",
    "youtu.be",
    "youtube.com",
)
_SPLIT = re.compile(
    r"\s*[|•·]\s*|\s+(?:[–—-]|--)\s+"
    r"|\s*(?=\b(?:[Uu]pdated|UPDATED|[Ll]ast (?:updated|modified)|[Pp]ublished)\b)"
)
_MASTHEAD = table(
    r"""
    (?:[A-Z][\w.&'’-]*\s){0,4}<word>(?:\s(?:[A-Z][\w.&'’-]*)){0,2}
    [\w-]+\.(?:com(?:\.au)?|co\.uk|org|net|news|info|eu|de|ca)
    """,
    {
        "word": r"""
            (?:Times|Post|News|Herald|Tribune|Gazette|Guardian|Journal|Chronicle|Daily|Star|Mail|Press)
            (?:Telegraph|Observer|Standard|Record|Courier|Mirror|Globe|Independent|Review|Wire|Today)
            (?:Dispatch|Sentinel|Examiner|Bulletin|Register|Monitor|Messenger|Argus|Echo|Express|Reporter)
            (?:Broadcasting|Radio|Online|Advertiser|Enquirer|Inquirer|Ledger|Leader|Mercury|Sun|Union)
            (?:World Service|Weekly|Magazine)
        """
    },
)
_TITLE_END = re.compile(r"\s+(?:\||[–—-]|::|»|·|•)\s+(?P<name>[^|–—»]{2,50})$")
_SECTION = table(
    r"""
    (?:world|us|uk|local|national|state|city|regional|international|breaking|top|latest)(?: news)?
    (?:politics|business)(?: news)?
    news|politics|europe|africa|asia|americas|australia|middle east|latin america|asia[- ]pacific
    opinion|analysis|commentary|editorial|exclusive|investigations?|features?|explainer
    press release|for immediate release
    sports?|tech(?:nology)?|science|health|culture|arts|entertainment|lifestyle|travel|society|media
    economy|markets|finance|environment|climate|education|law|justice|crime|defen[cs]e|military|security
    energy|elections?|war|video|live|live updates|headlines|top stories|region|metro
    """,
    any_case=True,
)


def address_of(form: str) -> str | None:
    """The address, where the whole line is one."""
    match = _ADDRESS.fullmatch(form)
    return match["url"] if match else None


def is_own_address(url: str) -> bool:
    """Whether an address can be the article's own: a page of a site, not a post about it."""
    try:
        host = (urlsplit(url if "//" in url else f"http://{url}").hostname or "").lower()
    except ValueError:
        return False
    return "." in host and not any(host == other or host.endswith(f".{other}") for other in _ELSEWHERE)


def label_of(form: str) -> tuple[str, str] | None:
    """Key and value of a line such as "Source: The Harbour Gazette"."""
    match = _LABEL.fullmatch(form)
    return (match["key"].lower(), match["value"]) if match else None


def address_in(text: str) -> str | None:
    """The first address in a line."""
    match = _ADDRESS_IN_LINE.search(text)
    return match.group().rstrip(".,;") if match else None


def date_line(form: str) -> tuple[Published | None, bool] | None:
    """Date and whether it is of an update, where the line is about dates; None where it is not.

    Takes "Published: 14 April 2021 06:12 GMT", "By Jane Doe | April 13, 2021", "3 hours ago".
    """
    if len(form) > 140:
        return None
    if (whole := stated_date(form)) is not None:
        return whole, is_update(form)
    if _AGO.fullmatch(form):
        return None, False
    pieces = [piece.strip(" ,;|.") for piece in _SPLIT.split(form) if piece.strip(" ,;|.")]
    if len(pieces) < 2:
        return None
    dated = [(found, is_update(piece)) for piece in pieces if (found := stated_date(piece)) is not None]
    others = [piece for piece in pieces if stated_date(piece) is None]
    if not dated or any(len(piece.split()) > 7 or piece.endswith(".") for piece in others):
        return None
    return next((item for item in dated if not item[1]), dated[0])


def is_byline(form: str) -> bool:
    """Whether the line only says who wrote or edited."""
    if len(form) > 400:
        return False
    if form.count(" ") < 18 and _BYLINE.fullmatch(form):
        return not _BY_A_DAY.match(form)
    return bool(_CREDITS.fullmatch(form)) or (form.count(" ") < 12 and bool(_BY_A_BODY.fullmatch(form)))


def is_signature(form: str) -> bool:
    """Whether the line could be an author's name and role; a headline in capitals can look the same."""
    return form.count(" ") < 14 and bool(_SIGNATURE.fullmatch(form))


def is_bare_name(form: str) -> bool:
    """Whether the line could be an author's name alone: two to four capitalised words."""
    return 1 <= form.count(" ") <= 3 and bool(_NAME.fullmatch(form)) and not is_masthead(form)


def is_masthead(form: str) -> bool:
    """Whether the line is the name of an outlet."""
    form = form.title() if form.isupper() else form
    return form in KNOWN.values() or (form.count(" ") < 5 and bool(_MASTHEAD.fullmatch(form)))


def is_section(form: str) -> bool:
    """Whether the line is a section label such as "World" or "US News"."""
    return all(_SECTION.fullmatch(part.strip()) for part in re.split(r"[|/›»]", form))


def split_title(title: str) -> tuple[str, str | None]:
    """Title and outlet of "Storm hits coast | The Harbour Gazette"; the title is a slice of it."""
    match = _TITLE_END.search(title)
    if match and is_masthead(match["name"].strip()) and len(title[: match.start()].split()) >= 2:
        return title[: match.start()], match["name"].strip()
    return title, None
