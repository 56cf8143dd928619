"""The network of kinds as `train_kinds.py` fits it: `explorer.extract.kind.network` on many clauses at once.

In JAX, whose compiler joins the many small steps; it and optax (0.10 and 0.2, Apache 2.0) serve for this only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import jax  # type: ignore[import-not-found]
import jax.numpy as jnp  # type: ignore[import-not-found]
import numpy as np
import optax  # type: ignore[import-not-found]
from kind_examples import KINDS, Example

from explorer.extract import kept
from explorer.extract.kind import likely, network, wording

CLASS_DIMENSIONS, FILTERS, NEURONS = 8, 64, 128
BATCH, DECAY = 256, 1e-4
TUNING = 0.003  # what it costs to move a word vector
DROPPED = {"word": 0.1, "rules": 0.3, "input": 0.1, "pooled": 0.25, "neurons": 0.2}
SEED = 1
LONGEST = wording.BEFORE + wording.MOST + wording.AFTER
STEP = LONGEST // 4  # lengths that are told apart: the steps are compiled for each

Weights = dict[str, Any]
Arrays = dict[str, np.ndarray]


class Pace(NamedTuple):
    """How often clauses are learnt from, and how fast at most."""

    epochs: float
    rate: float


WHOLE, TUNED = Pace(2.25, 4e-3), Pace(2.0, 8e-4)  # for all clauses at first, for those with a label in the end


def laid_out(told: Sequence[Example]) -> Arrays:
    """Lay clauses out as arrays: their words with those beside them, titles, marks of words, evidence."""
    count, shape = len(told), (len(told), LONGEST)
    out = {
        "rows": np.zeros(shape, np.int16),
        "classes": np.zeros(shape, np.int8),
        "sizes": np.zeros(count, np.int16),
        "own": np.zeros((count, 2), np.int16),
        "title rows": np.zeros((count, wording.TITLE), np.int16),
        "title classes": np.zeros((count, wording.TITLE), np.int8),
        "title sizes": np.zeros(count, np.int16),
        "marks": np.zeros((count, wording.MOST, len(KINDS) + 1), np.float16),
        "named": np.zeros((count, len(likely.names(KINDS))), np.float32),
    }
    for at, one in enumerate(told):
        passage = wording.passage(one.clause.text, one.clause.span, one.clause.title)
        told_of = likely.inputs(one.clause, passage, KINDS)
        words = (*told_of.before, *told_of.words, *told_of.after)
        size, first = len(words), len(told_of.before)
        out["rows"][at, :size], out["classes"][at, :size] = np.transpose(words)
        out["sizes"][at], out["own"][at] = size, (first, first + len(told_of.words))
        over = out["title sizes"][at] = len(told_of.title)
        if over:
            out["title rows"][at, :over], out["title classes"][at, :over] = np.transpose(told_of.title)
        if told_of.marks is not None:
            out["marks"][at, : len(told_of.marks)] = told_of.marks
        out["named"][at] = told_of.named
        kept.forget()
    return out


def first_weights(key: Any, words: int, dimensions: int) -> Weights:
    """Draw the weights to begin with."""
    keys = iter(jax.random.split(key, 8))

    def drawn(*shape: int) -> Any:
        return jax.random.normal(next(keys), shape) * np.sqrt(2 / sum(shape))

    inputs, seen = dimensions + CLASS_DIMENSIONS + len(KINDS) + 1, len(network.WINDOWS) * FILTERS
    pooled = seen * (wording.PARTS + sum(network.HEADS))
    return {
        "moved": jnp.zeros((words, dimensions)),
        "classes": jax.random.normal(next(keys), (wording.PARTS * len(wording.CLASSES), CLASS_DIMENSIONS))
        * 0.3,
        "filters": drawn(inputs, 2 * seen),
        "bias": jnp.zeros(seen),
        "heads": drawn(seen, sum(network.HEADS)),
        "hidden": drawn(pooled, NEURONS),
        "threshold": jnp.zeros(NEURONS),
        "of pooled": drawn(pooled, len(KINDS)),
        "of neurons": drawn(NEURONS, len(KINDS)),
        "of named": jnp.zeros((len(likely.names(KINDS)), len(KINDS))),
        "always": jnp.zeros(len(KINDS)),
    }


def odds(weights: Weights, table: Any, told: dict[str, Any], key: Any = None) -> Any:
    """Give the odds of the kinds of clauses; with a key, as for learning."""
    keys = iter(jax.random.split(key, 8)) if key is not None else None
    marks, named = told["marks"].astype(jnp.float32), told["named"]
    if keys is not None:
        has_rules = jax.random.bernoulli(next(keys), 1 - DROPPED["rules"], (len(named), 1))
        of_rules = named.shape[1] - likely.FLAGS
        marks = marks * has_rules[..., None]
        named = jnp.concatenate((named[:, :of_rules] * has_rules, named[:, of_rules:]), 1)
    place = jnp.arange(told["rows"].shape[1])
    is_own = (place >= told["own"][:, :1]) & (place < told["own"][:, 1:])
    is_word = place < told["sizes"][:, None]
    seen = _seen(weights, table, told["rows"], told["classes"], marks, is_word, keys)
    is_title = jnp.arange(told["title rows"].shape[1]) < told["title sizes"][:, None]
    bare = jnp.zeros((*is_title.shape, marks.shape[-1]))
    over = _seen(weights, table, told["title rows"], told["title classes"], bare, is_title, keys)
    of_clause, beside, _ = np.split(np.arange(sum(network.HEADS)), np.cumsum(network.HEADS)[:-1])
    pooled = jnp.concatenate(
        (
            _pooled(seen, is_own, weights["heads"][:, of_clause]),
            _pooled(seen, is_word & ~is_own, weights["heads"][:, beside]),
            _pooled(over, is_title, weights["heads"][:, -network.HEADS[-1] :]),
        ),
        1,
    )
    pooled = _kept(keys, pooled, "pooled")
    neurons = _kept(keys, jax.nn.relu(pooled @ weights["hidden"] + weights["threshold"]), "neurons")
    of_words = pooled @ weights["of pooled"] + neurons @ weights["of neurons"]
    return of_words + named @ weights["of named"] + weights["always"]


def _seen(weights: Weights, table: Any, rows: Any, classes: Any, marks: Any, is_word: Any, keys: Any) -> Any:
    """Give what the filters see at each word."""
    if keys is not None:
        rows = jnp.where(jax.random.bernoulli(next(keys), DROPPED["word"], rows.shape), 0, rows)
    inputs = jnp.concatenate((table[rows] + weights["moved"][rows], weights["classes"][classes], marks), -1)
    parts = (_kept(keys, inputs, "input") * is_word[..., None]) @ weights["filters"]
    one, two, three, before, after = jnp.split(parts, np.array([1, 2, 3, 5]) * FILTERS, -1)
    none = jnp.zeros_like(parts[:, :1, :FILTERS])
    before = jnp.concatenate((jnp.concatenate((none, none), -1), before[:, :-1]), 1)
    after = jnp.concatenate((after[:, 1:], none), 1)
    in_two, in_three = jnp.split(before, 2, -1)
    seen = jnp.concatenate((one, two + in_two, three + in_three + after), -1) + weights["bias"]
    return jax.nn.relu(seen) * is_word[..., None]


def _pooled(seen: Any, is_in: Any, heads: Any) -> Any:
    """Pool the words of a part: by maximum, by attention."""
    heard = jnp.where(is_in[..., None], seen @ heads, -1e4)
    attention = jax.nn.softmax(heard, 1) * is_in[..., None]
    by_head = jnp.einsum("cwh,cwf->chf", attention, seen)
    return jnp.concatenate(((seen * is_in[..., None]).max(1), by_head.reshape(len(seen), -1)), 1)


def _kept(keys: Iterator[Any] | None, values: Any, name: str) -> Any:
    """Drop a share of values at random, if it is for learning."""
    if keys is None:
        return values
    share = DROPPED[name]
    return values * jax.random.bernoulli(next(keys), 1 - share, values.shape) / (1 - share)


def fit(
    told: Arrays,
    chances: np.ndarray,
    counts: np.ndarray,
    table: np.ndarray,
    pace: Pace = WHOLE,
    begun: Weights | None = None,
) -> Weights:
    """Fit the weights by AdamW to the chances of the kinds of clauses, each of which counts as so many.

    Weights that are begun are fitted further.
    """
    steps = int(pace.epochs * len(chances) / BATCH)
    rule = optax.adamw(optax.cosine_onecycle_schedule(steps + 1, pace.rate, 0.1), weight_decay=DECAY)
    vectors = jnp.array(table)

    def missed(weights: Weights, batch: dict[str, Any], right: Any, count: Any, key: Any) -> Any:
        shares = jax.nn.log_softmax(odds(weights, vectors, batch, key))
        moved = (weights["moved"][batch["rows"]] ** 2).sum() / BATCH
        return TUNING * moved - ((right * shares).sum(-1) * count).sum() / count.sum()

    @jax.jit  # type: ignore[untyped-decorator]  # it is installed for this only
    def step(weights: Weights, state: Any, *batch: Any) -> tuple[Weights, Any]:
        changes, state = rule.update(jax.grad(missed)(weights, *batch), state, weights)
        return optax.apply_updates(weights, changes), state

    chance, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED)
    weights = begun or first_weights(key, *table.shape)
    state = rule.init(weights)
    for picked in _dealt(told["sizes"], steps, chance):
        key, own = jax.random.split(key)
        weights, state = step(weights, state, _batch(told, picked), chances[picked], counts[picked], own)
    return {name: np.asarray(values) for name, values in weights.items()}


def _dealt(sizes: np.ndarray, steps: int, chance: np.random.Generator) -> Iterator[np.ndarray]:
    """Deal clauses out, those of like length together, again and again."""
    while True:
        parts = np.array_split(chance.permutation(len(sizes)), max(1, len(sizes) // (20 * BATCH)))
        order = np.concatenate([part[np.argsort(sizes[part], kind="stable")] for part in parts])
        dealt = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
        for at in chance.permutation(len(dealt)):
            if not steps:
                return
            steps -= 1
            yield dealt[at]


def _batch(told: Arrays, picked: np.ndarray) -> dict[str, Any]:
    """Take some clauses, cut to the longest of them, the marks at the places of their own words."""
    length = min(LONGEST, math.ceil(told["sizes"][picked].max() / STEP) * STEP)
    taken: dict[str, Any] = {name: values[picked] for name, values in told.items()}
    marks = np.zeros((len(picked), LONGEST + wording.MOST, len(KINDS) + 1), np.float16)
    marks[np.arange(len(picked))[:, None], taken["own"][:, :1] + np.arange(wording.MOST)] = taken["marks"]
    beside = {
        "marks": marks[:, :length],
        "rows": taken["rows"][:, :length],
        "classes": taken["classes"][:, :length],
    }
    return {**taken, **beside}


def chances_of(weights: Weights, table: np.ndarray, told: Arrays) -> np.ndarray:
    """Give the chances of the kinds of clauses."""
    fitted, vectors = {name: jnp.array(values) for name, values in weights.items()}, jnp.array(table)
    run = jax.jit(lambda batch: jax.nn.softmax(odds(fitted, vectors, batch)))
    count = len(told["sizes"])
    dealt = (np.arange(at, at + BATCH) % count for at in range(0, count, BATCH))
    return np.concatenate([run(_batch(told, picked)) for picked in dealt])[:count]
