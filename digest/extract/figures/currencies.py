"""Currencies and how they are written.

Codes and names are those of ISO 4217 (and XBT-like "BTC" for bitcoin, which has no code). One row a currency:
(code, name, symbols that stand before or after the number, names in running text without plural).
A bare "dollar" or "$" is the US dollar, a bare "pound" (where it is money) the pound sterling, as in
international news; other shared names ("franc", "peso", "rupee", "krona") keep their name where the
country is not said. Minor units keep their own name: "48 cents" is 48 of unit "cent".
"""

from __future__ import annotations

CURRENCIES = (
    ("USD", "US dollar", "US$ U.S.$ U.S$ $US USD$ us$ $ US-$",
     "US dollar|U.S. dollar|United States dollar|American dollar|greenback|dollar|buck"),
    ("EUR", "euro", "€", "euro"),
    ("GBP", "pound sterling", "£ PS", "pound sterling|British pound|UK pound|sterling|quid"),
    ("JPY", "Japanese yen", "¥ JP¥ Y=", "Japanese yen|yen"),
    ("CNY", "Chinese yuan", "CN¥ 元 RMB¥", "Chinese yuan|yuan renminbi|yuan|renminbi|rmb|kuai"),
    ("AUD", "Australian dollar", "A$ AU$ $A AUD$ Aus$", "Australian dollar|Aussie dollar"),
    ("CAD", "Canadian dollar", "C$ CA$ $C CAD$ Can$ $Can", "Canadian dollar"),
    ("NZD", "New Zealand dollar", "NZ$ $NZ NZD$", "New Zealand dollar"),
    ("HKD", "Hong Kong dollar", "HK$", "Hong Kong dollar"),
    ("SGD", "Singapore dollar", "S$ SG$ SGD$", "Singapore dollar|Singaporean dollar"),
    ("TWD", "Taiwan dollar", "NT$ TW$", "Taiwan dollar|Taiwanese dollar|New Taiwan dollar"),
    ("JMD", "Jamaican dollar", "J$", "Jamaican dollar"),
    ("TTD", "Trinidad and Tobago dollar", "TT$", "Trinidad and Tobago dollar"),
    ("BBD", "Barbados dollar", "Bds$", "Barbadian dollar|Barbados dollar"),
    ("FJD", "Fiji dollar", "FJ$", "Fiji dollar|Fijian dollar"),
    ("ZWL", "Zimbabwe dollar", "ZW$", "Zimbabwe dollar|Zimbabwean dollar"),
    ("NAD", "Namibia dollar", "N$", "Namibian dollar"),
    ("CHF", "Swiss franc", "Fr. SFr", "Swiss franc"),
    ("XOF", "CFA franc", "", "CFA franc|West African CFA franc"),
    ("INR", "Indian rupee", "₹", "Indian rupee"),
    ("PKR", "Pakistani rupee", "", "Pakistani rupee|Pakistan rupee"),
    ("LKR", "Sri Lankan rupee", "ரூ", "Sri Lankan rupee|Sri Lanka rupee"),
    ("NPR", "Nepalese rupee", "", "Nepalese rupee|Nepali rupee"),
    ("BDT", "Bangladeshi taka", "৳ Tk", "Bangladeshi taka|taka"),
    ("RUB", "Russian rouble", "₽", "Russian rouble|Russian ruble|rouble|ruble"),
    ("UAH", "Ukrainian hryvnia", "₴", "Ukrainian hryvnia|hryvnia|hryvna"),
    ("PLN", "Polish zloty", "zł", "Polish zloty|zloty|złoty"),
    ("CZK", "Czech koruna", "Kč", "Czech koruna|Czech crown|koruna"),
    ("HUF", "Hungarian forint", "", "Hungarian forint|forint"),
    ("RON", "Romanian leu", "", "Romanian leu|Romanian lei|lei"),
    ("BGN", "Bulgarian lev", "", "Bulgarian lev|leva"),
    ("DKK", "Danish krone", "", "Danish krone|Danish kroner|Danish crown"),
    ("NOK", "Norwegian krone", "", "Norwegian krone|Norwegian kroner|Norwegian crown"),
    ("SEK", "Swedish krona", "", "Swedish krona|Swedish kronor|Swedish crown"),
    ("ISK", "Icelandic krona", "", "Icelandic krona|Icelandic króna"),
    ("TRY", "Turkish lira", "₺", "Turkish lira|Turkish liras"),
    ("ILS", "Israeli shekel", "₪ NIS", "Israeli shekel|new shekel|shekel"),
    ("SAR", "Saudi riyal", "", "Saudi riyal|Saudi Arabian riyal"),
    ("AED", "UAE dirham", "Dh Dhs", "UAE dirham|Emirati dirham"),
    ("EGP", "Egyptian pound", "E£", "Egyptian pound"),
    ("LBP", "Lebanese pound", "L£", "Lebanese pound|Lebanese lira"),
    ("SYP", "Syrian pound", "", "Syrian pound"),
    ("IQD", "Iraqi dinar", "", "Iraqi dinar"),
    ("KWD", "Kuwaiti dinar", "", "Kuwaiti dinar"),
    ("IRR", "Iranian rial", "﷼", "Iranian rial"),
    ("NGN", "Nigerian naira", "₦", "Nigerian naira|naira"),
    ("GHS", "Ghanaian cedi", "₵ GH₵", "Ghanaian cedi|cedi"),
    ("KES", "Kenyan shilling", "KSh Ksh Sh", "Kenyan shilling|Kenya shilling"),
    ("UGX", "Ugandan shilling", "USh", "Ugandan shilling"),
    ("ZAR", "South African rand", "", "South African rand|rand"),
    ("BRL", "Brazilian real", "R$", "Brazilian real|Brazilian reais|reais"),
    ("MXN", "Mexican peso", "Mex$ MX$ MXN$", "Mexican peso"),
    ("ARS", "Argentine peso", "AR$", "Argentine peso|Argentinian peso"),
    ("CLP", "Chilean peso", "CL$", "Chilean peso"),
    ("COP", "Colombian peso", "COL$", "Colombian peso"),
    ("PHP", "Philippine peso", "₱", "Philippine peso"),
    ("IDR", "Indonesian rupiah", "Rp", "Indonesian rupiah|rupiah"),
    ("MYR", "Malaysian ringgit", "RM", "Malaysian ringgit|ringgit"),
    ("THB", "Thai baht", "฿", "Thai baht|baht"),
    ("VND", "Vietnamese dong", "₫", "Vietnamese dong|dong"),
    ("KRW", "South Korean won", "₩", "South Korean won|Korean won"),
    ("LAK", "Lao kip", "₭", "Lao kip|kip"),
    ("GEL", "Georgian lari", "₾", "Georgian lari|lari"),
    ("AMD", "Armenian dram", "֏", "Armenian dram"),
    ("KZT", "Kazakhstani tenge", "₸", "Kazakhstani tenge|tenge"),
    ("CRC", "Costa Rican colón", "₡", "Costa Rican colon|Costa Rican colón"),
    ("PYG", "Paraguayan guarani", "₲", "Paraguayan guarani|guaraní"),
    ("FIM", "Finnish markka", "", "Finnish markka|markka"),
    ("DEM", "German mark", "", "German mark|Deutsche mark|Deutschmark|deutschemark"),
    ("NLG", "Netherlands guilder", "", "Dutch guilder|Netherlands guilder|guilder"),
    ("ESP", "Spanish peseta", "", "Spanish peseta|peseta"),
    ("FRF", "French franc", "", "French franc"),
    ("ITL", "Italian lira", "", "Italian lira"),
    ("BTC", "bitcoin", "₿", "bitcoin"),
    ("ETH", "ether", "Ξ", "ether"),
)  # fmt: skip

# Names that several countries share.
SHARED = (
    ("rupee", "Rs Rs. Re.", "rupee"), ("franc", "", "franc"), ("peso", "", "peso"),
    ("krona", "kr", "krona|kronor"), ("krone", "", "krone|kroner"), ("crown", "", "crown"),
    ("lira", "", "lira|lire"),
    ("dinar", "", "dinar"), ("dirham", "", "dirham"), ("riyal", "", "riyal"), ("rial", "", "rial"),
    ("shilling", "", "shilling"), ("sen", "sen", ""), ("satoshi", "", "satoshi"),
)  # fmt: skip

# Minor units: name, signs after the number, words.
MINOR = (
    ("cent", "¢ c", "cent"),
    ("pence", "p", "pence"),
    ("penny", "", "penny|pennies"),
    ("dime", "", "dime"),
    ("kopek", "", "kopek|kopeck"),
    ("paisa", "", "paise|paisa"),
    ("jiao", "", "mao"),
)
