"""A reader of kinds that is larger than the network of the program: a small transformer, fitted to our clauses.

MiniLM (Wang et al. 2020; `sentence-transformers/all-MiniLM-L6-v2`, Apache 2.0) reads a clause, beside it the
title of its article, what stands before and what stands after. It is far too slow and three times too large to
ship, but what it makes of clauses teaches the network that is. Needs torch (BSD), safetensors and tokenizers
(Apache 2.0), for this only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch  # type: ignore[import-not-found]
from kind_examples import KINDS, Example
from safetensors.torch import load_file  # type: ignore[import-not-found]
from tokenizers import Tokenizer  # type: ignore[import-not-found]
from torch import nn
from torch.nn import functional

OWN, TITLE, BEFORE, AFTER = 56, 16, 24, 8  # tokens that are read of the clause, and of what stands beside it
NEAR = 250, 120  # characters before and after it
BATCH, EPOCHS, RATE, DROPPED, SMOOTHING = 32, 2, 2e-4, 0.1, 0.1
# Short floats are twice as fast on processors that know them, and four times slower on the others.
HAS_SHORT = "_bf16" in Path("/proc/cpuinfo").read_text("utf-8")


class Tokens(NamedTuple):
    """A clause as the reader takes it: all its tokens, and how many of them are the clause's own."""

    ids: list[int]
    own: int


