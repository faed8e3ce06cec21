"""Source folders -> the files that are new, changed or gone. The scan is the truth; events only hasten it."""

from digest.watch.hints import Hints
from digest.watch.looking import Look, Watch, outermost

__all__ = ["Hints", "Look", "Watch", "outermost"]
