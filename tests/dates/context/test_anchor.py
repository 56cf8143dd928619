"""What relative dates count from: publication, the story, headings, or nothing.

A story has a front, the date that it has reached. These tables are the rules by which it moves, and by which a
text changes from news to story and back.
"""

import pytest

from explorer.dates import find
from explorer.dates.context.passages import story_paragraphs


def values(text: str, published: str | None = "2020-09-16") -> list[str | None]:
    return [one.when.edtf if one.when else None for one in find(text, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 the firm was founded. A year later it moved.", ["2016", "2017"]),
        ("In 2016 it was founded. The following year it grew. That year it moved.", ["2016", "2017", "2017"]),
        ("On 2 August 2018 they merged. The next day they parted.", ["2018-08-02", "2018-08-03"]),
        ("On 2 August 2018 they merged. Two days earlier they had met.", ["2018-08-02", "2018-07-31"]),
        ("On 2 August 2018 they merged. Later that month they parted.", ["2018-08-02", "2018-08"]),
        ("On 2 August 2018 they merged. The same day they parted.", ["2018-08-02", "2018-08-02"]),
        ("In March 2017 it grew. By September it had doubled.", ["2017-03", "2017-09"]),
        ("In November 2017 it grew. By January it had doubled.", ["2017-11", "2018-01"]),
        ("In April it was banned. On the 15th it was removed.", ["2020-04", "2020-04-15"]),
        ("Sales were 5 in July 2019, up from 3 a year earlier.", ["2019-07", "2018-07"]),
        ("It left two days after April 15, 2019.", ["2019-04-17"]),
    ],
)
def test_a_story_goes_on_from_the_date_told_before(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_news_return_to_the_publication_date_after_the_paragraph() -> None:
    text = "In March 2017 it grew. In September it fell.\n\nThe firm said on Monday that sales rose in April."
    assert values(text) == ["2017-03", "2017-09", "2020-09-14", "2020-04"]


def test_a_heading_of_a_year_holds_for_the_list_below_it() -> None:
    text = "The firm said on Monday it was sold.\n\n2008\n\nOn November 5, it left.\n\nOn July 9, it came."
    assert values(text) == ["2020-09-14", "2008", "2008-11-05", "2008-07-09"]


def test_an_aside_in_brackets_does_not_move_the_story() -> None:
    text = "In 1940 the bridge (first planned in 1911) was built. In May it opened. In 1941 and 1942 it closed."
    assert values(text)[:3] == ["1940", "1911", "1940-05"]


def test_a_year_earlier_beside_a_quarter_is_a_quarter() -> None:
    assert values("Profit in the third quarter rose from a year earlier.") == ["2020-35", "2019-35"]


@pytest.mark.parametrize(
    "text", ["It grew last year.", "It grew on Monday.", "It grew in April.", "It left today."]
)
def test_without_a_publication_date_and_a_story_relative_dates_stay_open_and_say_so(text: str) -> None:
    (found,) = find(text)
    assert found.when is None
    assert found.value is not None
    assert "publication date is unknown" in found.why[0]


def test_without_a_publication_date_the_story_is_the_anchor() -> None:
    text = "In August 2017 it was founded. In September it grew. On the 15th it moved."
    assert values(text, None) == ["2017-08", "2017-09", "2017-09-15"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020", "It grew last year.", "2019"),
        ("2020", "It grew two years ago.", "2018"),
        ("2020", "It grew last month.", None),
        ("2020", "It grew on Monday.", None),
        ("2020-09", "It grew last month.", "2020-08"),
        ("2020-09", "It grew last week.", None),
        ("2020-09", "It grew in April.", "2020-04"),
        ("not a date", "It grew last year.", None),
        ("../2019", "It grew last year.", None),
    ],
)
def test_a_coarse_publication_date_gives_coarse_dates_or_none(
    published: str, text: str, expected: str | None
) -> None:
    assert values(text, published) == [expected]


