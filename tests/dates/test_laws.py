"""Laws that hold for any text: places, order and bounds. `tests/bench/growth.py` measures time over length."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from explorer import resources
from explorer.dates import Expression, explain, find
from explorer.model.calendar import DAY_S, civil, day_number
from explorer.model.edtf import bounds
from explorer.model.mention import Span
from explorer.model.when import OPEN_HI, OPEN_LO

WORDS = (
    "April May March 15 15th 2019 1/2/2020 2020-02-30 last next the first of quarter half year years ago later "
    "to and from until since before between Monday Friday night 5 p.m. at on in early mid - – , . ( ) ' '90s "
    "1990s century BC 480 Q3 two hundred a few weeks every now daily winter Christmas week day same that "
    "following within 30 February 00 99999 \n\n \n 年 2019年4月 昨天 ٣ ² 😀 $ % 12:61 25:00 0 -1 one ones "
    "second seconds ends : p.m. GMT hours second"
).split(" ")
CJK = (
    "2019年 4月 15日 二〇一九年 十五 一 三 第 季度 四半期 去年 昨年 上周 先週 周五 金曜日 五 の 的 前 "
    "后 後 以来 から まで 至 到 ~ 个月 か月 年 月 日 天 号 点 時 半 分 下午 午後 初 底 末 中旬 每 毎 数 "
    "几 公元前 令和 昭和 元 上世纪 世纪 年代 90 2 30 99 ( ) 。 、 - — 青年 日本 今日头条 同年 翌年 "
    "上半年 春 夏天 自 约 ３ ○ 廿 百 千 万 两 過去 近 现在"
).split(" ")
TABLES = sorted(resources.path("dates").glob("??.*toml"))
LANGUAGES = tuple(sorted({path.name[:2] for path in TABLES}))
PUBLICATIONS = (
    *(None, "2020-09-16", "2020-02", "2020", "-0043", "201X", "2019-24", "Y12345", "2020-02-29T10"),
    *("2004-XX", "1985-04-XX", "1985-XX-XX", "2019?", "0000", "-00XX", "2019-39", "2019/2020", "9999-12-31"),
)
publications = st.sampled_from(PUBLICATIONS)
salads = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def words_of(language: str) -> list[str]:
    """Give words of a language's own tables, some of each."""
    tables = [resources.toml(f"dates/{path.name}") for path in TABLES if path.name[:2] == language]
    return [word for table in tables for name in table if name.isupper() for word in list(table[name])[:12]]


@st.composite
def foreign_salads(draw: st.DrawFn, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, str]:
    language = draw(st.sampled_from(languages))
    glue = "" if language in ("zh", "ja") else " "
    known = [*words_of(language), *(CJK if glue == "" else WORDS)]
    return language, glue.join(draw(st.lists(st.sampled_from(known), max_size=25)))


def check_places(text: str, published: str | None, language: str = "en") -> None:
    found, rejected = explain(text, published=published, language=language)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text != ""
        assert one.why
        for when in (one.when, one.interval):
            if when is not None:
                assert when.lo_s < when.hi_s
                bounds(when)
        if one.interval_span is not None:
            assert 0 <= one.interval_span.start < one.interval_span.end <= len(text)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    assert all(text[one.span.start : one.span.end] == one.text and one.why for one in rejected)


@settings(max_examples=400, deadline=None)
@given(salads, publications)
@example("week 15th 2019", None)
def test_any_text_gives_sorted_places_that_do_not_overlap(text: str, published: str | None) -> None:
    check_places(text, published)


@settings(max_examples=500, deadline=None)
@given(foreign_salads(), publications)
def test_so_does_any_text_of_another_language(salad: tuple[str, str], published: str | None) -> None:
    language, text = salad
    check_places(text, published, language)


@settings(max_examples=250, deadline=None)
@given(st.text(max_size=80), publications, st.sampled_from(LANGUAGES))
def test_no_text_raises(text: str, published: str | None, language: str) -> None:
    check_places(text, published, language)


def test_two_readings_of_one_text_are_equal() -> None:
    text = "In April 2019 it grew. A year later, on the 15th, it fell; last week it rose."
    assert find(text, published="2020-09-16") == find(text, published="2020-09-16")


# --- what is around a text changes nothing in it

STORIES = (
    "In April 2019 it grew. A year later, on the 15th, it fell; last week it rose.",
    "The firm said on Monday that sales fell in the third quarter. They had risen a year earlier.",
    "From 1939 to 1945 the port was closed. In May 1946 it opened again. The following year trade grew.",
    "Since 2011 the fund has paid every month. Next Friday it will pay for the last time.",
)
PLAIN = "The firm makes shoes and bags of leather. Its owner likes to swim."


@settings(max_examples=150, deadline=None)
@given(salads.map("It was {} then.".format) | st.sampled_from(STORIES), publications)
def test_a_paragraph_without_dates_behind_a_text_changes_nothing(text: str, published: str | None) -> None:
    assert find(f"{text}\n\n{PLAIN}", published=published) == find(text, published=published)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STORIES), publications)
