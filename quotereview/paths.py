"""Where files live, from a checkout and from an installed wheel alike."""

import os
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file or folder below ``resources/``: inside the package when installed, beside it in a checkout."""
    installed = PACKAGE / "resources"
    root = installed if installed.is_dir() else PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def data_folder() -> Path:
    """The folder of the user's own stores; ``QUOTEREVIEW_DATA`` puts it elsewhere."""
    return Path(os.environ.get("QUOTEREVIEW_DATA") or platformdirs.user_data_dir("quotereview", appauthor=False))


def default_store() -> Path:
    """The store that is used when none is named."""
    return data_folder() / "quotes.qrev"


def sheets_folder(store: Path) -> Path:
    """Where the sheets of a store are to go: beside it, but not among the program's own data, where nobody looks."""
    if store.parent != data_folder():
        return store.parent
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def own_list(name: str) -> Path:
    """Where this user's own additions to the word list ``name`` are looked for."""
    return settings_file().parent / f"{name}.txt"


def settings_file() -> Path:
    """Where this user's settings are kept; ``QUOTEREVIEW_DATA`` takes them along."""
    if os.environ.get("QUOTEREVIEW_DATA"):
        return data_folder() / "settings.json"
    return Path(platformdirs.user_config_dir("quotereview", appauthor=False)) / "settings.json"
