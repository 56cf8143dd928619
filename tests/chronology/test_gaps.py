"""Silences: where a chronology tells nothing for long."""

from explorer.chronology.gaps import silences
from explorer.model.event import Event
from tests.builders import event, when


def told(*dates: str | None) -> list[Event]:
    return [event(f"Event {at}.", date, at=at * 50) for at, date in enumerate(dates)]


def spans(*dates: str | None) -> list[tuple[str, str]]:
    events = told(*dates)
    names = {one.id: str(date) for one, date in zip(events, dates, strict=True)}
    return [(names[one.before], names[one.after]) for one in silences(events)]


def test_the_longest_silence_comes_first() -> None:
    steady = [f"2015-{month:02}" for month in (1, 3, 5, 7, 9, 11)]
    assert spans(*steady, "2017-01", "2021-01") == [("2017-01", "2021-01"), ("2015-11", "2017-01")]


def test_a_silence_begins_when_the_last_event_is_certainly_over() -> None:
    (found,) = silences(told("2015", "2015-03-04", "2018"))
    assert (found.lo_s, found.hi_s) == (when("2015").hi_s, when("2018").lo_s)


def test_the_usual_distance_between_events_is_no_silence() -> None:
    assert spans("2010-01-01", "2010-02-01", "2010-03-01", "2010-04-01", "2010-05-01") == []


def test_what_lasts_on_is_no_news_of_later_years() -> None:
    dates = ("2014-01-01", "2014-01-09", "2014-01-18", "2014-02-01", "2014-02-10/..", "2019-01-01")
    assert spans(*dates) == [("2014-02-10/..", "2019-01-01")]


def test_an_event_before_a_date_is_taken_at_that_date() -> None:
    (found, *_) = silences(told("../2013", "2019"))
    assert (found.lo_s, found.hi_s) == (when("2013").hi_s, when("2019").lo_s)


def test_undated_events_and_few_events_make_no_silence() -> None:
    assert silences(told(None, None)) == []
    assert silences(told("2015")) == []
    assert silences([]) == []


def test_only_so_many_are_given() -> None:
    near = [f"2001-01-{day:02}" for day in range(1, 29, 3)]
    far = [f"{year}-06-01" for year in range(2002, 2010)]
    assert len(silences(told(*near, *far), most=3)) == 3
