"""Readings -> stories -> topics, online: yesterday's topics are an input."""

from digest.cluster.online import cluster
from digest.cluster.topics import assemble
from digest.cluster.why import recounted
from digest.kept import Change, Clustering, Links, State

__all__ = ["Change", "Clustering", "Links", "State", "assemble", "cluster", "recounted"]
