"""Laws that every title keeps, whatever the text, and the sentences of `title_cases.tsv` with their titles."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extract.title.compress import LIMIT
from explorer.model.mention import Mention
from tests.extract.reading import read

_CASES = Path(__file__).with_name("title_cases.tsv")
_PUBLISHED = "2023-06-15"
_NUMBER = re.compile(r"(?P<digits>\d[\d.,]*\d|\d)(?:\s(?P<scale>M|bn|tn|million|billion|trillion)\b)?")
_SCALES = {"M": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12}


def _cases() -> Iterator[tuple[str, str]]:
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        text, _, title = line.partition("\t")
        if title:
            yield text, title


@pytest.mark.parametrize(("text", "title"), list(_cases()))
def test_a_sentence_gives_its_title(text: str, title: str) -> None:
    assert title in [mention.title for mention in read(text, published=_PUBLISHED).mentions]


_WHO = st.sampled_from(
    [
        "The lender",
        "Volvo",
        "The ferry line Stena",
        "Two mines",
        "Its owner, Jo Berg,",
        "It",
        "Klarna and Nike",
        "Shares of Nestle",
    ]
)
_DID = st.sampled_from(
    ["closed", "was fined", "bought Asos for", "said that it would sell", "denied that it had sold", "reached",
     "fell by", "had lost", "will open", "is said to have raised", "recalled", "agreed to pay", "put",
     "told its staff about"]
)  # fmt: skip
_WHAT = st.sampled_from(
    ["$5.7 million", "31,000 cars", "12 percent", "400 million monthly users", "the plant in Turku",
     "1,234,567 euros", "two billion yen", "a third of its jobs, or 4,500", "between 10 and 12 million euros"]
)  # fmt: skip
_WHEN = st.sampled_from(
    [
        "on 4 March 2014",
        "in 2013",
        "last week",
        "by the end of May",
        "in the third quarter of 2012",
        "a year earlier",
        "since 2010",
    ]
)
_MORE = st.sampled_from(
    ["", " after a long inquiry by the cartel office", ", a lawyer said", ", which had been built in 1999",
     " because the court in Lyon, which heard the case, had ruled against the four owners of the company",
     ", compared with $3.2 million", " and 7 other firms followed in June 2012"]
)  # fmt: skip
_ORDER = st.sampled_from(
    [
        "{who} {did} {what} {when}{more}.",
        "{When}, {who} {did} {what}{more}.",
        "Rain fell, and {who} {did} {what} {when}{more}.",
    ]
)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    when = draw(_WHEN)
    return draw(_ORDER).format(
        who=draw(_WHO),
        did=draw(_DID),
        what=draw(_WHAT),
        when=when,
        When=when[0].upper() + when[1:],
        more=draw(_MORE),
    )


def _mentions(text: str) -> tuple[Mention, ...]:
    return read(text, published="2014-03-20", title="A headline of its own").mentions


@given(_sentences())
@settings(max_examples=150, deadline=None)
def test_a_title_is_short_and_begins_and_ends_with_a_word(text: str) -> None:
    for mention in _mentions(text):
        title = mention.title
        assert 0 < len(title) <= LIMIT
        assert title[0].isalnum() or title[0] in "$€£¥₹₩−“", title
        assert title[-1].isalnum() or title[-1] in "%…)”’'", title


@given(_sentences())
@settings(max_examples=150, deadline=None)
def test_no_word_of_a_title_is_cut(text: str) -> None:
    known = set(re.findall(r"[^\W\d_]+", text.lower()))
    for mention in _mentions(text):
        last = re.findall(r"[^\W\d_]{3,}", mention.title.lower())[-1:]
        for word in last:
            longer = [other for other in known if other.startswith(word) and other != word]
            assert word in known or not longer or {word + "d", word + "ed"} & known, mention.title


def _values(words: str) -> set[float]:
    found = set()
    for match in _NUMBER.finditer(words):
        value = float(match["digits"].replace(",", ""))
        found.add(round(value * _SCALES.get(match["scale"] or "", 1), 6))
    return found


@given(_sentences())
@settings(max_examples=150, deadline=None)
def test_the_numbers_of_a_title_stand_in_its_sentence(text: str) -> None:
    for mention in _mentions(text):
        told = _values(text) | {round(abs(quantity.value), 6) for quantity in mention.quantities}
        assert _values(mention.title) <= told, mention.title


@given(_sentences())
@settings(max_examples=60, deadline=None)
def test_a_title_is_not_the_headline(text: str) -> None:
    headlines = [mention.title for mention in _mentions(text)]
    for headline in headlines[:1]:
        again = [m.title for m in read(text, published="2014-03-20", title=headline).mentions]
        assert headline.casefold() not in [title.casefold() for title in again]
