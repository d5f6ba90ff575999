"""Writes the README's table of keys from the program's table of actions; run it with the Python of `.venv`."""

from collections.abc import Iterable
from pathlib import Path

from quotereview.ui import action_table
from quotereview.ui.action import Action

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys: made by packaging/readme_keys.py -->\n", "<!-- keys end -->\n"


def key_table(table: Iterable[Action] = action_table.TABLE) -> str:
    """The actions that have keys, as a Markdown table."""
    rows = [
        (action.shown_keys, action.text.rstrip("…"), action.menu.replace("&", "")) for action in table if action.keys
    ]
    return "| Key | What it does | Menu |\n|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def with_keys(readme: str, table: str) -> str:
    """The README's text with this table of keys between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the README has lost the marks around its table of keys")
    return before + BEGIN + table + END + after


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8"), key_table()), encoding="utf-8")
