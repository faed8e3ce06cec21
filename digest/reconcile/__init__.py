"""Across articles: the same quote, the same figure, conflict and drift."""

from digest.reconcile.figures import group_figures
from digest.reconcile.quotes import group_quotes
from digest.reconcile.sourcing import find_voices

__all__ = ["find_voices", "group_figures", "group_quotes"]
