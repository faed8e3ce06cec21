"""Across articles: the same quote, the same figure, conflict and drift."""
