"""The list of articles stands in order, follows what changes, and leaves what is selected alone."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from quotereview.review.filtering import read_filter
from quotereview.ui import listing, theme
from quotereview.ui.articles_model import SIFTED, ArticlesModel, Sifted, Summary
from quotereview.ui.articles_panel import ArticlesPanel
from quotereview.ui.window import MainWindow
from tests.ui.story import summary

THREE = [summary(1, "Zeitung", 2), summary(2, None, 1), summary(3, "Abend", 9), summary(4, "Abend", 3)]


def lines(model: ArticlesModel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [index.data(), *lines(model, index)]
    return found


def test_outlets_by_name_articles_by_date_the_unknown_at_the_end(qtbot: QtBot) -> None:
    model = ArticlesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_articles(THREE)
    assert lines(model) == ["Abend", "Article 4", "Article 3", "Zeitung", "Article 1", "Outlet unknown", "Article 2"]


def test_each_outlet_has_one_heading_also_where_only_accents_or_case_tell_two_apart(qtbot: QtBot) -> None:
    model = ArticlesModel()
    model.show_articles([summary(1, "Echo", 1), summary(2, "écho", 2), summary(3, "Echo", 3), summary(4, "Fjord", 1)])
    assert lines(model) == ["Echo", "Article 1", "Article 3", "écho", "Article 2", "Fjord", "Article 4"]


def test_the_model_stays_sound_while_articles_come_change_and_go(qtbot: QtBot) -> None:
    model = ArticlesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for articles in (THREE[:1], THREE, [replace(one, outlet="Abend") for one in THREE], THREE[2:], []):
        model.show_articles(articles)
    assert model.rowCount() == 0


def test_progress_changes_the_row_alone(qtbot: QtBot) -> None:
    model = ArticlesModel()
    model.show_articles(THREE)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show_articles([replace(THREE[0], decided=2), *THREE[1:]])
    assert changed.args is not None
    assert changed.args[0].data(Summary).decided == 2


def test_an_article_is_heard_whole(qtbot: QtBot) -> None:
    model = ArticlesModel()
    model.show_articles([summary(1, "Zeitung", 2, decided=3)])
    spoken = model.find("a1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Article 1, Zeitung, 2 March 2026, 3 of 5 decided"


def test_what_an_article_does_not_say_is_said(qtbot: QtBot) -> None:
    model = ArticlesModel()
    model.show_articles([summary(1), summary(2, "Zeitung"), summary(3, None, 2)])
    spoken = [model.find(f"a{number}").data(Qt.ItemDataRole.AccessibleTextRole) for number in (1, 2, 3)]
    assert spoken == [
        "Article 1, no date, no outlet, 0 of 5 decided",
        "Article 2, Zeitung, no date, 0 of 5 decided",
        "Article 3, 2 March 2026, no outlet, 0 of 5 decided",
    ]


def test_removed_articles_are_not_listed(qtbot: QtBot) -> None:
    model = ArticlesModel()
    model.show_articles([replace(THREE[0], removed=True)])
    assert lines(model) == []


def test_selecting_one_opens_it_and_several_do_not(qtbot: QtBot) -> None:
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.show_articles(THREE)
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        panel.list.setCurrentIndex(panel.model.find("a3"))
    assert chosen.args == ["a3"]
    with qtbot.assertNotEmitted(panel.article_chosen):
        panel.list.selectionModel().select(panel.model.find("a1"), QItemSelectionModel.SelectionFlag.Select)
    assert sorted(panel.selected()) == ["a1", "a3"]


def test_arriving_articles_leave_the_open_one_selected_and_ask_for_nothing(qtbot: QtBot) -> None:
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.show_articles(THREE[:2])
    panel.show_open("a1")
    with qtbot.assertNotEmitted(panel.article_chosen):
        panel.show_articles(THREE)
    assert panel.selected() == ["a1"]


def test_a_title_stands_on_the_side_where_it_begins(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 500)
    panel.show()
    sides = []
    for title in ("Harbour", "ميناء", "הגשר", "港口"):
        panel.show_articles([replace(summary(1, "Post", 3), title=title)])
        view = panel.findChild(QTreeView)
        row = view.visualRect(view.model().index(0, 0, view.model().index(0, 0)))
        image = view.viewport().grab(QRect(row.left(), row.top(), row.width(), row.height() // 2)).toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        inked = [x for x, y in places if image.pixelColor(x, y).lightness() < 90]
        sides.append("left" if max(inked) < image.width() / 2 else "right" if min(inked) > image.width() / 2 else "")
    assert sides == ["left", "right", "right", "left"]


def test_a_date_keeps_its_order_behind_an_outlet_of_another_direction() -> None:
    assert listing.line("Harbour Post", date(2026, 3, 4)) == "Harbour Post · 4 March 2026"
    assert listing.line("صحيفة", date(2026, 3, 4)) == "صحيفة · \u20664 March 2026\u2069"
    assert listing.line("صحيفة", None) == "صحيفة"


def test_the_open_article_stays_in_sight_where_the_list_gets_lower(qtbot: QtBot) -> None:
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    panel.show_articles([summary(number, "Post", 3) for number in range(1, 9)])
    panel.show_open("a8")
    panel.resize(300, 300)
    row = panel.list.visualRect(panel.model.find("a8"))
    assert panel.list.viewport().rect().contains(row.center())


def title_of(panel: ArticlesPanel, article: str) -> str:
    """The darkest colour in which an article's title is painted."""
    line = panel.list.visualRect(panel.model.find(article))
    image = panel.list.viewport().grab(line.adjusted(8, 0, -8, -line.height() // 2)).toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(seen, key=lambda colour: colour.lightness()).name()


def test_an_article_in_which_the_filter_shows_nothing_is_quiet_and_stays(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    panel, desk = window.articles, window.desk
    bridge, bypass = (one.id for one in desk.session.articles())
    names = lines(panel.model)
    desk.set_filter(read_filter("gulls"))
    said = [panel.model.find(one).data(Qt.ItemDataRole.AccessibleTextRole) for one in (bridge, bypass)]
    assert [SIFTED in each for each in said] == [False, True]
    qtbot.waitUntil(lambda: title_of(panel, bypass) == theme.LIGHT.quiet.name())
    assert title_of(panel, bridge) == theme.LIGHT.text.name()
    assert lines(panel.model) == names
    desk.set_filter(read_filter(""))
    qtbot.waitUntil(lambda: title_of(panel, bypass) == theme.LIGHT.text.name())


def test_what_a_filter_shows_follows_rulings(window: MainWindow) -> None:
    desk, panel = window.desk, window.articles
    desk.set_filter(read_filter("verdict:confirmed"))
    assert panel.model.find(desk.article).data(Sifted)
    desk.confirm()
    assert not panel.model.find(window.desk.session.articles()[0].id).data(Sifted)
