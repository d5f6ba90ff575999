"""Figures, and how far they move when other articles are drawn."""

from math import isnan

import numpy as np
import pytest

from quotereview.evaluation import bootstrap, report
from quotereview.evaluation.figures import Balance, Gap, Outcome, Outcomes, Share, SureShare

ONCE = np.ones(2)
FIRST_TWICE = np.array([2.0, 0.0])


def test_a_share_counts_each_article_as_often_as_it_is_drawn() -> None:
    share = Share(np.array([1.0, 3.0]), np.array([4.0, 4.0]))
    assert (share.value(ONCE), share.value(FIRST_TWICE), share.of) == (0.5, 0.25, 8)
    assert isnan(share.value(np.zeros(2)))


def test_a_balance_is_the_harmonic_mean_of_precision_and_recall() -> None:
    balance = Balance(np.array([3.0, 3.0]), np.array([4.0, 4.0]), np.array([6.0, 6.0]))
    precision, recall = 0.75, 0.5
    assert balance.value(ONCE) == pytest.approx(2 * precision * recall / (precision + recall))


def outcomes(*pairs: tuple[float, bool]) -> Outcomes:
    return Outcomes(Outcome(number % 2, confidence, right) for number, (confidence, right) in enumerate(pairs))


def test_the_sure_share_ends_where_too_many_are_wrong() -> None:
    some = outcomes((0.5, True), (0.9, True), (0.8, False), (0.95, True))
    assert SureShare(some).value(ONCE) == 0.5
    assert SureShare(outcomes((0.9, False), (0.8, True))).value(ONCE) == 0.0
    assert isnan(SureShare(outcomes()).value(ONCE))


def test_one_wrong_in_fifty_is_sure_enough() -> None:
    some = outcomes((0.99, False), *[(0.9, True)] * 49, (0.8, False))
    assert SureShare(some).value(ONCE) == pytest.approx(50 / 51)


def test_the_gap_adds_up_what_each_band_believes_amiss() -> None:
    some = outcomes((0.8, True), (0.8, False), (0.2, False), (1.0, True))
    assert Gap(some).value(ONCE) == pytest.approx((abs(1.6 - 1) + 0.2 + 0) / 4)


def test_bands_tell_belief_from_truth() -> None:
    first, last = report.bands(outcomes((0.6, True), (0.5, False), (1.0, True)))
    assert (first.low, first.high, first.count, first.right) == (0.5, 0.7, 2, 0.5)
    assert first.believed == pytest.approx(0.55)
    assert last.cells == ("0.97 to 1.00", "1", "1.000", "1.000")


def test_an_interval_is_that_of_articles_and_the_same_each_time() -> None:
    right, of = np.array([10.0, 0.0] * 50), np.full(100, 10.0)
    drawn = bootstrap.resamples(100)
    low, high = bootstrap.interval(Share(right, of), drawn)
    assert (low, high) == bootstrap.interval(Share(right, of), bootstrap.resamples(100))
    # the standard error is that of 100 articles, half of them right throughout, not that of 1,000 passages
    assert low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.015)
    assert high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.015)
    assert len(drawn) == bootstrap.RESAMPLES


def test_resamples_with_nothing_to_count_are_left_out() -> None:
    drawn = bootstrap.resamples(3)
    assert bootstrap.interval(Share(np.array([1.0, 0, 0]), np.array([1.0, 0, 0])), drawn) == (1.0, 1.0)
    assert all(map(isnan, bootstrap.interval(Share(np.zeros(3), np.zeros(3)), drawn)))


def test_a_table_leaves_out_what_rests_on_nothing() -> None:
    figures = [("some", Share(np.ones(2), np.ones(2))), ("none", Share(np.zeros(2), np.zeros(2)))]
    [row] = report.table("Figures", figures, 2).rows
    assert (row.name, row.printed, row.interval, row.of) == ("some", "1.000", "1.000 to 1.000", 2)
