"""Fonts of the computer that a sheet is written on, for letters of scripts that ours do not have."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import uharfbuzz

ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_OUTLINES = frozenset({"glyf", "CFF "})
_NEEDED = frozenset({"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"})
_VARIES = "fvar"  # a font that can be bold by degrees cannot be embedded as it is
_MAY_BE_EMBEDDED = slice(8, 10)
"""Where the table OS/2 says under which conditions a font may be embedded."""

_RESTRICTED = 2
_PLAINER = ("bold", "italic", "oblique", "light", "thin", "black", "mono")


def folders(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where a system keeps its fonts, and those of its user."""
    home = Path.home()
    if system == "win32":
        local = environment.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return Path(environment.get("WINDIR", "C:/Windows"), "Fonts"), Path(local, "Microsoft/Windows/Fonts")
    if system == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    own = environment.get("XDG_DATA_HOME") or home / ".local/share"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(own, "fonts"), home / ".fonts"


def covering(letters: frozenset[str], places: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """The fewest fonts, about, that have all of these letters, or as many of them as are to be had."""
    missing, chosen = set(letters), []
    known = {file: have for file in _files(folders() if places is None else places) if (have := _of(file, letters))}
    while missing and known:
        best = max(known, key=lambda file: (len(known[file] & missing), -_styled(file), file.name))
        found = known.pop(best) & missing
        if not found:
            break
        chosen.append(best)
        missing -= found
    return tuple(chosen)


def _files(places: tuple[Path, ...]) -> Iterator[Path]:
    for place in places:
        for folder, _, names in os.walk(place):
            yield from (Path(folder, name) for name in sorted(names) if name.lower().endswith(ENDINGS))


def _of(file: Path, letters: frozenset[str]) -> frozenset[str]:
    """Which of these letters a font has, if it can be embedded."""
    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file))
    except (OSError, uharfbuzz.HarfBuzzError):
        return frozenset()
    tables, have = set(face.table_tags), face.unicodes
    whole = tables >= _NEEDED and tables & _OUTLINES and _VARIES not in tables and ord(" ") in have
    if not whole or _restricted(face):
        return frozenset()
    return frozenset(letter for letter in letters if ord(letter) in have)


def _restricted(face: uharfbuzz.Face) -> bool:
    """Whether whoever made the font does not want it to be embedded."""
    told = face.reference_table("OS/2").data[_MAY_BE_EMBEDDED]
    return bool(int.from_bytes(told, "big") & _RESTRICTED)


def _styled(file: Path) -> int:
    """How much a font is other than plain, by its name."""
    return sum(style in file.name.lower() for style in _PLAINER)
