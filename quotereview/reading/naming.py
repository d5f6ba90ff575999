"""Names and sentences in one line that reads as it is written, whatever a file is called, or says of itself."""

import re

LONGEST_NAME = 255  # characters
LONGEST_SENTENCE = 1_000
_NOT_SHOWN = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def in_a_line(words: str, longest: int = LONGEST_NAME) -> str:
    """Words with question marks for line breaks, controls, turned directions and bytes that are no text; cut off."""
    shown = _NOT_SHOWN.sub("?", words[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
