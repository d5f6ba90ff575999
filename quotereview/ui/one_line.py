"""A dialog that asks for one line of words."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from quotereview.ui.controls import Button, Field, Words
from quotereview.ui.theme import GRID


class OneLine(QDialog):
    """Asks one question; Enter answers, Esc leaves."""

    def __init__(self, title: str, question: str, proposed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = Field(title)
        self.field.setText(proposed)
        self.field.selectAll()
        self.field.kept.connect(self.accept)
        self.field.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[GRID * 5] * 4)
        column.setSpacing(GRID * 3)
        column.addWidget(Words(question))
        column.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, do in (("Not now", self.reject), ("Keep", self.accept)):
            button = Button(words)
            button.clicked.connect(do)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(GRID * 110)

    def ask(self) -> str | None:
        """The answer, tidied; None if the editor left, or wrote nothing."""
        answered = self.exec() == QDialog.DialogCode.Accepted
        return " ".join(self.field.text().split()) or None if answered else None
