"""Make the corpora of names agree with each other, in the training part.

One corpus calls a country an organisation where its government or its team is meant, another marks peoples
and faiths as places or organisations, a third leaves some countries unmarked. A recogniser that is told
both learns neither. Where most corpora agree, their reading is taken; where they do not, the words are left
open.
"""

from __future__ import annotations

from spacy.tokens import Doc

from digest.language.lists import words
from digest.language.lists.countries import AMBIGUOUS, COUNTRIES, DEMONYMS, US_STATES
from digest.language.lists.people import ROLES, TITLES
from training.entity_docs import UNKNOWN, labelled
from training.spacing import Entity

# Followers of a party or a faith: an organisation to some corpora, no name to the others.
_FOLLOWERS = words("""
    Communist Communists Conservatives Democrat Democrats Democratic Republican Republicans Christian
    Christians Catholic Catholics Protestant Protestants Muslim Muslims Jewish Jew Jews Islamic Sunni Sunnis
    Shia Shiite Shiites Buddhist Buddhists Hindu Hindus Orthodox Christianity Islam Judaism Buddhism
""")
# Common nouns in capitals, cut from a longer name or standing for one.
_PARTS = words("""
    A Church Coalition Committee Council Court Department District Foreign Federal Government House Island
    League Nation North South East West State States Union University Team Board Party Office Center Centre
""")
_PLACES = (COUNTRIES | US_STATES) - AMBIGUOUS


def harmonised(doc: Doc) -> Doc:
    """Set the names of ``doc`` anew, in place; words that were open stay open."""
    names: list[Entity] = [(t.i, t.i + 1, UNKNOWN) for t in doc if t.ent_iob == 0]
    named = {t.i for t in doc if t.ent_type_}
    for entity in doc.ents:
        label = _label(entity.text, entity.label_)
        if label is not None:
            names.append((entity.start, entity.end, label))
    for token in doc:
        if (
            token.ent_iob == 2
            and token.text in _PLACES
            and token.i - 1 not in named
            and token.i + 1 not in named
        ):
            names.append((token.i, token.i + 1, UNKNOWN))
    doc.set_ents([], default="outside")
    labelled(doc, names)
    return doc


def _label(text: str, label: str) -> str | None:
    """The label that most corpora give; None where they see no name."""
    if text in _FOLLOWERS or text in _PARTS or text.startswith(("#", "@")):
        return UNKNOWN
    if label == "PERSON" and all(word in TITLES or word.lower() in ROLES for word in text.split()):
        return UNKNOWN  # nothing but a title
    if text in DEMONYMS and text not in AMBIGUOUS:
        return None
    if label == "ORG" and text in _PLACES:
        return "LOC"
    return label