def resolved(text: str, published: str | None = "2020-09-16") -> list[tuple[str, str | None]]:
    return [
        (one.text, one.when.edtf if one.when else None)
        for one in find(text, published=published)
        if one.type != "DURATION"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The months after a date go onwards, into the next year if need be.
        ("In October 1871 it burnt down. In February it was rebuilt.", "1872-02"),
        ("On 12 May 1926 the strike ended. In November the mines reopened.", "1926-11"),
        # A month that has only just passed is told late.
        ("The dam broke on 3 September 1963. In July there were cracks.", "1963-07"),
        # The text itself goes no further than the next date that names its year.
        ("On 26 October 1955 they voted. In May they met. In June 1956 they parted.", "1956-05"),
        ("On 26 October 1955 they voted. In May they met. In December 1955 they parted.", "1955-05"),
        ("In autumn 1955 they voted. In spring they met. In 1953 they had met before.", "1956-21"),
        # A clause that looks back does so by its tense.
        ("On 5 May 1950 he resigned. In October he had married.", "1949-10"),
        ("On 17 December 1919 the city fell. The army had spent the summer in the hills.", "1919-22"),
        ("On 5 May 1950 it had ten pupils. By October it had grown.", "1950-10"),
        # Weekdays, weeks and days go onwards too.
        ("On 12 May 1926 the strike ended. On Friday the trams ran.", "1926-05-14"),
        ("On 12 May 1926 the strike ended. The next week the mines reopened.", "1926-05-17/1926-05-23"),
        ("In October 1812 the army left. In the winter thousands froze.", "1812-24"),
        ("In October 1812 the army left. It was rebuilt in the spring of the next year.", "1813-21"),
        ("In October 1789 the king came. That winter was cold.", "1789-24"),
        ("In October 1789 the club lost. The following season it won.", None),
        ("In October the first pier stood.", None),
        # A month within a range that was told is not after it.
        ("From 3 October 1950 to 2 March 1951 it snowed. In June it was hot.", "1951-06"),
        ("From 3 October 1950 to 2 March 1951 it snowed. In December it stormed.", "1950-12"),
        ("The tea was thrown away on 3 July 1783. Ten years before, it was dear.", "1773"),
        ("It was July 1783. It fell in May of the Year VIII.", "1783-05"),
        # A decade is no year.
        ("In the 1940s the town grew. In March the mill opened.", None),
        ("In 1947 it opened. In the 1940s the town grew. In March it closed.", "1947-03"),
    ],
)
def test_a_story_goes_onwards(text: str, expected: str | None) -> None:
    months = [edtf for words, edtf in resolved(text, None) if not any(map(str.isdigit, words))]
    assert months == [expected]


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("In 1975 it stopped.", "1975-09"),
        ("It had stopped for a day, in 1931.", "1964-09"),
        ("In 1931 it had stopped before.", "1964-09"),
        ("It met the engineer, who had come to the city in 1931.", "1964-09"),
        ("A month earlier it had stopped.", "1964-09"),
        ("Two years earlier it stopped.", "1964-09"),
        ("It stopped less than in 1975.", "1964-09"),
        ("It had been the best year since 1931.", "1964-09"),
        ("It planned a second line for 1969.", "1964-09"),
        ("It will stop in 1969, they wrote.", "1964-09"),
        ("It quoted the treaty of 1931 and stopped.", "1964-09"),
        ("It quoted the 1931 treaty and stopped.", "1964-09"),
        ("It stopped (as in 1931).", "1964-09"),
        ("It stopped [Smith, 12 May 1998].", "1964-09"),
        ("It was fuller than at its peak in 1931.", "1964-09"),
        ("It followed the railway strike in March 1931.", "1964-09"),
        ("It had nine trains, as against 3 in May 1931.", "1964-09"),
        ("The U.S. engineers envisioned an end by 1975.", "1964-09"),
        ("It ran until 1966.", "1966-09"),
        ("By 1966 ten stations had been built.", "1966-09"),
    ],
)
def test_what_is_told_in_passing_holds_for_its_sentence(aside: str, expected: str) -> None:
    text = f"In August 1964 the line was opened. {aside} In September it was full."
    assert resolved(text, None)[-1] == ("September", expected)


