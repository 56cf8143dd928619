"""A timeline in a height: all lanes find room, less and less around them; what is not told is counted."""

import re
import xml.etree.ElementTree as ET

import pytest

from explorer.paint.recipe import SHEETS, Band, Paging
from tests.builders import event
from tests.paint.pictured import SVG, labels_of, laid_out, many, riders

KINDS = (
    "ban reinstatement settlement legal acquisition investment partnership launch milestone finance target "
    "leadership statement other"
).split()


def of_all_kinds(count):
    return [
        event(
            f"It is {at}.",
            f"20{10 + (at + at // 14) % 14}-0{1 + at % 9}-1{at % 9}",
            kind=KINDS[at % 14],
            at=at * 20,
        )
        for at in range(count)
    ]


def of_companies(companies, count):
    return [
        event(
            f"It is {at}.",
            f"20{10 + at * 7 % 14}-0{1 + at % 9}-11",
            companies=(f"Firm {at % companies}",),
            at=at * 20,
        )
        for at in range(count)
    ]


def told(made):
    """Give the texts beside lanes, of labels, and those of "+n"."""
    texts = labels_of(ET.fromstring(made.svg(0)))
    return (
        [text for name, text, *_ in texts if name.startswith("lane")],
        [text for name, text, *_ in texts if name.startswith("label-")],
        [text for name, text, *_ in texts if name.startswith("more-")],
    )


@pytest.mark.parametrize("count", [60, 300])
def test_a_slide_shows_fourteen_lanes_each_with_words(qapp, count):
    made = laid_out(of_all_kinds(count), sheet=SHEETS["slide"], lanes="kind")
    names, labels, _ = told(made)
    assert made.page.is_as_asked
    assert len([name for name in names if not re.search(r"\d", name)]) == 14
    assert len(labels) >= 14 * 2


def test_lanes_that_find_no_room_are_one_and_it_says_of_how_many(qapp):
    made = laid_out(of_companies(40, 200), sheet=SHEETS["card"], lanes="company")
    names, _, _ = told(made)
    assert made.page.merged > 20
    assert f"{made.page.merged} more" in names
    assert made.page.has_lanes


@pytest.mark.parametrize("lanes", ["kind", "company", "none"])
@pytest.mark.parametrize("sheet", ["slide", "card"])
def test_every_event_is_a_mark_or_counted(qapp, sheet, lanes):
    events = of_all_kinds(300)
    made = laid_out(events, sheet=SHEETS[sheet], lanes=lanes)
    names, _, counted = told(made)
    beside = [int(found[1]) for name in names if (found := re.search(r"· \+(\d+)$", name))]
    assert sum(beside) + sum(map(int, counted)) == made.page.hidden
    groups = {group.get("id", "") for group in ET.fromstring(made.svg(0)).iter(f"{SVG}g")}
    marks = {name.rpartition("-")[0] for name in groups if name.startswith("event-")}
    assert len(marks) + made.page.hidden == len(events)
    assert made.page.hidden or (sheet, lanes) == ("slide", "none")  # where all have room


@pytest.mark.parametrize("count", [40, 120, 250])
@pytest.mark.parametrize("sheet", ["a4", "a3"])
def test_every_statement_that_is_listed_has_its_number_in_the_picture(qapp, sheet, count):
    made = laid_out(many(count), sheet=SHEETS[sheet], paging=Paging.ONE, references=True)
    texts = labels_of(ET.fromstring(made.svg(0)))
    listed = {text for name, text, *_ in texts if name == f"source-{text}" and not text.isdigit()}
    beside = {
        code for name, text, *_ in texts if name.startswith(("label-", "event-")) for code in text.split(" · ")
    }
    assert listed
    assert listed <= beside
    assert made.page.unlisted >= made.page.wordless


def test_no_room_is_empty_while_events_are_only_counted(qapp):
    made = laid_out(of_all_kinds(300), sheet=SHEETS["slide"], lanes="kind", measures=Band.WITHOUT)
    root = ET.fromstring(made.svg(0))
    assert made.page.hidden
    assert made.page.wordless  # in the gaps between words
    # The line under the last lane is the one under the timeline.
    edges = sorted(float(one.get("y")) for one in root.iter(f"{SVG}rect") if one.get("height") in ("1", "1.2"))
    lanes = [float(one.get("y")) for one in root.iter(f"{SVG}rect") if one.get("height") == "1"]
    offset = next(
        float(one.get("transform").split()[1][:-1]) for one in root.iter(f"{SVG}g") if one.get("transform")
    )
    assert edges[-1] - (max(lanes) + offset) < 4


def test_measures_give_way_before_lanes_do(qapp):
    events = [*of_all_kinds(200), *riders(100, 200, 300)]
    made = laid_out(events, sheet=SHEETS["card"], lanes="kind")
    assert not made.page.has_band
    assert made.page.has_lanes
