"""Attribution: who says so, in short, also across sentences; `attribution_cases.txt` is the specification."""

from pathlib import Path

import pytest

from explorer.extract.party import names
from explorer.extract.voice import attribution, sources
from explorer.model.mention import Span
from explorer.text.sentences import sentences
from tests.extract.reading import read

CASES = (Path(__file__).parent / "attribution_cases.txt").read_text(encoding="utf-8")
PARAGRAPHS = [part for part in CASES.split("\n\n") if "=>" in part and not part.startswith("#")]


def lines(paragraph: str) -> list[tuple[str, str | None]]:
    """Give the sentences of a paragraph with who says so."""
    pairs = [line.rsplit(" => ", 1) for line in paragraph.splitlines()]
    return [(sentence, None if who == "-" else who) for sentence, who in pairs]


def sources_of(marked: list[str]) -> list[str | None]:
    """Give who says each sentence of a paragraph, or its clause in brackets."""
    bare = [sentence.replace("[", "").replace("]", "") for sentence in marked]
    text, at = " ".join(bare), 0
    spans = sentences(text)
    reader = attribution.Sources(text, spans, names.find(text))
    said: list[str | None] = []
    for sentence, words in zip(marked, bare, strict=True):
        whole = Span(at, at + len(words))
        clause = Span(at + sentence.index("["), at + sentence.index("]") - 1) if sentence != words else whole
        said.append(reader.of(clause, next(s for s in reversed(spans) if s.start <= clause.start)))
        at = whole.end + 1
    return said


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_source_is_named_and_carried_on(paragraph: str) -> None:
    pairs = lines(paragraph)
    assert sources_of([sentence for sentence, _ in pairs]) == [who for _, who in pairs]


@pytest.mark.parametrize(
    "words",
    [
        "Quillmark Analytics",
        "a report by Quillmark Analytics",
        "a study published in May by Quillmark Analytics",
        "the market research firm Quillmark Analytics",
        "Quillmark Analytics’s report",
        "Quillmark Analytics analysts",
        "new data from Quillmark Analytics",
        "analysts at Quillmark Analytics",
        "a spokeswoman for Quillmark Analytics Inc.",
        "Quillmark Analytics on Monday",
    ],
)
def test_all_ways_to_name_a_source_are_one(words: str) -> None:
    assert sources.short(words) == "Quillmark Analytics"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Chief Executive Ines Valdez", "Ines Valdez"),
        ("Bank of Moldavia", "Bank of Moldavia"),
        ("the newspaper Handelsbote", "Handelsbote"),
        ("The Fjordbyen Post", "Fjordbyen Post"),
        ("a regulatory filing with the exchange", "regulatory filing"),
        ("two people familiar with the deal", "two people familiar with the deal"),
        ("Prosecutors", "prosecutors"),
        ("Xinhua", "Xinhua"),
    ],
)
def test_a_name_is_kept_and_what_is_none_stays_words(words: str, short: str) -> None:
    assert sources.short(words) == short


def test_three_papers_that_cite_one_report_have_one_source() -> None:
    papers = [
        "Phone sales fell 8 percent in 2013, according to a report by Deloro Research.",
        "Analysts at Deloro Research said on Monday that phone sales fell in 2013.",
        "The Bergen Post, citing data from Deloro Research, said phone sales fell 8 percent in 2013.",
    ]
    said = {mention.attribution for paper in papers for mention in read(paper).mentions}
    assert said == {"Deloro Research"}


def test_mentions_carry_the_source_of_the_sentence_before() -> None:
    text = (
        "A study by Deloro Research found that sales fell in 2012. The study said they rose in 2013. "
        "Ericsson closed a plant in May 2013."
    )
    assert [mention.attribution for mention in read(text).mentions] == [
        "Deloro Research",
        "Deloro Research",
        None,
    ]


@pytest.mark.parametrize("aside", ["on April 4, 2013", "in May 2013", "late on Monday"])
def test_a_date_between_commas_is_no_speaker(aside: str) -> None:
    (said, *_) = read(f"The Madras High Court, {aside}, told the ministry to close the mill.").mentions
    assert said.attribution == "Madras High Court"
