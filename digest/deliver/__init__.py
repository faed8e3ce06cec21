"""Editions -> readers: one file a channel."""
