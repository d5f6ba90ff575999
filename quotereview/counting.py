"""Numbers in a sentence, for everybody who says how many there are."""


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its thing, "1 quote" or "2,000 quotes"; ``things`` where more of them take more than an s."""
    return f"{number:,} {agreeing(number, thing, things or f'{thing}s')}"


def agreeing(number: int, one: str, many: str) -> str:
    """Of two forms of a word the one that a number asks for: "is" of 1, "are" of none and of more."""
    return one if number == 1 else many
