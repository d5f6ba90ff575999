"""Quotes out of words as rare as in news, as many as one likes, with versions of some of them planted among them."""

import random
from collections.abc import Iterator
from itertools import accumulate, islice

from quotereview import lexicon

LIST = "word_rates"
NAMES = 200_000
PHRASES = 30_000
IN_PHRASES = 0.12  # how often a phrase begins that other quotes have, too


class News:
    """Words drawn as often as news has them, phrases that come back, and names, few of them often."""

    def __init__(self, seed: int = 6) -> None:
        self._random = random.Random(seed)
        bits = {word: int(bits) for bits in lexicon.sections(LIST) for word in sorted(lexicon.words(LIST, bits))}
        known = [(word, 2.0**-rarity) for word, rarity in bits.items()]
        ranks = [1 / rank for rank in range(20, NAMES + 20)]
        share = (1 - sum(rate for _, rate in known)) / sum(ranks)
        names = [(f"name{number}", share * rank) for number, rank in enumerate(ranks)]
        self._words = [word for word, _ in (*known, *names)]
        self._rates = list(accumulate(rate for _, rate in (*known, *names)))
        self._phrases = [self._draw(self._random.randint(2, 5)) for _ in range(PHRASES)]
        self._often = list(accumulate(1 / rank for rank in range(5, PHRASES + 5)))

    def quotes(self) -> Iterator[list[str]]:
        """Quotes of 2 to 200 words, half of them under 14."""
        while True:
            yield self._quote(min(200, max(2, int(self._random.lognormvariate(2.55, 0.8)))))

    def fragment(self, quote: list[str]) -> list[str]:
        """Three to six words in a row."""
        size = self._random.randint(3, 6)
        start = self._random.randrange(max(1, len(quote) - size + 1))
        return quote[start : start + size]

    def edited(self, quote: list[str]) -> list[str]:
        """One word in ten left out, one in ten another one."""
        kept = [word for word in quote if self._random.random() > 0.1]
        return [word if self._random.random() > 0.1 else self._draw(1)[0] for word in kept]

    def _draw(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._rates, k=count)

    def _quote(self, size: int) -> list[str]:
        words: list[str] = []
        for word in self._draw(size):
            if self._random.random() < IN_PHRASES:
                words += self._random.choices(self._phrases, cum_weights=self._often)[0]
            words.append(word)
        return list(islice(words, size))
