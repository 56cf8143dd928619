"""From scores of heads to a tree: one root, no circle (Chu and Liu, Edmonds)."""

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.intp]


def tree(scores: NDArray[np.float32]) -> Heads:
    """Give the best head of each word: 0 for the one root, else the number of a word, from 1.

    `scores` has a row for each word and a column for each head, the root first.
    """
    heads: Heads = scores.argmax(axis=1)
    size = len(heads)
    if size == 1:
        return np.zeros(1, dtype=np.intp)
    if np.count_nonzero(heads == 0) != 1:
        # The root is the word that gains most by it, or loses least.
        root = int((scores[:, 0] - scores[:, 1:].max(axis=1)).argmax())
        scores = scores.copy()
        scores[:, 0] = -np.inf
        scores[root, 0] = 0
        scores[root, 1:] = -np.inf
        heads = scores.argmax(axis=1)
    if not _circle(heads.tolist()):
        return heads
    root = int(heads.tolist().index(0))
    square = np.full((size + 1, size + 1), -np.inf)
    square[1:] = scores
    square[1:, 0] = -np.inf
    square[root + 1, :] = -np.inf
    square[root + 1, 0] = 0
    return _without_circles(square)[1:]


def _circle(heads: list[int]) -> list[int]:
    """Give the words of a circle among heads of words 1, 2, …; none if there is no circle."""
    seen = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        word = start
        while word and not seen[word]:
            seen[word] = start
            word = heads[word - 1]
        if word and seen[word] == start:
            circle = [word]
            while heads[circle[-1] - 1] != word:
                circle.append(heads[circle[-1] - 1])
            return circle
    return []


def _without_circles(scores: NDArray[np.float64]) -> Heads:
    """Give the best heads below word 0, whose own row counts for nothing."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    circle = _circle(heads[1:].tolist())
    if not circle:
        return heads
    inside = np.array(circle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    # The circle becomes one word: what enters it costs the link that it breaks.
    into = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    out = scores[np.ix_(outside, inside)]
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[size, :size] = into.max(axis=0)
    small[:size, size] = out.max(axis=1)
    found = _without_circles(small)
    heads[outside] = [outside[h] if h < size else inside[out[i].argmax()] for i, h in enumerate(found[:size])]
    heads[0] = 0
    entered = outside[found[size]]
    heads[inside[into[:, found[size]].argmax()]] = entered
    return heads
