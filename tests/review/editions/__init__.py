"""Invented articles in several editions."""
