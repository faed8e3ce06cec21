"""Words of the calendar and the clock: never names of people, places or institutions."""

from __future__ import annotations

from digest.language.lists import words

MONTHS = words("""
    January February March April May June July August September October November December Jan. Feb. Mar.
    Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Jan Feb Sept Oct Nov Dec
""")
WEEKDAYS = words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri.
    Sat. Sun.
""")
CLOCK = words("GMT UTC EST EDT ET CET CEST BST PST PDT a.m. p.m. AM PM")

CALENDAR = MONTHS | WEEKDAYS | CLOCK
