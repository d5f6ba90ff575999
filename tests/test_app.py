"""The entry point says in a sentence why there is no window, and lets stores go again."""

import logging
import os
from contextlib import closing
from pathlib import Path

import pytest

from quotereview import app
from quotereview.errors import KnownError


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in app.SCREENS:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(KnownError, match="no screen"):
        app.open_window(tmp_path / "x.qrev", [])


def test_the_log_is_kept_where_its_owner_alone_can_read_it(own_data_folder: Path) -> None:
    own_data_folder.rmdir()
    with closing(app.log_handler()) as handler:
        handler.handle(logging.makeLogRecord({"msg": "reading failed in 港口 \udcff.txt"}))
    assert os.name != "posix" or own_data_folder.stat().st_mode & 0o077 == 0
    assert "港口" in (own_data_folder / "quotereview.log").read_text(encoding="utf-8")


def test_without_a_folder_for_the_log_the_window_opens_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("QUOTEREVIEW_DATA", str(tmp_path / "file" / "data"))
    with closing(app.log_handler()) as handler:
        assert not isinstance(handler, logging.FileHandler)


def test_a_session_lets_its_store_go(tmp_path: Path) -> None:
    with app.session_at(tmp_path / "x.qrev", "Ana") as session:
        assert session.editor == "Ana"
    (tmp_path / "x.qrev").rename(tmp_path / "y.qrev")
    with app.session_at(tmp_path / "y.qrev", "Ana") as session:
        assert session.store_path == tmp_path / "y.qrev"
