"""The lock files hold all that pyproject.toml asks for, with hashes, and say nothing of where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN, TEST = (ROOT / "packaging" / f"requirements-{purpose}.txt" for purpose in ("run", "test"))


def locked(lock: Path) -> dict[str, set[str]]:
    """Name → versions; there is more than one where Pythons differ."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    return versions


def asked(lock: Path) -> list[str]:
    """What the project wants in this lock."""
    needs = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    return needs if lock == RUN else needs + PROJECT["project"]["optional-dependencies"]["test"]


@pytest.mark.parametrize("lock", [RUN, TEST], ids=["run", "test"])
class TestLock:
    def test_every_dependency_is_locked_to_a_version_that_fits(self, lock: Path) -> None:
        versions = locked(lock)
        for requirement in map(Requirement, asked(lock)):
            fitting = versions.get(canonicalize_name(requirement.name), set())
            assert fitting and all(requirement.specifier.contains(version) for version in fitting), requirement

    def test_every_package_has_a_hash(self, lock: Path) -> None:
        entries = re.split(r"^(?=[a-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        assert len(entries) >= 60
        assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)

    def test_no_host_and_no_place_is_named(self, lock: Path) -> None:
        assert not re.search(
            r"://|file:|--(index|extra-index|find-links|trusted-host)", lock.read_text(encoding="utf-8")
        )


def test_tests_run_with_the_versions_that_run() -> None:
    run, test = locked(RUN), locked(TEST)
    assert {name: test.get(name) for name in run} == run


def test_the_build_backend_is_locked() -> None:
    backend = {canonicalize_name(Requirement(need).name) for need in PROJECT["build-system"]["requires"]}
    assert backend <= locked(RUN).keys()


def test_the_licence_of_every_package_that_runs_is_named() -> None:
    table = (ROOT / "packaging" / "LICENSES.md").read_text(encoding="utf-8").lower().replace("pyside6 ", "pyside6-")
    assert [name for name in locked(RUN) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", table)] == []