def test_a_paragraph_without_dates_before_a_text_moves_its_places_alone(
    text: str, published: str | None
) -> None:
    shift = len(PLAIN) + 2
    moved = find(f"{PLAIN}\n\n{text}", published=published)
    assert [back(one, shift) for one in moved] == find(text, published=published)


def back(one: Expression, by: int) -> Expression:
    span = one.interval_span
    return replace(
        one,
        span=Span(one.span.start - by, one.span.end - by),
        interval_span=None if span is None else Span(span.start - by, span.end - by),
    )


@settings(max_examples=100, deadline=None)
@given(foreign_salads(("zh", "ja")), publications)
def test_nor_does_it_in_chinese_or_japanese(salad: tuple[str, str], published: str | None) -> None:
    language, text = salad
    plain = {"zh": "公司生产皮鞋和皮包。", "ja": "会社は革靴を作っている。"}[language]
    alone = find(f"{text}。", published=published, language=language)
    assert find(f"{text}。\n\n{plain}", published=published, language=language) == alone


def test_a_paragraph_with_a_date_does_change_what_follows() -> None:
    text = "On the 15th it fell."
    (alone,) = find(text, published="2020-09-16")
    told = find(f"It grew on 3 April 2019.\n\n{text}", published="2020-09-16")[-1]
    assert (alone.value, told.value) == ("2020-09-15", "2019-04-15")


# --- relative dates move with the publication

RELATIVE = (
    "yesterday|today|tomorrow|last week|this week|next month|last year|two years ago|three months ago|"
    "a decade ago|in April|in early May|on August 3|last Friday|on Tuesday|this summer|last winter|"
    "in the third quarter|in the first half of the year|at the end of the year|the past two years|"
    "at the weekend|last night|ten days ago|a week ago|on the 15th"
).split("|")
sentences = st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=5).map(
    lambda words: " ".join(f"The firm {verb} {word}." for verb, word in zip(VERBS, words, strict=False))
)
VERBS = ("said it grew", "will pay", "had sold it", "fell", "plans to open")
days = st.dates().map(lambda day: (day.year % 2000 + 1000, day.month, day.day))


def edges(text: str, published: str) -> list[tuple[tuple[int, int, int], tuple[int, int, int]] | None]:
    found = find(text, published=published)
    return [
        (civil(one.when.lo_s // DAY_S), civil(one.when.hi_s // DAY_S)) if one.when is not None else None
        for one in found
    ]


@settings(max_examples=200, deadline=None)
@given(sentences, days, st.sampled_from([400, 800]))
def test_relative_dates_move_by_four_hundred_years_with_the_publication(
    text: str, day: tuple[int, int, int], years: int
) -> None:
    # After 400 years the same days fall on the same weekdays.
    year, month, number = day
    here = edges(text, f"{year:04d}-{month:02d}-{number:02d}")
    there = edges(text, f"{year + years:04d}-{month:02d}-{number:02d}")
    assert there == [move(one, years) for one in here]


UNEVEN = {"week", "Friday", "Tuesday", "weekend", "ten", "decade"}  # weeks and decades do not move with a year
CALENDAR = [words for words in RELATIVE if not UNEVEN & set(words.split())]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CALENDAR), days, st.integers(1, 90))
def test_relative_dates_move_by_any_years_where_no_weekday_matters(
    words: str, day: tuple[int, int, int], years: int
) -> None:
    year, month, number = day
    assume((month, number) not in ((2, 27), (2, 28), (2, 29), (3, 1)))
    here = edges(f"The firm grew {words}.", f"{year:04d}-{month:02d}-{number:02d}")
    there = edges(f"The firm grew {words}.", f"{year + years:04d}-{month:02d}-{number:02d}")
    # The thirds of leap years end on other days.
    assert [flat(one) for one in there] == [flat(move(one, years)) for one in here]


def move(edge: tuple[tuple[int, int, int], tuple[int, int, int]] | None, years: int) -> object:
    if edge is None:
        return None
    return tuple((year + years, month, day) for year, month, day in edge)


def flat(edge: object) -> object:
    return edge if edge is None else [(year * 12 + month) for year, month, _ in edge]  # type: ignore[attr-defined]


def test_a_weekday_does_not_move_by_single_years() -> None:
    assert edges("It fell on Tuesday.", "2019-09-16") != [
        move(one, -1) for one in edges("It fell on Tuesday.", "2020-09-16")
    ]


def test_what_names_its_year_does_not_move() -> None:
    assert edges("It fell in May 2019.", "2020-09-16") == edges("It fell in May 2019.", "2420-09-16")


# --- bounds


@settings(max_examples=150, deadline=None)
@given(salads, publications)
def test_open_ends_are_the_only_ones_beyond_the_calendar(text: str, published: str | None) -> None:
    for one in find(text, published=published):
        if one.when is not None:
            inside = [at for at in (one.when.lo_s, one.when.hi_s) if OPEN_LO < at < OPEN_HI]
            assert all(abs(civil(at // DAY_S).year) < 10**6 for at in inside)
            assert all(day_number(*civil(at // DAY_S)) == at // DAY_S for at in inside)
