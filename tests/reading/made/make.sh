#!/bin/sh
# Makes the documents in this folder that are called “mole” with LibreOffice: from mole.fodt, a text, and mole.fods, a
# table, both invented and written by hand; and mole.warc.gz with GNU Wget, of mole.html as if it stood at mail.example. Run it in this folder; the words are the same in all of them.
# columns.pdf is LibreOffice's, too, of a text in two columns.
set -eu
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() { soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$1" "$2" >/dev/null; }
for encoding in UTF8:utf-8 UCS2:utf-16 MS_1252:cp1252 APPLE_ROMAN:mac-roman; do # what they lack is written as “?”
  convert "txt:Text (encoded):${encoding%:*},CRLF" mole.fodt
  mv mole.txt "mole-${encoding#*:}.txt"
done
for form in docx odt rtf pdf html; do convert "$form" mole.fodt; done
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1' mole.fods # in UTF-8, quoted by "
convert 'tsv:Text - txt - csv (StarCalc):9,34,33,1' mole.fods  # in Windows-1250

# Wget asks a server on this machine for everything, which has a folder for each address; nothing leaves it.
site=$profile/http:/mail.example
mkdir -p "$site"
cp mole.html "$site"
printf '\211PNG' > "$site/mole.png"
python3 -m http.server --bind 127.0.0.1 --directory "$profile" 8342 >/dev/null 2>&1 &
server=$!
sleep 1
wget -q -e use_proxy=yes -e http_proxy=127.0.0.1:8342 --output-document /dev/null --warc-file=mole \
  http://mail.example/mole.png http://mail.example/gone.html http://mail.example/mole.html || true
kill "$server"