def test_a_year_that_the_text_leaves_again_was_told_in_passing() -> None:
    text = (
        "On 2 August 1964 shots were fired. Papers released in 2005 showed that none hit. "
        "On 4 August the senate met. In March 1965 it voted."
    )
    assert ("4 August", "1964-08-04") in resolved(text, None)


def test_the_year_of_a_date_leaves_the_story_where_it_was() -> None:
    text = "In 1941 talks began. On 7 December (8 December there), 1941, war came. In January ten nations met."
    assert resolved(text, None)[-1] == ("January", "1942-01")


@pytest.mark.parametrize(
    "again", ["That year it was short.", "In August of that year it froze.", "That same year it rained."]
)
def test_that_year_is_the_one_last_spoken_of(again: str) -> None:
    text = f"On 11 May 1941 the raids ended. Bread had been scarce in 1940. {again} In 1941 it got better."
    assert (resolved(text, None)[2][1] or "")[:4] == "1940"


def test_a_date_told_in_passing_is_the_base_in_its_own_sentence() -> None:
    text = "In 1943 he was sent to Naples. He had joined in 1931 and left that year. In May he was wounded."
    assert resolved(text, None) == [
        ("1943", "1943"),
        ("1931", "1931"),
        ("that year", "1931"),
        ("May", "1943-05"),
    ]


def test_a_background_section_is_a_story_within_news() -> None:
    text = (
        "The bakery said on Monday that it would close two shops.\n\n"
        "The company was founded in March 2003. Two months later it opened its first shop. In June it hired a "
        "second baker. The following year it moved, and in October 2005 it was sold.\n\n"
        "Sales fell by a third in August, the company said on Tuesday. In April they had risen."
    )
    assert [edtf for _, edtf in resolved(text)] == [
        "2020-09-14",
        *("2003-03", "2003-05", "2003-06", "2004", "2005-10"),
        *("2020-08", "2020-09-15", "2020-04"),
    ]


def test_news_that_glance_back_and_then_ahead_count_from_publication() -> None:
    text = "The fire broke out in March 2010. It faces claims due to be heard at a trial starting on {}."
    assert values(text.format("February 25")) == ["2010-03", "2021-02-25"]
    assert values(text.replace("It faces claims due to be", "Claims were").format("June 25")) == [
        "2010-03",
        "2010-06-25",
    ]


def test_news_begin_with_a_day_that_names_no_year() -> None:
    text = (
        "The board met on 19 February. It was sued in 2012, 2014 and 2016 under the rules that apply since "
        "2009. It has fifty offices. Elections are due on 6 October."
    )
    assert [values(text)[0], values(text)[-1]] == ["2020-02-19", "2020-10-06"]


def test_the_next_decade_of_a_story_is_a_length() -> None:
    text = "In January 1952 she moved, and built dams over the next decade. Two years later, in 1954, she won."
    assert values(text)[1:3] == ["1952/1962", "1954"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 14 January 2020 they bought Petal, announced on 2 November.", ["2020-01-14", "2019-11-02"]),
        ("On 14 January 2020 they bought Petal, announced on 2 March.", ["2020-01-14", "2020-03-02"]),
        (
            "In 2016, 2017 and 2018 it lost money. It is reviewed from 2022. On May 15 it closed.",
            ["2018-05-15"],
        ),
    ],
)
def test_a_story_ends_with_publication(text: str, expected: list[str]) -> None:
    assert values(text)[-len(expected) :] == expected


def test_a_year_earlier_beside_a_month_of_a_report_on_a_quarter_is_that_month() -> None:
    text = (
        "The second quarter of 2020 was weak.\n\nIn July 2020 sales rose to 5 million, from 3 a year earlier."
    )
    assert values(text) == ["2020-34", "2020-07", "2019-07"]