class Layer(nn.Module):  # type: ignore[misc]  # it is installed for this only
    """A layer of a transformer: attention and two dense steps, each added to its input and normed."""

    def __init__(self, size: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.told = (nn.Linear(size, size) for _ in range(4))
        self.wide, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norms = nn.ModuleList(nn.LayerNorm(size, eps=1e-12) for _ in range(2))

    def forward(self, x: Any, is_word: Any) -> Any:
        """Read words once more, each by all."""
        parts = [
            part(x).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        heard = functional.scaled_dot_product_attention(*parts, attn_mask=is_word[:, None, None, :])
        x = self.norms[0](x + self._kept(self.told(heard.transpose(1, 2).flatten(-2))))
        return self.norms[1](x + self._kept(self.narrow(functional.gelu(self.wide(x)))))

    def _kept(self, x: Any) -> Any:
        return functional.dropout(x, DROPPED, self.training)


class Reader(nn.Module):  # type: ignore[misc]
    """MiniLM with a dense layer over its first token and the mean of the clause: the odds of the kinds."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        shape, weights = (
            json.loads((folder / "config.json").read_text()),
            load_file(folder / "model.safetensors"),
        )
        size, heads, inner = (
            shape[name] for name in ("hidden_size", "num_attention_heads", "intermediate_size")
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.word, self.place, self.part = (
            nn.Embedding.from_pretrained(weights[f"embeddings.{name}_embeddings.weight"], freeze=name == "word")
            for name in ("word", "position", "token_type")
        )
        self.place.requires_grad_(True)
        self.norm = _norm(weights, "embeddings.LayerNorm", size)
        self.layers = nn.ModuleList(Layer(size, heads, inner) for _ in range(shape["num_hidden_layers"]))
        for at, layer in enumerate(self.layers):
            _fill(layer, weights, f"encoder.layer.{at}.")
        self.out = nn.Linear(2 * size, len(KINDS))

    def forward(self, ids: Any, parts: Any, is_word: Any) -> Any:
        """Give the odds of the kinds of clauses."""
        return self.out(self._kept(torch.cat(self.read(ids, parts, is_word), -1))).float()

    def read(self, ids: Any, parts: Any, is_word: Any) -> tuple[Any, Any]:
        """Give what is made of the first token of clauses, and of all their own on average."""
        places = self.place.weight[: ids.shape[1]]
        x = self._kept(self.norm(self.word(ids) + places + self.part(parts)))
        for layer in self.layers:
            x = layer(x, is_word)
        own = (is_word & (parts == 0)).to(x.dtype)[..., None]
        return x[:, 0], (x * own).sum(1) / own.sum(1)

    def _kept(self, x: Any) -> Any:
        return functional.dropout(x, DROPPED, self.training)

    def tokens(self, told: Sequence[Example]) -> list[Tokens]:
        """Take clauses apart: the clause, then title, what stands before and after, if there is any."""
        clauses = [one.clause for one in told]
        own = self._cut(clause.text[slice(*clause.span)] for clause in clauses)
        title = self._cut(clause.title for clause in clauses)
        before = self._cut(
            clause.text[max(0, clause.span.start - NEAR[0]) : clause.span.start] for clause in clauses
        )
        after = self._cut(clause.text[clause.span.end :][: NEAR[1]] for clause in clauses)
        first, end, stop, bar = (self.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", ".", "|"))
        found = []
        for mine, over, left, right in zip(own, title, before, after, strict=True):
            ids = [first, *mine[:OWN], end]
            beside = [*over[:TITLE], stop, *left[-BEFORE:], bar, *right[:AFTER], end] if over or left else []
            found.append(Tokens(ids + beside, len(ids)))
        return found

    def _cut(self, texts: Iterator[str]) -> list[list[int]]:
        return [one.ids[1:-1] for one in self.tokenizer.encode_batch(list(texts))]


def _norm(weights: dict[str, Any], name: str, size: int) -> Any:
    made = nn.LayerNorm(size, eps=1e-12)
    made.weight.data, made.bias.data = weights[f"{name}.weight"], weights[f"{name}.bias"]
    return made


def _fill(layer: Layer, weights: dict[str, Any], name: str) -> None:
    """Give a layer its weights."""
    for part, its in {
        layer.query: "attention.self.query",
        layer.key: "attention.self.key",
        layer.value: "attention.self.value",
        layer.told: "attention.output.dense",
        layer.norms[0]: "attention.output.LayerNorm",
        layer.wide: "intermediate.dense",
        layer.narrow: "output.dense",
        layer.norms[1]: "output.LayerNorm",
    }.items():
        part.weight.data, part.bias.data = weights[f"{name}{its}.weight"], weights[f"{name}{its}.bias"]


def laid_out(told: Sequence[Tokens]) -> tuple[Any, Any, Any]:
    """Lay tokens out as arrays of one length: ids, parts (1: beside the clause), which of them are any."""
    shape = len(told), 8 * math.ceil(max(len(one.ids) for one in told) / 8)
    ids, parts = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    is_word = np.zeros(shape, bool)
    for row, one in enumerate(told):
        ids[row, : len(one.ids)] = one.ids
        parts[row, one.own : len(one.ids)] = 1
        is_word[row, : len(one.ids)] = True
    return torch.tensor(ids), torch.tensor(parts), torch.tensor(is_word)


def fit(reader: Reader, told: Sequence[Example], seed: int = 1) -> None:
    """Fit a reader to labelled clauses by AdamW, clauses of like length together."""
    torch.manual_seed(seed)
    chance, tokens = np.random.default_rng(seed), reader.tokens(told)
    kinds = torch.tensor([KINDS.index(one.kind) for one in told])
    weights = torch.tensor([one.weight for one in told])
    labels = functional.one_hot(kinds, len(KINDS)) * (1 - SMOOTHING) + SMOOTHING / len(KINDS)
    moving = [part for part in reader.parameters() if part.requires_grad]
    rule, most = torch.optim.AdamW(moving, lr=RATE, weight_decay=0.01), EPOCHS * (len(told) // BATCH)
    pace = torch.optim.lr_scheduler.OneCycleLR(rule, RATE, total_steps=most + 1, pct_start=0.1)
    reader.train()
    for _ in range(EPOCHS):
        for picked in _batches([len(one.ids) for one in tokens], chance):
            with torch.autocast("cpu", torch.bfloat16, enabled=HAS_SHORT):
                odds = reader(*laid_out([tokens[at] for at in picked]))
            missed = -(labels[picked] * functional.log_softmax(odds, -1)).sum(-1)
            cost = (missed * weights[picked]).sum() / weights[picked].sum()
            rule.zero_grad()
            cost.backward()
            nn.utils.clip_grad_norm_(moving, 1.0)
            rule.step()
            pace.step()


def _batches(sizes: Sequence[int], chance: np.random.Generator) -> list[np.ndarray]:
    parts = np.array_split(chance.permutation(len(sizes)), max(1, len(sizes) // (16 * BATCH)))
    order = np.concatenate([part[np.argsort(np.take(sizes, part), kind="stable")] for part in parts])
    dealt = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
    return [dealt[at] for at in chance.permutation(len(dealt))]


def odds_of(reader: Reader, told: Sequence[Example]) -> np.ndarray:
    """Give the odds of the kinds of clauses."""
    reader.eval()
    tokens = reader.tokens(told)
    order = sorted(range(len(tokens)), key=lambda at: len(tokens[at].ids))
    odds = np.zeros((len(tokens), len(KINDS)), np.float32)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=HAS_SHORT):
        for at in range(0, len(order), 2 * BATCH):
            picked = order[at : at + 2 * BATCH]
            odds[picked] = reader(*laid_out([tokens[one] for one in picked])).numpy()
    return odds


def vectors_of(reader: Reader, words: Sequence[str], size: int) -> np.ndarray:
    """Give what a reader makes of words alone, in the directions in which they differ most: W, size."""
    reader.eval()
    first, end = (reader.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    told = [[first, *one.ids[1:-1], end] for one in reader.tokenizer.encode_batch(list(words))]
    parts = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=HAS_SHORT):
        for at in range(0, len(told), 16 * BATCH):
            laid = laid_out([Tokens(ids, len(ids)) for ids in told[at : at + 16 * BATCH]])
            parts.append(reader.read(*laid)[1].float().numpy())
    made = np.concatenate(parts)
    made -= made.mean(axis=0)
    ways = np.linalg.svd(made, full_matrices=False)[2]
    vectors: np.ndarray = made @ ways[:size].T
    return vectors
