"""All words that a window holds, shown or not: for tests that something is not among them."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def words_of(window: QWidget) -> str:
    """What all widgets of a window say, in their names, tips, lists and menus, too."""
    widgets = [window, *window.findChildren(QWidget)]
    actions = window.findChildren(QAction)
    said = [part for widget in widgets for part in _of_widget(widget)]
    return "\n".join([*said, *(text for action in actions for text in (action.text(), action.toolTip()))])


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip())
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), QModelIndex())
    said = getattr(widget, "said", None)
    if said is not None:
        yield str(said())


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield from (str(model.data(index, role) or "") for role in ROLES)
        yield from _of_model(model, index)