def test_a_clock_time_is_of_the_day_that_its_sentence_names() -> None:
    text = "It will report on October 26, after markets close at 4 p.m.\n\nShares were flat at 11 a.m."
    assert values(text) == ["2020-10-26", "2020-10-26T16", "2020-09-16T11"]


def test_the_latest_period_is_the_one_that_a_report_is_about() -> None:
    text = "The third quarter of 2019 was bad. In the latest period sales fell; for the full year they rose."
    assert values(text) == ["2019-35", "2019-35", "2020"]
    assert values("Sales in the latest period were flat.") == []


def test_a_date_in_a_name_moves_no_news() -> None:
    text = "They replace two men charged in the Dec. 21, 2012, bombing. They left after a deal in April."
    assert values(text) == ["2012-12-21", "2020-04"]


def test_a_list_of_years_makes_no_story_of_news() -> None:
    built = ", ".join(f"model {year % 100} from {year} to {year + 3}" for year in range(2003, 2010))
    text = (
        f"The maker said on Monday that it recalls {built}. Shares fell on Tuesday. "
        "Rivals had recalls this year, and a bigger one in March. The shares closed lower on Tuesday."
    )
    assert values(text)[-4:] == ["2020-09-15", "2020", "2020-03", "2020-09-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war began in 1914. In August it spread.", "1914-08"),
        ("The law was passed in 2014. In August it was changed.", "2020-08"),
        ("Profits rose in 2019. In August they fell. In 2018 they had stood still.", "2020-08"),
        ("Profits rose in 2015, 2016 and 2017. In August they fell.", "2017-08"),
    ],
)
def test_years_make_a_story_the_more_the_longer_ago_they_are(text: str, expected: str) -> None:
    assert ("August", expected) in resolved(text)


def test_a_speech_counts_from_its_own_date() -> None:
    text = (
        "On 8 January 1918 the president spoke. “Last month,” he said, “we were at peace. "
        "In May we shall be again. Today we are not.” In March he fell ill."
    )
    assert [edtf for _, edtf in resolved(text)] == ["1918-01-08", "1917-12", "1918-05", "1918-01-08", "1918-03"]


def test_a_season_over_two_years_begins_in_the_first() -> None:
    text = "The season of 1974–1975 was its tenth. It began on 17 August. In January it sold its captain."
    assert resolved(text, None)[2:] == [("17 August", "1974-08-17"), ("January", "1975-01")]


def test_a_flashback_in_news_is_the_base_of_its_sentence_alone() -> None:
    text = "The firm said on Monday it closes. It had begun in March 2003 and in May it moved. In June it grew."
    assert [edtf for _, edtf in resolved(text)] == ["2020-09-14", "2003-03", "2003-05", "2020-06"]


def test_a_paragraph_about_today_is_news_within_a_history() -> None:
    text = (
        "The bridge was planned in 1871 and begun in May 1873. In October the first pier stood. In 1876 it was "
        "finished, and on 3 June 1877 it was opened.\n\n"
        "It was widened in 1925 and again in 1958. In July a tram ran over it for the last time.\n\n"
        "Today the bridge carries many cars. Last month a crack was found. In July it was closed."
    )
    found = resolved(text)
    assert ("October", "1873-10") in found
    assert [edtf for words, edtf in found if words == "July"] == ["1958-07", "2020-07"]


