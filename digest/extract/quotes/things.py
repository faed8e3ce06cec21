"""Subjects that cannot speak: events, deeds, states and things.

"The summit offers a test" and "Roe's defeat recalled that of Poe" have the grammar of a report and no
source. The words are nouns met as subjects of reporting verbs in news; the endings are those by which
English makes nouns of verbs and adjectives (Quirk and others 1985, I.31 to I.44).
"""

from __future__ import annotations

from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.people import ROLES

_THINGS = words("""
    appeal approach attack ballot battle bid boycott budget call case cause change charge clash climate
    conference consensus contest cost cover crash crime crisis culture deal death debate deed defeat demise
    drop drought economy effect effort election episode era event evidence experience exit fact fall fate
    fight fire flood flow future gain game gap gesture goal growth harvest hearing history idea image impact
    incident increase interview issue lack landslide life loss march match matter meeting mistake
    moment month mood move night number numbers odds offer option outcome pact past path pattern performance
    photo photograph picture plan play policy poverty price primary problem programme program progress
    protest quake question race raid rain rally rate reason reform result return rise risk role scene season
    series session shift show sight silence size song spat speech stance step stock storm strategy strike
    style success summit support surge swing talk talks target tax tension test theory thing thought threat
    tone tour tradition trend trial trip triumph trouble turmoil turnout victory vote wave weather week
    weekend win withdrawal work year
""")
_ENDINGS = ("tion", "sion", "ness", "ity", "ance", "ence", "ment", "ship", "ism", "ing", "age", "ure", "ery")
_BODIES = words("""
    administration association audience alliance authority celebrity charity coalition collective community
    congregation constituency corporation delegation establishment federation foundation government
    institution judiciary leadership legislature majority management membership ministry minority mission
    nation opposition orchestra organisation organization parliament population sorority station team
    university youth being king sibling offspring village entourage patronage intelligence
    department regiment settlement agency fraternity faculty commission section division
    prosecution defence
""")
_GROUPS = words("""
    camp staff side circle crew family household press clan lobby host guest friend mum mom dad
    kid child pal buddy ex fan boss chief patient tenant flock cast faithful right left base public
    parent relative cousin niece nephew twin widow spouse fiance fiancé aide ally heir
""")
_DOERS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "men", "women", "person", "people")


def is_thing(tokens: Tokens, head: int) -> bool:
    """Whether a common noun names what cannot speak. A noun with an owner does, unless its kind or its
    ending says that it is somebody: "Roe's [heart] says".
    """
    if tokens.tag[head] not in ("NN", "NNS", "VBG"):
        return False
    lemma = tokens.lemma[head]
    if {lemma, tokens.lower[head]} & (ROLES | _BODIES):
        return False
    if lemma in _THINGS or lemma.endswith(_ENDINGS):
        return True
    owned = any(tokens.dep[c] == "poss" for c in tokens.children[head])
    return owned and tokens.tag[head] == "NN" and not lemma.endswith(_DOERS) and lemma not in _GROUPS
