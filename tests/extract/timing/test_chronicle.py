"""Chronicles: a date that heads a part or an entry dates what it tells without one."""

from tests.extract.reading import read, start, told

CHRONICLE = """Our story

1847

Johan Hall rents a cellar and brews 200 barrels. He sings while he works. The council bans his beer.

1968

The family sells Hall Brewery to Nord Drinks for 4 million kronor. In 1981 the new owners close it.

Visit us

The cellar shop sells 40 kinds of beer.
"""


def test_a_date_that_heads_a_part_dates_what_it_begins_with_and_what_tells_much() -> None:
    assert told(CHRONICLE) == [
        ("1847", "milestone"),
        ("1847", "ban"),
        ("1968", "acquisition"),
        ("1981", "launch"),
    ]
    assert read(CHRONICLE).mentions[0].why[-1] == "under the heading “1847”"


def test_a_single_line_with_a_date_heads_nothing() -> None:
    assert told("3 May 2013\n\nThe family sells Hall Brewery to Nord Drinks.\n\nThe staff will stay.") == []


ENTRIES = (
    "August 2012: The club moves into a new arena. The old ground is sold to Marlow Ltd for $8 million. "
    "It likes the place.\n\n"
    "2013: Crowds of Marlow Ltd fall to 9,000 in June.\n\n"
    "March 2016: A lorry overruns the gate. The head, Jo Berg, resigns in May 2017. "
    "Marlow Ltd buys the club.\n"
)


def test_an_entry_of_a_chronicle_dates_what_it_tells_without_a_date() -> None:
    found = {m.quote: start(m) for m in read(ENTRIES).mentions if not m.is_borderline}
    assert found["August 2012: The club moves into a new arena."] == "2012-08"
    assert found["The old ground is sold to Marlow Ltd for $8 million."] == "2012-08"
    assert found["March 2016: A lorry overruns the gate."] == "2016-03"
    assert "It likes the place." not in found


def test_an_entry_ends_where_the_text_goes_on_from_another_date() -> None:
    found = {m.quote: start(m) for m in read(ENTRIES).mentions if not m.is_borderline}
    assert "Marlow Ltd buys the club." not in found


def test_the_head_of_an_entry_gives_way_to_a_date_within_it() -> None:
    found = [start(m) for m in read(ENTRIES).mentions if "9,000" in m.quote]
    assert found == ["2013-06"]


def test_numbered_dates_are_headings_too() -> None:
    text = "1. May 2013. The mill of Marlow Ltd opens.\n\n2. June 2014. Marlow Ltd sells the mill."
    assert told(text) == [("2013-05", "launch"), ("2014-06", "acquisition")]
