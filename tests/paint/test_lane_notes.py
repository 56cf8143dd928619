"""What is told of lanes below a timeline: whole names of those that are cut, and which lanes one stands for."""

import re
import xml.etree.ElementTree as ET

import pytest

from explorer.index import build
from explorer.model.query import Query
from explorer.paint.image import picture
from explorer.paint.lane_names import is_cut
from explorer.paint.recipe import SHEETS, Paging, Recipe
from tests.builders import article, event
from tests.paint.pictured import labels_of, laid_out

LONG = (
    "The Honourable Company of Lighthouse Keepers, Pilots and Ferrymen of the Northern and Western Isles, "
    "with the Harbour Boards of Both Coasts and Their Successors"
)

FIRMS = [f"Firm {at}" for at in range(16)]


def of(companies, count):
    return [
        event(
            f"It is {at}.",
            f"20{10 + at * 7 % 14}-0{1 + at % 9}-11",
            companies=(companies[at % len(companies)],),
            at=at * 20,
        )
        for at in range(count)
    ]


def notes_of(made):
    """Give the texts of each group below the lanes, of all pages."""
    found: dict[str, str] = {}
    for number in range(len(made.page.pages)):
        for name, text, *_ in labels_of(ET.fromstring(made.svg(number))):
            if name.startswith(("lane-of-several", "lane-names-in-full")):
                found[name] = f"{found.get(name, '')} {text}".strip()
    return found


def names_of(made):
    texts = labels_of(ET.fromstring(made.svg(0)))
    return [text for name, text, *_ in texts if name == "lane-names" and not re.fullmatch(r"[\d ·+]+", text)]


@pytest.mark.parametrize("sheet", ["card", "slide", "a4"])
def test_a_name_that_is_cut_is_told_whole_below(qapp, sheet):
    made = laid_out(of([LONG, *FIRMS], 90), sheet=SHEETS[sheet], paging=Paging.ONE, lanes="company")
    assert any(name.endswith("…") for name in names_of(made))
    assert notes_of(made)["lane-names-in-full"] == f"Lane names in full: {LONG}"


def test_one_whose_article_heads_its_statements_is_not_told_again(qapp):
    told = article("a1", "It came.", title=LONG)
    events = [event("It came.", "2019-04-05", article="a1")]

    def page(**fields):
        recipe = Recipe(sheet=SHEETS["a4"], paging=Paging.PAGES, lanes="source", **fields).for_file(".svg")
        return picture(build(events), events, [told], Query(), recipe)

    with_names, without = page(references=False), page(references=True)
    assert notes_of(with_names) == {"lane-names-in-full": f"Lane names in full: {LONG}"}
    assert notes_of(without) == {}
    assert LONG in " ".join(text for _, text, *_ in labels_of(ET.fromstring(without.svg(0))))


def test_names_that_are_whole_are_not_told_twice(qapp):
    made = laid_out(
        of(["Kestrel", "Heron and Sons, of the Old Harbour"], 20), sheet=SHEETS["a4"], lanes="company"
    )
    assert notes_of(made) == {}


def test_a_lane_that_stands_for_many_has_a_sign_and_they_are_named_the_fullest_first(qapp):
    firms = [f"Shipping Company Number {at}" for at in range(40)] + ["Shipping Company Number 39"]
    made = laid_out(of(firms, 300), sheet=SHEETS["card"], lanes="company")
    told = notes_of(made)["lane-of-several"]
    named, _, more = told.partition(": ")[2].rpartition(" · ")
    assert told.startswith(f"{made.page.merged} more: ")
    assert more == f"and {made.page.merged - len(named.split(' · '))} more"
    shown = set(firms) & set(names_of(made))
    assert not shown & set(named.split(" · "))
    assert "Shipping Company Number 39" in {*shown, named.split(" · ")[0]}
    assert "sign-of-several" in made.svg(0).decode()


def test_notes_take_their_room_from_the_lanes_not_from_the_foot(qapp):
    made = laid_out(of([f"{LONG} {at}" for at in range(30)], 200), sheet=SHEETS["card"], lanes="company")
    texts = labels_of(ET.fromstring(made.svg(0)))
    foot = min(y - size for name, _, _, _, y, size in texts if name == "foot")
    assert all(y < foot for name, _, _, _, y, _ in texts if name.startswith("lane-"))


def test_spaces_between_lines_are_no_cut():
    assert not is_cut(("Kestrel and", "Sons"), "Kestrel and Sons")
    assert is_cut(("Kestrel and", "So…"), "Kestrel and Sons")


def test_a_few_events_leave_no_name_of_a_lane_untold(qapp):
    made = laid_out(
        of([f"{LONG} {at}" for at in range(5)], 10), sheet=SHEETS["a4"], paging=Paging.ONE, lanes="company"
    )
    told = " ".join(name for name in names_of(made)) + notes_of(made).get("lane-names-in-full", "")
    assert all(f"Successors {at}" in told for at in range(5))
    assert made.page.unnamed == 0
