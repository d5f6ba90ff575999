"""By what quotes are compared: what is kept of matches is anew only where this says something else."""

from functools import cache
from hashlib import blake2b

from quotereview import __version__
from quotereview.matching.decide import FILE
from quotereview.paths import resource


@cache
def engine() -> str:
    """The version of the program and its weights, in some letters."""
    weights = blake2b(resource("weights", FILE).read_bytes(), digest_size=8).hexdigest()
    return f"{__version__} {weights}"
