"""Makes mole.rss and mole.atom with the library feedgen, which is needed for nothing else: run it in this folder."""

from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

ADDRESS = "https://mail.example"
PAGE = "<p>“It holds,” said <b>Tor Røk</b>.</p><p>« C’est sûr », a dit Zoë. He &amp; she smiled.</p>"


def main() -> None:
    """Write both feeds, of two entries each."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(ADDRESS)
    feed.title("Coast Mail")
    feed.description("News of the coast")
    feed.link(href=ADDRESS, rel="alternate")
    feed.language("en-GB")
    for number, title in enumerate(("Mole ‘holds’ & more", "Ferry sails"), 1):
        entry = feed.add_entry(order="append")
        entry.id(f"{ADDRESS}/{number}")
        entry.title(title)
        entry.link(href=f"{ADDRESS}/{number}")
        entry.author(name="Ina Brook", email="ina@mail.example")
        entry.dc.dc_creator("Ina Brook")
        entry.published(datetime(2026, 3, number, 9, tzinfo=UTC))
        entry.updated(datetime(2026, 3, number, 11, 30, tzinfo=UTC))
        entry.summary("A summary.")
        entry.content(PAGE, type="html")
    feed.rss_file("mole.rss", pretty=True)
    feed.atom_file("mole.atom", pretty=True)


if __name__ == "__main__":
    main()
