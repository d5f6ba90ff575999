"""What Fusion draws with gradients, drawn flat: scroll bars, buttons, lines, choices and headings of tables."""

SHEET = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {edge}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QPushButton {{ background: {raised}; border: 1px solid {edge}; border-radius: 4px; padding: 4px 12px; }}
QPushButton:hover {{ background: {tint}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:focus {{ border: 1px solid {accent}; background: {tint}; }}
QPushButton:disabled {{ border-color: {line}; }}
QPushButton:flat {{ background: transparent; border: 1px solid transparent; padding: 4px; }}
QPushButton:flat:hover {{ background: {tint}; }}
QPushButton:flat:focus {{ border: 1px solid {accent}; }}

QLineEdit {{ background: {page}; border: 1px solid {edge}; border-radius: 4px; padding: 3px 4px; }}
QLineEdit:focus {{ border-color: {accent}; }}

QComboBox {{ background: {raised}; border: 1px solid {edge}; border-radius: 4px; padding: 4px 8px; combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {page}; border: 1px solid {edge};
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QComboBox:focus {{ border-color: {accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}

QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 4px; }}
QHeaderView::section {{ background: {window}; border: none; border-bottom: 1px solid {line}; padding: 4px; }}
QTableCornerButton::section {{ background: {window}; border: none; }}
QProgressBar {{ background: {line}; border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""
