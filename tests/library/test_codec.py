import dataclasses
import json
import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.library import codec
from explorer.model import decision as model
from explorer.model.article import Article
from explorer.model.decision import Change, Decision
from explorer.model.mention import Mention, Party, Span
from explorer.model.when import Precision, When
from tests.builders import mention, when

texts = st.text(st.characters(codec=None), max_size=12)  # lone surrogates too
spans = st.builds(Span, st.integers(0, 2**40), st.integers(0, 2**40))
whens = st.builds(
    lambda lo, width, readings, precision: When("2019", lo, lo + width, precision, None, readings),
    st.integers(-(2**62), 2**61),
    st.integers(1, 2**60),
    st.just(()) | st.tuples(st.just(when("2019")), st.just(when("2020"))),
    st.sampled_from(Precision),
)
st.register_type_strategy(str, texts)
st.register_type_strategy(Span, spans)
st.register_type_strategy(When, whens)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize("record", [Article, Mention, Party, When, Decision])
def test_every_record_reads_back_as_it_was_written(record: type) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.from_type(record))
    def check(value: object) -> None:
        text = codec.dumps(value)
        text.encode("ascii")
        assert codec.loads(text, record) == value

    check()


@pytest.mark.parametrize("kind", typing.get_args(Change), ids=lambda kind: kind.__name__)
def test_every_change_reads_back_as_the_change_it_was(kind: type) -> None:
    @settings(max_examples=10, deadline=None)
    @given(st.from_type(kind))
    def check(change: Change) -> None:
        back = codec.loads(codec.dumps(change, Change), Change)
        assert back == change
        assert type(back) is kind

    check()


def test_what_holds_its_default_is_left_out() -> None:
    assert json.loads(codec.dumps(Party("Douyin"))) == {"name": "Douyin"}


def test_a_field_that_an_older_program_did_not_write_gets_its_default() -> None:
    assert codec.loads('{"name": "Douyin"}', Party) == Party("Douyin")


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"name": 5}',
        '{"name": "Douyin", "type": "planet"}',
        '{"name": "Douyin", "colour": "red"}',
        '{"name": "Douyin", "is_new": 1}',
        '{"name": "Douyin"',
    ],
)
def test_what_no_record_of_this_type_is_raises(damage: str) -> None:
    with pytest.raises(codec.CodecError):
        codec.loads(damage, Party)


@pytest.mark.parametrize("span", ["[1]", "[1,2,3]", '["1",2]', "[1.0,2]", "[true,2]", "{}"])
def test_a_span_is_two_whole_numbers(span: str) -> None:
    with pytest.raises(codec.CodecError):
        codec.loads(f'{{"mention": {span}}}', model.Added)
    record = json.loads(codec.dumps(mention()))
    with pytest.raises(codec.CodecError):
        codec.loads(json.dumps({**record, "span": json.loads(span)}), Mention)


def test_a_date_with_an_impossible_interval_raises() -> None:
    record = json.loads(codec.dumps(when("2019")))
    with pytest.raises(codec.CodecError):
        codec.loads(json.dumps({**record, "hi_s": record["lo_s"]}), When)


def test_every_field_of_every_change_is_of_a_type_that_is_stored() -> None:
    for kind in typing.get_args(Change):
        assert dataclasses.is_dataclass(kind)
        codec._codec(kind)
