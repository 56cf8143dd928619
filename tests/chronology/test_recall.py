"""Pairs that are kept: what they hold for is told apart from everything else."""

import ast
from pathlib import Path

import pytest

from explorer import chronology, resources
from explorer.chronology import recall
from explorer.chronology.recall import Rated
from explorer.model.decision import Added, Named, Review, Reviewed, Starred, Undone, ref
from tests.builders import log, mention

PAIRS = [Rated(4.25, "a", "b"), Rated(0.1 + 0.2, "a", "é\ud800")]


def test_pairs_come_back_as_they_were() -> None:
    assert recall.load(recall.dump(PAIRS)) == sorted(PAIRS)
    assert recall.load(recall.dump([])) == []


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"\xff",
        b"{}x",
        b"7",
        b'{"a": 1}',
        b"[7]",
        b'[[1.0, "a"]]',
        b'[[1, "a", "b"]]',
        b'[[true, "a", "b"]]',
        b'[["1.0", "a", "b"]]',
        b'[[NaN, "a", "b"]]',
        b'[[Infinity, "a", "b"]]',
        b'[[1.0, "b", "a"]]',
        b'[[1.0, "a", "a"]]',
        b'[[1.0, "a", null]]',
        b'[[1.0, ["a"], ["b"]]]',
        b"[" * 200_000,
    ],
)
def test_what_is_no_list_of_pairs_is_refused(kept: bytes) -> None:
    assert recall.load(kept) is None


def test_the_stamp_tells_apart_all_that_pairs_follow_from(monkeypatch: pytest.MonkeyPatch) -> None:
    told = mention("Olaf Lines sank.")
    stamps = [
        recall.stamp("one", ()),
        recall.stamp("other", ()),
        recall.stamp("one", log(Named("Olaf", "Olaf Lines"))),
        recall.stamp("one", log(Named("Olaf", "Olaf Line"))),
        recall.stamp("one", log(Added(told))),
    ]
    monkeypatch.setattr(recall, "_program", lambda: "another program")
    stamps.append(recall.stamp("one", ()))
    assert len(set(stamps)) == len(stamps)


def test_what_a_person_says_of_events_leaves_the_pairs_as_they_are() -> None:
    told = ref(mention("Olaf Lines sank."))
    said = log(Reviewed((told,), Review.ACCEPTED), Starred((told,), True))
    taken_back = log(Named("Olaf", "Olaf Lines"), Undone(1))
    assert recall.stamp("one", said) == recall.stamp("one", taken_back) == recall.stamp("one", ())


def test_the_stamp_covers_every_module_that_merging_stands_on() -> None:
    """Whatever of ours the memory imports, near or far, is hashed, or has no part in merging."""
    package = Path(chronology.__file__).parents[1]
    found, waiting = set[Path](), [package / "chronology/memory.py"]
    while waiting:
        file = waiting.pop()
        found.add(file)
        for name in _imported(ast.parse(file.read_text("utf-8"))):
            of = package.parent / (name.replace(".", "/") + ".py")
            if of.is_file() and of not in found:
                waiting.append(of)
    rooms = {file.relative_to(package).parts[0] for file in found}
    # What reads the rules, and what puts off the collection of garbage, say nothing of pairs.
    assert rooms == {*recall.ROOMS, "resources.py", "garbage.py"}


def test_the_stamp_covers_every_rule_that_merging_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    read = set[str]()
    toml = resources.toml
    monkeypatch.setattr(resources, "toml", lambda name: read.add(name) or toml(name))
    resources.kinds.cache_clear()
    chronology.memory.evidence.rules.cache_clear()
    try:
        told = [mention("Olaf Lines sank.", "2019", article=name) for name in "ab"]
        chronology.events(told, {})
    finally:
        monkeypatch.undo()
        resources.kinds.cache_clear()
    assert read == set(recall.RULES)


def _imported(tree: ast.AST) -> set[str]:
    """Give what a module imports of ours, modules and names of modules alike."""
    found = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("explorer"):
            found.add(str(node.module))
            found.update(f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names if name.name.startswith("explorer"))
    return found
