"""Status: happened, planned, alleged or denied.

`status_clauses.toml` holds clauses in their sentences, judged alone; `status_sentences.txt` sentences that are
read as articles, where the date, the kind and the cut of the clause must be right as well.
"""

import tomllib
from pathlib import Path

import pytest

from explorer.dates import explain
from explorer.extract.kind import frames
from explorer.extract.lexicon import table
from explorer.extract.voice import hedges, status
from explorer.model.edtf import parse
from explorer.model.mention import Span, Status
from tests.extract.reading import read

PUBLISHED = parse("2015-06-10")
FOLDER = Path(__file__).parent
LISTS = ("measured", "estimated", "deeds", "determiners", "heads_of_participles")
READ_ON = "2012-05-16"
CLAUSES = [
    (expected, *(field.strip() for field in line.split("|")))
    for expected, lines in tomllib.loads((FOLDER / "status_clauses.toml").read_text(encoding="utf-8")).items()
    for line in lines.strip().splitlines()
]
SENTENCES = [
    tuple(line.split(" | "))
    for line in (FOLDER / "status_sentences.txt").read_text(encoding="utf-8").splitlines()
    if " | " in line
]


def judge(clause: str, date: str | None = "2015-06-09", kind: str = "acquisition") -> Status:
    span = Span(0, len(clause))
    return status.of(clause, span, span, parse(date) if date else None, PUBLISHED, kind)


def judge_marked(kind: str, date: str, sentence: str) -> Status:
    """Judge the clause in brackets, with the trigger and the date that stand in it."""
    text = sentence.replace("[", "").replace("]", "")
    span = Span(sentence.index("["), sentence.index("]") - 1)
    triggers = (t.span for t in frames.find(text, *span) if t.kind == kind)
    dates = (e.span for e in explain(text, published=READ_ON)[0] if span.start <= e.span.start < span.end)
    whole = Span(0, len(text))
    return status.of(
        text, span, whole, parse(date), parse(READ_ON), kind, next(triggers, None), next(dates, None)
    )


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the mill was sold", Status.HAPPENED),
        ("the mill will be sold", Status.PLANNED),
        ("it plans to sell the mill", Status.PLANNED),
        ("the ferry is scheduled to sail", Status.PLANNED),
        ("the mill was reportedly sold", Status.ALLEGED),
        ("people familiar with the talks said it sold the mill", Status.ALLEGED),
        ("it denied that it had sold the mill", Status.DENIED),
        ("it was not in talks about the mill", Status.DENIED),
        ("the deal would no longer go ahead", Status.DENIED),
        ("the court denied the motion", Status.HAPPENED),
        ("it has agreed to sell the mill", Status.HAPPENED),
        ("it would not say whether it sold the mill", Status.HAPPENED),
        ("it did not sell the mill until 2009", Status.HAPPENED),
    ],
)
def test_words_decide_the_status(clause: str, expected: Status) -> None:
    assert judge(clause) is expected


@pytest.mark.parametrize(("expected", "kind", "date", "sentence"), CLAUSES)
def test_the_words_that_reach_the_event_decide(expected: str, kind: str, date: str, sentence: str) -> None:
    assert judge_marked(kind, date, sentence) is Status(expected)


@pytest.mark.parametrize("expected", list(Status))
def test_nearly_all_sentences_are_read_with_their_status(expected: Status) -> None:
    sentences = [sentence for wanted, sentence in SENTENCES if wanted == expected]
    wrong = [sentence for sentence in sentences if not has_status(sentence, expected)]
    assert len(sentences) >= 30
    assert len(wrong) <= 0.05 * len(sentences), "\n".join(wrong)


def has_status(sentence: str, expected: Status) -> bool:
    found = {mention.status for mention in read(sentence, READ_ON).mentions}
    return found == {expected} if expected is Status.HAPPENED else expected in found


def test_a_date_after_publication_is_planned_whatever_the_tense() -> None:
    assert judge("the bridge opens", "2016-01") is Status.PLANNED


def test_an_accusation_by_an_authority_happened() -> None:
    assert judge("the regulator accused the lender of fraud", kind="legal") is Status.HAPPENED


def test_without_dates_the_words_alone_decide() -> None:
    assert judge("it will merge", None) is Status.PLANNED


def test_a_figure_that_did_not_grow_is_no_denial() -> None:
    assert judge("sales did not grow", kind="finance") is Status.HAPPENED
    assert judge("it did not buy the mill", kind="acquisition") is Status.DENIED


def test_the_date_tells_which_half_of_a_sentence_is_told() -> None:
    text = "The mill, which has denied the charges, was fined in May."
    assert judge_marked("settlement", "2012-05", f"[{text}]") is Status.HAPPENED
    text = "The mill, which denied in May that it had been sold, is quiet."
    assert judge_marked("acquisition", "2012-05", f"[{text}]") is Status.DENIED


def test_no_pattern_matches_where_none_of_the_words_stands_that_it_needs() -> None:
    texts = [case[-1].replace("[", "").replace("]", "") for case in CLAUSES + SENTENCES]
    names = [name for name in table("status.toml") if name not in ("telling", *LISTS)]
    alternatives = [alternative for name in names for alternative in hedges.hedge(name).alternatives]
    missed = [
        (alternative.pattern.pattern, text)
        for alternative in alternatives
        for text in texts
        if alternative.pattern.search(text if alternative.is_cased else text.lower())
        and not hedges.Hedge((alternative,), alternative.needs).search(text)
    ]
    assert missed == []
