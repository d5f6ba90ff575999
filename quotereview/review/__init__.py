"""The editor's desk, without a screen."""
