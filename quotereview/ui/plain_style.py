"""What Fusion draws with gradients, drawn flat: scroll bars, buttons, lines, choices and headings of tables.

Its colours are those of the palette, so that it is the same in light and dark and never has to be set again.
"""

SHEET = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: palette(mid); border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: palette(dark); }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QPushButton {{ background: palette(button); border: 1px solid palette(dark); border-radius: 4px; padding: 4px 12px; }}
QPushButton:hover {{ background: palette(midlight); }}
QPushButton:pressed {{ background: palette(mid); }}
QPushButton:focus {{ border: 1px solid palette(accent); background: palette(midlight); }}
QPushButton:disabled {{ border-color: palette(mid); }}
QPushButton:flat {{ background: transparent; border: 1px solid transparent; padding: 4px; }}
QPushButton:flat:hover {{ background: palette(midlight); }}
QPushButton:flat:focus {{ border: 1px solid palette(accent); }}

QLineEdit {{ background: palette(base); border: 1px solid palette(dark); border-radius: 4px; padding: 3px 4px; }}
QLineEdit:focus {{ border-color: palette(accent); }}

QComboBox {{ background: palette(button); border: 1px solid palette(dark); border-radius: 4px; padding: 4px 8px;
    combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: palette(base); border: 1px solid palette(dark);
    selection-background-color: palette(accent); selection-color: palette(highlighted-text); }}
QComboBox:focus {{ border-color: palette(accent); }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}

QToolTip {{ background: palette(button); color: palette(text); border: 1px solid palette(dark); padding: 4px; }}
QHeaderView::section {{ background: palette(window); border: none; border-bottom: 1px solid palette(mid);
    padding: 4px; }}
QTableCornerButton::section {{ background: palette(window); border: none; }}
QProgressBar {{ background: palette(mid); border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: palette(accent); border-radius: 2px; }}
"""
