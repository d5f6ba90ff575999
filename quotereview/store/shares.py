"""Whether a store lies on a network share, where two computers may write to it and cannot see each other do so."""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux says what is mounted; other systems do not tell so plainly, and nothing is told of them."""

CAUTION = (
    "{} is on a network share: work at it from one computer at a time; "
    "several editors are safe with a copy each, which `quotereview merge` brings together."
)

_KINDS = frozenset(
    {
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "smb3",
        "smbfs",
        "sshfs",
    }
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def shared(path: Path) -> bool:
    """Whether a file lies on a network share, as far as the system tells."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        there = path.resolve()
    except OSError:
        return False
    found = [(point, kind) for point, kind in map(_mount, mounts) if there.is_relative_to(point)]
    # The longest holds the file; of two on one place the last was mounted over the other.
    nearest = max(reversed(found), key=lambda one: len(one[0].parts), default=None)
    return nearest is not None and nearest[1].removeprefix("fuse.") in _KINDS


def _mount(line: str) -> tuple[Path, str]:
    """Where something is mounted, and of which kind it is."""
    before, _, after = line.partition(" - ")
    point = before.split()[4]
    return Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), point)), after.split()[0]
