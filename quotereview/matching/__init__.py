"""Quotes to quotes: which hold the same words, and how they differ."""

from quotereview.matching.anchoring import Sought, TwoTexts, Why
from quotereview.matching.bounds import Bound
from quotereview.matching.candidates import likeliest, sharing, worth_comparing
from quotereview.matching.compare import compare, labelled
from quotereview.matching.conflicts import disputes
from quotereview.matching.decide import decide
from quotereview.matching.engine import engine
from quotereview.matching.evidence import Shared
from quotereview.matching.lines import lines, own_runs, shared
from quotereview.matching.locating import locate, share, widened
from quotereview.matching.names import names_somebody, same_carrier, same_voice
from quotereview.matching.namesakes import Likely, distance, likely_same
from quotereview.matching.outlets import differ, other_outlet, outlets
from quotereview.matching.pairs import read_pairs, record, suggested, wording
from quotereview.matching.partners import alike, best_first, groups, mutual, nearest
from quotereview.matching.relation import relate
from quotereview.matching.side_by_side import side_by_side
from quotereview.matching.stories import stories
from quotereview.matching.suggesting import DAYS, FLOOR, suggest
from quotereview.matching.versions import kept, versions
from quotereview.model import Group

__all__ = [
    "DAYS",
    "FLOOR",
    "Bound",
    "Group",
    "Likely",
    "Shared",
    "Sought",
    "TwoTexts",
    "Why",
    "alike",
    "best_first",
    "compare",
    "decide",
    "differ",
    "disputes",
    "distance",
    "engine",
    "groups",
    "kept",
    "labelled",
    "likeliest",
    "likely_same",
    "lines",
    "locate",
    "mutual",
    "names_somebody",
    "nearest",
    "other_outlet",
    "outlets",
    "own_runs",
    "read_pairs",
    "record",
    "relate",
    "same_carrier",
    "same_voice",
    "share",
    "shared",
    "sharing",
    "side_by_side",
    "stories",
    "suggest",
    "suggested",
    "versions",
    "widened",
    "wording",
    "worth_comparing",
]