def test_a_history_goes_on_over_its_paragraphs() -> None:
    text = (
        "In 1951 the union split, and in 1952 it voted. In 1953 it met in Bern.\n\n"
        "The chairman was a quiet man.\n\nIn May he resigned. In 1954 he died."
    )
    assert ("May", "1953-05") in resolved(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('In 1953 the chairman said: "Next year we shall win."', "1954"),
        ('The chairman said: "Next year we shall win."', None),
        ("The event of this year was the march.", "1953"),
        ("The event of this year is the march.", "2020"),
        ("The chairman had promised it two years ago.", "1951"),
    ],
)
def test_deictic_words_in_a_story_count_from_those_who_say_them(sentence: str, expected: str | None) -> None:
    text = f"In 1947, 1948, 1949, 1950 and 1951 it grew.\n\nIn 1952 it voted. In 1953 it met.\n\n{sentence}"
    (found,) = [one for one in find(text, published="2020-09-16") if not one.text.isdigit()]
    assert (found.when.edtf if found.when else None) == expected
    assert expected is not None or "quotation" in found.why[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1998\n\nIn March the harbour was dredged, and in September a mole was built.\n\n"
            "1999\n\nA storm broke the mole in February. In December it was rebuilt.",
            ["1998", "1998-03", "1998-09", "1999", "1999-02", "1999-12"],
        ),
        (
            "It closed in 2003.\n\n2001: Fire and a new beginning\n\nOn 4 July the old warehouse burnt down.",
            ["2003", "2001", "2001-07-04"],
        ),
        (
            "It closed in 2003.\n\nThe first years (1956-1960)\n\nIn July the old warehouse burnt down.",
            ["2003", "1956/1960", "1956/1960", "1956-07"],
        ),
        (
            "2001\n\nOn 4 July the old warehouse burnt down. In 2002 it was rebuilt. In May it was opened.",
            ["2001", "2001-07-04", "2002", "2002-05"],
        ),
    ],
)
def test_a_heading_with_a_year_begins_a_section(text: str, expected: list[str]) -> None:
    found = find(text, published="2020-09-16")
    assert [(one.interval or one.when).edtf for one in found if one.when] == expected  # type: ignore[union-attr]


def test_the_caption_of_a_picture_is_no_heading() -> None:
    text = (
        "In May 1925 the mill was sold.\n\nWorkers before the old mill, 1912\n\n"
        "In September it was closed by its new owner. In 1926 it burnt down."
    )
    assert ("September", "1925-09") in resolved(text)


def test_a_date_in_a_table_is_no_heading() -> None:
    text = "Founded\n1998\nOwner\nOrbit\n\nThe firm said on Monday that sales rose in April."
    assert resolved(text)[-1] == ("April", "2020-04")


def test_letters_count_from_their_own_date() -> None:
    text = (
        "Vienna, 3 May 1809\n\nThe French are near. On the 5th we leave.\n\n"
        "Brno, 9 June 1809\n\nWe arrived last week. On the 12th I shall write again."
    )
    expected = ["1809-05-03", "1809-05-05", "1809-06-09", "1809-05-29/1809-06-04", "1809-06-12"]
    assert [edtf for _, edtf in resolved(text, None)] == expected


def test_the_trace_names_the_anchor_and_where_it_comes_from() -> None:
    found = find("2001\n\nOn 4 July the old warehouse burnt down. Two days later it rained.")
    assert [one.why[0] for one in found[1:]] == [
        "July next to “2001”, the heading",
        "2 days after “4 July 2001”, told before",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 August 2018 he signed. On 9 June 2019 they revoked the order of 6 August.", "2018-08-06"),
        ("On 6 August 2018 he signed. On 9 June 2019 they met. On 6 August they parted.", "2019-08-06"),
        (
            "On 6 August 1964 they voted. Papers released in 2005 tell of 6 August. It was in May 1964.",
            "1964-08-06",
        ),
        ("On 9 June 2019 they revoked the order of 6 August.", "2019-08-06"),
    ],
)
def test_a_day_told_before_may_be_named_once_more(text: str, expected: str) -> None:
    assert ("6 August", expected) in resolved(text)


def test_a_story_that_has_come_to_the_day_of_publication_is_news() -> None:
    text = (
        "The Paper, 16 September 2020\n\nThe club was ten on Monday. "
        "It was founded in 2010, bought in 2014 and sold in 2017. On Friday it was banned."
    )
    found = resolved(text)
    assert ("Monday", "2020-09-14") in found
    assert ("Friday", "2020-09-18") not in found


