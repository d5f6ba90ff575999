"""By whose conventions marked words are quotes, and whoever passes them on a speaker: an editor's or a corpus's."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conventions:
    """What is decided where readers differ; as it stands here, as an editor wants it.

    - ``double_marks_only``: nothing between single marks, behind a mark that is turned the wrong way, or without marks
      is a quote.
    - ``rules_choose``: labels, turns and whoever utters the words go before what the ranker believes, and carriers
      give way.
    - ``written_is_said``: so is a slogan on a banner, or a word that is named as one.
    - ``signs_are_cues``: a colon or a dash is a cue where no word is.
    - ``shown_from``: the belief in speech from which words are shown as such; low, for to add a missed quote by hand
      costs more than to reject a false one.
    - ``shown_against_rule``: the same where a rule takes the words for something else.
    """

    double_marks_only: bool = False
    rules_choose: bool = True
    written_is_said: bool = False
    signs_are_cues: bool = False
    shown_from: float = 0.3
    shown_against_rule: float = 0.7


EDITORIAL = Conventions()

POLNEAR = Conventions(
    double_marks_only=True,
    rules_choose=False,
    written_is_said=True,
    signs_are_cues=True,
    shown_from=0.4,
    shown_against_rule=0.5,
)
"""Those of the corpus PolNeAR, between double marks, by which systems are compared on it."""

CONVENTIONS: Mapping[str, Conventions] = {"editorial": EDITORIAL, "polnear": POLNEAR}
