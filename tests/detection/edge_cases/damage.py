"""Kinds 52 to 70: marks of other languages and damaged text."""

from quotereview.model import Kind, Zone
from tests.detection.edge_cases.rows import Row, marked, row, said

ROWS = (
    row(
        "52 guillemets with no-break spaces",
        "«\u00a0The ice is thin this year,\u00a0» said Tobias Rehn.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "52 reversed and low marks",
        "»The ice is thin this year,« said Tobias Rehn. „Then stay at home,“ said Ingrid Marlow. "
        "”Never,” said Peter Okello.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("Then stay at home,", by="Ingrid Marlow", cue="said"),
        said("Never,", by="Peter Okello", cue="said"),
    ),
    row(
        "53 corner marks and a title",
        "「The ice is thin this year,」 said Tobias Rehn, who was reading 《Lake Songs》.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        marked(Kind.TITLE, "Lake Songs"),
    ),
    row(
        "53 no spaces",
        "镇长说：“冰很薄，请大家留在家里。”她说：「我们会等。」",
        said("冰很薄，请大家留在家里。", by=None),
        said("我们会等。", by=None),
    ),
    row(
        "54 right to left, a text of its own",
        "قالت الطبيبة نادية فران «الجليد رقيق هذا العام»، ثم غادرت القاعة.",
        said("الجليد رقيق هذا العام", by=None, partial=True),
    ),
    row(
        "54 right to left",
        "“الجليد رقيق هذا العام”، said Nadia Ferrant, the doctor.",
        said("الجليد رقيق هذا العام", by="Nadia Ferrant", cue="said"),
    ),
    row(
        "55 missing closing mark",
        "“The ice is thin this year, said Tobias Rehn.\n\nIt rained. “Stay at home,” said Ingrid Marlow.",
        said("The ice is thin this year, said Tobias Rehn.", by="Tobias Rehn", cue="said"),
        said("Stay at home,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "55 missing opening mark and both swapped",
        "The ice is thin this year,” said Tobias Rehn.\n\n”Stay at home today,“ said Ingrid Marlow.",
        said("Stay at home today,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "56 inches and feet",
        'A 6\'4" deckhand, Emil Strand, said "no" and moved a 12" pipe.',
        said("no", by="Emil Strand", cue="said", partial=True),
    ),
    row(
        "57 apostrophes",
        "The deckhands’ union leader, Ivo Pasch, spoke of ‘stolen hours’ and rock ’n’ roll in the ’80s.",
        said("stolen hours", by="Ivo Pasch", cue="spoke", partial=True),
    ),
    row(
        "58 LaTeX marks",
        "``The ice is thin this year,'' said Tobias Rehn. ‘‘Stay at home,’’ said Ingrid Marlow.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("Stay at home,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "58 entities",
        "&quot;The ice is thin this year,&quot; said Tobias Rehn. &ldquo;It isn&rsquo;t,&rdquo; said Ingrid Marlow.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("It isn&rsquo;t,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "58 mojibake",
        "â€œThe ice isnâ€™t thick this year,â€\u009d said Tobias Rehn.",
        said("The ice isnâ€™t thick this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "58 marks inside tags",
        '<a href="/ice" title="thin">“The ice is thin this year,”</a> said Tobias Rehn.',
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "59 no space after stop",
        "Tobias Rehn was sure.“The ice is thin,” he said.He left.Ingrid Marlow said “stay”.",
        said("The ice is thin,", by="Tobias Rehn", cue="said"),
        said("stay", by="Ingrid Marlow", cue="said", partial=True),
    ),
    row(
        "60 punctuation outside and a footnote",
        "Tobias Rehn called the ice “thin as a wafer”. Ingrid Marlow said: “Stay at home.”3",
        said("thin as a wafer", by="Tobias Rehn", cue="called", partial=True),
        said("Stay at home.", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "61 ellipses",
        "“… and then the ice broke . . . under all of us (...),” said Tobias Rehn. “I swam....”",
        said("… and then the ice broke . . . under all of us (...),", "I swam....", by="Tobias Rehn", cue="said"),
    ),
    row(
        "62 brackets",
        "“He [Okello] knew it were [sic] thin,” Tobias Rehn said. “He (the captain) laughed [laughs].”",
        said(
            "He [Okello] knew it were [sic] thin,", "He (the captain) laughed [laughs].", by="Tobias Rehn", cue="said"
        ),
    ),
    row(
        "63 censored words",
        "“Get off the f---ing ice, you b*****,” shouted Peter Okello.",
        said("Get off the f---ing ice, you b*****,", by="Peter Okello", cue="shouted"),
    ),
    row(
        "64 teaser junk",
        "“The ice is thin this year,” said Tobias Rehn.\n\nRead more: ‘I fell in twice’, says skater\n\n"
        "Sign up for our newsletter",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("I fell in twice", by="skater", cue="says", zone=Zone.TEASER),
    ),
    row(
        "65 correction note",
        "“The ice is thin this year,” said Tobias Rehn.\n\n"
        "Correction: An earlier version misquoted Mr Rehn as saying “thick”.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        marked(Kind.OTHER_WORDS, "thick", zone=Zone.CORRECTION),
    ),
    row(
        "66 live blog",
        "Ice on the lake – live\n\n10.42am GMT\n\nOkello: the boats stay\n\n"
        "Peter Okello has just spoken. “The boats stay in port,” he said.\n\n"
        "10.55am GMT\n\nIngrid Marlow has replied on X: “Good. Very good.”\n\n"
        "11.20am GMT\n\nThat quote from Peter Okello again: “The boats stay in port.”",
        said("The boats stay in port,", by="Peter Okello", cue="said"),
        said("Good. Very good.", by="Ingrid Marlow", cue="replied", via="X"),
        said("The boats stay in port.", by="Peter Okello", cue="quote"),
    ),
    row(
        "67 dateline and credit glued",
        "KELM (AP) — “The ice is thin this year,” Tobias Rehn said on Monday.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "68 hyphenated line ends",
        "Warm winds on the lake\n\n"
        "“The ice is thin this year and no-\nbody should go out on the lake be-\nfore it has frozen again,” "
        "said\nTobias Rehn, who has kept bees on the\nshore for fifty years.",
        said(
            "The ice is thin this year and no-\nbody should go out on the lake be-\nfore it has frozen again,",
            by="Tobias Rehn",
            cue="said",
        ),
    ),
    row(
        "68 soft hyphens",
        "“The ice is thin this year,” said To\u00adbi\u00adas Rehn, a bee\u00adkeep\u00ader.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "68 all capitals",
        "“THE ICE IS THIN THIS YEAR,” SAID TOBIAS REHN, A BEEKEEPER.",
        said("THE ICE IS THIN THIS YEAR,", by="Tobias Rehn", cue="SAID"),
    ),
    row(
        "68 misread marks",
        "11The ice is thin this year,11 said Tobias Rehn, 71, on 11 May.",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "69 list items",
        "What they said:\n\n• “The ice is thin this year,” said Tobias Rehn.\n• Ingrid Marlow: “Stay at home.”",
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("Stay at home.", by="Ingrid Marlow"),
    ),
    row(
        "69 table cells",
        "| Name | Words |\n| Tobias Rehn | “The ice is thin this year.” |\n| Ingrid Marlow | “Stay at home.” |",
        said("The ice is thin this year.", by="Tobias Rehn"),
        said("Stay at home.", by="Ingrid Marlow"),
    ),
    row(
        "69 broken by a line of its own",
        "“The ice is thin this year and nobody\n\nAdvertisement\n\nshould go out,” said Tobias Rehn.",
        said("The ice is thin this year and nobody", "should go out,", by="Tobias Rehn", cue="said"),
        missing="a stray closing mark opens nothing in an earlier paragraph",
    ),
)


def very_many(times: int) -> Row:
    """An article of so many paragraphs with two quotes each."""
    paragraph = "“The ice is thin this year,” said Tobias Rehn. “Stay at home then,” said Ingrid Marlow. It rained on."
    pair = (
        said("The ice is thin this year,", by="Tobias Rehn", cue="said"),
        said("Stay at home then,", by="Ingrid Marlow", cue="said"),
    )
    return row("70 very long and very many", "\n\n".join([paragraph] * times), *(pair * times))
