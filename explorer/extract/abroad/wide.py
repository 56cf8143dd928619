"""Companies that no gazetteer has, in writing without spaces: by legal form, or behind a noun for a company.

It must not know gazetteers; what ends and begins names is data of each language.
"""

import re
from collections.abc import Iterator
from functools import cache

from explorer.extract.abroad import places
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.records import NameHit
from explorer.model.mention import Span

_SHORTEST = 2  # letters of a name
_LONGEST_PERSON = 3
_LONGEST = 7  # letters of a name with its trade
_SEAT = re.compile(r"[\u4e00-\u9fff]{2,4}[省市县]")
_LETTER = r"[\w·&]"
_JAPANESE = r"[\u4e00-\u9fff\u30a0-\u30ffA-Za-z0-9Ａ-Ｚａ-ｚー・々]"  # hiragana part names from the rest


def find(text: str, words: Tongue) -> list[tuple[NameHit, bool]]:
    """Give the companies that only cues show, and whether the cue proves a longer name than the gazetteer's."""
    spans = ((span, False) for span in _japanese(text)) if words.code == "ja" else _chinese(text, words)
    return [(NameHit(span, text[span.start : span.end], is_new=True), is_longer) for span, is_longer in spans]


def legal_form(code: str) -> re.Pattern[str] | None:
    """Give the pattern of a legal form behind a name."""
    forms = _listed(code, "legal")
    return re.compile(f"(?:{forms})") if forms else None


def _japanese(text: str) -> Iterator[Span]:
    for match in _japanese_forms().finditer(text):
        name = "after" if match["after"] else "before"
        yield Span(*match.span(name))


@cache
def _japanese_forms() -> re.Pattern[str]:
    form = r"(?:株式会社|有限会社|合同会社|㈱|（株）|\(株\))"
    return re.compile(
        rf"{form}(?P<after>{_JAPANESE}{{2,12}})|(?<!{_JAPANESE})(?P<before>{_JAPANESE}{{2,12}}?){form}"
    )


def _chinese(text: str, words: Tongue) -> Iterator[tuple[Span, bool]]:
    for kind, pattern in _cues(words.code).items():
        for match in pattern.finditer(text):
            span = Span(*match.span("name"))
            cut = _behind_words(text, span, words) if kind in ("form", "trade") else span
            if kind == "trade" and cut is not None and not _stands_alone(text, cut, span, words):
                continue
            if kind == "head" and _is_common(text[span.start : span.end], words):
                continue
            if cut is not None and not _is_no_name(text[cut.start : cut.end], words):
                is_own = not text[cut.start : cut.end].endswith(
                    tuple(words.words("companies", "shared_trades"))
                )
                yield cut, kind == "trade" and is_own


def _behind_words(text: str, span: Span, words: Tongue) -> Span | None:
    """Take what stands before a name off it: "宣布收购蓝鲸", "浙江好运来乳业"."""
    if _spoken(words.code).search(text[span.start : span.end]):
        return None  # "部分要约方式收购公司"
    seat = _SEAT.match(text, span.start, span.end - _SHORTEST)
    start = seat.end() if seat else span.start
    for match in _openers(words.code).finditer(text, span.start, span.end):
        if span.end - match.end() >= _SHORTEST and text[match.end() : span.end] not in _generic(words.code):
            start = match.end()
    return Span(start, span.end) if span.end - start >= _SHORTEST else None


def _is_no_name(name: str, words: Tongue) -> bool:
    return (
        len(name) < _SHORTEST
        or name in _generic(words.code)
        or places.is_place(name, words.code)
        or _openers(words.code).match(name) is not None
    )


def _stands_alone(text: str, cut: Span, span: Span, words: Tongue) -> bool:
    """Tell whether a name of a trade begins where a word ends, and is no longer than names are."""
    before = text[cut.start - 1 : cut.start]
    is_edge = (
        cut.start > span.start or not before.isalnum() or before in words.common["companies"]["wide_stops"]
    )
    return cut.end - cut.start <= _LONGEST and (is_edge or before in "年月日")


def _is_common(name: str, words: Tongue) -> bool:
    """Tell whether what opens a sentence is a person or a plain noun: 张勇, 销量, 记者."""
    section = words.section("companies")
    is_person = len(name) <= _LONGEST_PERSON and name[0] in str(section.get("surnames", ""))
    return (
        is_person
        or name[-1] in str(section.get("common_ends", ""))
        or _openers(words.code).search(name) is not None
    )


@cache
def _cues(code: str) -> dict[str, re.Pattern[str]]:
    words = tongue(code)
    made = {}
    forms, trades = _listed(code, "legal"), _listed(code, "trades")
    if forms:
        made["form"] = rf"(?P<name>{_LETTER}{{2,14}}?)(?:{_listed(code, 'dropped') or '(?!)'})?(?:{forms})"
    if trades:
        stops = words.common["companies"]["wide_stops"]
        made["trade"] = (
            rf"(?P<name>[\u4e00-\u9fff·]{{2,10}}?(?:{trades}))"
            rf"(?!有限|股份|集团|控股|公司)(?=[{stops}，。、；,;:：()（）\d]|$|{_openers(code).pattern})"
        )
    deeds = str(words.section("companies").get("deeds", ""))
    if deeds:
        made["head"] = rf"(?:^|(?<=[。！？\n：:；;]))\s*(?P<name>[\u4e00-\u9fff·]{{2,6}}?)(?={deeds})"
    nouns = "|".join(sorted(words.patterns("companies", "nouns"), key=len, reverse=True))
    if nouns:
        stops = words.common["companies"]["wide_stops"]
        plain = "|".join(noun for noun in nouns.split("|") if len(noun) > _SHORTEST)
        made["noun"] = (
            rf"(?:(?<=[\u4e00-\u9fff][\u4e00-\u9fff])(?:{nouns})|(?:{plain}))[“「《]?"
            rf"(?P<name>(?:(?!{_long_openers(code)})(?![{stops}])[\u4e00-\u9fffA-Za-z·]){{2,7}})"
            rf"(?=[”」》]?(?:[{stops}，。、；：（,;:(\d]|$|{_openers(code).pattern}))"
        )
    return {name: re.compile(source) for name, source in made.items()}


@cache
def _listed(code: str, key: str) -> str:
    return "|".join(sorted(tongue(code).words("companies", key), key=len, reverse=True))


@cache
def _generic(code: str) -> frozenset[str]:
    return frozenset(tongue(code).words("companies", "generic"))


@cache
def _openers(code: str) -> re.Pattern[str]:
    """Give what begins no name: small words, nouns for companies, places, and words of events."""
    words = tongue(code)
    small = [*words.words("companies", "openers"), *words.patterns("companies", "nouns"), *words.event_words()]
    named = [name for section in ("countries", "cities") for name in words.section(section)]
    return re.compile("|".join(re.escape(one) for one in sorted({*small, *named}, key=len, reverse=True)))


def _long_openers(code: str) -> str:
    """Give the words that begin no name but single letters, which names may hold: 明月."""
    return "|".join(word for word in _openers(code).pattern.split("|") if len(word) >= _SHORTEST)


@cache
def _spoken(code: str) -> re.Pattern[str]:
    """Give the words of events at the end of a name, which is none then."""
    events = [word for word in tongue(code).event_words() if len(word) >= _SHORTEST]
    return re.compile(f"(?:{'|'.join(map(re.escape, events))})$") if events else re.compile("(?!)")
