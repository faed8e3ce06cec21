"""Words that news uses for one another beside a figure: "dockers downed tools", "workers walked out".

Each line is one meaning. Written for this project from the subjects that news counts; a word stands in one
line only. Words are compared by their stems (``stems.stem``): one form is enough where the stem is regular.
"""

from __future__ import annotations

from digest.reconcile.figures.stems import stem

_MEANINGS = """
ship vessel boat freighter
docker stevedore longshoreman
fire blaze wildfire flames
crash collision wreck accident derail overturn
flood flooding deluge inundate inundation
quake earthquake tremor
storm hurricane cyclone typhoon
blast explosion explode bombing detonate
attack raid assault ambush
crowd spectator fan attendance onlooker audience visitor supporter follower reveller
march rally demonstration protest demonstrate protester demonstrator marcher
home house household dwelling residence
job post position
worker employee staff workforce personnel staffer
dismiss redundancy layoff sack axe shed lay
hire recruit employ
jobless unemployment unemployed
wage pay salary
price cost inflation expensive dear dearer
tax levy duty tariff
budget spending expenditure outlay
deficit shortfall gap
debt borrowing liability
profit earn net
revenue sales turnover takings
share stock
deal agreement accord pact contract
offer bid proposal
buy purchase acquire takeover acquisition
fine penalty fined
damages compensation
jail prison sentence imprison
court judge tribunal
charge indict accuse
vote ballot
voter elector electorate turnout
seat mandate
lawmaker legislator deputy parliamentarian senator congressman
party bloc
poll survey
troop soldier serviceman fighter
border frontier
missile rocket
plane aircraft jet airliner
tank armour
hostage captive
prisoner detainee inmate
refugee asylum migrant
flee fled displace uproot evacuate
child children minor pupil youngster
woman women
man men
patient sick
infection infect case
vaccine jab shot dose
doctor physician medic
hospital clinic hospitalise treat treatment
rain rainfall precipitation
temperature mercury warm heat thermometer
emission pollution
forest woodland
harvest crop
wheat grain
oil crude petroleum
gas methane
power electricity blackout outage
truck lorry
car vehicle automobile
coach bus
road highway motorway
rail railway train
flat apartment
rent tenant
loan credit mortgage
bank lender
fund money finance
aid relief assistance
donor donate donation pledge
company firm business
customer client subscriber
student undergraduate
school classroom
drug cocaine heroin narcotic
seize seizure confiscate haul
find found discover recover
rescue save
die died dies dying death dead kill toll fatality body perish drowned slain
injure injury wound hurt
miss missing unaccounted
arrest detain detention custody
approve pass adopt endorse back support favour
reject oppose against
rise rose increase climb jump gain grew grow growth up surge advance higher
fall fell drop decline slip down lower decrease sink slide cut reduce lose lost
build construct construction
close shut closure
start begin launch
send deploy dispatch station mass
carry aboard board passenger
height high tall
population inhabitant resident
output production produce gdp economy
factory plant works
coast shore
measure measures gauge
deep depth
wide width
lawsuit suit claim litigation
apply applied application applicant
withdraw withdrew withdrawn withdrawal pullback pulled
weigh weight
long length
tourist holidaymaker guest arrival arrive
dividend payout
effective efficacy effectiveness
felled logged deforestation cleared clearance
strike walkout stoppage
quota ceiling cap allocation
grocery food
knife blade
stab stabbing
theft steal stolen rob robbery burglary loot
murder homicide
crime offence
officer police constable
teacher lecturer
pensioner retiree
satellite spacecraft
bridge crossing viaduct
farm farmer grower
cow cattle livestock herd
snow snowfall
export exported
signature petition
member membership
candidate contender nominee
winner victory win won
lead ahead margin
execute execution
trial study test
volunteer participant respondent
parent family relative
book title
film movie
goal score
match game fixture
user account
breakdown failure fault
cancel scrap
delay late postpone
airport airfield
museum gallery
investor shareholder
invest investment
virus outbreak epidemic
birth born baby newborn
marriage wedding married
weapon gun rifle firearm
village hamlet
island isle
harbour port quay dock
mine pit colliery
cargo freight load
fuel petrol gasoline diesel
waste rubbish garbage trash
destroy ruin flatten raze
damage harm
burn blacken consume scorch
repair mend fix restore
question interview ask canvass
complain complaint
inspect inspection inspector check
grant permit licence license
abuse violence
reserve stockpile
visit visited
lodge file submit register registered
wait waiting queue list
surgery operation operate
occupy occupied full
orbit circle
"""
_STEM_OF = {
    stem(word): stem(line.split()[0]) for line in _MEANINGS.split("\n") if line for word in line.split()
}


def meaning(word: str) -> str:
    """The stem that stands for all words of one meaning; ``word`` is a stem."""
    return _STEM_OF.get(word, word)
