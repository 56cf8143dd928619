"""What others read: names of fields, forms of dates, and texts that broken files left strange."""

import json

import pytest

from explorer.dates import explain
from explorer.exchange.records import ArticleRecord, DateRecord, DatesRecord, EventRecord, MentionRecord, schema
from explorer.model.mention import MentionDate, PartyType, Span
from explorer.model.when import Modifier, When
from tests.builders import article, event, mention, party, quantity, when

MENTION_FIELDS = {
    "article", "title", "kind", "status", "dates", "quote", "span", "parties", "countries", "quantities",
    "attribution", "place", "confidence", "why", "id",
}  # fmt: skip


def dated(value: When | None) -> DateRecord:
    return DateRecord.of(MentionDate(value, "words", Span(0, 5)))


@pytest.mark.parametrize(
    ("edtf", "modifier", "start", "end"),
    [
        ("2019-04-15", None, "2019-04-15", None),
        ("2019-04", None, "2019-04", None),
        ("2019", None, "2019", None),
        ("2019", Modifier.MID, "2019", None),
        ("2019-34", None, "2019-04", "2019-06"),
        ("2019-41", None, "2019-07", "2019-12"),
        ("2018-24", None, "2018-12", "2019-02"),
        ("2020-03-02/2020-03-08", None, "2020-03-02", "2020-03-08"),
        ("201X", None, "2010", "2019"),
        ("2011/..", None, "2011", None),
        ("2019", Modifier.BEFORE, "2019", None),
        ("-0043-03-15", None, "-0043-03-15", None),
    ],
)
def test_a_date_says_its_start_and_end_no_finer_than_it_is_known(
    edtf: str, modifier: Modifier | None, start: str, end: str | None
) -> None:
    record = dated(when(edtf, modifier))
    assert (record.start, record.end, record.modifier) == (start, end, modifier)


def test_an_unresolved_date_is_null_and_not_a_guess() -> None:
    record = dated(None)
    assert (record.edtf, record.start, record.end, record.precision) == (None, None, None, None)


def test_a_mention_has_the_fields_that_others_rely_on() -> None:
    told = mention(
        "A court fined it.", parties=(party("FTC", PartyType.AGENCY),), quantities=(quantity(5.7e6),)
    )
    record = json.loads(MentionRecord.of(told, "court-report").as_line())
    assert set(record) >= MENTION_FIELDS
    assert record["article"] == "court-report"
    assert record["quantities"][0]["value"] == 5_700_000
    assert record["parties"] == [{"name": "FTC", "type": "agency", "role": "other", "found": "named"}]


def test_lone_surrogates_become_replacement_characters_of_the_same_length() -> None:
    broken = article("broken", "a\ud800b")
    assert json.loads(ArticleRecord.of(broken).as_line())["text"] == "a\ufffdb"


def test_a_year_stays_a_year() -> None:
    assert ArticleRecord.of(article(published="2020")).published == "2020"


def test_date_expressions_carry_timex3_and_edtf() -> None:
    text = "It was founded in June 2018 in Room 2019."
    record = DatesRecord.of(article("a", text), *explain(text))
    (found,), (rejected,) = record.dates, record.rejected
    assert (found.type, found.value, found.edtf) == ("DATE", "2018-06", "2018-06")
    assert text[found.start : found.end] == found.text
    assert (text[rejected.start : rejected.end], rejected.why) == ("2019", "a number after “Room”")


def test_date_expressions_carry_their_range_and_their_readings() -> None:
    text = "It ran from 2016 to 2018 and ended on 03/04/2019."
    left, _, day = DatesRecord.of(article("a", text), *explain(text)).dates
    assert left.interval == "2016/2018"
    assert day.readings == ["2019-03-04", "2019-04-03"]


def test_an_event_names_the_articles_of_its_mentions() -> None:
    told = event("It opened.", article="a1")
    record = EventRecord.of(told, {"a1": article("a1", name="opening-day")})
    assert [one.article for one in record.mentions] == ["opening-day"]
    assert record.dates[0].start == "2019-04-15"


def test_the_schema_describes_every_record() -> None:
    described = schema()["records"]
    assert set(described) == {"article", "mention", "dates", "events"}
    assert set(described["mention"]["properties"]) >= MENTION_FIELDS