def test_this_week_is_no_week_of_a_year() -> None:
    text = (
        "From 2012 to 2018\n\nIt was tried in court this week. It began in 2012, grew in 2014 and fell in 2018."
    )
    assert ("this week", "2020-09-14/2020-09-20") in resolved(text)


def test_a_heading_of_markdown_is_one() -> None:
    text = "It left in 2011.\n\n## 2012\n\nIt was a good year for all. On 9 April it was bought."
    assert resolved(text)[1:] == [("2012", "2012"), ("9 April", "2012-04-09")]


@pytest.mark.parametrize(
    ("balances", "stories"),
    [
        ([3], [True]),
        ([1], [False]),
        ([3, 0, 0, 3], [True, True, True, True]),
        ([3, 3, -6, 3, 3], [True, True, False, True, True]),  # "Today the bridge ... last month"
        ([3, 3, -3, 3, 3], [True, True, True, True, True]),  # one "this year" makes no news
        ([-3, -3, 2, -3, -3], [False] * 5),
        ([], []),
    ],
)
def test_a_paragraph_is_a_story_by_its_words_and_those_around_it(
    balances: list[float], stories: list[bool]
) -> None:
    assert story_paragraphs(balances) == stories


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The former mayor returned.", ["1951", "1952", "1953", "PAST_REF"]),
        ("The former won, the latter lost.", ["1951", "1952", "1953"]),
        ("The former was a baker.", ["1951", "1952", "1953"]),
    ],
)
def test_in_a_story_former_looks_back_from_the_time_told(text: str, values: list[str]) -> None:
    story = f"In 1951 the union split, and in 1952 and 1953 it voted. {text}"
    assert [one.value for one in find(story, published="2020-09-16")] == values


def test_that_year_is_the_year_told_in_the_same_sentence() -> None:
    text = "He spoke on Monday.\n\nIt rained.\n\nHe had fled in June 1998 and come back later that year."
    assert resolved(text)[-1] == ("later that year", "1998")


def test_in_news_former_is_a_title() -> None:
    assert resolved("The former mayor returned on Monday.") == [("Monday", "2020-09-14")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In July 1943 it fell. Two days later it rose.", "1943-07-XX"),
        ("In July 1943 it fell. The next day it rose.", "1943-07-XX"),
        ("In 1943 it fell. Two days later it rose.", "1943-XX-XX"),
        ("In July 1943 it fell. Three weeks later it rose.", "1943-WXX"),
        ("In 1943 it fell. Four months later it rose.", "1943-XX"),
        ("In the 1940s it fell. Two days later it rose.", "XXXX-XX-XX"),
    ],
)
def test_what_a_coarse_base_leaves_open_is_open_in_the_value(text: str, value: str) -> None:
    found = find(text)[-1]
    assert (found.value, found.when) == (value, None)
    assert "told before" in found.why[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was now bankrupt.", None),
        ('He said: "We are now bankrupt."', None),
        ("It is now a museum.", "2020-09"),
    ],
)
def test_now_in_a_story_is_not_the_day_of_publication(sentence: str, expected: str | None) -> None:
    found = find(f"In 1951 the union split, and in 1952 and 1953 it voted. {sentence}", published="2020-09-16")
    assert found[-1].value == "PRESENT_REF"
    assert (found[-1].when.edtf if found[-1].when else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on 27 July 1794. The next four years were calm.", "1794/1798"),
        ("It fell on 27 July 1794. The past two years had been hard.", "1792/1794"),
        ("It fell in 1794. The first six months had been hard.", "1794-01/1794-06"),
    ],
)
def test_durations_of_a_story_touch_its_dates(text: str, expected: str) -> None:
    found = find(f"It met in 1789, 1790 and 1791. {text}", published="2020-09-16")[-1]
    assert (found.when.edtf if found.when else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stayed for the next decade.", "P10Y"),
        ("It fell in the next decade.", "193"),
        ("It fell from 9 in the four previous weeks.", "P4W"),
    ],
)
def test_for_the_next_decade_is_a_duration(text: str, expected: str) -> None:
    assert find(f"In 1927 the capital moved. {text}")[-1].value == expected


