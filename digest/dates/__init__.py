"""Date expressions of a text, and what they mean.

``find_dates`` finds them; ``read_date`` reads a string that is nothing but a date; ``find_month_days``
gives the days whose year is not said; ``spoken_day`` says one. What states its year is "stated"; what
needs the day of publication ("Tuesday", "last month", "Jan. 10") is "inferred", and left out where no
anchor carries it.
"""

from digest.dates.find import find_dates
from digest.dates.read import read_date
from digest.dates.spoken import spoken_day
from digest.dates.yearless import MonthDay, find_month_days

__all__ = ["MonthDay", "find_dates", "find_month_days", "read_date", "spoken_day"]
