"""Sentences with their words, names and, if wanted, the tree of their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explorer.model.mention import Span
from explorer.tagger.entities import likely, runs
from explorer.tagger.network import LONGEST, Encoded, Network, network
from explorer.tagger.tokens import tokens
from explorer.tagger.trees import tree

_BATCH = 1_500  # words; what they need stays in the processor's cache


class Token(NamedTuple):  # a tuple is made three times as fast as a dataclass, and there are many
    """A word or sign: its place in the text, its tag (Penn's), its head in the sentence and the relation to it.

    `head` is the index of another token of the sentence, -1 for the root and where no tree was asked for;
    `relation` is that of Universal Dependencies ("nsubj", "aux:pass", …), empty where no tree was asked for.
    """

    start: int
    end: int
    tag: str
    head: int = -1
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: where it stands, as tokens and in the text, whether "person", "organization" or "place".

    `score` is how likely it is a name of that type, at least `entities.LEAST`; 0.5 is a fair threshold.
    """

    span: Span
    first: int
    behind: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: all its tokens in order, and its names, in order and disjoint."""

    span: Span
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]


def tag(text: str, spans: Sequence[Span], *, parsed: bool = False) -> list[Sentence]:
    """Tag the sentences at `spans` of a text, and find their trees if `parsed`; one `Sentence` for each span.

    What a sentence gives does not depend on the others; many at once are faster. Never raises on any text.
    """
    cut = [tokens(text, span.start, span.end) for span in spans]
    found: list[Sentence] = []
    for start, end in _batches([len(places) for places in cut]):
        found.extend(_tagged(text, spans[start:end], cut[start:end], parsed))
    return found


def tag_words(sentences: Sequence[Sequence[str]], *, parsed: bool = False) -> list[Sentence]:
    """Tag sentences that are cut into words already; the offsets are those of the words joined by spaces."""
    texts = [" ".join(words) for words in sentences]
    found: list[Sentence] = []
    for text, words in zip(texts, sentences, strict=True):
        places = []
        at = 0
        for word in words:
            places.append((at, at + len(word)))
            at += len(word) + 1
        found.extend(_tagged(text, [Span(0, len(text))], [places], parsed))
    return found


def _batches(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = words = 0
    for index, size in enumerate(sizes):
        if words and words + size > _BATCH:
            yield start, index
            start, words = index, 0
        words += size
    if start < len(sizes):
        yield start, len(sizes)


def _tagged(
    text: str, spans: Sequence[Span], cut: Sequence[Sequence[tuple[int, int]]], parsed: bool
) -> Iterator[Sentence]:
    net = network()
    encoded = net.encode([[text[start:end] for start, end in places] for places in cut])
    tags = net.tagged(encoded)
    scores = net.labelled(encoded)
    near = likely(scores)
    trees = _trees(net, encoded) if parsed else None
    names = net.tags
    at = 0
    for span, places, (first, behind) in zip(spans, cut, encoded.places, strict=True):
        inside = []
        while at < len(near) and near[at] < behind:
            if near[at] >= first:
                inside.append(near[at])
            at += 1
        entities = [
            Entity(Span(places[r.start - first][0], places[r.end - first - 1][1]),
                   r.start - first, r.end - first, r.type, r.score)
            for r in runs(scores, net.labels, inside)
        ]  # fmt: skip
        told = [names[index] for index in tags[first:behind]]
        starts, ends = zip(*places, strict=True) if places else ((), ())
        if trees is None:
            row = map(Token, starts, ends, told)
        else:
            heads, relations = next(trees)
            row = map(Token, starts, ends, told, heads, relations)
        yield Sentence(span, tuple(row), tuple(entities))


def _trees(net: Network, encoded: Encoded) -> Iterator[tuple[list[int], list[str]]]:
    """Give heads and relations of each sentence; a very long one is read in pieces, each with a root."""
    parsed = net.parsed(encoded)
    for first, behind in encoded.places:
        heads: list[int] = []
        relations: list[str] = []
        for start in range(first, behind, LONGEST):
            end = min(start + LONGEST, behind)
            found = tree(parsed.heads(start, end))
            heads += [head - 1 + start - first if head else -1 for head in found.tolist()]
            relations += [net.relations[index] for index in parsed.related(start, end, found)]
        yield heads, relations
