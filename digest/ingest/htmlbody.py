"""Which blocks of a page are the article's: the element that holds it, less what is inside but apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.ingest.htmlblocks import Element, Page, TextBlock
from digest.ingest.lines import Line
from digest.ingest.patterns import table

_RUNNING = 50  # characters of a block that counts as running text
_SHARE = 0.4  # of the page's running text, that an element must hold to be taken for the article
_LINKED = 0.7  # of a block's characters: so much in links, and it leads elsewhere
_NAMED = 0.5  # of the article: an element that holds so much is the article, whatever it is called
_HIDDEN = 0.9  # the same where it is hidden: only a page that shows its text by a script does that
_OUTSIDE, _INSIDE, _APART = "outside", "inside", "apart"
_APART_TAGS = frozenset({"nav", "aside", "footer", "form", "button", "dialog", "label", "menu"})
_READERS = frozenset({"comment", "comments", "disqus"})  # readers may write more than the author
_APART_ROLES = frozenset({"navigation", "complementary", "banner", "contentinfo", "search", "dialog"})
_WHOLE_TAGS = frozenset({"html", "body", "main", "article"})  # their names speak of the page
_CAPTION_TAGS = frozenset({"figcaption", "figure", "caption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_BODY_NAME = table(
    r"""
    (?:article|story|post|entry|news|content)[-_]{0,2}(?:body|text|content|copy|main)(?:[-_].*)?
    (?:article|story)body.*
    body[-_]?(?:text|copy|content)
    .*[-_](?:article|story)[-_](?:body|content|text)
    richtext.*body
    """,
    any_case=True,
)
# Words of class and id, taken whole ("share-bar" has share and bar): their elements stand beside a text.
_APART_NAME = table(
    r"""
    ad|ads|advert|advertisement|advertising|sponsor(?:ed)?|promo(?:tion)?s?|outbrain|taboola|dfp|commercial
    share|sharing|social|sharebar|addthis|sharethis
    comment|comments|disqus|respond|reply
    related|recirc|recirculation|recommended|recommendations|trending|popular|readmore|morefrom
    newsletter|signup|subscribe|subscription|paywall|donate|membership
    nav|navbar|navigation|menu|breadcrumb|breadcrumbs|sidebar|footer|masthead|toolbar|pagination|pager
    cookie|cookies|consent|gdpr|onetrust|popup|modal|overlay|banner
    tags|taglist|topics|keywords|authorbio|bio|biography
    hidden|visuallyhidden|noprint|skip|screenreader|offscreen
    copyright|disclaimer|widget|poll|quiz|player|caption|captions|credit|gallery|slideshow|carousel
    byline|dateline|timestamp|datetime|pubdate
    """,
    any_case=True,
)
_LEAD_NAME = re.compile(r"lead|lede|intro|ingress", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def article_lines(page: Page) -> list[Line]:
    """The lines of the article, with what the page itself says of them.

    What lies inside the article but stands apart is given too, to be set aside; what lies outside
    (menus, footers, other articles) is not.
    """
    weights = _weights(page)
    root = _root(page, weights)
    states = _states(page, weights, root)
    lines = []
    for block in page.blocks:
        state = states[block.element] if block.element >= 0 else _INSIDE
        if state == _OUTSIDE and not _is_lead(page, block, root):
            continue
        if block.element < 0 and root >= 0:
            continue
        role = _role(page, block)
        if role != "caption" and (state == _APART or _is_link_list(block)):
            role = "apart"
        lines.append(Line(block.text, block.line, True, role))
    return lines


def first_heading(page: Page) -> str:
    """The page's only main heading; "" where it has none, or several."""
    found = [block.text for block in page.blocks if _tag(page, block) == "h1" and len(block.text.split()) > 1]
    return found[0] if len(set(found)) == 1 else ""


def _weights(page: Page) -> list[int]:
    """Characters of running text in each element, its descendants' included."""
    weights = [0] * len(page.elements)
    for block in page.blocks:
        if block.element >= 0 and len(block.text) >= _RUNNING and block.linked < len(block.text) // 2:
            weights[block.element] += len(block.text)
    for index in range(len(page.elements) - 1, -1, -1):
        parent = page.elements[index].parent
        if parent >= 0:
            weights[parent] += weights[index]
    return weights


