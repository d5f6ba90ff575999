"""When an action can be used, and what is told where it cannot."""

from enum import StrEnum

AGREEMENT = "agreement"
"""The action by which somebody who has left a blind read sees what came of it."""


class When(StrEnum):
    """When an action can be used."""

    ALWAYS = "always"
    ARTICLES = "there are articles"
    QUOTES = "there are quotes to review"
    FOCUS = "a quote is in focus"
    RULED = "a decided quote is in focus"
    UNDO = "there is something to undo"
    REDO = "there is something to redo"
    OFFER = "a correction is offered to other quotes"
    READING = "articles are being read"


NOT_NOW = {
    When.ARTICLES: "There are no articles yet: add some first.",
    When.QUOTES: "There are no quotes to review: add articles first.",
    When.FOCUS: "No quote is in focus: G goes to the next open one, or choose one in an article.",
    When.RULED: "This quote is open: nobody has ruled on it.",
    When.UNDO: "There is nothing to undo.",
    When.REDO: "There is nothing to redo.",
    When.OFFER: "No correction is offered to other quotes.",
    When.READING: "No articles are being read.",
}
"""What is told when an action is wanted that cannot be used."""

NOT_BLIND = "Not in a blind read: Ctrl+B leaves it."
SEEING = frozenset(
    {"add", "add_folder", "paste", "export", "export_verified", "take_back", "hand_on", "take_in"}
    | {"describe", "remove", "zone", "cite", "cite_person"}
    | {"bulk", "add_quote", "explain", "close", "settle", "disagreements", "detect_again", "detect_all", AGREEMENT}
)
"""What is not done in a blind read."""
