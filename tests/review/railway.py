"""An invented story that five outlets tell, one of them through two articles, and a leaflet of unknown outlet."""

from datetime import date

from quotereview.review.ingest import Read
from tests.store import invented

ROAD = "This line will be the straightest track between both harbours"
LONG = f"We have not signed this to please a bank, and we have not signed this to hear who owns the coast. {ROAD}."
PAGE = "Nobody in parliament has seen a single page of it"
STORM = "لم نوقع هذا لنرضي مصرفا ولم نوقع هذا لنسمع من يملك الساحل"
FRIENDS = "我们两国人民的友谊七十年来经受住了一切风暴的考验"
ALONE = "I have seen three railways on paper and none on the ground."

Utterances = tuple[tuple[str, str], ...]


def _told(name: str, utterances: Utterances, **known: object) -> Read:
    article = invented.article(name, utterances, **known)
    return Read(article, invented.detection(article, utterances))


WIRE = _told(
    "wire.txt",
    (
        ("Milan Dravec", LONG),
        ("Shen Yulan", "China will carry 40 percent of the cost of it."),
        ("Irena Kolt", f"{PAGE}."),
    ),
    outlet="Pacific Wire",
    published=date(2026, 9, 12),
)
GULF = _told(
    "gulf.txt",
    (
        ("Milan Dravec", f"{ROAD},"),
        ("Shen Yulan", "China will carry 14 percent of the cost of it."),
        ("Anto Belic", ALONE),
    ),
    outlet="Gulf Courier",
    published=date(2026, 9, 12),
)
LATER = _told(
    "later.txt",
    (("Goran Sulic", f"{ROAD}."), ("Irena Kolt", f"{PAGE},")),
    outlet="The Gulf Courier",
    published=date(2026, 9, 14),
)
HERALD = _told(
    "herald.txt", (("Milan Dravec", LONG), ("Irena Kolt", f"{PAGE}.")), outlet="Herald", published=date(2026, 9, 13)
)
LEAFLET = _told("leaflet.txt", (("Irena Kolt", f"{PAGE}."),), outlet=None, published=None)
ARABIC = _told("arabic.txt", (("ميلان", STORM),), outlet="صحيفة الساحل", published=date(2026, 9, 23))
CHINESE = _told("chinese.txt", (("沈玉兰", FRIENDS),), outlet="南港日报", published=date(2026, 10, 3))

TOLD = (WIRE, GULF, LATER, HERALD, LEAFLET, ARABIC, CHINESE)
IDS = tuple(read.article.id for read in TOLD)
