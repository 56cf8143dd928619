"""A tagged sentence tells parts of speech, names and its tree."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import resources
from explorer.model.mention import Span
from explorer.tagger import Sentence, tag
from explorer.tagger.network import Network
from explorer.text.sentences import sentences

NAMES = {
    "In 2014, Microsoft bought a maker of games for $2 billion.": [("Microsoft", "organization")],
    "The company opened an office in Germany in May.": [("Germany", "place")],
    "John Smith joined the board on Monday.": [("John Smith", "person")],
    "The price fell by a third in March.": [],
}

TAGS = {
    "The company was fined in March .": "DT NN VBD VBN IN NNP .",
    "She has sold it .": "PRP VBZ VBN PRP .",
    "They will leave in 2027 .": "PRP MD VB IN CD .",
    "He bought the shop and closed it .": "PRP VBD DT NN CC VBD PRP .",
}

RELATIONS = [
    ("The company bought a bank in 2014.", "company", "nsubj", "bought"),
    ("The company bought a bank in 2014.", "bank", "obj", "bought"),
    ("The company was fined in March.", "company", "nsubj:pass", "fined"),
    ("The company was fined in March.", "was", "aux:pass", "fined"),
    ("He said that the bank closed in May.", "closed", "ccomp", "said"),
    ("The shop opened in May and closed in June.", "closed", "conj", "opened"),
    ("The shop opened in May.", "May", "obl", "opened"),
]


def _one(text: str, parsed: bool = False) -> Sentence:
    (found,) = tag(text, [Span(0, len(text))], parsed=parsed)
    return found


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_names_are_found_with_their_type(text: str, names: list[tuple[str, str]]) -> None:
    found = [(text[e.span.start : e.span.end], e.type) for e in _one(text).entities if e.score >= 0.5]
    assert found == names


@pytest.mark.parametrize(("text", "tags"), TAGS.items())
def test_verbs_show_their_tense_and_voice(text: str, tags: str) -> None:
    assert [token.tag for token in _one(text).tokens] == tags.split()


@pytest.mark.parametrize(("text", "word", "relation", "head"), RELATIONS)
def test_a_word_hangs_on_its_head(text: str, word: str, relation: str, head: str) -> None:
    tokens = _one(text, parsed=True).tokens
    token = next(t for t in tokens if text[t.start : t.end] == word)
    above = tokens[token.head]
    assert (token.relation, text[above.start : above.end]) == (relation, head)


def test_without_a_tree_no_word_has_a_head() -> None:
    assert {(t.head, t.relation) for t in _one("The shop opened in May.").tokens} == {(-1, "")}


def test_nothing_is_found_in_nothing() -> None:
    assert tag("", []) == []
    assert tag("  ", [Span(0, 2)], parsed=True) == [Sentence(Span(0, 2), (), ())]


@settings(deadline=None)
@given(st.text(max_size=120))
def test_on_any_text_spans_are_spans_and_heads_are_words(text: str) -> None:
    for sentence in tag(text, sentences(text), parsed=True):
        ends = [sentence.span.start, *(edge for t in sentence.tokens for edge in (t.start, t.end))]
        assert ends == sorted(ends)
        assert ends[-1] <= sentence.span.end
        assert all(-1 <= t.head < len(sentence.tokens) for t in sentence.tokens)
        assert sum(t.head == -1 for t in sentence.tokens) == bool(sentence.tokens)
        for entity in sentence.entities:
            inside = sentence.tokens[entity.first : entity.behind]
            assert entity.span == (inside[0].start, inside[-1].end)
            assert 0 < entity.score <= 1


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*NAMES, *TAGS, "Yes.", "GAMBIT TO BUY NORTHWIND IN MAY"]), max_size=12))
def test_a_sentence_alone_gives_what_it_gives_among_others(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    alone = [tag(text, [span], parsed=True)[0] for span in spans]
    assert tag(text, spans, parsed=True) == alone


def test_a_sentence_without_end_is_tagged_in_bounded_time() -> None:
    text = "Northwind bought it and " * 1_000
    started = time.process_time()
    assert len(_one(text, parsed=True).tokens) == 4_000
    assert time.process_time() - started < 10


def test_the_network_is_small_and_loads_at_once() -> None:
    path = resources.path("tagger/model.npz")
    assert path.stat().st_size < 4_000_000
    started = time.process_time()
    with np.load(path, allow_pickle=False) as arrays:
        Network(arrays).encode([["one"]])
    assert time.process_time() - started < 0.5  # a tenth of it on an idle machine


def test_sums_of_the_network_are_exact() -> None:
    """The sums of whole numbers stay where floats of 32 bits hold each of them."""
    with np.load(resources.path("tagger/model.npz"), allow_pickle=False) as arrays:
        weights = [arrays[name] for name in arrays.files if name.endswith(".weight")]
    layers = [weight for weight in weights if weight.shape[0] < 1_000]
    assert len(layers) > 10
    assert all(np.abs(layer.astype(np.int64)).sum(axis=1).max() * 127 < 2**24 for layer in layers)
