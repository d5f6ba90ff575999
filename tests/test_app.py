"""The entry point says in a sentence why there is no window, and lets stores go again."""

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


def test_a_session_lets_its_store_go(tmp_path: Path) -> None:
    with app.session_at(tmp_path / "x.qrev", "Ana") as session:
        assert session.editor == "Ana"
    (tmp_path / "x.qrev").rename(tmp_path / "y.qrev")
    with app.session_at(tmp_path / "y.qrev", "Ana") as session:
        assert session.store_path == tmp_path / "y.qrev"
