"""Readings -> stories -> topics."""
