"""Text to proposals: the only room that knows spaCy."""

from quotereview.detection.detect import Detector
from quotereview.detection.loading import load

__all__ = ["Detector", "load"]
