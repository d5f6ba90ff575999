"""Rows to files: the sheet."""
