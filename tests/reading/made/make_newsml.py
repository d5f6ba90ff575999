"""Makes mole.newsml with the IPTC's own library newsmlg2, which is needed for nothing else: run it in this folder."""

from pathlib import Path

import NewsMLG2

SOURCE = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:mail.example:20260302:mole"
 version="2" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<rightsInfo><copyrightHolder uri="https://mail.example/"><name>Coast Mail Ltd</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider uri="https://mail.example/"><name>Coast Mail</name></provider>
<versionCreated>2026-03-02T11:35:00+00:00</versionCreated><firstCreated>2026-03-02T09:00:00+00:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><contentCreated>2026-03-02T08:30:00+00:00</contentCreated>
<contentModified>2026-03-02T11:30:00+00:00</contentModified>
<creator uri="https://mail.example/ina"><name>Ina Brook</name></creator>
<infoSource uri="https://wire.example/"><name>Fjord Wire</name></infoSource><language tag="en-GB"/>
<by>By Ina Brook</by><dateline>OSSMERE, 2 March</dateline><creditline>Fjord Wire/Coast Mail</creditline>
<headline>Mole ‘holds’</headline><headline role="hld:sub">Worst night in years</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Mole</title></head><body><h1>Mole ‘holds’</h1><p>“It holds,” said <b>Tor Røk</b>.</p>
<p>« C’est sûr », a dit Zoë.</p></body></html></inlineXML></contentSet></newsItem>"""


def main() -> None:
    """Write what the library understood of the item."""
    document = NewsMLG2.NewsMLG2Document(SOURCE.encode())
    Path("mole.newsml").write_text(document.to_xml_string(), encoding="utf-8")


if __name__ == "__main__":
    main()
