"""Text to proposals: the only room that knows spaCy."""
