"""Detection in another process finds the same, and outlives bugs and the end of that process."""

import multiprocessing
from collections.abc import Iterator

import pytest

from quotereview.detection import Detector, DetectorApart
from quotereview.detection.apart import BrokeDown
from quotereview.errors import ModelMissing
from quotereview.model import Span
from quotereview.review.ingest import Pasted, Read, Refused, read_and_detect

TEXT = "“We regret it,” said Nils Aho. The sign read so in May."
TOLD = "“We regret it,” Nils Aho told the Velm Courier."


@pytest.fixture(scope="module")
def apart() -> Iterator[DetectorApart]:
    with DetectorApart() as made:
        yield made()


def end_the_process() -> None:
    (process,) = multiprocessing.active_children()
    process.kill()
    process.join()


def test_it_finds_what_is_found_here(apart: DetectorApart, detector: Detector) -> None:
    sign = Span(TEXT.index("so in"), TEXT.index(" in May"))
    assert apart.detect(TEXT) == detector.detect(TEXT)
    assert apart.detect(TEXT, [sign]) == detector.detect(TEXT, [sign])
    regret, shorter = (Span(1, 1 + len(words)) for words in ("We regret it,", "We regret"))
    assert apart.detect(TEXT, [shorter], [regret]) == detector.detect(TEXT, [shorter], [regret])
    own = "Velm Courier"
    assert apart.detect(TOLD, outlet=own) == detector.detect(TOLD, outlet=own) != detector.detect(TOLD)


def test_a_bug_is_told_with_its_place_and_the_process_goes_on(apart: DetectorApart) -> None:
    (before,) = multiprocessing.active_children()
    with pytest.raises(BrokeDown, match="in detect\n"):
        apart.detect(None)  # type: ignore[arg-type]
    assert apart.detect(TEXT).quotes
    assert multiprocessing.active_children() == [before]


def test_a_process_that_ends_costs_a_batch_one_article(apart: DetectorApart) -> None:
    outcomes = read_and_detect([Pasted(f"{number}.txt", f"{TEXT} {number}") for number in range(3)], apart)
    assert isinstance(next(outcomes), Read)
    end_the_process()
    lost = next(outcomes)
    assert isinstance(lost, Refused) and "failed on 1.txt" in lost.why
    assert isinstance(next(outcomes), Read)


def test_a_missing_model_is_told_as_it_is_here() -> None:
    apart = DetectorApart("xx_no_such_model")
    for _ in range(2):
        with pytest.raises(ModelMissing, match="“xx_no_such_model” is not installed"):
            apart()


def test_closing_ends_the_process_and_is_no_end_for_good(apart: DetectorApart) -> None:
    apart.close()
    assert multiprocessing.active_children() == []
    assert apart.detect(TEXT).quotes
