"""Organisations of many kinds that news and conversation name, written from general knowledge.

They are swapped into training sentences, so that the recogniser meets companies, papers, armed groups,
parties and clubs that the corpora happen not to mention, and learns from their vectors what others like
them are.
"""

from __future__ import annotations


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", " ").split("|") if name.strip()]


COMPANIES = _names("""
Apple|Google|Microsoft|Amazon|Meta|Tesla|Nvidia|Intel|IBM|Oracle|Cisco|Dell|Hewlett-Packard|HP|AMD
|Qualcomm|Sony|Canon|Nikon|Panasonic|Toshiba|Hitachi|Samsung|LG|Huawei|Xiaomi|Lenovo|Nokia|Ericsson
|Siemens|Philips|Bosch|SAP|Alphabet|Facebook|Twitter|YouTube|LinkedIn|Netflix|Spotify|Uber|Lyft|Airbnb
|eBay|PayPal|Yahoo|AOL|Alibaba|Tencent|Baidu|ByteDance|TikTok|OpenAI|Adobe|Mozilla|Walmart|Wal-Mart
|Target|Costco|Kroger|Walgreens|CVS|Home Depot|Lowe's|Best Buy|Macy's|Sears|Kmart|JCPenney|Nordstrom|Ikea
|H&M|Zara|Gap|Nike|Adidas|Puma|Tesco|Sainsbury's|Carrefour|Aldi|Lidl|McDonald's|Burger King|Starbucks
|Subway|KFC|Wendy's|Taco Bell|Pizza Hut|Domino's|Dunkin' Donuts|Chipotle|Coca-Cola|Pepsi|PepsiCo|Nestle
|Unilever|Procter & Gamble|Kraft|Kellogg|General Mills|Tyson Foods|Cargill|Monsanto|Bayer|Pfizer|Merck
|Novartis|Roche|AstraZeneca|GlaxoSmithKline|Moderna|Johnson & Johnson|Eli Lilly|Sanofi|Boeing|Airbus
|Lockheed Martin|Raytheon|Northrop Grumman|General Dynamics|BAE Systems|Rolls-Royce|Bombardier|Embraer
|SpaceX|Ford|General Motors|GM|Chrysler|Toyota|Honda|Nissan|Mazda|Hyundai|Kia|Volkswagen|BMW
|Mercedes-Benz|Daimler|Audi|Porsche|Renault|Peugeot|Fiat|Volvo|Tata Motors|Michelin|Goodyear|Exxon
|ExxonMobil|Chevron|Shell|BP|Total|Gazprom|Rosneft|Aramco|Petrobras|Pemex|ConocoPhillips|Halliburton
|Schlumberger|Duke Energy|Con Edison|PG&E|General Electric|GE|Westinghouse|3M|Caterpillar|John Deere
|DuPont|Dow Chemical|BASF|ArcelorMittal|US Steel|Rio Tinto|BHP|Glencore|Goldman Sachs|JPMorgan
|JPMorgan Chase|Morgan Stanley|Merrill Lynch|Lehman Brothers|Citigroup|Citibank|Bank of America
|Wells Fargo|HSBC|Barclays|Lloyds|Credit Suisse|UBS|Deutsche Bank|BNP Paribas|Societe Generale|Santander
|ING|Visa|MasterCard|American Express|BlackRock|Vanguard|Fidelity|AIG|Allianz|Axa|MetLife|Prudential|KPMG
|Deloitte|PwC|Ernst & Young|McKinsey|Accenture|Moody's|Fitch|Standard & Poor's|Verizon|AT&T|T-Mobile
|Sprint|Comcast|Vodafone|Orange|Telefonica|Deutsche Telekom|China Mobile|BT|Disney|Warner Bros.|Paramount
|Universal|Pixar|Lego|Nintendo|Hasbro|Mattel|FedEx|UPS|DHL|Maersk|Amtrak|Greyhound|Delta|Delta Air Lines
|United Airlines|American Airlines|Southwest|JetBlue|British Airways|Lufthansa|Air France|KLM|Emirates
|Qantas|Ryanair|EasyJet|Air Canada|Cathay Pacific|Singapore Airlines|Aeroflot|Turkish Airlines|Marriott
|Hilton|Hyatt|Sheraton|Holiday Inn|Hertz|Avis|Foxconn|TSMC|Infosys|Tata|Reliance Industries|Mitsubishi
|SoftBank|Rakuten
""")
MEDIA = _names("""
Reuters|Associated Press|AP|AFP|Agence France-Presse|UPI|Bloomberg|BBC|BBC News|CNN|NBC|NBC News|CBS
|CBS News|ABC|ABC News|Fox|Fox News|MSNBC|PBS|NPR|C-SPAN|HBO|ESPN|MTV|CBC|Sky News|ITV|Channel 4
|Al Jazeera|Al Arabiya|RT|TASS|Interfax|RIA Novosti|Xinhua|CCTV|Kyodo|NHK|Yonhap|KCNA|Press TV|IRNA
|Anadolu Agency|Deutsche Welle|ZDF|ARD|RAI|Euronews|New York Times|The New York Times|Washington Post
|The Washington Post|Wall Street Journal|USA Today|Los Angeles Times|Chicago Tribune|Boston Globe
|Miami Herald|New York Post|Newsweek|Time|The Economist|Forbes|Fortune|Politico|Axios|The Atlantic
|New Yorker|The Guardian|Guardian|The Times|Sunday Times|Daily Telegraph|Telegraph|Independent|Daily Mail
|The Sun|Daily Mirror|Financial Times|Le Monde|Le Figaro|Liberation|Der Spiegel|Bild|Die Zeit|El Pais
|Corriere della Sera|Haaretz|Jerusalem Post|Times of Israel|Times of India|The Hindu|Dawn|Asahi|Yomiuri
|Nikkei|South China Morning Post|Global Times|People's Daily|Straits Times|Sydney Morning Herald
|Globe and Mail|Toronto Star|National Post|Wikipedia|WikiLeaks|Wired|Vox|BuzzFeed|HuffPost
|Kyiv Independent|Daily Nation
""")
STATE = _names("""
White House|Pentagon|Kremlin|Congress|Senate|House of Representatives|Supreme Court|Capitol Police
|Knesset|Bundestag|Duma|Rada|Parliament|House of Commons|House of Lords|European Union|EU
|European Commission|European Parliament|European Central Bank|ECB|Europol|Interpol|Eurostat
|United Nations|UN|U.N.|Security Council|UN Security Council|General Assembly|UNESCO|UNICEF|UNHCR|UNRWA
|World Food Programme|NATO|WHO|World Health Organization|WTO|IMF|International Monetary Fund|World Bank
|OPEC|OECD|IAEA|African Union|Arab League|ASEAN|OSCE|G7|G8|G20|ICC|International Criminal Court|FBI|CIA
|NSA|NASA|DEA|ATF|IRS|SEC|FCC|FTC|FDA|EPA|CDC|FEMA|TSA|NOAA|NTSB|FAA|ICE|USAID|Federal Reserve|Fed
|Bank of England|Bank of Japan|State Department|Justice Department|Treasury|Treasury Department
|Defense Department|Department of Defense|Department of Justice|Homeland Security|Department of Education
|DOJ|HUD|Foreign Office|Home Office|Foreign Ministry|Defence Ministry|Interior Ministry
|Ministry of Defence|Downing Street|Scotland Yard|Metropolitan Police|MI5|MI6|GCHQ|KGB|FSB|GRU|Mossad
|Shin Bet|IDF|Israel Defense Forces|ISI|Revolutionary Guard|Quds Force|Red Army|US Army|U.S. Army|US Navy
|U.S. Navy|Air Force|U.S. Air Force|Marines|Marine Corps|Coast Guard|National Guard|Royal Navy
|Royal Air Force|RAF|RCMP|NYPD|LAPD|Secret Service|Politburo|People's Liberation Army|NHS|BJP
|National Weather Service|Centers for Disease Control and Prevention|Border Patrol
|Environmental Protection Agency|Food and Drug Administration|Securities and Exchange Commission
""")
GROUPS = _names("""
Hamas|Fatah|Hezbollah|Hizbollah|Islamic Jihad|PLO|Palestinian Authority|PKK|YPG|SDF|Peshmerga|Taliban
|Haqqani network|al-Qaeda|al Qaeda|Al Qaeda|al-Qaida|Al-Qaida|Al Qaida|Islamic State|ISIS|ISIL|IS|Daesh
|Boko Haram|al-Shabab|al-Shabaab|Al Shabaab|al-Nusra Front|Ansar al-Sharia|Ansar Dine|Abu Sayyaf
|Jemaah Islamiyah|Lashkar-e-Taiba|Jaish-e-Mohammed|Houthis|Muslim Brotherhood|Mahdi Army|Badr Brigade
|Baath Party|IRA|Sinn Fein|ETA|FARC|ELN|Zetas|Tamil Tigers|Khmer Rouge|Contras|Sandinistas|Wagner
|Wagner Group|Azov|Ku Klux Klan|KKK|Proud Boys|Oath Keepers|Antifa|Black Lives Matter
|Amnesty International|Amnesty|Human Rights Watch|Red Cross|ICRC|Red Crescent|Oxfam
|Doctors Without Borders|Medecins Sans Frontieres|Save the Children|Greenpeace|World Wildlife Fund|WWF
|Sierra Club|Habitat for Humanity|Salvation Army|United Way|Planned Parenthood|ACLU|NAACP|NRA|AARP|PETA
|AFL-CIO|Teamsters|UAW|SEIU|Rotary|Boy Scouts|Girl Scouts|Catholic Church|Vatican|Holy See
|Church of England|Scientology|Republican Party|Democratic Party|GOP|Tea Party
|Republican National Committee|Democratic National Committee|Labour|Labour Party|Conservative Party
|Conservatives|Tories|Liberal Democrats|Lib Dems|SNP|UKIP|Greens|Green Party|Plaid Cymru|DUP|CDU|CSU|SPD
|AfD|FDP|National Rally|National Front|Socialist Party|Podemos|Vox|Five Star Movement|Lega|Likud|Kadima
|Shas|Yesh Atid|Congress Party|Bharatiya Janata Party|Communist Party|ANC|African National Congress
|Zanu-PF|AKP|United Russia|Solidarity|Fidesz|Law and Justice|Syriza|New Democracy|Liberal Party
|Labor Party|Heritage Foundation|Brookings|Brookings Institution|Rand Corporation|Carnegie Endowment
|Chatham House|Cato Institute|Council on Foreign Relations|Gates Foundation|Ford Foundation
|Rockefeller Foundation|Open Society Foundations|Pew Research Center|Gallup
""")
SPORT_AND_LEARNING = _names("""
Harvard|Harvard University|Yale|Princeton|Stanford|Stanford University|MIT|Columbia University|Cornell
|Duke|UCLA|NYU|Georgetown|Johns Hopkins University|Oxford|Oxford University|Cambridge University
|Imperial College London|London School of Economics|LSE|King's College|Sorbonne|Tsinghua University
|University of Chicago|University of Texas|University of Michigan|Ohio State|Penn State|USC|Caltech
|West Point|Smithsonian|Mayo Clinic|Johns Hopkins|CERN|Max Planck Institute|Royal Society
|National Academy of Sciences|FIFA|UEFA|IOC|NCAA|WADA|NFL|NBA|MLB|NHL|MLS|FIA|PGA|Premier League
|Bundesliga|La Liga|Serie A|Manchester United|Manchester City|Liverpool|Chelsea|Arsenal|Tottenham
|Real Madrid|Barcelona|Bayern Munich|Juventus|AC Milan|Ajax|Celtic|Rangers|New York Yankees|Yankees|Mets
|Boston Red Sox|Red Sox|Dodgers|Cubs|Giants|Cowboys|Patriots|Packers|Steelers|Eagles|Lakers|Celtics|Bulls
|Knicks|Rockets|Heat|Bruins|Maple Leafs|All Blacks|Springboks|Ferrari|McLaren|Red Bull
|Metropolitan Museum of Art|Metropolitan Opera|New York Philharmonic|London Symphony Orchestra|Louvre
|Tate Modern|British Museum|Bolshoi|Beatles|Rolling Stones|U2|Coldplay|Metallica|Radiohead|Pink Floyd
|Led Zeppelin|Nirvana
""")
ORGANISATIONS = COMPANIES + MEDIA + STATE + GROUPS + SPORT_AND_LEARNING
