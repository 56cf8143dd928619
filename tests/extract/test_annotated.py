"""How readings are held against annotated articles; the articles themselves stay outside the project."""

import os
from pathlib import Path
from typing import Any

import pytest

from explorer.extract import Extraction
from explorer.model.mention import Mention, Span
from tests.builders import article, mention
from tests.extract.annotated import STAGES, Annotated, Expected, annotated, judged, ladder, read
from tests.extract.calibrate import Example, chance, examples, fit, held_out

GOLD = os.environ.get("TIMELINE_EXPLORER_GOLD")
TEXT = "Acme bought Bolt on 4 May 2019. It sold Bolt in 2020, and nothing more is known of it."
BOUGHT, SOLD = Span(0, 30), Span(32, 52)


def expected(span: Span, start: str, **fields: Any) -> Expected:
    nothing: dict[str, Any] = {"end": None, "kind": "acquisition", "status": "happened", "is_optional": False}
    sets = {"companies": frozenset(("acme", "bolt")), "countries": frozenset(), "quantities": ()}
    return Expected(span, start, **{**nothing, **sets, **fields})


def told(span: Span, date: str, companies: tuple[str, ...] = ("Acme", "Bolt")) -> Mention:
    return mention(TEXT[span.start : span.end], date, at=span.start, kind="acquisition", companies=companies)


def judge(mentions: list[Mention], events: list[Expected]) -> tuple[list[frozenset[str]], int, int]:
    one = article(text=TEXT)
    reading = judged(Annotated(one, tuple(events)), Extraction(one, tuple(mentions)))
    return [pair.right for pair in reading.pairs], len(reading.false), len(reading.missed)


def test_a_mention_stands_for_the_event_at_its_place_with_its_date() -> None:
    events = [expected(BOUGHT, "2019-05-04"), expected(SOLD, "2020")]
    right, false, missed = judge([told(SOLD, "2020"), told(BOUGHT, "2019-05-04")], events)
    assert (right, false, missed) == ([frozenset(STAGES)] * 2, 0, 0)


def test_a_finer_date_that_agrees_is_right_and_a_coarser_one_wrong() -> None:
    fine, _, _ = judge([told(SOLD, "2020-03")], [expected(SOLD, "2020")])
    coarse, _, _ = judge([told(BOUGHT, "2019")], [expected(BOUGHT, "2019-05-04")])
    assert ("date" in fine[0], "date" in coarse[0]) == (True, False)


def test_what_stands_for_nothing_is_false_and_what_nothing_stands_for_missed() -> None:
    assert judge([told(SOLD, "2020")], [expected(BOUGHT, "2019-05-04")]) == ([], 1, 1)


def test_an_optional_event_is_neither_asked_for_nor_an_error() -> None:
    optional = expected(SOLD, "2020", is_optional=True)
    assert judge([told(SOLD, "2020")], [optional]) == ([], 0, 0)
    assert judge([], [optional]) == ([], 0, 0)


def test_each_stage_is_judged_by_itself() -> None:
    event = expected(BOUGHT, "2019-05-04", kind="launch", quantities=((5.0, "USD"),))
    right, _, _ = judge([told(BOUGHT, "2019-05-04", ("Acme",))], [event])
    assert right == [frozenset(("date", "status", "countries"))]


def test_the_ladder_tells_what_a_perfect_stage_would_mend() -> None:
    one = article(text=TEXT)
    events = (expected(BOUGHT, "2019-05-04", kind="launch"), expected(SOLD, "2020"))
    mentions = (told(BOUGHT, "2019-05-04"), told(SOLD, "2020"))
    reading = judged(Annotated(one, events), Extraction(one, mentions))
    rows = {name: alone for name, alone, _ in ladder([reading])}
    assert (rows["as read"], rows["kind"], rows["companies"]) == (0.5, 1.0, 0.5)


def test_weights_learn_what_speaks_for_a_mention() -> None:
    made = [Example(frozenset(("strong trigger",)), True)] * 30 + [Example(frozenset(("short",)), False)] * 30
    weights = fit(made)
    assert chance(weights, frozenset(("strong trigger",))) > 0.8
    assert chance(weights, frozenset(("short",))) < 0.2
    assert chance(weights, frozenset()) == pytest.approx(0.5, abs=0.1)


@pytest.mark.skipif(not GOLD, reason="TIMELINE_EXPLORER_GOLD names no folder of annotated articles")
def test_of_the_mentions_at_nine_tenths_about_nine_in_ten_are_right() -> None:
    made = [examples(one) for one in annotated([Path(str(GOLD))])]
    sure = [is_right for chance, is_right in held_out(made) if chance >= 0.85]
    assert sum(sure) / len(sure) == pytest.approx(0.9, abs=0.05)


@pytest.mark.skipif(not GOLD, reason="TIMELINE_EXPLORER_GOLD names no folder of annotated articles")
def test_most_annotated_events_are_found_with_their_dates() -> None:
    readings = [read(one) for one in annotated([Path(str(GOLD))])]
    dated = sum("date" in pair.right for reading in readings for pair in reading.pairs)
    told = sum(len(reading.pairs) + len(reading.false) for reading in readings)
    asked = sum(len(reading.pairs) + len(reading.missed) for reading in readings)
    assert 2 * dated / (told + asked) >= 0.8
