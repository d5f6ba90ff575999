"""How the register of people says who somebody is and what was said."""

from collections.abc import Sequence
from datetime import date

from quotereview.counting import counted
from quotereview.model import SpeakerType
from quotereview.review.people import Person, Role, Said, Suggestion
from quotereview.ui import listing, theme
from quotereview.ui.rows import Row

SHOWN_FORMS = 6
"""How many of the words by which articles name somebody are shown."""


def person_row(person: Person, suggestion: Suggestion | None) -> Row:
    """A person in the list: below the name what is known, the last role first, and who may be the same."""
    also = f"also {', '.join(person.aliases)}" if person.aliases else ""
    maybe = f"the same as {suggestion.other}? {suggestion.reason}" if suggestion else ""
    return Row(
        person.name, " · ".join(part for part in (_sort(person), person.role, also, maybe) if part), counts(person)
    )


def counts(person: Person) -> str:
    """How many quotes, how many of them open, and the date of the last one."""
    left = f"{person.open:,} open" if person.open else ""
    return " · ".join(part for part in (counted(person.quotes, "quote"), left, listing.day(person.last)) if part)


def about(person: Person) -> str:
    """What sort of voice, and how much there is of it."""
    return " · ".join(part for part in (person.type.value, counts(person)) if part)


def also(person: Person) -> str:
    """The other names."""
    return f"Also {', '.join(person.aliases)}" if person.aliases else ""


def printed(person: Person) -> str:
    """The words by which articles name the person otherwise."""
    if not person.printed:
        return ""
    more = len(person.printed) - SHOWN_FORMS
    forms = ", ".join(f"“{form}”" for form in person.printed[:SHOWN_FORMS])
    return f"Printed as {forms}{f' and {more:,} more' if more > 0 else ''}"


def roles(found: Sequence[Role]) -> str:
    """The roles with their months, "minister of ports, March–May 2026; opposition leader, since June 2026"."""
    return "; ".join(_role(role, found[:at], last=at == len(found) - 1) for at, role in enumerate(found))


def maybe(suggestion: Suggestion) -> str:
    """Who may be the same, and why."""
    return f"May be the same as {suggestion.other}: {suggestion.reason}."


def said_row(said: Said) -> Row:
    """A quote in the list of a person's: its words, its verdict, when and where it was printed, under which name."""
    quote, article = said.quote, said.article
    under = f"as {quote.speaker}" if quote.names and quote.speaker != quote.names[0] else ""
    below = (listing.day(article.published), article.outlet or listing.NO_OUTLET, under, quote.role or "")
    return Row(
        f"“{' '.join(quote.words.split())}”",
        " · ".join(part for part in below if part),
        state=theme.verdict_of(quote),
    )


def _sort(person: Person) -> str:
    return "" if person.type is SpeakerType.PERSON else person.type.value


def _role(role: Role, before: Sequence[Role], *, last: bool) -> str:
    if role.first is None or role.last is None:
        return role.words
    ended = [one.last for one in before if one.last]
    taken_up = last and ended and max(ended) < role.first
    return f"{role.words}, {f'since {_month(role.first)}' if taken_up else _period(role.first, role.last)}"


def _period(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _month(last)
    begins = listing.MONTHS[first.month - 1] if first.year == last.year else _month(first)
    return f"{begins}–{_month(last)}"


def _month(day: date) -> str:
    return f"{listing.MONTHS[day.month - 1]} {day.year}"
