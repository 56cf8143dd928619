"""Measures a written model on data that it never saw, through the same code that users call."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from tagging.corpora import Named, Tree, named, organizations_of_gum, trees

from explorer.model.mention import Span
from explorer.tagger import Sentence, tag, tag_words, tagging
from explorer.tagger.network import Network
from explorer.tagger.tokens import tokens

TOLD = ("person", "organization", "place")
THRESHOLD = 0.5
_NEWS = "GUM_news"
_RELATIONS = "nsubj nsubj:pass obj conj ccomp advcl acl:relcl obl aux:pass".split()


def report(model: Path, data: Path) -> None:
    """Print the figures of a model."""
    started = time.process_time()
    with np.load(model, allow_pickle=False) as arrays:
        net = Network(arrays)
    net.encode([["one"]])
    print(f"size {model.stat().st_size / 1e6:.2f} MB, loads in {1000 * (time.process_time() - started):.0f} ms")
    tagging.network = lambda: net  # type: ignore[assignment]
    for name in ("ewt-dev", "ewt-test", "gum-dev", "gum-test"):
        if (data / f"{name}.conllu").exists():
            _trees(name, trees(data / f"{name}.conllu"))
    wiki = named(data / "wikigold.conll", sure=True)
    twitter = named(data / "btc.conll", sure=False)
    _names("wnut17-test", named(data / "wnut17-test.conll", sure=True))
    _names("wikigold held out", wiki[len(wiki) * 4 // 5 :])
    _names("btc held out", twitter[len(twitter) * 9 // 10 :])
    for name in ("gum-train", "gum-dev", "gum-test"):
        if (data / f"{name}.conllu").exists():
            news = [tree for tree in trees(data / f"{name}.conllu") if tree.name.startswith(_NEWS)]
            _trees(f"{name}, news", news)
            _organizations(f"{name}, news", news)
    _speed(trees(data / "ewt-test.conllu"))


def _trees(name: str, forest: Sequence[Tree]) -> None:
    right = Counter[str]()
    cut = [0, 0, 0]
    for tree, found in zip(forest, tag_words([tree.words for tree in forest], parsed=True), strict=True):
        for index, token in enumerate(found.tokens):
            right["tag"] += token.tag == tree.tags[index]
            right["all"] += 1
            head = token.head == tree.heads[index] - 1
            if tree.tags[index] not in (".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"):
                right["heads"] += head
                right["labelled"] += head and token.relation == tree.relations[index]
                right["words"] += 1
            for relation in (
                "nsubj",
                "nsubj:pass",
                "obj",
                "conj",
                "ccomp",
                "advcl",
                "acl:relcl",
                "obl",
                "aux:pass",
            ):
                gold, told = tree.relations[index] == relation, token.relation == relation
                right[f"{relation} gold"] += gold
                right[f"{relation} told"] += told
                right[f"{relation} both"] += gold and told and head
        gold_places = _places(tree)
        if gold_places:
            told_places = set(tokens(tree.text, 0, len(tree.text)))
            cut = [
                cut[0] + len(gold_places & told_places),
                cut[1] + len(gold_places),
                cut[2] + len(told_places),
            ]
    print(
        f"{name}: tokens F1 {200 * cut[0] / (cut[1] + cut[2]):.2f}, "
        f"tags {100 * right['tag'] / right['all']:.2f}, "
        f"UAS {100 * right['heads'] / right['words']:.2f}, LAS {100 * right['labelled'] / right['words']:.2f}"
    )
    f1 = {
        key[:-5]: 200 * right[f"{key[:-5]} both"] / max(1, right[key] + right[f"{key[:-5]} told"])
        for key in right
        if key.endswith(" gold")
    }
    print("   F1 of relations: " + ", ".join(f"{relation} {value:.0f}" for relation, value in f1.items()))


def _places(tree: Tree) -> set[tuple[int, int]]:
    places: set[tuple[int, int]] = set()
    at = 0
    for word in tree.words:
        start = tree.text.find(word, at)
        if start < 0:
            return set()
        at = start + len(word)
        places.add((start, at))
    return places


def _f1(gold: Counter[str], told: Counter[str], both: Counter[str], type_: str) -> str:
    precision, recall = both[type_] / max(1, told[type_]), both[type_] / max(1, gold[type_])
    f1 = 200 * both[type_] / max(1, gold[type_] + told[type_])
    return f"{type_} {f1:.1f} (P {precision:.2f} R {recall:.2f})"


def _names(name: str, sentences: Sequence[Named]) -> None:
    gold, told, both = Counter[str](), Counter[str](), Counter[str]()
    for sentence, found in zip(sentences, tag_words([s.words for s in sentences]), strict=True):
        right = {entity for entity in sentence.entities if entity[2] in TOLD}
        mine = {(e.first, e.behind, e.type) for e in found.entities if e.score >= THRESHOLD}
        for counter, spans in ((gold, right), (told, mine), (both, right & mine)):
            counter.update(type_ for _, _, type_ in spans)
            counter["all"] += len(spans)
    print(f"{name}: " + ", ".join(_f1(gold, told, both, type_) for type_ in ("all", *TOLD)))


def _organizations(name: str, forest: Sequence[Tree]) -> None:
    gold, told, both, loose = Counter[str](), Counter[str](), Counter[str](), 0
    for tree, found in zip(forest, tag_words([tree.words for tree in forest]), strict=True):
        right = organizations_of_gum(tree)
        mine = {
            (e.first, e.behind) for e in found.entities if e.type == "organization" and e.score >= THRESHOLD
        }
        gold["organization"] += len(right)
        told["organization"] += len(mine)
        both["organization"] += len(right & mine)
        loose += sum(any(a < d and c < b for c, d in mine) for a, b in right)
    print(
        f"{name}: {_f1(gold, told, both, 'organization')}, touched {loose / max(1, gold['organization']):.2f}"
    )


def _speed(forest: Sequence[Tree]) -> None:
    text = "\n".join(tree.text for tree in forest)
    spans = []
    at = 0
    for tree in forest:
        spans.append(Span(at, at + len(tree.text)))
        at += len(tree.text) + 1
    calls: dict[str, Callable[[], list[Sentence]]] = {
        "tags and names": lambda: tag(text, spans),
        "with trees": lambda: tag(text, spans, parsed=True),
        "tags and names, one sentence a call": lambda: [s for span in spans for s in tag(text, [span])],
    }
    for name, call in calls.items():
        started = time.process_time()
        count = sum(len(sentence.tokens) for sentence in call())
        print(f"{name}: {count / (time.process_time() - started):,.0f} tokens per CPU second")
