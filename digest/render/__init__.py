"""Briefing -> bytes, one file a format."""
