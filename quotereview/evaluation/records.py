"""What gold is read from: files of JSON lines, folders of articles; whatever is not so is told with its line."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from quotereview.errors import Unreadable

Fields = Mapping[str, Any]
Form = TypeVar("Form")


def texts(place: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of articles."""
    if place.is_dir():
        yield from ((file.name, _content(file)) for file in sorted(place.glob("*.txt")))
        return
    for number, fields in lines(place):
        if not isinstance(fields.get("text"), str):
            raise Unreadable(
                f"Line {number} of {place} is no article with “id” and “text”; correct it or leave it out."
            )
        yield str(fields.get("id")), fields["text"]


def lines(file: Path) -> Iterator[tuple[int, Fields]]:
    """The objects of a file with the numbers of their lines."""
    for number, line in enumerate(_content(file).split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"Line {number} of {file} is not JSON; correct it or leave it out.") from error
        if not isinstance(fields, dict):
            raise Unreadable(f"Line {number} of {file} is no object with fields; correct it or leave it out.")
        yield number, fields


def _content(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not UTF-8 text; save it so.") from error


def each(file: Path, numbered: Sequence[tuple[int, Fields]], form: Callable[[Fields], Form]) -> Iterator[Form]:
    """What ``form`` makes of each line; Unreadable, with the line, for a field that is missing or of another form."""
    for number, fields in numbered:
        try:
            yield form(fields)
        except KeyError as error:
            raise Unreadable(
                f"Line {number} of {file} has no “{error.args[0]}”; add it or leave the line out."
            ) from error
        except (TypeError, ValueError) as error:
            raise Unreadable(f"Line {number} of {file} has a field of the wrong form ({error}); correct it.") from error


def first(fields: Fields, *names: str) -> Any:
    """What the first of the named fields holds that is there."""
    return next((fields[name] for name in names if name in fields), None)


def text(value: Any) -> str:
    """A field that is text; TypeError for any other."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value


def name(value: Any) -> str | None:
    """A field that is text or nothing; TypeError for any other."""
    return None if value is None else text(value)
