"""Reads the open data that the tagger learns from: trees in CoNLL-U, entities in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# One idea of an entity for all data; what is none of the three is learned as "other" and never told.
TYPES = ("person", "organization", "place", "other")
_TYPE = {
    "PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other",
    "person": "person", "corporation": "organization", "group": "organization", "location": "place",
    "product": "other", "creative-work": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with tags, heads (0 is the root, words count from 1) and relations."""

    words: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    text: str
    misc: list[str]
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with its entities as (first word, behind the last, type); `sure` if "other" is annotated."""

    words: list[str]
    entities: list[tuple[int, int, str]]
    sure: bool


def trees(path: Path) -> list[Tree]:
    """Read the sentences of a CoNLL-U file."""
    found: list[Tree] = []
    tree = Tree([], [], [], [], "", [], "")
    text = name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line.startswith("# sent_id = "):
            name = line[12:]
        elif not line and tree.words:
            found.append(Tree(tree.words, tree.tags, tree.heads, tree.relations, text, tree.misc, name))
            tree = Tree([], [], [], [], "", [], "")
        elif line and line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                tree.words.append(cells[1])
                tree.tags.append(cells[4])
                tree.heads.append(int(cells[6]))
                tree.relations.append(cells[7])
                tree.misc.append(cells[9])
    return found


def named(path: Path, *, sure: bool) -> list[Named]:
    """Read the sentences of a file of words and B-, I- or O-labels."""
    return [_named(lines, sure) for lines in _blocks(path)]


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) >= 2:
            block.append([cells[0], cells[-1]])
        elif block:
            yield block
            block = []


def _named(lines: list[list[str]], sure: bool) -> Named:
    entities: list[tuple[int, int, str]] = []
    before = ""
    for index, (_, label) in enumerate(lines):
        type_ = _TYPE.get(label[2:], "")
        if type_:
            if label[0] == "I" and before == type_:
                entities[-1] = (entities[-1][0], index + 1, type_)
            else:
                entities.append((index, index + 1, type_))
        before = type_
    return Named([word for word, _ in lines], entities, sure)


def organizations_of_gum(tree: Tree) -> set[tuple[int, int]]:
    """Give the organizations of a GUM sentence that hold a proper name, as word spans."""
    open_: list[tuple[str, int, str]] = []
    found: set[tuple[int, int]] = set()
    for index, misc in enumerate(tree.misc):
        marks = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for piece in marks.replace("(", " (").replace(")", ") ").split():
            closing = piece.endswith(")")
            body = piece.strip("()")
            if piece.startswith("("):
                number, type_ = body.split("-")[:2]
                open_.append((number, index, type_))
            if closing:
                number = body.split("-")[0]
                at = next(i for i in range(len(open_) - 1, -1, -1) if open_[i][0] == number)
                _, start, type_ = open_.pop(at)
                if type_ == "organization" and any(t.startswith("NNP") for t in tree.tags[start : index + 1]):
                    found.add((start, index + 1))
    return found
