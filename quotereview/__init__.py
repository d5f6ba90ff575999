"""quotereview: find the direct quotes in news articles, say who spoke, and let an editor confirm it."""

__version__ = "0.1.0"
