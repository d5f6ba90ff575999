"""Writes what each command says of itself into docs/cli.md; run it with the Python of `.venv`."""

from collections.abc import Iterator
from pathlib import Path

import click

from quotereview import cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
BEGIN, END = "<!-- help: made by packaging/cli_page.py -->\n", "<!-- help end -->\n"
WIDTH = 100


def help_texts() -> str:
    """The help of the program and of each command that is offered, as Markdown."""
    program = cli.build(lambda _store, _files: 0)
    return "\n".join(_section(name, context.get_help()) for name, context in _contexts(program))


def with_help(page: str, texts: str) -> str:
    """The page with these help texts between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the page has lost the marks around its help texts")
    return before + BEGIN + texts + END + after


def _contexts(program: click.Group) -> Iterator[tuple[str, click.Context]]:
    above = click.Context(program, info_name="quotereview", terminal_width=WIDTH)
    yield "quotereview", above
    for name, command in program.commands.items():
        if not command.hidden:
            yield f"quotereview {name}", click.Context(command, parent=above, info_name=name, terminal_width=WIDTH)


def _section(name: str, text: str) -> str:
    return f"## `{name}`\n\n```\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(with_help(PAGE.read_text(encoding="utf-8"), help_texts()), encoding="utf-8")
