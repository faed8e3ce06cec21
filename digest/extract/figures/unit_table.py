"""Units of measure and how they are written.

Names are those of the SI brochure (9th edition, British spelling), and for other units those of NIST
Handbook 44, appendix C. One row a unit: (name, type, words, symbols). Words are matched without regard
to case and with a plural; symbols exactly. ``SI_PREFIXES`` are joined to the units marked in PREFIXED.
A table of our own loads in a millisecond; pint 0.24 took 0.4 s and does not know how newspapers write.
"""

from __future__ import annotations

SI_PREFIXES = (
    ("exa", "E"), ("peta", "P"), ("tera", "T"), ("giga", "G"), ("mega", "M"), ("kilo", "k"),
    ("hecto", "h"), ("deci", "d"), ("centi", "c"), ("milli", "m"), ("micro", "μ"), ("nano", "n"),
    ("pico", "p"), ("atto", "a"), ("femto", "f"),
)  # fmt: skip

# name, type, words, symbols
PREFIXED = (
    ("metre", "dimension", "metre meter", "m"),
    ("gram", "dimension", "gram gramme", "g"),
    ("litre", "dimension", "litre liter", "l L"),
    ("watt", "dimension", "watt", "W"),
    ("watt hour", "dimension", "watt-hour watt_hour watthour", "Wh"),
    ("joule", "dimension", "joule", "J"),
    ("hertz", "dimension", "hertz", "Hz hz HZ"),
    ("volt", "dimension", "volt", "V"),
    ("ampere", "dimension", "ampere amp", ""),
    ("pascal", "dimension", "pascal", "Pa"),
    ("newton", "dimension", "newton", ""),
    ("electronvolt", "dimension", "electronvolt", "eV"),
    ("gray", "dimension", "", "Gy"),
    ("sievert", "dimension", "sievert", "Sv"),
    ("becquerel", "dimension", "becquerel", "Bq"),
    ("byte", "dimension", "byte", "B"),
    ("bit", "dimension", "bit", "bit"),
    ("ton", "dimension", "", "ton"),
    ("bel", "dimension", "bel", ""),
)

