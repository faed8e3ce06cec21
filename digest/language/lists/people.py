"""Words for people: offices, roles, forms of address, and which of them say a gender.

``ROLES`` are head nouns of a person's office or part in the news ("president", "spokeswoman"). Words
that seldom stand beside a name were left out. Gender is said only by words that say it themselves.
"""

from __future__ import annotations

from digest.language.lists import words

MALE_TITLES = words("Mr. Mr Sir Lord King Prince Duke Baron Monsieur Señor Herr Father Pope Brother")
FEMALE_TITLES = words("""
    Mrs. Mrs Ms. Ms Miss Lady Dame Queen Princess Duchess Baroness Madame Señora Frau Sister
""")
PLAIN_TITLES = words("""
    Dr. Dr Prof. Prof Professor Rev. Rev Reverend Sen. Sens. Rep. Reps. Gov. Govs. Lt. Col. Gen. Maj.
    Sgt. Capt. Cmdr. Adm. Brig. Cpl. Pvt. Hon. Judge Justice Cardinal Archbishop Bishop Rabbi Imam
    Ayatollah Sheikh Saint St. Supt. Insp. Det. Cdr. Lieut. Pfc. Spc. Msgr. Amb. Cllr. Ald. Capts. Sgts. Gens.
""")
ROYAL_TITLES = words(
    "King Queen Prince Princess Duke Duchess Baron Baroness Pope Lord Lady Sheikh Father Saint St."
)
TITLES = MALE_TITLES | FEMALE_TITLES | PLAIN_TITLES
"""Forms of address that stand right before a name."""

MALE_ROLES = words("""
    man boy spokesman chairman congressman assemblyman councilman businessman policeman fireman gunman
    fisherman cameraman salesman statesman serviceman king prince father son brother husband uncle
    nephew grandfather grandson actor monk priest gentleman lord duke stepfather widower boyfriend
    fiancé schoolboy alderman ombudsman
""")
FEMALE_ROLES = words("""
    woman girl spokeswoman chairwoman congresswoman assemblywoman councilwoman businesswoman policewoman
    queen princess mother daughter sister wife aunt niece grandmother granddaughter actress nun lady
    duchess stepmother widow girlfriend fiancée waitress hostess schoolgirl stateswoman servicewoman
""")

KIN = words("""
    wife husband widow widower mother father son daughter brother sister uncle aunt nephew niece cousin
    grandmother grandfather grandson granddaughter stepmother stepfather boyfriend girlfriend fiancé fiancée
""")
"""Relatives, lower-case."""

OFFICES = words("""
    president premier chancellor minister secretary ambassador envoy senator representative congressman
    congresswoman governor mayor lawmaker legislator parliamentarian deputy commissioner director
    administrator chief head leader chair chairman chairwoman chairperson speaker spokesman spokeswoman
    spokesperson general colonel major captain lieutenant sergeant admiral commander marshal brigadier
    officer judge justice prosecutor attorney sheriff king queen prince princess pope emperor sultan
    emir monarch ceo cfo founder co-founder coach manager adviser advisor aide counsel strategist
    treasurer czar whip undersecretary under-secretary secretary-general vice-president congressperson
    councillor councilor councilman councilwoman chief-of-staff diplomat official
""")
TRADES = words("""
    professor economist analyst scientist researcher historian expert author writer journalist reporter
    correspondent editor columnist novelist poet director producer actor actress singer musician
    composer artist painter photographer architect engineer doctor physician surgeon nurse lawyer
    activist dissident campaigner politician candidate incumbent nominee lecturer teacher scholar
    philosopher physicist chemist astronaut pilot striker goalkeeper midfielder defender player athlete
    champion boxer driver billionaire entrepreneur businessman businesswoman banker investor trader
    farmer fisherman worker student graduate pastor priest bishop archbishop cardinal rabbi imam cleric
    suspect defendant plaintiff victim witness survivor gunman attacker shooter hostage prisoner inmate
    detainee resident neighbor neighbour mother father son daughter brother sister wife husband widow
    widower uncle aunt man woman boy girl teenager executive consultant investigator detective inspector
    policeman soldier veteran refugee migrant star host presenter anchor blogger designer dancer
    filmmaker rapper chef statesman stateswoman successor predecessor counterpart rival ally critic
    opponent accountant archivist arbitrator astronomer astrophysicist auditor barrister beekeeper
    biochemist botanist broker chaplain conservationist coroner curator dean dentist diver
    environmentalist ethicist firefighter forester geneticist geophysicist grower harbormaster
    harbourmaster headmaster headmistress headteacher instructor landlord librarian lifeguard linguist
    lobbyist magistrate mediator medic midwife mountaineer negotiator organiser organizer paramedic
    peacekeeper pharmacist pollster provost rancher ranger rector registrar restaurateur sailor seafarer
    shopkeeper skipper solicitor surveyor theologian therapist trustee veterinarian volunteer winemaker
""")

_STEMS = {
    "logist": """
        anthropo archaeo archeo bacterio bio cardio climato crimino dermato eco egypto endocrino entomo
        epidemio ethno gastroentero genea geo geronto glacio gynaeco gyneco haemato hemato herpeto hydro
        hydrogeo ichthyo immuno limno meteoro microbio minera musico myco nephro neuro onco ophthalmo
        ornitho palaeonto paleonto parasito patho pharmaco physio primato psycho radio rheumato seismo
        socio techno toxico uro viro volcano zoo
    """,
    "grapher": "bio carto choreo cinemato crypto demo ethno geo hydro lexico oceano photo steno video",
    "ician": """
        academ beaut clin diet electr geriatr log mag mathemat mort obstetr opt paediatr pediatr phys
        polit statist techn theoret
    """,
    "iatrist": "pod psych",
    "nomist": "agro eco taxo",
    "therapist": "physio psycho radio",
}
SCHOLARS = frozenset(stem + ending for ending, stems in _STEMS.items() for stem in words(stems))
"""Scholars, healers and technicians, by the endings that make them of their subject."""

PARTY_MEMBERS = words("republican democrat conservative liberal labourite tory socialist independent")
"""Somebody by party, lower-case: "the Ohio Republican" is always somebody named elsewhere."""

ROLES = OFFICES | SCHOLARS | TRADES | MALE_ROLES | FEMALE_ROLES
"""Head nouns for one person, lower-case."""

TITLE_OFFICES = {
    "Gov.": "governor",
    "Sen.": "senator",
    "Rep.": "representative",
    "Gen.": "general",
    "Lt.": "lieutenant",
    "Col.": "colonel",
    "Adm.": "admiral",
    "Capt.": "captain",
    "Sgt.": "sergeant",
    "Prof.": "professor",
    "Dr.": "doctor",
    "Justice": "justice",
    "Judge": "judge",
}
"""From a shortened title to the office that it stands for."""

SUFFIXES = words("Jr. Jr Sr. Sr II III IV Jnr Snr MP PhD Ph.D. M.D. MD QC KC")
"""What may follow a surname and belongs to the name."""

PARTICLES = words("""
    van von der den de del della di da dos du la le al el bin ibn ben ter ten zu af mac st.
""")
"""Lower-case words inside a surname."""

SPEECH_VERBS = words("""
    say tell add ask reply answer announce note explain warn argue insist claim declare state write
    tweet report comment remark observe stress emphasize emphasise urge call suggest predict concede
    admit acknowledge deny confirm continue conclude recall joke quip vow pledge promise caution assert
    contend maintain complain describe recount testify believe think read allege voice respond repeat
    reiterate mention point
""")
"""Lemmas of the verbs by which texts report what somebody said."""
