"""Whose desk it is, at the top right and in the title of the window."""

from quotereview.review.session import Session
from quotereview.ui.controls import Button
from quotereview.ui.theme import BLIND


class Whose(Button):
    """Names the editor, who may be reading blind, and the store; it is there to switch the editor."""

    def __init__(self) -> None:
        super().__init__("")
        self.setFlat(True)

    def show_session(self, session: Session) -> None:
        """Name those of a session."""
        blind, store = _blind(session), session.store_path.name
        who = f"{session.editor}, {blind}" if blind else session.editor
        self.setText(f"{who} · {store}")
        self.setAccessibleName(f"Editor: {who}; store: {store}; switch the editor")


def title(session: Session) -> str:
    """The title of a session's window."""
    blind = _blind(session)
    return f"{f'{blind.capitalize()} — ' if blind else ''}{session.store_path.name} — quotereview"


def _blind(session: Session) -> str:
    return BLIND.word if session.blind.read else ""
