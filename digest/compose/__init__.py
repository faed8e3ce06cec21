"""Topics + findings + date -> Briefing. Pure: no clock, no files, no language pipeline.

Nothing is written here that is not a span of a source: composing is choosing, numbering and checking.
"""

from digest.compose.briefing import Limits, Masthead, compose
from digest.compose.findings import StoryFindings, TopicFindings
from digest.compose.selection import Wishes
from digest.compose.series import Said, already_said
from digest.compose.since import Earlier, Since

__all__ = [
    "Earlier",
    "Limits",
    "Masthead",
    "Said",
    "Since",
    "StoryFindings",
    "TopicFindings",
    "Wishes",
    "already_said",
    "compose",
]
