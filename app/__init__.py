"""Showfloor: trade-show lead capture."""

__version__ = "0.1.0"
