"""Date expressions of a text, and what they mean.

``find_dates`` finds them; ``read_date`` reads a string that is nothing but a date. What states its
year is "stated"; what needs the day of publication ("Tuesday", "last month", "Jan. 10") is
"inferred", and left out where no anchor carries it.
"""

from digest.dates.find import find_dates
from digest.dates.read import read_date

__all__ = ["find_dates", "read_date"]
