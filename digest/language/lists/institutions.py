"""Institutions and offices that news everywhere writes about without explaining them.

Only names that can hardly be anything else are here ("White House", not "House"). Each is a body that
acts and speaks, so its label is ORG even where its name is that of a building.
"""

from __future__ import annotations

_LINES = """
White House
Oval Office
Kremlin
Pentagon
State Department
Justice Department
Treasury Department
Defense Department
Department of Defense
Department of State
Department of Justice
Homeland Security Department
Department of Homeland Security
Supreme Court
Federal Reserve
Secret Service
House of Representatives
U.S. Senate
U.S. Congress
Congress
Senate
House of Commons
House of Lords
Downing Street
10 Downing Street
Whitehall
Scotland Yard
Buckingham Palace
Foreign Office
Home Office
Bank of England
Élysée
Élysée Palace
Elysee
Elysee Palace
Quai d'Orsay
Bundestag
Bundesrat
Bundesbank
Bundeswehr
Knesset
Duma
State Duma
Kremlin Palace
Verkhovna Rada
Hezbollah
Hamas
Taliban
Vatican
Holy See
European Union
EU
European Commission
European Parliament
European Council
European Central Bank
Council of Europe
Eurogroup
Europol
NATO
United Nations
UN
U.N.
Security Council
U.N. Security Council
UN Security Council
United Nations Security Council
General Assembly
UNICEF
UNESCO
UNHCR
World Health Organization
World Bank
World Trade Organization
World Food Programme
International Monetary Fund
IMF
International Atomic Energy Agency
IAEA
International Criminal Court
International Court of Justice
International Committee of the Red Cross
Red Cross
Red Crescent
Organization for Security and Cooperation in Europe
Organization for Security and Co-operation in Europe
Organisation for Security and Cooperation in Europe
Organisation for Security and Co-operation in Europe
OSCE
Organisation for Economic Co-operation and Development
Organization for Economic Cooperation and Development
OECD
OPEC
ASEAN
African Union
Arab League
Interpol
Amnesty International
Human Rights Watch
Doctors Without Borders
Reuters
Associated Press
Agence France-Presse
TASS
Interfax
Xinhua
FBI
CIA
NASA
"""

INSTITUTIONS = frozenset(_LINES.strip().splitlines())
