#!/bin/sh
# Makes the documents in this folder that are called “mole” with LibreOffice: from mole.fodt, a text, and mole.fods, a
# table, both invented and written by hand. Run it in this folder; the words are the same in all of them.
# columns.pdf is LibreOffice's, too, of a text in two columns.
set -eu
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() { soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$1" "$2" >/dev/null; }
for form in docx odt rtf pdf html; do convert "$form" mole.fodt; done
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1' mole.fods # in UTF-8, quoted by "
convert 'tsv:Text - txt - csv (StarCalc):9,34,33,1' mole.fods  # in Windows-1250
