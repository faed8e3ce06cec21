"""Briefing + sources -> what does not hold.

Two proofs. *Verbatim*: the source is the same bytes, the text at every span is the text printed, every
span is marked in the passage that is shown for it. *Derived*: reading the sources again gives the same
quotes with the same speakers, the same figures with the same values, the same dates.
"""

from digest.verify.briefing import verify
from digest.verify.proof import Fault
from digest.verify.series import against, unproved

__all__ = ["Fault", "against", "unproved", "verify"]
