"""Quotes to quotes: the same words in other articles."""
