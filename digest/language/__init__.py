"""The language room: which spaCy pipeline runs, and what our own layer adds to it.

The embedded pipeline lies in ``model/`` beside this file, under its own licence.
"""

from digest.language.load import describe, load

__all__ = ["describe", "load"]