def _root(page: Page, weights: Sequence[int]) -> int:
    """The element that holds the article: the most telling kind that holds enough of the page's text."""
    whole = max(weights, default=0)
    for kind in (_is_marked_body, _is_named_body, _is_article, _is_main):
        found = [index for index, element in enumerate(page.elements) if kind(element)]
        if not found:
            continue
        best = max(found, key=lambda index: (weights[index], -index))
        if whole and weights[best] >= _SHARE * whole:
            return best
    return -1


def _is_marked_body(element: Element) -> bool:
    return "articlebody" in element.attributes.get("itemprop", "").lower()


def _is_named_body(element: Element) -> bool:
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}".split()
    return element.tag in ("div", "section", "td") and any(_BODY_NAME.fullmatch(name) for name in names[:20])


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.attributes.get("role", "") == "article"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role", "") == "main"


def _states(page: Page, weights: Sequence[int], root: int) -> list[str]:
    """For each element whether it is outside the article, inside it, or inside but apart.

    An element whose name says that it is apart, but which holds most of the article, is not.
    """
    states: list[str] = []
    whole = weights[root] if root >= 0 else max(weights, default=0)
    common = _common_names(page, weights, whole)
    for index, element in enumerate(page.elements):
        above = states[element.parent] if element.parent >= 0 else (_OUTSIDE if root >= 0 else _INSIDE)
        if index == root:
            states.append(_INSIDE)
        elif element.tag == "title":
            states.append(_OUTSIDE)
        elif above != _INSIDE:
            states.append(above)
        else:
            states.append(_APART if _is_apart(element, weights[index], whole, common) else _INSIDE)
    return states


def _common_names(page: Page, weights: Sequence[int], whole: int) -> frozenset[str]:
    """Names that stand on so much of the text that they cannot mean that it is apart."""
    held: dict[str, int] = {}
    for index, element in enumerate(page.elements):
        if weights[index]:
            for name in _apart_names(element):
                held[name] = held.get(name, 0) + weights[index]
    return frozenset(name for name, weight in held.items() if weight > _NAMED * whole)


def _is_apart(element: Element, weight: int, whole: int, common: frozenset[str]) -> bool:
    names = _apart_names(element)
    if _is_hidden(element) or names & _READERS:
        return weight <= _HIDDEN * whole
    stands_apart = _stands_apart(element) or bool(names - common)
    return stands_apart and weight <= _NAMED * whole


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    marked = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return marked or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))


def _stands_apart(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in _APART_TAGS:
        return True
    return element.tag not in _WHOLE_TAGS and attributes.get("role", "") in _APART_ROLES


def _apart_names(element: Element) -> set[str]:
    """The words of its class and id that say that it stands beside a text."""
    if element.tag in _WHOLE_TAGS:
        return set()
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"[:400]
    return {word.lower() for word in _NAME_WORDS.findall(names) if _APART_NAME.fullmatch(word)}


def _is_lead(page: Page, block: TextBlock, root: int) -> bool:
    """Whether the block is an opening paragraph that the page keeps before its body."""
    if not 0 <= block.element < root or len(block.text) < _RUNNING or block.linked:
        return False
    names = page.elements[block.element].attributes.get("class", "")
    return any(_LEAD_NAME.fullmatch(word) for word in _NAME_WORDS.findall(names[:400]))


def _role(page: Page, block: TextBlock) -> str:
    """What the block's element, or the one that holds it, says of it."""
    index, steps = block.element, 0
    while index >= 0 and steps < 4:
        tag = page.elements[index].tag
        if tag in _CAPTION_TAGS:
            return "caption"
        if steps == 0 and tag in _HEADINGS:
            return "heading"
        if steps == 0 and tag in ("td", "th"):
            return "cell"
        if steps == 0 and tag in ("li", "dd", "blockquote"):
            return "item"
        index, steps = page.elements[index].parent, steps + 1
    return ""


def _tag(page: Page, block: TextBlock) -> str:
    return page.elements[block.element].tag if block.element >= 0 else ""


def _is_link_list(block: TextBlock) -> bool:
    """Whether the block is a link and nothing else: a way to another page."""
    return block.linked >= _LINKED * len(block.text) and not block.text.rstrip().endswith((".", "”", '"'))
