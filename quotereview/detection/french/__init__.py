"""The rules for French: its own mentions, cues, names and carriers on the marks, zones and parse of every language."""
