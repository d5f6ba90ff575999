"""Kinds 21 to 37: who speaks."""

from tests.detection.edge_cases.rows import row, said

ROWS = (
    row(
        "21 pronoun chain",
        "Dr Nadia Ferrant arrived at noon. She put down her bag. “The water is not fit to drink,” she said.",
        said("The water is not fit to drink,", by="Nadia Ferrant", cue="said"),
    ),
    row(
        "21 pronoun chain over paragraphs",
        "Peter Okello has sailed the lake for thirty years. He owns two boats.\n\n"
        "Last spring one of them sank.\n\n“I heard the hull crack,” he said.",
        said("I heard the hull crack,", by="Peter Okello", cue="said"),
    ),
    row(
        "21 pronoun chain, a man and a woman",
        "Ingrid Marlow met Peter Okello on the quay. “Stay in port,” she told him. “I sail at dawn,” he replied.",
        said("Stay in port,", by="Ingrid Marlow", cue="told"),
        said("I sail at dawn,", by="Peter Okello", cue="replied"),
    ),
    row(
        "22 two people of one gender",
        "Tobias Rehn met Peter Okello on the quay. Rehn was late and out of breath. “I overslept,” he said.",
        said("I overslept,", by="Tobias Rehn", cue="said"),
    ),
    row(
        "23 possessive",
        "Ingrid Marlow left the hall at noon. Her words: “Not again, and not in my port.”",
        said("Not again, and not in my port.", by="Ingrid Marlow", cue="words"),
    ),
    row(
        "23 relative",
        "Peter Okello, whose only reply was “ask the owners”, held the tiller.",
        said("ask the owners", by="Peter Okello", cue="reply", partial=True),
        missing="the parse takes “ask” for the verb that “reply” belongs to",
    ),
    row(
        "24 noun cue",
        "Captain Peter Okello met the whole crew. His message to the men was “stay on board”.",
        said("stay on board", by="Peter Okello", cue="message", partial=True),
    ),
    row(
        "25 group",
        "Residents said they were “sick of the mud and the noise”.",
        said("sick of the mud and the noise", by="Residents", cue="said", partial=True),
    ),
    row(
        "25 group, both",
        "Nadia Ferrant and Ingrid Marlow saw the dam on Sunday. Both women: “We saw it coming.”",
        said("We saw it coming.", by="Nadia Ferrant and Ingrid Marlow"),
    ),
    row(
        "26 spokesperson",
        "“We regret every delay,” said Hanne Vik, a spokeswoman for Castra Lines.",
        said("We regret every delay,", by="Hanne Vik", cue="said"),
    ),
    row(
        "26 spokesperson before the words",
        "A spokesman for the harbour board, Emil Strand, said the board was “not in a hurry”.",
        said("not in a hurry", by="Emil Strand", cue="said", partial=True),
    ),
    row(
        "26 spokesperson without a name",
        "“The accounts are in order,” a spokesperson for Castra Lines said.",
        said("The accounts are in order,", by="spokesperson for Castra Lines", cue="said"),
    ),
    row(
        "27 organisation",
        "The fisheries ministry said the catch was “in good order”.",
        said("in good order", by="fisheries ministry", cue="said", partial=True),
    ),
    row(
        "27 building",
        "Downing Street said it was “content to wait” for the report.",
        said("content to wait", by="Downing Street", cue="said", partial=True),
    ),
    row(
        "28 unnamed",
        "“The money is gone,” said a banker who asked not to be named because the audit goes on.",
        said("The money is gone,", by="banker", cue="said"),
    ),
    row(
        "29 told X",
        "Ingrid Marlow told Lake Radio “nobody will lose a job”.",
        said("nobody will lose a job", by="Ingrid Marlow", cue="told", via="Lake Radio", partial=True),
    ),
    row(
        "29 told X, cue after",
        "“Nobody will lose a job,” Ivo Pasch, the union leader, told the Orrin Gazette.",
        said("Nobody will lose a job,", by="Ivo Pasch", cue="told", via="Orrin Gazette"),
    ),
    row(
        "29 told X, a person",
        "Ingrid Marlow told Peter Okello: “Your boats stay in port.”",
        said("Your boats stay in port.", by="Ingrid Marlow", cue="told"),
    ),
    row(
        "30 hearer before the quote",
        "Asked by Tobias Rehn about the fare, Ingrid Marlow replied: “Ask me in May.”",
        said("Ask me in May.", by="Ingrid Marlow", cue="replied"),
    ),
    row(
        "31 passive",
        "The timetable was called “a bad joke” by Ivo Pasch, the union leader.",
        said("a bad joke", by="Ivo Pasch", cue="called", partial=True),
    ),
    row(
        "32 speaker named in the next paragraph",
        "“We lost the whole flock in one night.”\n\nThat is how Tobias Rehn described the flood.",
        said("We lost the whole flock in one night.", by="Tobias Rehn", cue="described"),
    ),
    row(
        "33 no speaker at all",
        "“Silence!” The hall froze. Rain fell on the roof.",
        said("Silence!", by=None),
    ),
    row(
        "34 speaker in the headline only",
        "Ingrid Marlow: no ferry on Sunday\n\n“There will be no ferry on Sunday,” she said on Monday.\n\nIt rained.",
        said("There will be no ferry on Sunday,", by="Ingrid Marlow", cue="said"),
    ),
    row(
        "34 the author's own words",
        "A night on the lake\n\nBy Hanne Brück\n\nThe captain started the engine. “Is it safe to go out?” I asked.",
        said("Is it safe to go out?", by="Hanne Brück", cue="asked"),
    ),
    row(
        "35 same surname twice",
        "Tobias Rehn and his wife, Alma Rehn, keep bees. “The bees drowned,” said Mrs Rehn. "
        "“All of them,” Mr Rehn added.",
        said("The bees drowned,", by="Alma Rehn", cue="said"),
        said("All of them,", by="Tobias Rehn", cue="added"),
    ),
    row(
        "35 role only",
        "Fisheries Minister Ivo Pasch toured the port. “The catch is in good order,” the minister said.",
        said("The catch is in good order,", by="Ivo Pasch", cue="said"),
    ),
    row(
        "36 apposition chain",
        "Ingrid Marlow, 47, a former pilot and head of the harbour board, said the ferries were “the town’s lungs”.",
        said("the town’s lungs", by="Ingrid Marlow", cue="said", partial=True),
    ),
    row(
        "37 alternating turns",
        "“Did you see the ice?” asked Tobias Rehn.\n\n“I did,” said Peter Okello.\n\n"
        "“And yet you sailed?”\n\n“I had no choice.”",
        said("Did you see the ice?", by="Tobias Rehn", cue="asked"),
        said("I did,", by="Peter Okello", cue="said"),
        said("And yet you sailed?", by="Tobias Rehn"),
        said("I had no choice.", by="Peter Okello"),
    ),
)
