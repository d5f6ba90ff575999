"""One table of settings and the file that keeps them, for the window and whoever starts it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

Value = TypeVar("Value", str, int, list[str])


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """A thing the program remembers of its user: its name in the file, its default and what it is for."""

    id: str
    default: Value
    title: str
    help: str


EDITOR = Setting("editor", "", "Editor", "The name that is kept with every decision.")
RECENT = Setting("recent", list[str](), "Recent stores", "The stores opened last, the newest first.")
THEME = Setting("theme", "system", "Colours", "system, light or dark.")
TEXT_STEPS = Setting("text_steps", 0, "Text size", "Steps by which the text of the window is larger or smaller.")
ORDER = Setting("order", "article", "Order of the queue", "article, unsure first, speaker or outlet.")
FILTER = Setting("filter", list[str](), "Filter of the queue", "The store that was filtered last, and its filter.")
CHECKLIST = Setting(
    "checklist",
    [
        "words",
        "speaker",
        "role",
        "date",
        "venue",
        "translation",
        "context",
        "cuts",
        "insertions",
        "primary source seen",
    ],
    "Checklist",
    "The points by which every quote can be checked.",
)
COLUMNS = Setting(
    "columns", list[str](), "Columns of the sheet", "Their titles, in their order; none for those of each form."
)
GEOMETRY = Setting("geometry", "", "Window", "Where the window was, in Qt's own form.")
LIST = Setting("list", "", "List", "How wide the list of articles was, in Qt's own form.")
CARD = Setting("card", "", "Card", "How wide the card was, in Qt's own form.")
CROSSCHECK = Setting("crosscheck", "", "Cross-check", "How high the cross-check was, in Qt's own form.")

TABLE = (EDITOR, RECENT, THEME, TEXT_STEPS, ORDER, FILTER, CHECKLIST, COLUMNS, GEOMETRY, LIST, CARD, CROSSCHECK)

RECENT_STORES = 8


class Settings:
    """The settings of one user, kept in a JSON file.

    Names it does not know stay in the file, and so does what another window sets meanwhile. A damaged file or value
    counts as absent: what is set here never keeps anybody from reviewing, and so a file that cannot be written is no
    error either.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)
        self._set_here: dict[str, object] = {}

    def get(self, setting: Setting[Value]) -> Value:
        """The value that was set, else the default."""
        value = self._values.get(setting.id)
        return value if _like(value, setting.default) else setting.default  # type: ignore[return-value]

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value, at once."""
        if self._values.get(setting.id) == value:
            return
        self._values[setting.id] = self._set_here[setting.id] = value
        self._write()

    def note_store(self, path: Path) -> None:
        """Put a store at the head of the recent ones, those among them that another window opened meanwhile."""
        known = dict.fromkeys((str(path), *Settings(self._file).get(RECENT), *self.get(RECENT)))
        self.set(RECENT, list(known)[:RECENT_STORES])

    def _write(self) -> None:
        beside = self._file.with_suffix(f".{os.getpid()}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(_read(self._file) | self._set_here, indent=1), encoding="utf-8")
            beside.replace(self._file)
        except OSError:
            return


def _read(file: Path) -> dict[str, object]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _like(value: object, default: object) -> bool:
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is type(default)