def test_what_is_named_after_a_holiday_has_its_year_behind() -> None:
    text = "In 1915 he fled. The Easter Rising of 1916 failed. In May it was over."
    assert resolved(text, None)[1:] == [("Easter", "1916-04-23"), ("1916", "1916"), ("May", "1916-05")]


def test_a_season_of_something_may_have_its_year_behind() -> None:
    text = "In 1917 the Tsar fell. The spring offensive of 1918 failed. In May it was over."
    assert resolved(text, None)[1:] == [("spring", "1918-21"), ("1918", "1918"), ("May", "1918-05")]


NEWS = "The mill said on Thursday it would close. It opened in July 2014.\n\nA buyer, found on Monday, left"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("in January.", "XXXX-01"),
        ("on 2 April.", "XXXX-04-02"),
        ("last year.", "XXXX"),
        ("at 3 p.m.", "XXXX-XX-XXT15:00"),
    ],
)
def test_news_of_an_unknown_day_do_not_count_from_a_year_told_in_passing(sentence: str, value: str) -> None:
    found = find(f"{NEWS} {sentence}")[-1]
    assert (found.value, found.when) == (value, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill opened in 2014. In January it burnt.", "2014-01"),
        (f"{NEWS} in March 2015; in June he came back.", "2015-06"),
        (f"Leeds, 3 May 2016\n\n{NEWS} in January 2016.\n\nOn 9 May he came back on Friday.", "2016-05-13"),
    ],
)
def test_what_a_story_or_a_dated_letter_tells_counts_from_it(text: str, expected: str) -> None:
    assert resolved(text, None)[-1][1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is to reopen this year, and in March it got a roof.", "2018-03"),
        ("It was to reopen that year, and in March it got a roof.", "1996-03"),
    ],
)
def test_a_sentence_about_today_leaves_the_story(sentence: str, expected: str) -> None:
    text = f"The mill was built in 1868 and sold in 1927. It closed on 31 October 1996. {sentence}"
    assert resolved(text, "2018-10-01")[-1] == ("March", expected)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It was merged on Dec. 28 and went live on the 4th.", "2021-01-12", "2021-01-04"),
        ("It was merged on Dec. 28 and had gone live on the 4th.", "2020-12-30", "2020-12-04"),
        ("It was merged on Dec. 5 and went live on the 9th.", "2021-01-12", "2020-12-09"),
        ("It was merged on Dec. 5 and had been cut on the 4th.", "2021-01-12", "2020-12-04"),
        ("They are on sale until Friday week.", "2022-05-23", "2022-06-03"),
        ("He said he would be back on Monday week.", "2022-05-23", "2022-06-06"),
        ("They are on sale until Friday.", "2022-05-23", "2022-05-27"),
    ],
)
def test_days_that_news_name_by_a_part(text: str, published: str, expected: str) -> None:
    assert resolved(text, published)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the 1870s the mill moved, and by the turn of the century it led.", "19XX~"),
        ("The mill led in the 19th century and was sold at the turn of the century.", "19XX~"),
        ("In 1903 the mill moved, soon after the turn of the century.", "19XX~"),
        ("In 1871 the mill moved. It was the largest mill of the century.", "18XX"),
        ("The mill has been shut since the turn of the century.", "20XX~"),
    ],
)
def test_the_turn_of_the_century_is_the_nearer_one(text: str, expected: str) -> None:
    assert (resolved(text, "2018-10-01")[-1][1] or "").startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the early 1990s she taught in Rome for a winter.", None),
        ("In 1991 she taught in Rome for a winter.", "1991-24"),
    ],
)
def test_a_season_of_a_decade_is_of_no_year(text: str, expected: str | None) -> None:
    assert resolved(text, None)[-1][1] == expected
