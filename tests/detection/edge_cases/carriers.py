"""Kinds 38 to 51: how the words reached the outlet, and marked words that nobody said."""

from quotereview.model import Kind
from tests.detection.edge_cases.rows import marked, row, said

ROWS = (
    row(
        "38 readout",
        "Ingrid Marlow told Ivo Pasch the ferries were “a lifeline”, according to a readout from the harbour board.",
        said("a lifeline", by="Ingrid Marlow", cue="told", via="readout", partial=True),
    ),
    row(
        "38 readout of a call",
        "Prime Minister Ilse Grund told her guest that the border was “quiet again”, a readout of the call said.",
        said("quiet again", by="Ilse Grund", cue="told", via="readout of the call", partial=True),
    ),
    row(
        "38 readout from both sides",
        "Prime Minister Ilse Grund said talks were “open and warm”, her office said in a readout of the meeting.",
        said("open and warm", by="Ilse Grund", cue="said", via="readout", partial=True),
    ),
    row(
        "39 agency inside",
        "“We will not sell one boat,” Peter Okello said, state news agency SNA reported.",
        said("We will not sell one boat,", by="Peter Okello", cue="said", via="SNA"),
    ),
    row(
        "40 broadcaster cited",
        "Peter Okello, quoted by state broadcaster LTV, said there was “not one boat left”.",
        said("not one boat left", by="Peter Okello", cue="said", via="LTV", partial=True),
    ),
    row(
        "41 carried over",
        "According to state broadcaster LTV, Peter Okello met the owners on Monday. “We sail at dawn,” he said.",
        said("We sail at dawn,", by="Peter Okello", cue="said", via="LTV", carried=True),
    ),
    row(
        "42 carrier ends",
        "According to state broadcaster LTV, Peter Okello met the owners on Monday. “We sail at dawn,” he said.\n\n"
        "Speaking to the Orrin Gazette, Ingrid Marlow disagreed: “Nobody leaves this port.”",
        said("We sail at dawn,", by="Peter Okello", cue="said", via="LTV", carried=True),
        said("Nobody leaves this port.", by="Ingrid Marlow", cue="disagreed", via="Orrin Gazette"),
    ),
    row(
        "43 second-hand",
        "Ingrid Marlow quoted Peter Okello as saying the boats were “rotten to the keel”.",
        said("rotten to the keel", by="Peter Okello", cue="saying", via="Ingrid Marlow", partial=True),
    ),
    row(
        "44 quote within a readout",
        "The palace said the president “thanked Peter Okello for ‘true courage’”.",
        said("thanked Peter Okello for ‘true courage’", by="palace", cue="said", partial=True),
        said(
            "true courage",
            by="president",
            cue="thanked",
            via="palace",
            partial=True,
            within="thanked Peter Okello for ‘true courage’",
        ),
        missing="a verb inside the enclosing quote is no cue",
    ),
    row(
        "45 letter",
        "In a letter seen by the Orrin Gazette, Castra Lines wrote: “Pay by March or lose your berth.”",
        said("Pay by March or lose your berth.", by="Castra Lines", cue="wrote", via="Orrin Gazette"),
    ),
    row(
        "45 statement",
        "“We have nothing to hide,” Castra Lines said in a statement on Friday.",
        said("We have nothing to hide,", by="Castra Lines", cue="said", via="statement"),
    ),
    row(
        "45 court file",
        "According to court papers, Emil Strand told his clerk to “burn the ledger”.",
        said("burn the ledger", by="Emil Strand", cue="told", via="court papers", partial=True),
    ),
    row(
        "46 post",
        "@rehnbees wrote on X: “Hives are open again!! 🐝” https://x.example/rehnbees/1",
        said("Hives are open again!! 🐝", by="@rehnbees", cue="wrote", via="X"),
    ),
    row(
        "46 post of a named person",
        "“The last ferry is home. Sleep well, Kelm ⛴️ #kelm,” Ingrid Marlow tweeted at midnight.",
        said("The last ferry is home. Sleep well, Kelm ⛴️ #kelm,", by="Ingrid Marlow", cue="tweeted", via="Twitter"),
    ),
    row(
        "47 translated",
        "“We are cold and we are tired,” Peter Okello said in Arabic.",
        said("We are cold and we are tired,", by="Peter Okello", cue="said"),
    ),
    row(
        "47 through an interpreter",
        "“We are cold and we are tired,” Peter Okello said through an interpreter.",
        said("We are cold and we are tired,", by="Peter Okello", cue="said"),
    ),
    row(
        "48 told reporters",
        "“The talks go on,” Ingrid Marlow told reporters on the quay.",
        said("The talks go on,", by="Ingrid Marlow", cue="told"),
    ),
    row(
        "48 pool",
        "“The talks go on,” the president told the crew, according to a pool report.",
        said("The talks go on,", by="president", cue="told", via="pool report"),
    ),
    row(
        "49 denied",
        "Tobias Rehn denied ever saying “liar” in the hall.",
        marked(Kind.OTHER_WORDS, "liar"),
    ),
    row(
        "49 hedged",
        "Ivo Pasch allegedly said the mayor was “for sale”. He is said to have joked that “so is the town”.",
        said("for sale", by="Ivo Pasch", cue="said", partial=True),
        said("so is the town", by="Ivo Pasch", cue="joked", partial=True),
    ),
    row(
        "50 hypothetical",
        "Voters may ask, “Why now and why us?” when the bill comes.",
        marked(Kind.OTHER_WORDS, "Why now and why us?"),
    ),
    row(
        "50 future",
        "If Ingrid Marlow were asked today, she would say “yes”.",
        marked(Kind.OTHER_WORDS, "yes"),
    ),
    row(
        "51 term",
        "The so-called “white fleet” lay in port all winter.",
        marked(Kind.SCARE, "white fleet"),
    ),
    row(
        "51 nickname and book",
        "Peter “Tiny” Okello read the novel “A Lake In Winter” on watch.",
        marked(Kind.OTHER_WORDS, "Tiny"),
        marked(Kind.TITLE, "A Lake In Winter"),
    ),
    row(
        "51 motto and ship",
        "The town’s motto is “Row and be glad”. The ferry “Maid of Kelm” sank in May.",
        marked(Kind.OTHER_WORDS, "Row and be glad"),
        marked(Kind.OTHER_WORDS, "Maid of Kelm"),
    ),
)
