"""Digest: an automated generator of briefing digests in which every line is cited and provable."""

__version__ = "0.1.0"

__all__ = ["__version__"]
