"""Readings -> stories -> topics, online: yesterday's topics are an input."""

from digest.cluster.online import cluster
from digest.cluster.state import Change, Clustering, Links, State
from digest.cluster.topics import assemble

__all__ = ["Change", "Clustering", "Links", "State", "assemble", "cluster"]
