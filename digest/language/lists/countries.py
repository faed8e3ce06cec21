"""Countries: their usual English names, their adjectives and people, their capitals.

The countries are those of ISO 3166-1 that are states, with the short names that newspapers use, and
Kosovo, Taiwan, Palestine and the countries of the United Kingdom; the other columns were written by hand.
A line reads ``names | adjectives and people | capital``, alternatives apart with commas.
Names that are also common given names or nouns are in ``AMBIGUOUS``: they count only where the
pipeline took them for a name of a place.
"""

from __future__ import annotations

from digest.language.lists import words

_TABLE = """
Afghanistan | Afghan, Afghans | Kabul
Albania | Albanian, Albanians | Tirana
Algeria | Algerian, Algerians | Algiers
Andorra | Andorran, Andorrans |
Angola | Angolan, Angolans | Luanda
Argentina | Argentine, Argentines, Argentinian, Argentinians | Buenos Aires
Armenia | Armenian, Armenians | Yerevan
Australia | Australian, Australians | Canberra
Austria | Austrian, Austrians | Vienna
Azerbaijan | Azerbaijani, Azerbaijanis, Azeri, Azeris | Baku
Bahamas | Bahamian, Bahamians | Nassau
Bahrain | Bahraini, Bahrainis | Manama
Bangladesh | Bangladeshi, Bangladeshis | Dhaka
Barbados | Barbadian, Barbadians | Bridgetown
Belarus | Belarusian, Belarusians, Belarussian | Minsk
Belgium | Belgian, Belgians | Brussels
Belize | Belizean, Belizeans | Belmopan
Benin | Beninese | Porto-Novo
Bhutan | Bhutanese | Thimphu
Bolivia | Bolivian, Bolivians | La Paz
Bosnia and Herzegovina, Bosnia | Bosnian, Bosnians | Sarajevo
Botswana | Botswanan, Motswana | Gaborone
Brazil | Brazilian, Brazilians | Brasília, Brasilia
Brunei | Bruneian, Bruneians |
Bulgaria | Bulgarian, Bulgarians | Sofia
Burkina Faso | Burkinabe | Ouagadougou
Burundi | Burundian, Burundians | Gitega
Cambodia | Cambodian, Cambodians | Phnom Penh
Cameroon | Cameroonian, Cameroonians | Yaoundé, Yaounde
Canada | Canadian, Canadians | Ottawa
Cape Verde | Cape Verdean |
Central African Republic | | Bangui
Chad | Chadian, Chadians | N'Djamena
Chile | Chilean, Chileans | Santiago
China, People's Republic of China | Chinese | Beijing
Colombia | Colombian, Colombians | Bogotá, Bogota
Comoros | Comorian, Comorians |
Congo, Democratic Republic of Congo, Democratic Republic of the Congo, DRC | Congolese | Kinshasa
Costa Rica | Costa Rican, Costa Ricans |
Croatia | Croatian, Croatians, Croat, Croats | Zagreb
Cuba | Cuban, Cubans | Havana
Cyprus | Cypriot, Cypriots | Nicosia
Czech Republic, Czechia | Czech, Czechs | Prague
Denmark | Danish, Dane, Danes | Copenhagen
Djibouti | Djiboutian, Djiboutians |
Dominican Republic | | Santo Domingo
Ecuador | Ecuadorian, Ecuadorians, Ecuadorean, Ecuadoreans | Quito
Egypt | Egyptian, Egyptians | Cairo
El Salvador | Salvadoran, Salvadorans | San Salvador
England | English | London
Equatorial Guinea | | Malabo
Eritrea | Eritrean, Eritreans | Asmara
Estonia | Estonian, Estonians | Tallinn
Eswatini, Swaziland | Swazi, Swazis |
Ethiopia | Ethiopian, Ethiopians | Addis Ababa
Fiji | Fijian, Fijians | Suva
Finland | Finnish, Finn, Finns | Helsinki
France | French, Frenchman, Frenchwoman | Paris
Gabon | Gabonese | Libreville
Gambia | Gambian, Gambians | Banjul
Georgia | Georgian, Georgians | Tbilisi
Germany | German, Germans | Berlin
Ghana | Ghanaian, Ghanaians | Accra
Greece | Greek, Greeks | Athens
Greenland | Greenlandic, Greenlander, Greenlanders | Nuuk
Grenada | Grenadian, Grenadians |
Guatemala | Guatemalan, Guatemalans |
Guinea | Guinean, Guineans | Conakry
Guinea-Bissau | | Bissau
Guyana | Guyanese | Georgetown
Haiti | Haitian, Haitians | Port-au-Prince
Honduras | Honduran, Hondurans | Tegucigalpa
Hungary | Hungarian, Hungarians | Budapest
Iceland | Icelandic, Icelander, Icelanders | Reykjavik
India | Indian, Indians | New Delhi, Delhi
Indonesia | Indonesian, Indonesians | Jakarta
Iran | Iranian, Iranians | Tehran, Teheran
Iraq | Iraqi, Iraqis | Baghdad
Ireland | Irish, Irishman | Dublin
Israel | Israeli, Israelis | Jerusalem
Italy | Italian, Italians | Rome
Ivory Coast, Côte d'Ivoire | Ivorian, Ivorians | Abidjan
Jamaica | Jamaican, Jamaicans | Kingston
Japan | Japanese | Tokyo
Jordan | Jordanian, Jordanians | Amman
Kazakhstan | Kazakh, Kazakhs, Kazakhstani | Astana
Kenya | Kenyan, Kenyans | Nairobi
Kiribati | |
Kosovo | Kosovar, Kosovars, Kosovan | Pristina
Kuwait | Kuwaiti, Kuwaitis |
Kyrgyzstan | Kyrgyz | Bishkek
Laos | Laotian, Laotians | Vientiane
Latvia | Latvian, Latvians | Riga
Lebanon | Lebanese | Beirut
Lesotho | Basotho | Maseru
Liberia | Liberian, Liberians | Monrovia
Libya | Libyan, Libyans | Tripoli
Liechtenstein | | Vaduz
Lithuania | Lithuanian, Lithuanians | Vilnius
Luxembourg | Luxembourger, Luxembourgish |
Madagascar | Malagasy | Antananarivo
Malawi | Malawian, Malawians | Lilongwe
Malaysia | Malaysian, Malaysians | Kuala Lumpur
Maldives | Maldivian, Maldivians |
Mali | Malian, Malians | Bamako
Malta | Maltese | Valletta
Mauritania | Mauritanian, Mauritanians | Nouakchott
Mauritius | Mauritian, Mauritians |
Mexico | Mexican, Mexicans | Mexico City
Micronesia | Micronesian, Micronesians |
Moldova | Moldovan, Moldovans | Chisinau
Monaco | Monegasque |
Mongolia | Mongolian, Mongolians | Ulaanbaatar
Montenegro | Montenegrin, Montenegrins | Podgorica
Morocco | Moroccan, Moroccans | Rabat
Mozambique | Mozambican, Mozambicans | Maputo
Myanmar, Burma | Burmese | Naypyidaw
Namibia | Namibian, Namibians | Windhoek
Nauru | Nauruan, Nauruans |
Nepal | Nepali, Nepalis, Nepalese | Kathmandu
Netherlands, Holland | Dutch, Dutchman | Amsterdam
New Zealand | New Zealander, New Zealanders | Wellington
Nicaragua | Nicaraguan, Nicaraguans | Managua
Niger | Nigerien, Nigeriens | Niamey
Nigeria | Nigerian, Nigerians | Abuja
North Korea, DPRK | North Korean, North Koreans | Pyongyang
North Macedonia, Macedonia | Macedonian, Macedonians | Skopje
Northern Ireland | Northern Irish | Belfast
Norway | Norwegian, Norwegians | Oslo
Oman | Omani, Omanis | Muscat
Pakistan | Pakistani, Pakistanis | Islamabad
Palau | Palauan, Palauans |
Palestine | Palestinian, Palestinians | Ramallah
Panama | Panamanian, Panamanians | Panama City
Papua New Guinea | Papua New Guinean | Port Moresby
Paraguay | Paraguayan, Paraguayans | Asunción, Asuncion
Peru | Peruvian, Peruvians | Lima
Philippines | Philippine, Filipino, Filipinos, Filipina | Manila
Poland | Polish, Pole, Poles | Warsaw
Portugal | Portuguese | Lisbon
Qatar | Qatari, Qataris | Doha
Romania | Romanian, Romanians | Bucharest
Russia, Russian Federation | Russian, Russians | Moscow
Rwanda | Rwandan, Rwandans | Kigali
Samoa | Samoan, Samoans | Apia
San Marino | |
Saudi Arabia | Saudi, Saudis, Saudi Arabian | Riyadh
Scotland | Scottish, Scot, Scots, Scotsman | Edinburgh
Senegal | Senegalese | Dakar
Serbia | Serbian, Serbians, Serb, Serbs | Belgrade
Seychelles | Seychellois |
Sierra Leone | Sierra Leonean, Sierra Leoneans | Freetown
Singapore | Singaporean, Singaporeans |
Slovakia | Slovak, Slovaks, Slovakian | Bratislava
Slovenia | Slovenian, Slovenians, Slovene, Slovenes | Ljubljana
Solomon Islands | | Honiara
Somalia | Somali, Somalis, Somalian | Mogadishu
South Africa | South African, South Africans | Pretoria
South Korea | South Korean, South Koreans | Seoul
South Sudan | South Sudanese | Juba
Soviet Union, USSR | Soviet, Soviets |
Spain | Spanish, Spaniard, Spaniards | Madrid
Sri Lanka | Sri Lankan, Sri Lankans | Colombo
Sudan | Sudanese | Khartoum
Suriname | Surinamese | Paramaribo
Sweden | Swedish, Swede, Swedes | Stockholm
Switzerland | Swiss | Bern
Syria | Syrian, Syrians | Damascus
Taiwan | Taiwanese | Taipei
Tajikistan | Tajik, Tajiks | Dushanbe
Tanzania | Tanzanian, Tanzanians | Dodoma
Thailand | Thai, Thais | Bangkok
Timor-Leste, East Timor | Timorese, East Timorese | Dili
Togo | Togolese | Lomé, Lome
Tonga | Tongan, Tongans |
Trinidad and Tobago, Trinidad | Trinidadian, Trinidadians | Port of Spain
Tunisia | Tunisian, Tunisians | Tunis
Turkey, Türkiye | Turkish, Turk, Turks | Ankara
Turkmenistan | Turkmen | Ashgabat
Tuvalu | Tuvaluan, Tuvaluans |
Uganda | Ugandan, Ugandans | Kampala
Ukraine | Ukrainian, Ukrainians | Kyiv, Kiev
United Arab Emirates, UAE, U.A.E. | Emirati, Emiratis | Abu Dhabi
United Kingdom, UK, U.K., Britain, Great Britain | British, Briton, Britons, Brit, Brits | London
United States, United States of America, US, U.S., USA, U.S.A., America | American, Americans | Washington
Uruguay | Uruguayan, Uruguayans | Montevideo
Uzbekistan | Uzbek, Uzbeks | Tashkent
Vanuatu | |
Vatican City | |
Venezuela | Venezuelan, Venezuelans | Caracas
Vietnam | Vietnamese | Hanoi
Wales | Welsh, Welshman | Cardiff
Yemen | Yemeni, Yemenis | Sanaa
Zambia | Zambian, Zambians | Lusaka
Zimbabwe | Zimbabwean, Zimbabweans | Harare
"""

