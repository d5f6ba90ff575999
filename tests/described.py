"""What invented articles say of themselves."""

from datetime import date

from quotereview.model import Described, Field


def described(**fields: str | date | None) -> tuple[Described, ...]:
    """Fields by their names, those that are None left out."""
    return tuple(Described(Field(name), str(value), "invented") for name, value in fields.items() if value is not None)
