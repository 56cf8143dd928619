"""Scores of heads become a tree."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer.tagger.trees import tree


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps = 0
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            return False
    return True


def _scores(size: int) -> st.SearchStrategy[np.ndarray]:
    values = st.integers(-50, 50).map(float)
    return arrays(np.float32, (size, size + 1), elements=values).map(_no_word_heads_itself)


def _no_word_heads_itself(scores: np.ndarray) -> np.ndarray:
    np.fill_diagonal(scores[:, 1:], -np.inf)
    return scores


def test_clear_scores_are_followed() -> None:
    scores = np.full((3, 4), -5, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5
    assert tree(scores).tolist() == [2, 0, 2]


@given(st.integers(1, 9).flatmap(_scores))
def test_there_is_one_root_and_no_circle(scores: np.ndarray) -> None:
    assert _is_tree(tree(scores).tolist())


@settings(max_examples=50)
@given(_scores(4))
def test_below_its_root_no_tree_scores_more(scores: np.ndarray) -> None:
    heads = tree(scores).tolist()
    root = heads.index(0)
    others = [h for h in product(range(5), repeat=4) if h[root] == 0 and _is_tree(list(h))]

    def total(choice: list[int] | tuple[int, ...]) -> float:
        return sum(float(scores[word, head]) for word, head in enumerate(choice) if head)

    assert total(heads) == max(total(other) for other in others)
