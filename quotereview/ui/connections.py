"""Whose signals go to whom in the window, part by part; what the window itself does about one it connects itself."""

from typing import TYPE_CHECKING

from quotereview.review.change import Change, ChangeKind

if TYPE_CHECKING:
    from quotereview.ui.window import MainWindow


def connect(window: "MainWindow") -> None:
    """Connect the parts of a window with each other."""
    _connect_desk(window)
    _connect_list(window)
    _connect_files(window)
    _connect_describing(window)
    _connect_card(window)
    _connect_bars(window)
    _connect_accepting(window)
    _connect_finding(window)


def _connect_desk(window: "MainWindow") -> None:
    window.desk.speaker_wanted.connect(window.card.edit_speaker)
    window.desk.told.connect(window.article_view.tell)
    window.desk.changed.connect(lambda change: _note_change(window, change))
    window.article_view.quote_chosen.connect(window.messages.guarded(window.desk.focus_quote))
    window.article_view.reach_dragged.connect(window.messages.guarded(window.desk.drag_reach))
    window.article_view.went_back.connect(lambda: _clear_foot(window))


def _note_change(window: "MainWindow", change: Change) -> None:
    """The store takes what its editor does again; neither what is derived nor what others did says so."""
    if change.kind is not ChangeKind.COMPARED and not change.elsewhere:
        window.messages.note_change()


def _clear_foot(window: "MainWindow") -> None:
    """Take away what is told at the foot; where nothing is, put off the question there, the lower of two first."""
    bars = (window.messages, window.stage.editions.question, window.question)
    shown = next((bar for bar in bars if bar.sentence), None)
    if shown is not None:
        shown.dismiss()


def _connect_list(window: "MainWindow") -> None:
    """The list of articles, and the queue above it."""
    guarded, queue = window.messages.guarded, window.articles.queue
    window.articles.model.ask_filter(window.desk.shows)
    window.desk.queue_changed.connect(window.articles.follow_filter)
    window.articles.article_chosen.connect(guarded(window.desk.open_article))
    queue.order_chosen.connect(guarded(window.shelf.set_order))
    queue.filter_written.connect(guarded(window.shelf.set_filter))
    queue.step_wanted.connect(guarded(window.desk.step))
    queue.editing_ended.connect(window.article_view.setFocus)
    queue.editing_ended.connect(window.desk.tell_hidden)


def _connect_files(window: "MainWindow") -> None:
    """What comes in and goes out, and what the foot says of it."""
    guarded, messages = window.messages.guarded, window.messages
    window.start.files_wanted.connect(guarded(window.shelf.add_files))
    window.start.samples_wanted.connect(guarded(window.shelf.add_samples))
    window.status.stop_wanted.connect(window.intake.stop)
    window.status.export_wanted.connect(guarded(window.exporting.begin))
    window.status.refused_wanted.connect(guarded(window.stage.refusals.turn))
    window.whose.clicked.connect(guarded(window.shelf.switch_editor))
    window.status.arrived_wanted.connect(guarded(window.arrivals.next))
    window.arrivals.waiting.connect(window.status.offer_arrived)
    window.intake.failed.connect(messages.tell)
    window.intake.rereading.told.connect(lambda told: messages.tell(told, passing=True))
    window.exporting.written.connect(lambda path: messages.tell(f"The sheet is written: {path}", passing=True))
    window.shelf.sheet_given.connect(guarded(window.stage.returning.begin))


def _connect_describing(window: "MainWindow") -> None:
    """What an article says of itself, and what an editor says of it."""
    guarded = window.messages.guarded
    window.describe.given.connect(guarded(window.describing.keep))
    window.describe.given_for_all.connect(guarded(window.describing.keep_for_all))
    window.describe.article_entered.connect(guarded(window.desk.open_article))
    window.describing.told.connect(window.messages.tell)
    window.describing.filling.connect(window.stage.editions.wait)
    window.describing.keys_returned.connect(window.article_view.setFocus)
    window.question.answer_wanted.connect(guarded(window.describing.describe))
    window.stage.facts.correction_wanted.connect(guarded(window.describing.describe_one))
    window.stage.facts.encoding_chosen.connect(guarded(window.intake.rereading.in_encoding))


def _connect_card(window: "MainWindow") -> None:
    guarded, card = window.messages.guarded, window.card
    card.candidate_chosen.connect(guarded(window.desk.pick))
    card.before_chosen.connect(guarded(window.desk.repeat))
    card.speaker_entered.connect(guarded(card.keeping(window.desk.set_speaker)))
    card.source_entered.connect(guarded(card.keeping(window.desk.set_source)))
    card.note_entered.connect(guarded(card.keeping(window.desk.set_note)))
    card.reason_entered.connect(guarded(card.keeping(window.desk.set_reason)))
    card.proof.checked.connect(guarded(window.proofing.check))
    card.proof.template_written.connect(guarded(window.proofing.write_template))
    card.proof.evidence_given.connect(guarded(window.proofing.take))
    card.proof.evidence_removed.connect(guarded(window.proofing.remove))
    card.proof.document_wanted.connect(guarded(window.proofing.keep_document))
    card.proof.file_wanted.connect(guarded(window.proofing.choose_file))
    window.proofing.failed.connect(window.messages.tell)
    card.abandoned.connect(
        lambda written: window.messages.tell(f"“{written}” was not kept: press Enter after writing to keep it.")
    )
    card.place_wanted.connect(guarded(window.article_view.show_place))
    card.editing_ended.connect(window.article_view.setFocus)


def _connect_bars(window: "MainWindow") -> None:
    """The bars below the article: the words of a quote, and marks that nobody explained."""
    window.span_editing.kept.connect(window.messages.guarded(window.intake.reshape))
    window.span_editing.told.connect(window.messages.tell)
    window.closing_up.told.connect(lambda sentence: window.messages.tell(sentence, passing=True))
    window.doubt_bar.explained.connect(window.messages.guarded(window.closing_up.settle))


def _connect_accepting(window: "MainWindow") -> None:
    """What goes on slice by slice, so that the window does not stand still."""
    guarded = window.messages.guarded
    window.bulk.row_chosen.connect(guarded(window.accepting.choose))
    window.bulk.accepted.connect(guarded(window.accepting.accept))
    window.accepting.pause.timeout.connect(guarded(window.accepting.go_on))
    window.accepting.accepted.connect(lambda told: window.messages.tell(told, passing=True))
    window.accepting.ended.connect(window.article_view.setFocus)
    window.told_differently.pause.timeout.connect(guarded(window.told_differently.go_on))


def _connect_finding(window: "MainWindow") -> None:
    """The ways to another place: a match, a person, what was found."""
    guarded = window.messages.guarded
    window.crosscheck.match_chosen.connect(guarded(window.desk.focus))
    for part in (window.crosscheck, window.centre):
        window.messages.covering.connect(part.leave_room)
    window.views.person_wanted.connect(guarded(window.stage.register.show))
    window.search.finding_chosen.connect(guarded(window.views.go_to))
    window.search.editing_ended.connect(window.article_view.setFocus)
