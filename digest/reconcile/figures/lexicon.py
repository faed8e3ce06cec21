"""Words of news that mean the same count: "14,000 people have died", "some 14,000 deaths".

Written for this project from how news reports count people and things.
"""

from __future__ import annotations

_EVENTS = {
    "dead": """die died dies dying dead death deaths killed kill kills killing fatality fatalities lives
        perished slain toll bodies body drowned murdered murders murder murdering""",
    "hurt": """injured injuring injures injury injuries wounded wounding wounds hurt hospitalised hospitalized
        maimed burns""",
    "missing": "missing unaccounted disappeared trapped",
    "displaced": """displaced fled flee fleeing homeless evacuated evacuate evacuating evacuation uprooted
        crossed""",
    "detained": "detained arrested arrests arrest jailed custody detentions imprisoned",
    "infected": "infected infecting infections cases infection positive caught contracted sickened ill",
    "fired": """redundancies layoffs dismissed redundant cut cuts shed cost lose loses losing lost axe axed
        sacked sack""",
    "gained": "create creates created creating hire hires hired hiring add adds adding",
    "rescued": "rescued saved freed released pulled survivors survived survivor alive",
    "held": "hold holding held",
    "voted": "voted voting voters turnout ballots cast",
    "marched": "marched protested rallied demonstrated attended crowd march protest rally demonstration",
    "struck": "strike striking struck walkout walkouts downed",
    "power": "power electricity blackout outage outages",
    "sheltered": "slept sheltered shelters shelter",
    "treated": "hospital hospitals",
    "left": "left leave leaving withdrew withdrawn departed returned",
}
EVENT_OF = {word: event for event, words in _EVENTS.items() for word in words.split()}

# Of these the numbers rise for days.
TOLLS = frozenset(["dead", "hurt", "missing", "displaced", "detained", "infected"])

# Events that befall the same people, told by the one word or the other.
KIN = frozenset([frozenset(["hurt", "treated"])])

# These tell of those counted only where they come after them: "the storm left 40 homes", "40 ships left".
AFTER_ONLY = frozenset(["left", "returned"])

# Those who are counted may be named by what befell them: the verb says more, where there is one.
ROLE_OF = {
    word: event
    for event, words in {
        "marched": "protesters demonstrators marchers crowd",
        "displaced": "evacuees refugees",
        "detained": "detainees",
        "struck": "strikers",
    }.items()
    for word in words.split()
}

_THINGS = {
    "soldier": "troops troop soldiers soldier servicemen servicemembers personnel forces fighters",
    "home": "homes home houses house dwellings dwelling properties",
    "job": "jobs job positions posts employees workers staff employee worker",
    "vehicle": "vehicles vehicle cars car",
    "child": "children child kids minors pupils youngsters",
    "woman": "women woman",
    "man": "men man",
    "customer": "customers customer clients client subscribers subscriber",
    "truck": "trucks truck lorries lorry",
    "doctor": "doctors doctor physicians physician",
    "student": "students student undergraduates",
    "company": "companies company firms firm businesses",
    "country": "countries country nations nation states",
    "aeroplane": "planes plane aircraft jets jet",
    "rocket": "rockets rocket missiles missile",
    "profit": "profit profits earnings",
    "revenue": "revenue revenues sales turnover",
    "price": "price prices",
}
THING_OF = {word: thing for thing, words in _THINGS.items() for word in words.split()}

_PEOPLE = """
    people persons person residents others passengers victims casualties inhabitants individuals souls lives
    deaths fatalities injuries arrests detentions dead wounded injured missing homeless killed hurt infections
    cases evacuees refugees detainees protesters demonstrators marchers strikers crowd toll survivors bodies
"""
PEOPLE = frozenset(_PEOPLE.split())

MEASURES = frozenset(
    [
        "number",
        "total",
        "count",
        "amount",
        "rate",
        "level",
        "value",
        "sum",
        "size",
        "share",
        "proportion",
        "percentage",
    ]
)

_FUNCTION_WORDS = """
a an the of in on at to for from by with and or but as that which who whom whose this these those it its
his her
their our has have had is are was were be been being will would could should may might must can do does
did said
say says told according about around some more than over under nearly almost up down least most also
after before
since until when while during into out off not no so such other one two three there here then i he she
they we you
them him us what where how why all any each both few many much very just only even still now new last
next first
second year years month months week weeks day days monday tuesday wednesday thursday friday saturday
sunday today
yesterday morning evening night january february march april june july august september october november
december
mr mrs ms per percent cent million billion thousand hundred total number figure because three four five
six seven
eight nine ten eleven twelve dozen half tens hundreds thousands millions
put puts estimate estimates estimated believe believes think thinks report reports reported claim claims
claimed announced confirmed twenty thirty forty fifty sixty seventy eighty ninety show showed
shows stood stands came comes
"""
STOP = frozenset(_FUNCTION_WORDS.split())
