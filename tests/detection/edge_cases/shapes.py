"""Kinds 1 to 20: the shape of a quotation."""

from quotereview.model import Kind, Zone
from tests.detection.edge_cases.rows import marked, row, said

ROWS = (
    row(
        "1 plain, cue after",
        "“The ferries will run all winter,” said Harbour Master Ingrid Marlow.",
        said("The ferries will run all winter,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "1 plain, cue after, with an apposition and a hearer",
        "“Nobody slept in the valley last night,” Tobias Rehn, a beekeeper, told reporters on Friday.",
        said("Nobody slept in the valley last night,", by="Tobias Rehn", cue="told"),
    ),
    row(
        "1 plain, cue after, in the present tense",
        'Flour costs twice what it did.\n\n"Prices cannot fall any further," writes Lars Ohlin, a baker in Kelm.',
        said("Prices cannot fall any further,", by="Lars Ohlin", cue="writes"),
    ),
    row(
        "2 cue before, colon",
        "Ingrid Marlow has run the harbour for years. Marlow said: “The ferries will run all winter.”",
        said("The ferries will run all winter.", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "2 cue before, colon, another verb",
        "Tobias Rehn, whose hives drowned in May, put it bluntly: “We are out of flour and out of patience.”",
        said("We are out of flour and out of patience.", by="Tobias Rehn", cue="put"),
    ),
    row(
        "2 cue before, comma",
        "After a long silence the captain, Peter Okello, replied, “Not while I command this boat.”",
        said("Not while I command this boat.", by="Peter Okello", cue="replied"),
    ),
    row(
        "3 inverted with aside",
        "“We start on Monday,” said Ingrid Marlow, who has run the harbour since 2015, as she left the hall.",
        said("We start on Monday,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "3 inverted with aside between dashes",
        "“The hives are gone,” said Tobias Rehn – at 71 the oldest beekeeper of the valley – on Sunday.",
        said("The hives are gone,", by="Tobias Rehn", cue="said"),
        missing="the parse makes the aside a subject of its own",
    ),
    row(
        "3 inverted with aside, an office and a place",
        "“The water is not fit to drink,” warned Nadia Ferrant, chief doctor at the hospital of Kelm in the east.",
        said("The water is not fit to drink,", by="Nadia Ferrant", cue="warned"),
    ),
    row(
        "4 interrupted",
        "“The ice,” Tobias Rehn said, “comes earlier every year.”",
        said("The ice,", "comes earlier every year.", by="Tobias Rehn", cue="said"),
    ),
    row(
        "4 interrupted, inverted",
        "“If the dam goes,” warned Ingrid Marlow, the harbour master, “the whole of Kelm goes with it.”",
        said("If the dam goes,", "the whole of Kelm goes with it.", by="Ingrid Marlow", cue="warned"),
    ),
    row(
        "4 interrupted by a longer clause",
        "“We were told,” Peter Okello said as he tied up his boat, “that help would come by noon.”",
        said("We were told,", "that help would come by noon.", by="Peter Okello", cue="said"),
    ),
    row(
        "5 interrupted across sentences",
        "“The pumps failed,” Tobias Rehn said. “We bailed by hand.”",
        said("The pumps failed,", "We bailed by hand.", by="Tobias Rehn", cue="said"),
    ),
    row(
        "5 interrupted across sentences, inverted with an office",
        "“The fare will not rise,” said Ingrid Marlow, the harbour master. “You have my word on that.”",
        said("The fare will not rise,", "You have my word on that.", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "5 interrupted across sentences, a pronoun",
        "Nadia Ferrant had not slept. “I saw forty patients,” she said. “Most of them were children.”",
        said("I saw forty patients,", "Most of them were children.", by="Nadia Ferrant", cue="said"),
    ),
    row(
        "6 fragment in paraphrase",
        "Tobias Rehn called the dam “a sieve” in front of the whole council.",
        said("a sieve", by="Tobias Rehn", cue="called", partial=True),
    ),
    row(
        "6 fragment in paraphrase, after that",
        "Ingrid Marlow said that the ferries would “run until the last passenger is home” on Sunday.",
        said("run until the last passenger is home", by="Ingrid Marlow", cue="said", partial=True),
    ),
    row(
        "6 fragment in paraphrase, dismissed as",
        "The claim was dismissed by Ivo Pasch as “hot air and cold tea” on Monday.",
        said("hot air and cold tea", by="Ivo Pasch", cue="dismissed", partial=True),
    ),
    row(
        "7 two fragments, one sentence",
        "Ivo Pasch, the union leader, spoke of “mud” and “broken promises” at the gate.",
        said("mud", "broken promises", by="Ivo Pasch", cue="spoke", partial=True),
    ),
    row(
        "8 and-linked cues",
        "Castra Lines said it was “ashamed of the delay” and added that it “will pay every bill”.",
        said("ashamed of the delay", by="Castra Lines", cue="said", partial=True),
        said("will pay every bill", by="Castra Lines", cue="added", partial=True),
    ),
    row(
        "9 multi-paragraph, closed at the end only",
        "Tobias Rehn said: “The pumps failed.\n\n“We bailed by hand.\n\n“Nobody came.”\n\nThe council met on Friday.",
        said("The pumps failed.", "We bailed by hand.", "Nobody came.", by="Tobias Rehn", cue="said"),
    ),
    row(
        "10 multi-paragraph, closed in each",
        "“The pumps failed at nine,” said Tobias Rehn.\n\n“We bailed by hand until noon.”\n\n“Nobody came to help us.”",
        said("The pumps failed at nine,", by="Tobias Rehn", cue="said"),
        said("We bailed by hand until noon.", by="Tobias Rehn", cue="said"),
        said("Nobody came to help us.", by="Tobias Rehn", cue="said"),
    ),
    row(
        "11 indented block without marks",
        "Tobias Rehn wrote to the council:\n\n"
        "    The pumps failed at nine. We bailed by hand until noon, and nobody came.\n\n"
        "The council met on Friday.",
        said(
            "The pumps failed at nine. We bailed by hand until noon, and nobody came.",
            by="Tobias Rehn",
            cue="wrote",
            via="letter",
        ),
    ),
    row(
        "11 block of several paragraphs without marks",
        "In a letter to the harbour board, Ingrid Marlow wrote:\n\n"
        "> I have served this port for nine years. I leave it with a light heart.\n>\n"
        "> Keep the ferries running.\n\n"
        "The board thanked her.",
        said(
            "I have served this port for nine years. I leave it with a light heart.",
            "Keep the ferries running.",
            by="Ingrid Marlow",
            cue="wrote",
            via="letter",
        ),
    ),
    row(
        "12 Q&A transcript",
        "Tobias Rehn keeps bees above Kelm.\n\n"
        "Q: When did the pumps fail?\n\n"
        "REHN: At nine in the evening.\n\n"
        "Q: Did anybody come?\n\n"
        "REHN: Nobody came. We were on our own.",
        said("When did the pumps fail?", by="Q"),
        said("At nine in the evening.", by="Tobias Rehn"),
        said("Did anybody come?", by="Q"),
        said("Nobody came. We were on our own.", by="Tobias Rehn"),
    ),
    row(
        "12 transcript with full names",
        "An evening on the radio\n\nNadia Ferrant: Is the water fit to drink?\n"
        "Peter Okello: My crew drinks it.\n"
        "Nadia Ferrant: And how is your crew?",
        said("Is the water fit to drink?", by="Nadia Ferrant"),
        said("My crew drinks it.", by="Peter Okello"),
        said("And how is your crew?", by="Nadia Ferrant"),
    ),
    row(
        "13 dash dialogue",
        "The two met at the gate.\n\n"
        "— The pumps failed at nine, said Tobias Rehn.\n\n"
        "— And nobody came? asked Ingrid Marlow.",
        said("The pumps failed at nine,", by="Tobias Rehn", cue="said"),
        said("And nobody came?", by="Ingrid Marlow", cue="asked"),
    ),
    row(
        "14 nested",
        "“Captain Okello shouted ‘jump’ and I jumped,” Tobias Rehn said.",
        said("Captain Okello shouted ‘jump’ and I jumped,", by="Tobias Rehn", cue="said"),
        said(
            "jump",
            by="Okello",
            cue="shouted",
            via="Tobias Rehn",
            partial=True,
            within="Captain Okello shouted ‘jump’ and I jumped,",
        ),
    ),
    row(
        "15 nested, closing together",
        "Tobias Rehn asked Ingrid Marlow for a boat. “She said, ‘Never.’ ” Rehn recalled.",
        said("She said, ‘Never.’", by="Tobias Rehn", cue="recalled"),
        said("Never.", by="Ingrid Marlow", cue="said", via="Tobias Rehn", within="She said, ‘Never.’"),
    ),
    row(
        "16 single marks as main",
        "‘The ferries will run all winter,’ said Ingrid Marlow. ‘Nobody’s job is at risk.’",
        said("The ferries will run all winter,", "Nobody’s job is at risk.", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "17 headline, speaker before the colon",
        "Marlow: ‘Ferries will run all winter’\n\nIngrid Marlow, the harbour master, gave her word on Monday.",
        said("Ferries will run all winter", by="Ingrid Marlow", zone=Zone.HEADLINE),
    ),
    row(
        "17 headline, speaker after the words",
        "‘Safe as a church’, says Rehn\n\nTobias Rehn looked at the dam on Monday and slept well.",
        said("Safe as a church", by="Tobias Rehn", cue="says", zone=Zone.HEADLINE),
    ),
    row(
        "18 headline fragment never in the body",
        "Marlow vows to keep ferries going ‘at any price’\n\n"
        "Ingrid Marlow, the harbour master, met the council on Monday. It rained all day.",
        said("at any price", by="Ingrid Marlow", cue="vows", partial=True, zone=Zone.HEADLINE),
    ),
    row(
        "19 pull quote of a body quote",
        "“Nobody came to help us,” said Tobias Rehn, who lost his hives.\n\n"
        "“Nobody came to help us”\nTobias Rehn, beekeeper\n\nThe council met on Friday.",
        said("Nobody came to help us,", by="Tobias Rehn", cue="said"),
        said("Nobody came to help us", by="Tobias Rehn", cue="said"),
    ),
    row(
        "19 caption of a body quote",
        "“Nobody came to help us,” said Tobias Rehn.\n\nPicture: Tobias Rehn, who said “nobody came”, at his hives.",
        said("Nobody came to help us,", by="Tobias Rehn", cue="said"),
        said("nobody came", by="Tobias Rehn", cue="said", partial=True, zone=Zone.CAPTION),
    ),
    row(
        "20 banner",
        "Above the gate hung a banner that read “No ice, no ferry”.",
        marked(Kind.OTHER_WORDS, "No ice, no ferry"),
    ),
    row(
        "20 chant and letter",
        "The crowd chanted “Open the gates!” A letter from Castra Lines said the gates were “shut for good”.",
        said("Open the gates!", by="crowd", cue="chanted"),
        said("shut for good", by="Castra Lines", cue="said", via="letter", partial=True),
    ),
)
