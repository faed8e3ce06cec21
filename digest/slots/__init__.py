"""When editions are due: schedule texts and time zones -> slots. Pure: no clock, no state.

    "daily at 06:30" ─parse→ Rule ─between, upcoming→ Slot(date, name, at)

There is one slot for each local date and wall-clock time, whatever daylight saving does to that day.
"""

from digest.slots.calendar import Slot, between, upcoming
from digest.slots.rules import FORMS, Rule, oddities, parse
from digest.slots.zones import instant

__all__ = ["FORMS", "Rule", "Slot", "between", "instant", "oddities", "parse", "upcoming"]
