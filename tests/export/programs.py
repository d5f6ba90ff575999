"""Programs of others that open what is written, where this computer has them."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")
needs_pdftotext = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not there")


def converted(file: Path, form: str, *options: str) -> Path:
    """``file`` as LibreOffice writes it in another form, such as ``csv`` or ``txt:Text``, in a folder beside it."""
    folder = file.parent / "converted"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", *options, "--convert-to", form, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{form.partition(':')[0]}"


def words_of_pdf(file: Path, *options: str) -> str:
    """What pdftotext reads, a space between any two words, without signs that only tell how words run."""
    command = [str(PDFTOTEXT), *options, "-enc", "UTF-8", str(file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return " ".join(text.translate(dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))).split())
