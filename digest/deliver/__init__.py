"""Editions -> readers: one file a channel."""

from digest.deliver.plan import plan_messages

__all__ = ["plan_messages"]