# Adjectives and peoples of larger or smaller areas than a country, and of faiths and parties.
PEOPLES = words("""
    African Africans Arab Arabs Asian Asians Balkan Baltic Catalan Catalans Chechen Chechens Crimean
    Crimeans European Europeans Hispanic Hispanics Kurdish Kurd Kurds Latino Latinos Nordic Rohingya
    Scandinavian Scandinavians Tibetan Tibetans Uighur Uighurs Uyghur Uyghurs Western Westerner
    Westerners Buddhist Buddhists Catholic Catholics Christian Christians Hindu Hindus Islamic Islamist
    Islamists Jew Jewish Jews Mormon Mormons Muslim Muslims Orthodox Protestant Protestants Shia Shiite
    Shiites Sikh Sikhs Sunni Sunnis Communist Communists Conservatives Democrat Democrats Democratic
    Republican Republicans Zionist Zionists Texan Texans Californian Californians Parisian Parisians
    Londoner Londoners
""")

US_STATES = words("""
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
    Vermont Wisconsin Wyoming
""") | {
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "New York",
    "North Carolina",
    "North Dakota",
    "Rhode Island",
    "South Carolina",
    "South Dakota",
    "West Virginia",
}

# Also given names, surnames, common nouns or verbs: taken for a place only where the pipeline did.
AMBIGUOUS = words("""
    America Bern Chad Chile Christian Dane English French Georgetown Georgia German Germans Guinea Israel
    Jordan Kingston Lima London Mali Nassau Niger Orthodox Paris Pole Poles Polish Santiago Scot Scots Sofia
    Turkey US Victoria Virginia Wales Washington Wellington Western
""")


def _rows() -> list[tuple[list[str], list[str], list[str]]]:
    rows = []
    for line in _TABLE.strip().splitlines():
        names, peoples, capitals = (
            [p.strip() for p in cell.split(",") if p.strip()] for cell in line.split("|")
        )
        rows.append((names, peoples, capitals))
    return rows


_ROWS = _rows()

COUNTRIES = frozenset(name for names, _, _ in _ROWS for name in names)
"""Names of countries, as printed."""

CAPITALS = frozenset(capital for _, _, capitals in _ROWS for capital in capitals)
"""Capitals of countries, as printed."""

DEMONYMS = frozenset(people for _, peoples, _ in _ROWS for people in peoples) | PEOPLES
"""Adjectives and names of peoples, faiths and parties, as printed."""

COUNTRY_OF = {form: names[0] for names, peoples, _ in _ROWS for form in (*names, *peoples)}
"""From a country's name or adjective to the country: ``"Russian"`` to ``"Russia"``."""
