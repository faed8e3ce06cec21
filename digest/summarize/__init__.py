"""Summaries of stories: sentences chosen verbatim, a headline, a lead, a timeline, and who agrees.

Pure functions over readings: no language pipeline, no clock, nothing printed that is not a span.
"""

from digest.summarize.agreement import agreement
from digest.summarize.story import lead, summarize
from digest.summarize.timeline import timeline, timeline_length

__all__ = ["agreement", "lead", "summarize", "timeline", "timeline_length"]
