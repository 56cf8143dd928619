"""Writes what was learned as whole numbers of eight bits with the scale of each column."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from tagging.learner import UNIT, Dense, Network
from torch import Tensor


def write(path: Path, net: Network, tags: list[str], labels: list[str], relations: list[str]) -> None:
    """Write a network as arrays; the same network gives the same bytes."""
    arrays: dict[str, np.ndarray] = {
        "tags": np.array(tags),
        "labels": np.array(labels),
        "relations": np.array(relations),
        "steps": np.array([window.step for window in net.windows], dtype=np.int16),
        "more": np.array([window.step for window in net.more], dtype=np.int16),
        "apart": _array(net.apart) * np.float32(UNIT),
    }
    arrays["table.weight"], arrays["table.scale"] = _whole(_array(net.table).T)
    arrays["table.weight"] = np.ascontiguousarray(arrays["table.weight"].T)
    arrays["table.scale"] *= np.float32(UNIT)
    arrays["table.shift"] = _array(net.shift) * np.float32(UNIT)
    arrays["root.weight"], arrays["root.scale"] = _whole(_array(net.root))
    for name, layer in net.named_modules():
        if isinstance(layer, Dense):
            plain = name.removesuffix(".dense")
            arrays[f"{plain}.weight"], arrays[f"{plain}.scale"] = _whole(_array(layer.weight))
            arrays[f"{plain}.shift"] = _array(layer.bias) * np.float32(UNIT)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _array(values: Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float32)


def _whole(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(weight).max(axis=1), np.float32(1e-8)) / np.float32(127)
    return np.rint(weight / scale[:, None]).astype(np.int8), scale
