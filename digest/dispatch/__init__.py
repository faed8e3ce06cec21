"""The outbox, emptied: each message is made from its edition and handed to its channel."""

from digest.dispatch.flush import Store, flush, undelivered

__all__ = ["Store", "flush", "undelivered"]
