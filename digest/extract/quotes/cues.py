"""Words that report what somebody says or holds, and the constructions in which they do.

Written for this project from the classes of reporting verbs in grammars of English (Quirk and others
1985, 16.31; Levin 1993, 37) and pruned by what held on the development part of PolNeAR (2018).

The letters after a word say which complement is the content:

    c  a clause          "said that he would go", "said he would go"
    x  an infinitive     "vowed to go"
    o  an object         "denied the report"; with a person, the infinitive after it: "urged him to go"
    p  object and name   "called it a lie", "labeled him a killer"

and whole words name a preposition whose object is the content: "called for", "warned of".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from digest.language.lists import words

Act = Literal["said", "held"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reporting word takes as its content."""

    act: Act
    clause: bool
    infinitive: bool
    object: bool
    naming: bool
    prepositions: frozenset[str]


_SAID = """
say c; tell c; add c; note c o; write c; report c o; announce c o; state c; claim c o x; argue c for
against; warn c of about against o; insist c on; explain c o; acknowledge c o; admit c o to; concede c;
declare c p o; suggest c o; tweet c; retort c; reply c; respond c; answer c; ask c for about x; assert c
o; allege c o; affirm c o; confirm c o; reiterate c o; repeat c; stress c o; emphasize c o; emphasise c
o; underline c o; underscore c o; predict c o; testify c about to; recall c o; reveal c o; disclose c o;
mention c o; complain c about of; boast c about of; joke c about; quip c; remark c on; observe c; comment
c on; conclude c; contend c; maintain c; deny c o; dispute c o; promise c x o; vow c x o; pledge c x o;
swear c x; threaten c x o; propose c o x; recommend c o; urge c o; demand c o x; request c o; plead c
for; beg o; call p for on upon o; describe p o; label p; brand p; dub p; term p; accuse o; blame o for;
criticize o; criticise o; condemn o; denounce o; slam o; blast o; attack o; praise o; applaud o; hail o;
laud o; defend o; reject o; dismiss o; oppose o; support o; endorse o; question c o; discuss o; cite o;
quote c; detail c o; outline o; portray p; characterize p; caution c against about; counter
c; charge c; exclaim c; shout c; yell c; chant c; scream c; whisper c; mutter c; murmur c; cry c;
proclaim c o; pronounce p; profess c; protest c o; lament c o; bemoan o; speculate c about; specify c;
clarify c; elaborate on; advise c o; inform c; notify c; assure c; remind c of; convince c; persuade c;
teach c; show c o; indicate c; find c; estimate c o; calculate c; project c; forecast c; conclude c;
imply c; signal c o; hint c at; rule c; determine c; read c; point to; speak of about; talk of about;
refer to; allude to; voice o; express o; echo o; address o; plug o; tout o; vouch for; advocate o for;
agree c x with to on; disagree c with; refuse x; decline x; offer x o; apologize for; apologise for;
thank for; congratulate for on; rail against; rally against for; campaign for against; vote for against;
push for; press for; lobby for against; decry o; deride o p; mock o; ridicule o; disavow o; rebuke o;
fault o for; invite o; order o; instruct o; encourage o; warrant c; chide o for; tease c; gush c; muse c;
opine c; posit c; postulate c; caution c; contest o; counsel o; decree c; direct o; divulge c o;
enumerate o; exhort o; grumble c about; hypothesize c; implore o; interject c; intimate c; liken o;
compare o; moan c about; narrate c; notify c; recite o; recount c o; relate c; remonstrate c; renounce o;
report c o; retell o; sneer c; snap c; theorize c; trumpet o; utter o; ventured c; volunteer c; whine c
about; document c o; chronicle o; portend c; list o; broadcast o; post c o
"""

_HELD = """
believe c in; think c of about; feel c; know c about; hope c x for; expect c x o; want x o; wish c x;
plan x o; intend x; fear c o; worry c about; doubt c o; suspect c o; assume c; imagine c o; suppose c;
understand c o; realize c o; realise c o; recognize c o; recognise c o; learn c of about; see o p;
consider p o; view p o; regard p; deem p; judge c; decide c x on against; resolve c x;
aim x; prefer x o; like x o; love x o; hate x o; favor o; favour o; remember c o; forget c x; guess c;
wonder c about; care c about; dream c of; desire o x; anticipate c o; presume c; conceive of; perceive p;
trust c; hold c; sense c; appreciate o; admire o; resent o; welcome o; regret c o; accept c o; approve
of; disapprove of; object to; envision o; embrace o; back o; figure c; reckon c
"""

NOUNS = words(
    """
    claim statement argument belief view suggestion report warning promise pledge vow assertion
    allegation accusation announcement assurance complaint conclusion confirmation criticism declaration
    demand denial explanation fear hope idea insistence notion opinion proposal rumor rumour speculation
    threat concern prediction estimate recommendation request decision commitment intention contention
    admission charge desire call doubt suspicion theory finding impression sense refusal wish
    expectation plea tweet comment remark letter article poll survey study op-ed column interview
    """
)
"""Nouns whose clause is the content: "the claim that …", "his promise to …"."""

SURE = words(
    """
    say tell add note write report announce state claim argue warn insist explain acknowledge declare
    tweet reply respond ask reiterate recall continue conclude observe remark joke quip boast testify
    complain predict shout exclaim contend assert assure
    """
)
"""Cues after which any complement clause is content, and that need no second look."""

DIRECT_ONLY = words(
    """
    continue go begin start open laugh shoot fire bark smile sigh recall wonder grin nod shrug interrupt
    interject marvel admonish scold agree muse beg implore advise finish close end sing reason urge
    press demand explain chime put
    """
)
"""Verbs that report words only beside a marked stretch: “…,” she continued."""


def _table() -> Mapping[str, Frame]:
    table: dict[str, Frame] = {}
    acts: tuple[tuple[Act, str], ...] = (("said", _SAID), ("held", _HELD))
    for act, lines in acts:
        for entry in lines.split(";"):
            word, *codes = entry.split()
            table.setdefault(
                word,
                Frame(
                    act=act,
                    clause="c" in codes,
                    infinitive="x" in codes,
                    object="o" in codes,
                    naming="p" in codes,
                    prepositions=frozenset(code for code in codes if len(code) > 1),
                ),
            )
    return table


FRAMES: Mapping[str, Frame] = _table()
SAID_FORMS = words("said says say saying told tells tell added adds wrote writes tweeted tweeting")
"""Forms that are cues whatever the tagger made of them."""
