"""Gold and a detector to figures: how often proposals are right, for whoever works on detection."""

from quotereview.evaluation.gold import Attributed, Gold, read
from quotereview.evaluation.matches import named
from quotereview.evaluation.measure import measure
from quotereview.evaluation.page import Key, Page, changes
from quotereview.evaluation.pairs import JudgedPairs
from quotereview.evaluation.report import Report

__all__ = ["Attributed", "Gold", "JudgedPairs", "Key", "Page", "Report", "changes", "measure", "named", "read"]
