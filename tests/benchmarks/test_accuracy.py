"""The measure of accuracy says what it needs."""

from pathlib import Path

import pytest

from tests.benchmarks import accuracy


def test_a_folder_without_a_scorer_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accuracy.main([str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == "Name a folder that holds score.py and the attributed articles.\n"
