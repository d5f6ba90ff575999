"""Locks the packages that quotereview runs and is tested with; needs uv on the path.

Versions stay as they are locked unless `--upgrade` (or `--upgrade-package NAME`) is given.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PURPOSES: dict[str, list[str]] = {
    "run": [],
    "test": ["--extra", "test", "--constraint", "packaging/requirements-run.txt"],
}
COMMAND = [
    "uv",
    "pip",
    "compile",
    "--no-config",
    "--universal",
    "--generate-hashes",
    "--python-version",
    "3.11",
    "--no-annotate",
]


def main(arguments: list[str]) -> None:
    """Write both lock files, the tests' one with the versions of the other."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    for purpose, extra in PURPOSES.items():
        output = f"packaging/requirements-{purpose}.txt"
        made_by = ["--custom-compile-command", "python packaging/lock.py", "--output-file", output]
        inputs = ["pyproject.toml", "--group", "build", *extra]
        subprocess.run(
            [*COMMAND, *made_by, *inputs, *arguments], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )


if __name__ == "__main__":
    main(sys.argv[1:])
