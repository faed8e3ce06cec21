"""Which texts are one article: the same text under two names is one, from two outlets it is two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count

from digest.ingest.assemble import content_id
from digest.model import Article, NotRead

Known = dict[str, list[Article]]  # by the id that they came with


def told_apart(items: Iterable[Article | NotRead]) -> Iterator[Article | NotRead]:
    """Every text once for each outlet, each under an id of its own; copies become flags."""
    known: Known = {}
    found: list[Article | NotRead] = []
    copies: dict[str, list[str]] = {}  # id of an article -> paths of its copies
    for item in items:
        if isinstance(item, NotRead):
            found.append(item)
            continue
        others = len(known.get(item.id, ()))
        article = identify(item, known)
        if len(known[item.id]) > others:
            found.append(article)
        elif all(item.path != other.path for other in known[item.id] if other.id == article.id):
            copies.setdefault(article.id, []).append(item.path)
    for item in found:
        names = copies.get(item.id, ()) if isinstance(item, Article) else ()
        yield also_in(item, names) if isinstance(item, Article) else item


def identify(article: Article, known: Known, *, taken: Callable[[str], bool] | None = None) -> Article:
    """The article under the id that it has among those that came before; ``known`` then has it too.

    The same text saved twice is one article; an unknown outlet is no second outlet. The same text from
    two outlets stays two articles, since they corroborate or copy each other: the later one's id is a
    hash over its outlet too. An id that two records bring for different texts stays with the first; the
    second one is numbered and flagged. ``taken`` says of an id whether an article has it.
    """
    others = known.setdefault(article.id, [])
    same = next((other for other in others if _is_copy(article, other)), None)
    if same is not None:
        return replace(article, id=same.id)
    named = _renamed(article, others[0], taken or known.__contains__) if others else article
    others.append(named)
    return named


def also_in(article: Article, paths: Iterable[str]) -> Article:
    """The article flagged with the other places where it stands."""
    flags = tuple(f"also in {path}" for path in dict.fromkeys(paths))
    return replace(article, flags=(*article.flags, *flags)) if flags else article


def _is_copy(one: Article, other: Article) -> bool:
    same_outlet = one.publisher == other.publisher or None in (one.publisher, other.publisher)
    same_page = one.url == other.url or None in (one.url, other.url)
    return (one.title, one.text) == (other.title, other.text) and same_outlet and same_page


def _renamed(article: Article, first: Article, taken: Callable[[str], bool]) -> Article:
    """The article under another id: a hash over its outlet too, or a number behind a given one."""
    if article.id == content_id(article.title, article.text):
        return replace(
            article, id=content_id(f"{article.publisher}\n{article.url}", article.title, article.text)
        )
    number = next(n for n in count(2) if not taken(f"{article.id}-{n}"))
    named = replace(article, id=f"{article.id}-{number}")
    if article.path == first.path:  # the record was edited where it stands
        return named
    note = f'its id "{article.id}" already stands for another text, in {first.path}'
    return replace(named, flags=(*article.flags, note))
