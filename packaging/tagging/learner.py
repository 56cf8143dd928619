"""The network while it learns: explorer.tagger.network in torch; the gradient passes through its rounding.

All that passes between layers is a whole number in -127..127 (here divided by `UNIT`), all weights are whole
numbers times a scale of their column, so that sums are exact and come out the same in any order.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from explorer.tagger.features import ROWS

UNIT = 32.0
TOP = 127 / UNIT
REACH = 16  # words to either side whose distance counts


def whole(values: Tensor, low: float = 0.0) -> Tensor:
    """Cut to `low`..`TOP` and round to units."""
    cut = values.clamp(low, TOP)
    return cut + (torch.round(cut * UNIT) / UNIT - cut).detach()


def rounded(weight: Tensor) -> Tensor:
    """Round the weights of each output (first dimension) to 255 steps."""
    scale = weight.detach().abs().amax(dim=tuple(range(1, weight.dim())), keepdim=True).clamp(min=1e-8) / 127
    return weight + (torch.round(weight / scale) * scale - weight).detach()


class Dense(nn.Module):
    """A layer of rounded weights."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        nn.init.kaiming_normal_(self.weight, nonlinearity="relu")

    def forward(self, x: Tensor) -> Tensor:
        return nn.functional.linear(x, rounded(self.weight), self.bias)


class Window(nn.Module):
    """A word, the one `step` before and the one `step` behind, added to what came in."""

    def __init__(self, width: int, step: int) -> None:
        super().__init__()
        self.step = step
        self.dense = Dense(3 * width, width)
        with torch.no_grad():
            self.dense.weight.mul_(0.6)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        blank = x.new_zeros(x.shape[0], self.step, x.shape[2])
        before = torch.cat([blank, x[:, : -self.step]], 1)[:, : x.shape[1]]
        behind = torch.cat([x[:, self.step :], blank], 1)[:, : x.shape[1]]
        return whole(x + self.dense(torch.cat([before, x, behind], 2))) * mask


class Drop(nn.Module):
    """Blank the same columns for all words of a sentence, while learning."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * kept / (1 - self.share)


class Network(nn.Module):
    """Rows of words → tags, labels of entities, heads and relations."""

    def __init__(
        self, width: int, steps: list[int], more: list[int], tags: int, labels: int, relations: int, arc: int
    ) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.randn(ROWS, width) * 0.12)
        self.shift = nn.Parameter(torch.zeros(width))
        self.windows = nn.ModuleList(Window(width, step) for step in steps)
        self.more = nn.ModuleList(Window(width, step) for step in more)
        self.tags = Dense(width, tags)
        self.named = Dense(width, width)
        self.labels = Dense(width, labels)
        self.dependent = Dense(width, arc)
        self.head = Dense(width, arc)
        self.pair = Dense(arc, arc)
        self.root = nn.Parameter(torch.randn(1, arc) * 0.1)
        self.distance = Dense(arc, 2 * REACH + 1)
        self.one = Dense(width, arc)
        self.other = Dense(width, arc)
        self.relations = Dense(arc, relations)
        self.drop = Drop(0.1)
        self.apart = nn.Parameter(torch.zeros(2 * REACH + 1, arc))

    def words(self, rows: Tensor, mask: Tensor) -> Tensor:
        # One scale for each column of the table.
        scale = self.table.detach().abs().amax(dim=0, keepdim=True).clamp(min=1e-8) / 127
        table = self.table + (torch.round(self.table / scale) * scale - self.table).detach()
        x = nn.functional.embedding(rows, table).sum(2) + self.shift
        return whole(x, -TOP) * mask

    def encode(self, rows: Tensor, mask: Tensor) -> Tensor:
        x = self.drop(self.words(rows, mask))
        for window in self.windows:
            x = self.drop(window(x, mask))
        return x

    def tag_scores(self, x: Tensor) -> Tensor:
        return self.tags(x)

    def label_scores(self, x: Tensor) -> Tensor:
        return self.labels(self.drop(whole(self.named(x))))

    def further(self, x: Tensor, mask: Tensor) -> Tensor:
        for window in self.more:
            x = self.drop(window(x, mask))
        return x

    def head_scores(self, x: Tensor, mask: Tensor) -> Tensor:
        """Score each head (column 0 is the root) of each word."""
        dependent = self.drop(whole(self.dependent(x)))
        head = self.drop(whole(self.head(x)))
        asked = whole(self.pair(dependent), -TOP)
        size = x.shape[1]
        places = torch.arange(size)
        gap = (places[None, :] - places[:, None]).clamp(-REACH, REACH) + REACH
        near = self.distance(dependent).gather(2, gap.expand(x.shape[0], size, size))
        scores = asked @ head.transpose(1, 2) / 4 + near
        scores = scores.masked_fill(mask.transpose(1, 2) == 0, -1e4)
        root = asked @ rounded(self.root).T / 4
        return torch.cat([root, scores], 2)

    def relation_scores(self, x: Tensor, heads: Tensor) -> Tensor:
        """Score each relation of each word to the given head (0 is the root)."""
        other = self.other(x)
        blank = other.new_zeros(x.shape[0], 1, other.shape[2])
        chosen = torch.cat([blank, other], 1).gather(1, heads[..., None].expand(-1, -1, other.shape[2]))
        places = torch.arange(1, x.shape[1] + 1)
        gap = (heads - places[None, :]).clamp(-REACH, REACH) + REACH
        gap = torch.where(heads == 0, torch.full_like(gap, REACH), gap)
        both = whole(self.one(x) + chosen + self.apart[gap])
        return self.relations(self.drop(both))
