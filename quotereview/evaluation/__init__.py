"""Gold and a detector to figures: how often proposals are right, for whoever works on detection."""

from quotereview.evaluation.gold import read, read_attributed
from quotereview.evaluation.measure import measure
from quotereview.evaluation.page import Key, Page, changes
from quotereview.evaluation.report import Report

__all__ = ["Key", "Page", "Report", "changes", "measure", "read", "read_attributed"]
