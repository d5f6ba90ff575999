"""Files and bytes to articles."""
