"""Files that nobody would write, made of those that somebody did, read by every reader within bounds."""
