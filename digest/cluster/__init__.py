"""Readings -> stories -> topics, online: yesterday's topics are an input."""

from digest.cluster.online import assemble, cluster
from digest.cluster.state import Change, Clustering, Links, State

__all__ = ["Change", "Clustering", "Links", "State", "assemble", "cluster"]