PLAIN = (
    # length
    ("mile", "dimension", "mile", "mi"),
    ("nautical mile", "dimension", "nautical_mile", "nmi"),
    ("foot", "dimension", "foot feet", "ft ft. ′"),
    ("inch", "dimension", "inch inches", "″"),
    ("yard", "dimension", "yard", "yd yds"),
    ("furlong", "dimension", "furlong", ""),
    ("micrometre", "dimension", "micron", "µm"),
    ("light year", "dimension", "light-year light_year", ""),
    ("fathom", "dimension", "fathom", ""),
    # area
    ("acre", "dimension", "acre", ""),
    ("hectare", "dimension", "hectare", "ha"),
    ("square metre", "dimension", "sq_m sq_metre sq_meter sqm", "m2 m² m^2"),
    ("square kilometre", "dimension", "sq_km sqkm", "km2 km² km^2"),
    ("square mile", "dimension", "sq_mi sq_mile", "mi2 mi²"),
    ("square foot", "dimension", "sq_ft sq_feet sqft sq._ft.", "ft2 ft²"),
    ("cubic metre", "dimension", "cu_m", "m3 m³ m^3"),
    ("cubic kilometre", "dimension", "", "km3 km³ km^3"),
    ("cubic centimetre", "dimension", "", "cc cm3 cm³"),
    # volume
    ("gallon", "dimension", "gallon", "gal"),
    ("barrel", "dimension", "barrel", "bbl"),
    ("pint", "dimension", "pint", ""),
    ("quart", "dimension", "quart", ""),
    ("cup", "dimension", "cup", ""),
    ("tablespoon", "dimension", "tablespoon", "tbsp"),
    ("teaspoon", "dimension", "teaspoon", "tsp"),
    ("fluid ounce", "dimension", "fluid_ounce", ""),
    ("bushel", "dimension", "bushel", ""),
    ("acre foot", "dimension", "acre-foot acre-feet", ""),
    # mass
    ("tonne", "dimension", "tonne metric_ton metric_tonne", "t"),
    ("megatonne", "dimension", "megatonne million-tonne", "Mt"),
    ("kilotonne", "dimension", "kilotonne", ""),
    ("gigatonne", "dimension", "gigatonne", ""),
    ("ton", "dimension", "ton", ""),
    ("kilogram", "dimension", "kilo", "kgs"),
    ("ounce", "dimension", "ounce", "oz oz."),
    ("pound", "dimension", "", "lb lbs lb. lbs."),
    ("carat", "dimension", "carat", ""),
    ("grain", "dimension", "", ""),
    ("dram", "dimension", "dram drachma", ""),
    # energy, power, pressure
    ("horsepower", "dimension", "horsepower brake_horsepower", "hp bhp HP"),
    ("calorie", "dimension", "calorie", "cal"),
    ("kilocalorie", "dimension", "kilocalorie", "kcal"),
    ("British thermal unit", "dimension", "british_thermal_unit", "BTU Btu"),
    ("pound per square inch", "dimension", "", "psi"),
    ("kilopound per square inch", "dimension", "", "ksi"),
    ("bar", "dimension", "", "mbar"),
    ("foot pound-force", "dimension", "pound-foot pound-feet foot-pound", "lb-ft ft-lb lb.-ft."),
    ("newton metre", "dimension", "newton-metre newton-meter", "Nm"),
    ("kelvin", "temperature", "kelvin", ""),
    ("decibel", "dimension", "decibel", "dB"),
    # speed
    ("mile per hour", "dimension", "", "mph"),
    ("kilometre per hour", "dimension", "", "kph kmph km/h km/hr kmh"),
    ("knot", "dimension", "knot", "kt kts"),
    ("metre per second", "dimension", "", "m/s"),
    ("mile per gallon", "dimension", "", "mpg"),
    ("revolution per minute", "dimension", "", "rpm"),
    ("frame per second", "dimension", "", "fps"),
    # data
    ("kibibyte", "dimension", "kibibyte", "KiB"),
    ("mebibyte", "dimension", "mebibyte", "MiB"),
    ("gibibyte", "dimension", "gibibyte", "GiB"),
    ("kilobyte", "dimension", "", "KB kB"),
    ("kilobit", "dimension", "", "kb Kb"),
    ("megabit", "dimension", "", "Mb mb"),
    ("gigabit", "dimension", "", "Gb"),
    ("bit", "dimension", "", "b"),
    ("kilobit per second", "dimension", "", "kbps Kbps"),
    ("megabit per second", "dimension", "", "Mbps mbps Mbit/s"),
    ("gigabit per second", "dimension", "", "Gbps gbps Gbit/s"),
    ("point per game", "dimension", "", "ppg"),
    ("rebound per game", "dimension", "", "rpg"),
    ("assist per game", "dimension", "", "apg"),
    ("megapixel", "dimension", "megapixel", "MP"),
    ("pixel", "dimension", "pixel", "px"),
    # medicine and chemistry
    ("microgram", "dimension", "", "mcg µg"),
    ("mole", "dimension", "", "mol"),
    ("part per million", "dimension", "parts_per_million part_per_million", "ppm"),
    ("part per billion", "dimension", "parts_per_billion part_per_billion", "ppb"),
    # angle
    ("radian", "dimension", "radian", "rad"),
    ("turn", "dimension", "turn half_turn", ""),
    # time
    ("second", "duration", "second", "sec secs"),
    ("minute", "duration", "minute", "min mins min."),
    ("hour", "duration", "hour", "hr hrs h"),
    ("day", "duration", "day", ""),
    ("week", "duration", "week", "wk wks"),
    ("fortnight", "duration", "fortnight", ""),
    ("month", "duration", "month", "mo mos"),
    ("year", "duration", "year", "yr yrs"),
    ("decade", "duration", "decade", ""),
    ("century", "duration", "century centuries", ""),
    ("millisecond", "duration", "millisecond", "ms"),
    ("microsecond", "duration", "microsecond", "μs µs"),
    ("nanosecond", "duration", "nanosecond", "ns"),
    # shares and changes
    ("percentage", "percentage", "percent per_cent percents percentage pct pct. pc", "%"),
    ("percentage point", "percentage", "percentage_point percent_point per_cent_point", "pp"),
    ("basis point", "percentage", "basis_point", "bps"),
    ("times", "multiple", "times-as fold", ""),
)

# Written-out units whose plural adds nothing, and symbols that are also common words: they need their
# number written against them, or a mark after them.
ATTACHED_ONLY = frozenset({"h", "mo", "mos", "b", "bit", "a", "g", "pc"})
