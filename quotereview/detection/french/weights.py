"""How much each piece of evidence counts towards a speaker in French; set by hand, on invented sentences."""

WEIGHTS = {
    # what sort of cue
    "saying": 3.0,
    "relaying": 1.2,
    "naming": 2.2,
    "thinking": 1.0,
    "according": 3.5,
    "noun": 0.8,
    "unlisted": -2.0,
    "naming a fragment": 0.8,
    # how the cue hangs on the passage
    "governs": 2.0,
    "beside it": 1.5,
    "after": 0.1,
    "colon": 1.5,
    "another quote between": -3.0,
    "another cue between": -3.0,
    # how the mention hangs on the cue
    "subject": 2.0,
    "shared subject": 1.2,
    "agent": 2.2,
    "quoted as saying": 6.0,
    "described": 1.0,
    "of": 0.8,
    "whose": 0.4,
    "beside the cue": 0.8,
    # what the mention is
    "person": 1.0,
    "name": 0.5,
    "he or she": 1.0,
    "they": 0.4,
    "who": 0.6,
    "first person": -0.2,
    "role": 0.6,
    "body": 0.4,
    "thing": -0.4,
    # what stands around
    "goes on": 4.0,
    "same paragraph": 2.0,
    "next paragraph": 1.2,
    "earlier quote": -0.2,
    "open mark": 9.0,
    "announced": 4.0,
    "sentence before": 1.5,
    "label": 6.0,
    "sentence around": 1.5,
}
