"""Compares what was written with the golden file that stands for it."""

import os
from pathlib import Path

EXPECTED = Path(__file__).parent.parent / "expected"


def check(name: str, content: bytes) -> None:
    """``content`` is what ``tests/expected/name`` holds; with QUOTEREVIEW_GOLDEN=write it is put there instead."""
    golden = EXPECTED / name
    if os.environ.get("QUOTEREVIEW_GOLDEN") == "write":
        golden.write_bytes(content)
    assert content.decode() == golden.read_bytes().decode()
