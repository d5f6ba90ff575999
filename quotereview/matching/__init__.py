"""Quotes to quotes: which hold the same words, and how they differ."""

from quotereview.model import Group

__all__ = ["Group"]
